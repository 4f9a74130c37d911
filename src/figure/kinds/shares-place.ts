import type {Artboard} from "../kind.ts";
import {openingWidth, placeLarge, placeNarrow, placeWide} from "./shares-lines.ts";
import type {Fit, PlacedRow} from "./shares-lines.ts";
import type {Row} from "./shares-rows.ts";

export interface Placement {
  readonly rows: readonly PlacedRow[];
  /** Length of a bar, px. */
  readonly bar: number;
  readonly height: number;
}

type Count = "one" | "two" | "many";

const fits: Readonly<Record<Artboard, Readonly<Record<Count, Fit>>>> = {
  340: {
    one: {thickness: 36, bar: 340, opening: 22, noun: 30, quote: 17, gap: 0},
    two: {thickness: 36, bar: 340, opening: 17, noun: 22, quote: 15, gap: 18},
    many: {thickness: 18, bar: 80, opening: 17, noun: 23, quote: 15, gap: 11}
  },
  640: {
    one: {thickness: 54, bar: 640, opening: 26, noun: 38, quote: 19, gap: 0},
    two: {thickness: 54, bar: 640, opening: 19, noun: 26, quote: 17, gap: 26},
    many: {thickness: 46, bar: 130, opening: 19, noun: 26, quote: 17, gap: 20}
  }
};

/** How thick the bar of a row that stands alone may get, px. */
const thickest = 220;

/** Which row is the first to share out something else, and what is said of it there. */
export interface Remark {
  readonly id: string;
  readonly text: string;
}

/**
 * Places rows from the top down. One fills the figure, two its halves; more have short bars and
 * their nouns below one another, and what room is left parts them.
 */
export function placeShares(
  rows: readonly Row[],
  width: Artboard,
  height = 0,
  remark: Remark | null = null
): Placement {
  const count: Count = rows.length === 1 ? "one" : rows.length === 2 ? "two" : "many";
  const fit = fits[width][count];
  const opens = Math.max(...rows.map((row) => openingWidth(row, fit)));
  const placeRow = (row: Row, top: number, thickness = fit.thickness): PlacedRow => {
    const said = row.id === remark?.id ? remark.text : null;
    if (count !== "many") return placeLarge(row, top, {...fit, thickness}, width, said);
    return width === 340
      ? placeNarrow(row, top, fit, said)
      : placeWide(row, top, fit, fit.bar + 16 + opens + 8, said);
  };
  const heights = rows.map((row) => placeRow(row, 0).bottom);
  const sum = heights.reduce((total, height) => total + height + fit.gap, 4 - fit.gap);
  const left = Math.max(0, height - sum);
  const slack = Math.min(110, Math.floor(left / Math.max(1, rows.length - 1)));
  let y = 2;
  const placed = rows.map((row, i) => {
    const thickness = count === "one" ? Math.min(thickest, fit.thickness + left) : fit.thickness;
    const next = placeRow(row, y, thickness);
    y =
      count === "many"
        ? next.bottom + fit.gap + slack
        : 2 + Math.max(Math.floor(height / 2), heights[i]! + fit.gap);
    return next;
  });
  return {rows: placed, bar: fit.bar, height: Math.ceil(sum)};
}
