import type {Artboard} from "../kind.ts";
import {widthOf, wrapEvenly} from "../text.ts";
import {paint, size} from "../theme.ts";
import type {Row} from "./shares-rows.ts";
import {heading, quotation, saysMore, told, verbOf} from "./shares-words.ts";
import type {Placed} from "./shares-words.ts";

/** A row with its lines; y are base lines. */
export interface PlacedRow {
  readonly row: Row;
  readonly lines: readonly Placed[];
  /** Middle of its bar. */
  readonly bar: number;
  readonly thickness: number;
  readonly top: number;
  readonly bottom: number;
}

/** Sizes of a row. */
export interface Fit {
  readonly thickness: number;
  readonly bar: number;
  readonly opening: number;
  readonly noun: number;
  readonly quote: number;
  /** Between rows. */
  readonly gap: number;
}

/** Width of the words up to a noun, px. */
export function openingWidth({opening}: Row, fit: Fit): number {
  return Math.ceil(widthOf(opening, "serifStrong", fit.opening));
}

/** A bar as long as the artboard is wide, its whole named at its end. */
export function placeLarge(
  row: Row,
  top: number,
  fit: Fit,
  width: Artboard,
  remark: string | null
): PlacedRow {
  const title = heading(row, width, top + 13, remark);
  const y = title.at(-1)!.y + 11;
  const under = y + fit.thickness;
  const wide = width === 640;
  const whole = `all of ${row.whole}`;
  const ends = row.counted || wide ? wrapEvenly(whole, "sans", size.label, width) : [];
  if (!row.counted) ends.push(wide ? "number not stated" : "the whole: number not stated");
  const end = ends.map((text, i): Placed => ({
    role: `all:${i}`,
    text,
    x: width,
    y: under + 20 + i * size.line,
    anchor: "end",
    fill: paint.muted
  }));
  // Beside the name of the whole where there is room, else below it.
  const longest = Math.max(...ends.map((text) => widthOf(text, "sans", size.label)));
  const beside = width - 24 - longest;
  const endsAt = end.at(-1)!.y;
  const first = wide ? under + 8 : endsAt + 4;
  // A verb leads to the phrase where that is the rest of its sentence.
  const leads = row.verbatim && saysMore(row);
  const start = first + (leads ? fit.quote + 10 : 4) + (wide ? fit.opening : fit.noun);
  const phrase = told(row, {x: 0, y: start, size: fit.opening}, fit.noun, wide ? beside : width);
  const below = {x: 0, y: phrase.at(-1)!.y + fit.quote + 9, size: fit.quote};
  const says = leads ? {...below, y: first + fit.quote} : below;
  const room = says.y - fit.quote >= endsAt ? width : beside;
  const lines = [
    ...title,
    ...end,
    ...(leads ? quotation(row, says, room) : []),
    ...phrase,
    ...(!leads && saysMore(row) ? quotation(row, says, room) : [])
  ];
  const bottom = lines.at(-1)!.y + 5;
  return {row, lines, bar: y + fit.thickness / 2, thickness: fit.thickness, top, bottom};
}

/** A short bar, and beside it words whose nouns begin at `nouns`. */
export function placeWide(
  row: Row,
  top: number,
  fit: Fit,
  nouns: number,
  remark: string | null
): PlacedRow {
  const x = fit.bar + 16;
  const title = heading(row, 640, top + 13, remark);
  const y = title.at(-1)!.y + 12;
  const noun = wrapEvenly(row.tail, "serifStrong", fit.noun, 640 - nouns);
  const more = saysMore(row);
  // Words stand beside the middle of their bar.
  const length = noun.length * (fit.noun + 4) + (more ? fit.quote + 6 : 0);
  const start = y + Math.max(0, Math.round((fit.thickness - length) / 2)) + fit.noun - 3;
  const under = start + (noun.length - 1) * (fit.noun + 4) + fit.quote + 8;
  const strong = {face: "serifStrong"} as const;
  const lines: Placed[] = [
    ...title,
    // Up to its noun, so that both read as one.
    {
      ...strong,
      role: "opening",
      text: row.opening,
      x: nouns - 8 - openingWidth(row, fit),
      y: start,
      size: fit.opening
    },
    ...noun.map((text, i): Placed => ({
      ...strong,
      role: `noun:${i}`,
      text,
      x: nouns,
      y: start + i * (fit.noun + 4),
      size: fit.noun
    })),
    ...(more ? quotation(row, {x, y: under, size: fit.quote}, 640 - x) : [])
  ];
  const bottom = Math.max(y + fit.thickness, lines.at(-1)!.y + 5);
  return {row, lines, bar: y + fit.thickness / 2, thickness: fit.thickness, top, bottom};
}

/** A short bar with the share beside it, and the noun below. */
export function placeNarrow(row: Row, top: number, fit: Fit, remark: string | null): PlacedRow {
  const title = heading(row, 340, top + 13, remark);
  const y = title.at(-1)!.y + 10;
  const x = fit.bar + 12;
  const base = y + fit.thickness - 4;
  const noun = wrapEvenly(row.tail, "serifStrong", fit.noun, 340);
  const nounY = base + fit.noun + 5;
  const strong = {face: "serifStrong"} as const;
  const shown: Placed[] = [
    {...strong, role: "opening", text: row.opening, x, y: base, size: fit.opening},
    ...noun.map((text, i): Placed => ({
      ...strong,
      role: `noun:${i}`,
      text,
      x: 0,
      y: nounY + i * (fit.noun + 4),
      size: fit.noun
    }))
  ];
  const lines = [...title, ...shown, ...underNarrow(row, shown.at(-1)!.y, base, fit)];
  const bottom = Math.max(...lines.map((line) => line.y)) + 5;
  return {row, lines, bar: y + fit.thickness / 2, thickness: fit.thickness, top, bottom};
}

// The verb alone stands at the end of the bar's line; words in which none leads stand below if one
// line has room for them.
function underNarrow(row: Row, last: number, base: number, fit: Fit): Placed[] {
  const below = {x: 0, y: last + fit.quote + 6, size: fit.quote};
  if (row.lead !== "") {
    const [verb] = verbOf(row, below);
    const start = fit.bar + 12 + openingWidth(row, fit) + 8;
    const fitting = start + widthOf(verb!.text, "serifStrong", fit.quote) <= 340;
    return fitting ? verbOf(row, {...below, x: 340, y: base, anchor: "end"}) : [verb!];
  }
  const fitting = saysMore(row) && widthOf(row.says, "serif", fit.quote) <= 340;
  return fitting ? quotation(row, below, 340) : [];
}
