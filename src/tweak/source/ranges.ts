import type {Position} from "../../diagnostic.ts";

/** A part of a text, as UTF-16 offsets. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

// A quoted text, or all before what ends a plain one: a comment, a colon, white space at the end.
const word = /^(?:"(?:[^"\\]|\\.)*"?|'(?:[^']|'')*'?|.*?(?=\s*$|\s+#|:\s|:$))/;

/**
 * Makes a function from a diagnostic's position to the part of a text that it speaks of: from there
 * to the end of the key or the value on its line. A position outside the text gives the nearest one.
 */
export function rangesIn(text: string): (position: Position) => Range {
  // Lines end where a diagnostic's do.
  const ends = [...text.matchAll(/\r\n|\n|\r/g)];
  const starts = [0, ...ends.map(({0: end, index}) => index + end.length)];
  return ({line, column}) => {
    const i = Math.max(0, Math.min(line, starts.length) - 1);
    const end = ends[i]?.index ?? text.length;
    const from = line > starts.length ? end : Math.min(starts[i]! + Math.max(0, column - 1), end);
    const to = from + word.exec(text.slice(from, end))![0].length;
    // Where no word begins one sign is shown, the last of the line at its end; of an empty line none.
    if (to > from) return {from, to};
    return from < end ? {from, to: from + 1} : {from: Math.max(starts[i]!, end - 1), to: end};
  };
}

/** The one part in which two texts differ: what of the first it takes the place of, and the words. */
export function changeBetween(before: string, after: string): Range & {readonly insert: string} {
  const most = Math.min(before.length, after.length);
  let from = 0;
  while (from < most && before[from] === after[from]) from++;
  let same = 0;
  while (same < most - from && before.at(-1 - same) === after.at(-1 - same)) same++;
  return {from, to: before.length - same, insert: after.slice(from, after.length - same)};
}
