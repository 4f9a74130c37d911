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
  return breakLines(measured(text, face, fontSize), width).map((line) => line.join(" "));
}

/** As `wrap`, in lines as even as its number of lines allows. */
export function wrapEvenly(text: string, face: Face, fontSize: number, width: number): string[] {
  const words = measured(text, face, fontSize);
  const lines = breakLines(words, width);
  if (lines.length < 2) return lines.map((line) => line.join(" "));
  let best = lines;
  for (let narrower = width; narrower > width / 2; narrower -= 4) {
    const tried = breakLines(words, narrower);
    // Words broken at another width can also make fewer.
    if (tried.length !== lines.length) break;
    best = tried;
  }
  return best.map((line) => line.join(" "));
}

interface Measured {
  readonly words: readonly {readonly word: string; readonly width: number}[];
  readonly space: number;
  widthOf(text: string): number;
}

// Widths are without kerning, so those of the words make that of a line.
function measured(text: string, face: Face, fontSize: number): Measured {
  const width = (text: string): number => widthOf(text, face, fontSize);
  const words = text.split(/ +/).map((word) => ({word, width: width(word)}));
  return {words, space: width(" "), widthOf: width};
}

function breakLines(text: Measured, width: number): string[][] {
  const lines: string[][] = [];
  let left = 0;
  const place = (word: string, wide: number): void => {
    const line = lines.at(-1);
    if (line !== undefined && text.space + wide <= left) {
      line.push(word);
      left -= text.space + wide;
    } else {
      lines.push([word]);
      left = width - wide;
    }
  };
  for (const {word, width: wide} of text.words) {
    if (word === "") continue;
    if (wide <= width) place(word, wide);
    else for (const part of pieces(word, text, width)) place(part, text.widthOf(part));
  }
  return lines;
}

function pieces(word: string, text: Measured, width: number): string[] {
  const parts: string[] = [];
  let part = "";
  for (const character of word) {
    if (part !== "" && text.widthOf(part + character) > width) {
      parts.push(part);
      part = character;
    } else part += character;
  }
  parts.push(part);
  return parts;
}
