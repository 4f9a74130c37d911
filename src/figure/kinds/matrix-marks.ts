import {recedes} from "../emphasis.ts";
import {line, path} from "../glyphs.ts";
import type {Drawing} from "../kind.ts";
import {openEndMark, styleOf} from "../marks.ts";
import {element, group, words} from "../svg.ts";
import type {Words} from "../svg.ts";
import {paint} from "../theme.ts";
import type {Link, Matrix, Tie} from "./matrix-data.ts";

/** A disc's place: its centre and radius, px. */
export interface Disc {
  readonly x: number;
  readonly y: number;
  readonly r: number;
}

/** A document's part of a disc: all of it, or its left or right half. */
export type Part = "whole" | "left" | "right";

/** What is drawn of a cell that a document has: its part of the disc, with the document's letter. */
export function tieMark(
  {document, highlight}: Drawing,
  {sides}: Matrix,
  {id, ids, side}: Tie,
  {part, ...disc}: Disc & {readonly part: Part}
): SVGElement {
  return group(document, `tie:${id}`, {record: id}, recedes(highlight, ...ids), [
    path(document, outline(disc, part), {fill: paint.accent}),
    words(document, {
      text: sides[side]!.letter,
      x: middleOf(disc, part),
      y: disc.y + 5.5,
      face: "sansStrong",
      anchor: "middle",
      fill: paint.onFill
    })
  ]);
}

/** The middle of a part of a disc, px. */
export function middleOf({x, r}: Disc, part: Part): number {
  return part === "whole" ? x : x + (part === "left" ? -1 : 1) * r * 0.48;
}

// Of the same two arcs whatever the part is, so that a whole disc can turn into a half: an arc
// without a radius is a straight line. A pixel of paper parts the halves.
function outline({x, y, r}: Disc, part: Part): string {
  const start = x + (part === "left" ? -0.75 : part === "right" ? 0.75 : 0);
  const [left, right] = [part === "right" ? 0 : r, part === "left" ? 0 : r];
  return `M${start},${y - r}a${left},${r} 0 0 0 0,${2 * r}a${right},${r} 0 0 0 0,${-2 * r}z`;
}

/** Round a disc of which a part is silent. */
export function wholeMark({document}: Drawing, {x, y, r}: Disc, key: string): SVGElement {
  return element(document, "circle", {
    cx: x,
    cy: y,
    r: r - 0.5,
    fill: "none",
    stroke: paint.rule,
    "data-key": key
  });
}

/** Silence: a dot where a document names nothing. */
export function silenceMark(
  {document}: Drawing,
  points: readonly (readonly [number, number])[],
  key: string
): SVGElement {
  return path(document, points.map(([x, y]) => `M${x},${y}h0`).join(""), {
    stroke: paint.muted,
    "stroke-width": 4.5,
    "stroke-linecap": "round",
    "data-key": key
  });
}

export interface Open {
  readonly key: string;
  /** Where the open end starts, px, on an axis; `middle` is across it. */
  readonly axis: "x" | "y";
  readonly at: number;
  readonly middle: number;
  readonly fade: number;
  readonly receding: boolean;
  readonly words: readonly Words[];
}

/** A list's open end, with the document's own word for it. */
export function openMark({document}: Drawing, open: Open): SVGElement {
  const {key, receding, words: lines, ...place} = open;
  const options = {...place, thickness: 9, style: styleOf("seed"), scale: Number, id: key};
  return group(document, `open:${key}`, {}, receding, [
    ...openEndMark(document, open.at, options),
    ...lines.map((line) => words(document, line))
  ]);
}

/** A bracket or rule from one name to another, with the word that says what joins them. */
export function linkMark(
  {document, highlight}: Drawing,
  {id}: Link,
  d: string | null,
  word: Words
): SVGElement {
  return group(document, `link:${id}`, {record: id}, recedes(highlight, id), [
    d === null ? null : path(document, d, {stroke: paint.ink, "stroke-width": 1.5}),
    words(document, word)
  ]);
}

/** A name at the head of a row or column; without emphasis if a step has it elsewhere. */
export function nameMark({document}: Drawing, line: Words, receding: boolean): SVGElement {
  return words(document, {
    ...line,
    face: receding ? "sans" : "sansStrong",
    fill: receding ? paint.muted : paint.ink
  });
}

/** A hairline that parts rows. */
export function ruleMark({document, width}: Drawing, y: number, key: string): SVGElement {
  return line(document, [0, y, width, y], {stroke: paint.rule, "data-key": key});
}
