import {linkMark, linkWidth} from "../glyphs.ts";
import type {Artboard, Drawing} from "../kind.ts";
import {drawnAs, extentOf} from "../parts.ts";
import {boxOf, words} from "../svg.ts";
import type {Box, Words} from "../svg.ts";
import {widthOf} from "../text.ts";
import {fixed, paint, size} from "../theme.ts";
import {notesOf} from "./number-line-layout.ts";
import type {PlacedRow} from "./number-line-layout.ts";
import type {Row} from "./number-line-rows.ts";

export interface Along {
  readonly scale: (value: number) => number;
  /** Where the line starts, px. */
  readonly start: number;
  /** Where "at most" is hatched from; undefined where the line does not show it. */
  readonly floor: number | undefined;
}

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

function isOpen({quantity}: Row): boolean {
  return drawnAs(quantity) === "open-above";
}

export interface PlacedNote {
  readonly text: string;
  /** Where the words end; the base line. */
  readonly x: number;
  readonly y: number;
  readonly linked: boolean;
  readonly box: Box;
}

/** The hedge in words, before the mark where there is room, else after it. */
export function placeNote(placed: PlacedRow, {scale, start}: Along, width: Artboard): PlacedNote {
  const {row, line} = placed;
  const linked = row.origin === "derived" && extentOf(row.quantity).length > 0;
  const lengthOf = (text: string) => widthOf(text, "sans", size.label) + (linked ? linkWidth : 0);
  const at = (text: string, x: number, y: number): PlacedNote => ({
    text,
    x,
    y,
    linked,
    box: {...boxOf({text, x, y, anchor: "end"}), x0: x - lengthOf(text)}
  });
  const texts = notesOf(row, width);
  const ends = [row.quantity, ...row.others].flatMap(extentOf).map(scale);
  if (ends.length === 0) return at(texts[0], start + 8 + lengthOf(texts[0]), line + 5);
  const beside = row.group === "beside";
  const open = isOpen(row) ? (beside ? fixed.barFade : fixed.fade) : 0;
  const after = Math.max(...ends) + open + 14;
  const before = Math.min(...ends) - fixed.dot - 7;
  const own = width === 340 ? 0 : Math.max(...textsOf(placed).map((text) => boxOf(text).x1)) + 12;
  const over = width === 640 && placed.says.length > 0 ? line - 8 : line + 5;
  for (const text of texts) {
    const length = lengthOf(text);
    if (!beside && before - length > own) return at(text, before, over);
    if (!beside && over < line) return at(text, before + 7 + length, over);
    if (after + length <= width) return at(text, after + length, line + 5);
  }
  const text = texts.at(-1)!;
  if (beside) return at(text, width, line + 5);
  return at(text, Math.max(before, lengthOf(text) + 1), over);
}

/** The note, with a link where the number was computed. */
export function noteMark(
  {document, width, highlight}: Drawing,
  placed: PlacedRow,
  along: Along
): SVGElement[] {
  const {row} = placed;
  const {text, x, y, linked, box} = placeNote(placed, along, width);
  return [
    words(document, {
      text,
      x,
      y,
      anchor: "end",
      fill: row.crossed !== null ? paint.warm : highlight.length > 0 ? paint.ink : paint.muted,
      halo: true,
      key: `note:${row.id}`
    }),
    ...(linked ? [linkMark(document, box.x0 + 8, y - 5, `link:${row.id}`)] : [])
  ];
}
