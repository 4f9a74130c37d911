import type {Checking} from "./checks.ts";
import {recordId} from "./ids.ts";
import {readingKeys} from "./lock.ts";
import type {Lock, LockedFragment, Reading} from "./lock.ts";
import type {Path} from "./places.ts";
import {complain} from "./registry.ts";
import type {SourceFile} from "./source.ts";
import {countWords} from "./text.ts";

/** The lock knows which document was read, so a machine without it can tell another one's name. */
export function checkLockedSource(
  {registry, file}: Checking,
  source: SourceFile["source"],
  lock: Lock
): void {
  const locked = Object.hasOwn(lock.sources, source.id) ? lock.sources[source.id] : undefined;
  if (locked === undefined) return;
  for (const key of ["document", "sha256"] as const)
    if (source[key] !== locked[key])
      complain(registry, file, {
        code: "PL123",
        path: ["source", key],
        message: `is not the one that was verified: ${locked[key]}`,
        hint: "put it back, or verify again where the document is"
      });
}

/** How a fragment stands against the lock: whether it is vouched for, and in which line. */
export interface Standing {
  readonly line: number | null;
  readonly verified: boolean;
  readonly edited: boolean;
}

/**
 * Checks the length of a fragment, and tells how it stands against the lock. An edit of what was
 * read out of it is told too, but does not unsay that the document has the fragment.
 */
export function checkFragment(
  {registry, file, input, lock}: Checking & {readonly input: SourceFile; readonly lock: Lock},
  key: string,
  path: Path,
  record: Reading & {readonly says: string; readonly near?: string | undefined}
): Standing {
  const limit = input.source.quoteWords;
  for (const field of ["says", "near"] as const) {
    const text = record[field];
    if (text === undefined) continue;
    const words = countWords(text);
    if (words > limit)
      complain(registry, file, {
        code: "PL106",
        path: [...path, field],
        message: `has ${words > 100 ? "over 100" : words} words; this source allows ${limit}`,
        hint: "quote less, or set quoteWords: on the source"
      });
  }
  const locked: LockedFragment | undefined = lock.fragments[recordId(input.source.id, key)];
  if (locked === undefined) {
    // Only a source that names a document can be verified at all.
    if (input.source.document !== undefined)
      complain(registry, file, {
        code: "PL125",
        severity: "warning",
        path,
        atKey: true,
        message: "is not verified",
        hint: "run verify where the document is"
      });
    return {line: null, verified: false, edited: false};
  }
  if (locked.says !== record.says) {
    complain(registry, file, {
      code: "PL126",
      severity: "warning",
      path: [...path, "says"],
      message: `differs from what was verified: "${locked.says}"`,
      hint: "put the quote back and write the change as edited:, or verify again"
    });
    return {line: null, verified: false, edited: true};
  }
  checkReading({registry, file}, locked.reading, record, path);
  return {line: locked.line, verified: true, edited: false};
}

function checkReading(
  {registry, file}: Checking,
  locked: Reading | undefined,
  record: Reading,
  path: Path
): void {
  if (locked === undefined) return;
  for (const key of readingKeys) {
    const [was, is] = [spell(locked[key]), spell(record[key])];
    if (was === is) continue;
    complain(registry, file, {
      code: "PL126",
      severity: "warning",
      path: [...path, key],
      message:
        was === ""
          ? "was not there when this was verified"
          : `differs from what was verified: ${was}`,
      hint: "put it back, or verify again where the document is"
    });
  }
}

function spell(value: Reading[keyof Reading]): string {
  return value === undefined ? "" : [value].flat().join(", ");
}
