import {z} from "zod";

/** Where a verified fragment stands in its document. */
export const LockedFragment = z.strictObject({
  says: z.string(),
  /** Ordinal among the document's non-blank lines of the fragment's first word, from 1. */
  line: z.number().int().min(1),
  /** UTF-16 offsets in the document's text, end exclusive. */
  start: z.number().int().min(0),
  end: z.number().int().min(0)
});
export type LockedFragment = z.infer<typeof LockedFragment>;

/** `seeds/seeds.lock`: what `verify` saw, so that a machine without the documents can tell edits. */
export const Lock = z.strictObject({
  version: z.literal(1),
  /** By source id. */
  sources: z.record(z.string(), z.strictObject({document: z.string(), sha256: z.string()})),
  /** By id of the claim, relation, event or statement. */
  fragments: z.record(z.string(), LockedFragment)
});
export type Lock = z.infer<typeof Lock>;

/** The lock of a project that was never verified. */
export const emptyLock: Lock = {version: 1, sources: {}, fragments: {}};
