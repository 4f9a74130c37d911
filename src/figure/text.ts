import {advances, signs} from "./advances.ts";
import type {Face} from "./advances.ts";

const offsets = new Map([...signs].map((sign, i) => [sign, 95 + i]));

/**
 * Width of a text in px, a little more than it is drawn: widths without kerning. A character that
 * the table does not have counts as an em if it is wide (CJK), else as a broad letter.
 */
export function widthOf(text: string, face: Face, fontSize: number): number {
  const widths = advances[face];
  let total = 0;
  for (const character of text) {
    const code = character.codePointAt(0)!;
    const index = code >= 32 && code < 127 ? code - 32 : offsets.get(character);
    total += (index === undefined ? undefined : widths[index]) ?? (code >= 0x2e80 ? 1000 : 640);
  }
  return (total * fontSize) / 1000;
}

/**
 * Breaks a text into lines of at most `width` px, at spaces, or inside a word that alone is wider.
 * Lines are as many as needed and never empty.
 */
export function wrap(text: string, face: Face, fontSize: number, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/ +/).flatMap((word) => pieces(word, face, fontSize, width))) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && widthOf(longer, face, fontSize) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  if (line !== "") lines.push(line);
  return lines;
}

/** As `wrap`, in lines as even as its number of lines allows. */
export function wrapEvenly(text: string, face: Face, fontSize: number, width: number): string[] {
  const lines = wrap(text, face, fontSize, width);
  if (lines.length < 2) return lines;
  let best = lines;
  for (let narrower = width; narrower > width / 2; narrower -= 4) {
    const tried = wrap(text, face, fontSize, narrower);
    // Words broken at another width can also make fewer.
    if (tried.length !== lines.length) break;
    best = tried;
  }
  return best;
}

function pieces(word: string, face: Face, fontSize: number, width: number): string[] {
  if (widthOf(word, face, fontSize) <= width) return [word];
  const parts: string[] = [];
  let part = "";
  for (const character of word) {
    if (part !== "" && widthOf(part + character, face, fontSize) > width) {
      parts.push(part);
      part = character;
    } else part += character;
  }
  parts.push(part);
  return parts;
}
