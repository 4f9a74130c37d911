import {linkMark, linkWidth} from "../glyphs.ts";
import type {Artboard, Drawing} from "../kind.ts";
import {drawnAs, extentOf} from "../parts.ts";
import {boxOf, overlap, words} from "../svg.ts";
import type {Box, Words} from "../svg.ts";
import {widthOf} from "../text.ts";
import {fixed, paint, size} from "../theme.ts";
import {spanOf} from "./number-line-axis.ts";
import type {Axis} from "./number-line-axis.ts";
import {notesOf} from "./number-line-layout.ts";
import type {PlacedRow} from "./number-line-layout.ts";

/** The words of a row, which stand beside the line or over it. */
export function textsOf({row, label, says}: PlacedRow): Words[] {
  return [
    ...label.map(({text, y}, i): Words => ({
      text,
      x: 0,
      y,
      face: "sansStrong",
      fill: row.group === "context" ? paint.context : paint.ink,
      halo: true,
      key: `who:${row.id}:${i}`
    })),
    ...says.map(({text, y}, i): Words => ({
      text,
      x: 0,
      y,
      face: row.isQuote ? "serif" : "sans",
      size: row.isQuote ? size.quote : size.label,
      halo: true,
      key: `says:${row.id}:${i}`
    }))
  ];
}

export interface PlacedNote {
  readonly text: string;
  /** Where the words end; the base line. */
  readonly x: number;
  readonly y: number;
  readonly linked: boolean;
  readonly box: Box;
}

/**
 * The hedge in words. Where words stand before the line, over it, ended by the plumb line; else on
 * it, before the mark or after it. Lengths have theirs after them. None cuts the plumb line if it can
 * be helped.
 */
export function placeNote(placed: PlacedRow, axis: Axis, width: Artboard): PlacedNote {
  const {range, plumbAt} = axis;
  const {row, line, inline} = placed;
  const linked = row.origin === "derived" && extentOf(row.quantity).length > 0;
  const lengthOf = (text: string) => widthOf(text, "sans", size.label) + (linked ? linkWidth : 0);
  const at = (text: string, x: number, y: number): PlacedNote => ({
    text,
    x,
    y,
    linked,
    box: {...boxOf({text, x, y, anchor: "end"}), x0: x - lengthOf(text)}
  });
  const texts = notesOf(placed);
  const span = spanOf(row, axis);
  if (span === null) return at(texts[0], range[0] + 8 + lengthOf(texts[0]), line + 5);
  const beside = row.group === "beside";
  const after = span[1] + 7;
  const before = span[0] - 7;
  const wide = width === 640;
  const beyond = textsOf(placed).map((text) => boxOf(text).x1);
  const own = wide ? Math.max(...beyond.map((x) => x + 12), range[0]) : inline ? beyond[0]! + 6 : 0;
  const isOver = wide && !beside && placed.says.length > 0;
  // In a column along the plumb line; over its own mark a bracket has the place.
  const column = plumbAt === null || row.others.length > 0 ? before : plumbAt - fixed.dot - 7;
  const edge =
    isOver && Math.max(...extentOf(row.quantity)) <= (axis.plumb ?? Infinity) ? column : before;
  const clear = (from: number, to: number) =>
    plumbAt === null || to + 4 <= plumbAt || plumbAt + 4 <= from;
  const y = isOver ? line - 12 : line + 5;
  for (const text of texts) {
    const length = lengthOf(text);
    if (!beside && edge - length >= own && clear(edge - length, edge)) {
      return at(text, edge, y);
    }
    if (after + length <= width && clear(after, after + length)) {
      return at(text, after + length, line + 5);
    }
  }
  const text = texts.at(-1)!;
  const length = lengthOf(text);
  if (beside && wide) return at(text, range[0] + length, line - 17);
  if (isOver) return at(text, Math.min(width, before + 7 + length), y);
  // What the edge pushes back onto its own mark stands over it.
  const end = Math.min(width, after + length);
  return at(text, end, end - length < after ? line - 11 : line + 5);
}

const noEnd = "no upper end";

/**
 * On the wide artboard: that an open end is none. After the mark, or for a length under its note,
 * where there is room.
 */
export function placeTail(
  placed: PlacedRow,
  axis: Axis,
  width: Artboard
): (Words & {readonly box: Box}) | null {
  const {row, line, label, says} = placed;
  const span = spanOf(row, axis);
  if (width === 340 || drawnAs(row.quantity) !== "open-above" || span === null) return null;
  const beside = row.group === "beside";
  if (beside && label.length + says.length < 3) return null;
  const note = placeNote(placed, axis, width);
  const atMark: Words = beside
    ? {text: noEnd, x: note.x, y: note.y + size.line, anchor: "end", key: `tail:${row.id}`}
    : {text: noEnd, x: span[1] + 8, y: line + 5, key: `tail:${row.id}`};
  // Where the note stands after the mark, the tail stands after the note.
  const isAfter = !beside && overlap(boxOf(atMark), note.box);
  const tail = isAfter ? {...atMark, x: note.box.x1 + 10} : atMark;
  const box = boxOf(tail);
  const cutsPlumb = axis.plumbAt !== null && box.x0 - 4 < axis.plumbAt && axis.plumbAt < box.x1 + 4;
  return cutsPlumb || box.x1 > width ? null : {...tail, box};
}

/** The note, with a link where the number was computed. */
export function noteMark(
  {document, width, highlight}: Drawing,
  placed: PlacedRow,
  axis: Axis
): SVGElement[] {
  const {row} = placed;
  const {text, x, y, linked, box} = placeNote(placed, axis, width);
  const tail = placeTail(placed, axis, width);
  const plain = highlight.length > 0 ? paint.ink : paint.muted;
  const fill = row.origin === "edited" ? paint.edited : plain;
  return [
    words(document, {
      text,
      x,
      y,
      anchor: "end",
      fill: row.crossed !== null ? paint.warm : fill,
      halo: true,
      key: `note:${row.id}`
    }),
    ...(tail === null ? [] : [words(document, {...tail, fill})]),
    ...(linked ? [linkMark(document, box.x0 + 8, y - 5, `link:${row.id}`)] : [])
  ];
}
