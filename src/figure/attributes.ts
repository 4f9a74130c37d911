import {z} from "zod";
import {readTime} from "../time.ts";

/** An attribute that lists words of a closed set, split at spaces; `fallback` where it is absent. */
export function wordList<const Word extends string>(
  allowed: readonly [Word, ...Word[]],
  fallback: readonly Word[] = allowed
) {
  return listed(fallback.join(" ")).pipe(z.array(z.enum(allowed)));
}

/** An attribute that lists ids, split at spaces; none where it is absent. */
export function idList() {
  return listed("");
}

function listed(fallback: string) {
  return z
    .string()
    .prefault(fallback)
    .transform((text) => text.split(/\s+/).filter((word) => word !== ""));
}

/** An attribute that names a period by an EDTF string with an end: `2023-12`. */
export function period() {
  return z.string().refine((text) => {
    const time = readTime(text);
    return !("error" in time) && time.end !== null;
  }, "cannot be read as a period; write it as 2023-12");
}

/** Whether one period ends before another; false where either is missing or cannot be read. */
export function isBefore(period: string | undefined, other: string | undefined): boolean {
  if (period === undefined || other === undefined) return false;
  const [a, b] = [readTime(period), readTime(other)];
  return !("error" in a) && !("error" in b) && a.end !== null && b.end !== null && a.end < b.end;
}
