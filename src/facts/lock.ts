import {z} from "zod";

/** What an author reads out of a fragment and sets beside it, as far as it is there. */
export const Reading = z.strictObject({
  when: z.string().optional(),
  by: z.array(z.string()).optional(),
  of: z.string().optional(),
  gloss: z.string().optional(),
  value: z.number().optional(),
  hedge: z.string().optional(),
  unit: z.string().optional()
});
export type Reading = z.infer<typeof Reading>;

/** A verified fragment: where it stands in its document, and what was read out of it then. */
export const LockedFragment = z.strictObject({
  says: z.string(),
  /** Ordinal among the document's non-blank lines of the fragment's first word, from 1. */
  line: z.number().int().min(1),
  /** UTF-16 offsets in the document's text, end exclusive. */
  start: z.number().int().min(0),
  end: z.number().int().min(0),
  /** Absent in a lock from before readings were kept; edits of them cannot be told then. */
  reading: Reading.optional()
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

/** The reading of a record as the lock keeps it: without what the author left out. */
export function readingOf({
  when,
  by = [],
  of,
  gloss,
  value,
  hedge,
  unit
}: Partial<Reading>): Reading {
  return {when, by: by.length === 0 ? undefined : by, of, gloss, value, hedge, unit};
}

/** The lock of a project that was never verified. */
export const emptyLock: Lock = {version: 1, sources: {}, fragments: {}};
