/** Stands for a bound number in flattened text, which nothing else then joins on to. */
export const boundMark = "\uFFFC";
/** Stands for each character that a waiver covers, or that no lint is to read. */
export const opaque = "\uFFFD";

/** The text of one block, without markup, and the source offset of each of its characters. */
export interface Flat {
  text: string;
  readonly offsets: number[];
}

/** Adds characters to a flat text, each with its offset in the source. */
export function append(flat: Flat, text: string, offsets: readonly number[]): void {
  flat.text += text;
  for (let i = 0; i < text.length; ++i) flat.offsets.push(offsets[i] ?? offsets.at(-1) ?? 0);
}

const reference = /&(?:#[xX][0-9a-fA-F]{1,6}|#[0-9]{1,7}|[A-Za-z][A-Za-z0-9]{0,31});/y;
const escape = /\\[!-/:-@[-`{-~]/y;

/**
 * The source offset of each character of a decoded text: Markdown drops backslashes, decodes
 * character references, and leaves out the prefixes of lists and quotations at a line's start.
 * `decode` gives the characters of one reference.
 */
export function alignText(
  value: string,
  source: string,
  start: number,
  end: number,
  decode: (reference: string) => string
): number[] {
  const offsets: number[] = [];
  let at = start;
  const written = (pattern: RegExp): string | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(source);
    return found === null || at + found[0].length > end ? null : found[0];
  };
  while (offsets.length < value.length) {
    const i = offsets.length;
    if (source[at] === "\\" && written(escape) !== null) {
      offsets.push(at);
      at += 2;
    } else if (source[at] === "&" && written(reference) !== null) {
      const found = written(reference)!;
      const decoded = decode(found);
      for (let k = 0; k < decoded.length; ++k) offsets.push(at);
      at += found.length;
    } else if (value[i] === "\n" || source[at] === value[i]) {
      while (source[at] !== value[i] && at < end) at++;
      offsets.push(at);
      at++;
      if (value[i] === "\n") while (/[ \t>]/.test(source[at] ?? "") && at < end) at++;
    } else if (at >= end) {
      offsets.push(Math.max(start, end - 1));
    } else {
      // The source has something that the value has not: go on to where they meet again.
      at++;
    }
  }
  return offsets.slice(0, value.length);
}
