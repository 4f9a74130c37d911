import {z} from "zod";

/**
 * What an author reads out of a fragment and sets beside it, as far as it is there. The author's own
 * words for it (`gist`, `what`, `label`) are no reading: what they may say is checked by itself.
 */
export const Reading = z.strictObject({
  from: z.string().optional(),
  type: z.string().optional(),
  to: z.string().optional(),
  who: z.array(z.string()).optional(),
  about: z.array(z.string()).optional(),
  after: z.array(z.string()).optional(),
  status: z.array(z.string()).optional(),
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

/** The keys of a reading, in the order that a lock has them in. */
export const readingKeys = Reading.keyof().options;

/** The reading of a record as the lock keeps it: without what the author left out. */
export function readingOf(record: Partial<Reading>): Reading {
  return Object.fromEntries(
    readingKeys.flatMap((key) => {
      const value = record[key];
      return value === undefined || (Array.isArray(value) && value.length === 0)
        ? []
        : [[key, value]];
    })
  );
}

/** The lock of a project that was never verified. */
export const emptyLock: Lock = {version: 1, sources: {}, fragments: {}};

/** A lock with the sources of another in place of its own of the same ids, all their fragments too. */
export function replaceSources(lock: Lock, by: Lock): Lock {
  const isKept = (source: string): boolean => !Object.hasOwn(by.sources, source);
  const kept = <T>(table: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(Object.entries(table).filter(([id]) => isKept(id.split(":")[0]!)));
  return {
    version: 1,
    sources: {...kept(lock.sources), ...by.sources},
    fragments: {...kept(lock.fragments), ...by.fragments}
  };
}
