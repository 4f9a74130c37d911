import {findRoom} from "./room.ts";
import {words} from "./svg.ts";
import type {Box, Words} from "./svg.ts";
import {widthOf} from "./text.ts";
import {size} from "./theme.ts";

/** One line of a note; an indent leaves room for a sign before it. */
export interface NoteLine extends Pick<Words, "text" | "face" | "size" | "fill"> {
  readonly indent?: number;
}

export interface Block {
  readonly width: number;
  readonly height: number;
}

export interface Note {
  readonly lines: readonly NoteLine[];
  readonly box: Box;
}

/** Widths that a note's lines may have, px: the widest that finds room is taken. */
const widths = [230, 170, 130, 100] as const;

/**
 * Wraps a note in the widest way for which there is room near a point. Where nothing is free, it
 * stands over the marks in the area's first corner, and its halo keeps it legible.
 */
export function placeNote(
  lines: (width: number) => NoteLine[],
  target: {readonly x: number; readonly y: number},
  areas: readonly Box[],
  taken: readonly Box[]
): Note {
  for (const area of areas) {
    for (const width of widths) {
      const wrapped = lines(width);
      const box = findRoom(blockOf(wrapped), target, area, taken);
      if (box !== null) return {lines: wrapped, box};
    }
  }
  const wrapped = lines(widths[0]);
  return {lines: wrapped, box: boxAt(blockOf(wrapped), areas[0]!.x0, areas[0]!.y0)};
}

/** The room that lines take, px. */
export function blockOf(lines: readonly NoteLine[]): Block {
  const width = ({text, face = "sans", indent = 0, ...line}: NoteLine) =>
    widthOf(text, face, line.size ?? size.label) + indent;
  return {width: Math.max(0, ...lines.map(width)), height: lines.length * size.line};
}

/** A block as a box from its first corner. */
export function boxAt({width, height}: Block, x0: number, y0: number): Box {
  return {x0, y0, x1: x0 + width, y1: y0 + height};
}

/** The lines of a note as text, one element a line, keyed `<key>:<line>` if there is a key. */
export function noteText(
  document: Document,
  {lines, box}: Note,
  {key, ...rest}: Pick<Words, "fill" | "halo" | "key">
): SVGTextElement[] {
  return lines.map(({indent = 0, ...line}, i) =>
    words(document, {
      ...rest,
      ...line,
      x: box.x0 + indent,
      y: box.y0 + 15 + i * size.line,
      ...(key === undefined ? {} : {key: `${key}:${i}`})
    })
  );
}
