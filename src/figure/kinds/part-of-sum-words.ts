import {formatShort, formatSpoken} from "../../format.ts";
import type {Quantity} from "../../quantity.ts";
import {isStated} from "../../quantity.ts";
import type {Artboard} from "../kind.ts";
import {capital, hedgeWord, originWord} from "../labels.ts";
import {linkWidth} from "../glyphs.ts";
import type {Face} from "../advances.ts";
import type {Words} from "../svg.ts";
import {widthOf, wrapEvenly} from "../text.ts";
import {paint, size} from "../theme.ts";
import type {Paint} from "../theme.ts";
import type {Given, Said, Sum} from "./part-of-sum-data.ts";

/** A line of a block of words, its base line counted from the block's top. */
export type BlockLine = Words & {
  readonly role: string;
  /** Whether a link stands before it: the number was computed. */
  readonly linked?: boolean;
};

export interface Block {
  readonly lines: readonly BlockLine[];
  readonly width: number;
  readonly height: number;
}

interface Sizes {
  readonly name: number;
  readonly words: number;
  readonly amount: number;
}

/** Sizes of the words in a bar; large where it is all there is. */
export const sizes = {
  340: {small: {name: 18, words: 16, amount: 15}, large: {name: 20, words: 18, amount: 15}},
  640: {small: {name: 22, words: 18, amount: 17}, large: {name: 30, words: 24, amount: 19}}
} as const satisfies Record<Artboard, Record<"small" | "large", Sizes>>;

/** Where a block stands: its artboard, the sizes of its words, the room for a line. */
export interface Frame {
  readonly width: Artboard;
  readonly large: boolean;
  readonly room: number;
}

/** What the fill is, in which words, and the amount that follows from them. */
export function partBlock({share, amount}: Sum, name: string, frame: Frame): Block {
  const own = share.quantity.verbatim;
  const said = share.origin !== "edited";
  const isQuoted = said && isStated(share.quantity) && own !== "" && share.told !== null;
  return blockOf(
    {role: "name", text: capital(name), face: "sansStrong"},
    isQuoted
      ? {role: "words", text: `“${own}”`, face: "serif"}
      : {role: "words", text: spoken(share), face: "sans"},
    amount,
    frame
  );
}

/** What is said of the rest, and its amount; line for line beside those of the part. */
export function restBlock({remainder}: Sum, rest: string, frame: Frame): Block {
  return blockOf(
    {role: "name", text: "The rest", face: "sansStrong"},
    {role: "words", text: rest, face: "sans"},
    remainder,
    frame
  );
}

function spoken({quantity, origin}: Given): string {
  const word = isStated(quantity) ? originWord(origin) : "";
  return word === "" ? formatSpoken(quantity) : `${formatSpoken(quantity)}, ${word}`;
}

type Part = Pick<BlockLine, "role" | "text" | "linked"> & {readonly face: Face};

/** A name, words and an amount with its origin, one below the other, 6 px apart. */
function blockOf(name: Part, own: Part, given: Given | null, {width, large, room}: Frame): Block {
  const fontSizes = sizes[width][large ? "large" : "small"];
  const lines: BlockLine[] = [];
  let [y, wide] = [0, 0];
  const add = ({text, face, role, linked = false}: Part, fontSize: number): void => {
    const indent = linked ? linkWidth : 0;
    for (const [i, line] of wrapEvenly(text, face, fontSize, room - indent).entries()) {
      y += fontSize + 6;
      wide = Math.max(wide, widthOf(line, face, fontSize) + indent);
      const at = {text: line, x: indent, y: y - 6, size: fontSize};
      lines.push({...at, face, role: `${role}:${i}`, linked: linked && i === 0});
    }
  };
  add(name, fontSizes.name);
  add(own, fontSizes.words);
  if (given !== null) {
    const number = width === 640 ? formatSpoken(given.quantity) : formatShort(given.quantity);
    add({role: "amount", text: number, face: "sans"}, fontSizes.amount);
    const origin = originWord(given.origin);
    const linked = given.origin === "derived";
    if (origin !== "") add({role: "amount-from", text: origin, face: "sans", linked}, size.label);
  }
  return {lines, width: wide, height: y};
}

/** The words at a plumb line: the hedge, where there is one, and the value; x of their beginnings. */
export interface PlumbWords {
  readonly hedge: {readonly text: string; readonly x: number} | null;
  readonly value: {readonly text: string; readonly x: number};
  readonly from: number;
  readonly to: number;
}

/**
 * Parts a hedge from its value, the plumb line between them: "nearly", "half". Where one of them
 * would leave the artboard, both stand on the other side.
 */
export function plumbWords(quantity: Quantity, at: number, width: number): PlumbWords {
  const text = formatSpoken(quantity);
  const word = hedgeWord(quantity);
  const isApart = text.startsWith(`${word} `);
  const value = isApart ? text.slice(word.length + 1) : text;
  const valueLength = Math.ceil(widthOf(value, "sans", size.label));
  const length = isApart ? Math.ceil(widthOf(word, "sansStrong", size.label)) : 0;
  const [before, after, gap] = [at - 8, at + 8, isApart ? 5 : 0];
  const places = (): readonly [number, number] => {
    if (after + valueLength > width)
      return [before - valueLength - gap - length, before - valueLength];
    return before < length ? [after, after + length + gap] : [before - length, after];
  };
  const [from, x] = places();
  return {
    hedge: isApart ? {text: word, x: from} : null,
    value: {text: value, x},
    from: isApart ? from : x,
    to: x + valueLength
  };
}

/** A line of a quotation in pieces, of which the bar stands against some: these are stressed. */
export type Pieces = readonly {readonly text: string; readonly stressed: boolean}[];

/** Breaks a quotation into lines, and lines into pieces; `stress` are words to be stressed in it. */
export function quoteLines(
  {says}: Said,
  stress: readonly string[],
  fontSize: number,
  room: number
): Pieces[] {
  const spans = stress.flatMap((words): [number, number][] => {
    const from = says.indexOf(words);
    return from < 0 ? [] : [[from, from + words.length]];
  });
  let start = 0;
  // Stressed words are heavier, hence a little wider.
  return wrapEvenly(says, "serif", fontSize, room * 0.97).map((line) => {
    const own = spans.map(([from, to]) => [from - start, to - start] as const);
    start += line.length + 1;
    const cuts = [0, ...own.flat(), line.length]
      .filter((cut) => cut >= 0 && cut <= line.length)
      .sort((a, b) => a - b);
    return cuts.slice(1).flatMap((cut, i) => {
      const from = cuts[i]!;
      const stressed = own.some(([a, b]) => a <= from && cut <= b);
      return cut === from ? [] : [{text: line.slice(from, cut), stressed}];
    });
  });
}

/** The paint of a line of a block: on a fill its own, else amounts are muted. */
export function paintOf({role}: BlockLine, onFill: boolean): Paint {
  if (onFill) return paint.onFill;
  return role.startsWith("amount") ? paint.muted : paint.ink;
}
