import {z} from "zod";

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
