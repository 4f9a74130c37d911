import type {Artboard} from "../kind.ts";
import {widthOf} from "../text.ts";
import {size} from "../theme.ts";
import type {Matrix} from "./matrix-data.ts";

/**
 * The wide artboard: what is tied to stands in columns. All views have them at the same places, so
 * that discs only move up and down.
 */
export const wide = {
  radius: 24,
  /** The base line of the columns' names. */
  head: 46,
  /** Where rows begin. */
  top: 58,
  /** Where lists have their open ends. */
  end: 548
} as const;

/** How far apart columns are on the wide artboard, and where one's middle is, px. */
export function wideFrame({columns}: Matrix) {
  const start = 74;
  const pitch = (wide.end - start) / columns.length;
  return {pitch, columnAt: (column: number) => Math.round(start + pitch * (column + 0.5))};
}

/** The narrow artboard: what is tied to stands in rows, all views having them at the same places. */
export const narrow = {
  radius: 18,
  pitch: 48,
  top: 46,
  /** How long open ends are: shorter than elsewhere, since they point down. */
  fade: 20
} as const;

/** Where a column's row is on the narrow artboard, where lists end, and what stands below all. */
export function narrowFrame({columns}: Matrix) {
  const {top, pitch} = narrow;
  const end = top + pitch * columns.length + 4;
  return {columnAt: (column: number) => top + pitch * (column + 0.5), end, foot: end + 44};
}

/** Where a row's column is on the narrow artboard, where rows that tie something stand in columns. */
export function narrowRows({rows, ties}: Matrix) {
  const tied = rows.filter((row) => ties.some((tie) => tie.row === row));
  const start = 96;
  const pitch = (340 - start) / tied.length;
  return {tied, pitch, rowAt: (row: number) => Math.round(start + pitch * (row + 0.5))};
}

/** Between two words that stand side by side, px. */
const between = 4;

/** Throws where the headings of an artboard, or the discs below them, would lie over each other. */
export function checkRoom(
  width: Artboard,
  matrix: Matrix,
  nameOf: (id: string) => string,
  isInRows: boolean
): void {
  // A document's own row has its columns down the narrow artboard.
  if (width === 340 && !isInRows) return;
  const {pitch} = width === 340 ? narrowRows(matrix) : wideFrame(matrix);
  const headings = (width === 340 ? narrowRows(matrix).tied : matrix.columns).map(nameOf);
  const widths = headings.map((name) => widthOf(name, "sansStrong", size.label));
  const discs = 2 * (width === 340 ? narrow : wide).radius;
  const touching = widths.findIndex((own, i) => {
    const next = widths[i + 1];
    return next !== undefined && Math.max(discs, (own + next) / 2) + between > pitch;
  });
  if (touching < 0) return;
  const pair = headings.slice(touching, touching + 2).map((name) => `"${name}"`);
  throw new Error(
    `no room for ${headings.length} columns at ${width} px: ${pair.join(" and ")} touch`
  );
}
