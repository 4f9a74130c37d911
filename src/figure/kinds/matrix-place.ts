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
