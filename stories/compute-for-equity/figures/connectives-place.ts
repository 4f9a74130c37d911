import {quoted} from "../../../src/figure/labels.ts";
import type {Words} from "../../../src/figure/svg.ts";
import {wrapEvenly} from "../../../src/figure/text.ts";
import {paint, size} from "../../../src/figure/theme.ts";
import type {Argument, Saying} from "./connectives-argument.ts";
import {leavesOut} from "./connectives-argument.ts";
import type {Point} from "./connectives-arrow.ts";
import type {Tie} from "./connectives-records.ts";

/** A line of words, and what it is to the statement or map that it belongs to. */
export type Line = Omit<Words, "key"> & {readonly role: string; readonly index?: number};

export interface PlacedTie {
  readonly tie: Tie;
  readonly arrow: readonly Point[];
  readonly lines: readonly Line[];
  /** Whether it goes past what is between, which is what the step is about. */
  readonly isShortcut: boolean;
}

/** What is said without a connective. */
export interface PlacedSaying {
  readonly saying: Saying;
  readonly lines: readonly Line[];
}

export interface PlacedArgument {
  readonly ties: readonly PlacedTie[];
  readonly sayings: readonly PlacedSaying[];
  /** Words of no statement: who says what, and what the map is about. */
  readonly free: readonly Line[];
  /** From what all is tied to down to the arrows, as a path. */
  readonly trunk: string | null;
  /** Places of the lines where one voice ends and another begins. */
  readonly rules: readonly number[];
  readonly bottom: number;
}

/** Where words begin: the base line of the first, and how wide they may be. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly room: number;
}

/** Words broken into lines as even as they get. */
export function linesOf(
  role: string,
  text: string,
  {x, y, room}: Place,
  style: Pick<Words, "face" | "size" | "fill"> = {}
): Line[] {
  const {face = "sans", size: fontSize = size.label} = style;
  const step = fontSize + (fontSize > 20 ? 6 : 5);
  return wrapEvenly(text, face, fontSize, room).map((text, index) => ({
    ...style,
    role,
    index,
    text,
    x,
    y: y + index * step
  }));
}

/** Words beside the middle of their arrow. */
export function beside(
  role: string,
  text: string,
  {x, y, room}: Place,
  style: Pick<Words, "face" | "size" | "fill">
): Line[] {
  const lines = linesOf(role, text, {x, y: 0, room}, style);
  const up = Math.round(lines.at(-1)!.y / 2 - 5.5);
  return lines.map((line) => ({...line, y: y + line.y - up}));
}

/** The word that ties. */
export function wordLine({connective}: Tie, x: number, y: number, fontSize: number): Line {
  return {role: "word", text: quoted(connective), x, y, face: "serifStrong", size: fontSize};
}

/** Who says what stands below: strong where the source gives the word to somebody. */
export function heading(text: string, place: Place, index: number, isQuoted = false): Line[] {
  return linesOf(
    `who:${index}`,
    text,
    place,
    isQuoted ? {face: "sansStrong"} : {fill: paint.muted}
  );
}

/** What a shortcut leaves out, in the colour of what does not sit together. */
export function leftOutLines({leftOut}: Argument, place: Place): Line[] {
  const texts = [leavesOut, ...leftOut];
  const warm = {fill: paint.warm} as const;
  return texts.reduce<Line[]>((lines, text, i) => {
    const y = i === 0 ? place.y : lines.at(-1)!.y + size.line;
    return [...lines, ...linesOf(`left-out:${i}`, text, {...place, y}, warm)];
  }, []);
}
