import {recedes} from "../emphasis.ts";
import type {Drawing} from "../kind.ts";
import type {Words} from "../svg.ts";
import type {Matrix} from "./matrix-data.ts";
import {middleOf, nameMark, silenceMark, tieMark, wholeMark} from "./matrix-marks.ts";
import type {Disc, Part} from "./matrix-marks.ts";

/**
 * The cells of a row, for the documents that share its discs: each has its part of a disc where it
 * names the column, and a dot where it does not; a cell that none of them names has one dot.
 */
export function cellMarks(
  drawing: Drawing,
  matrix: Matrix,
  {row, sides}: {readonly row: string; readonly sides: readonly number[]},
  discAt: (column: number) => Disc
): SVGElement[] {
  const partOf = (side: number): Part =>
    sides.length === 1 ? "whole" : side === sides[0] ? "left" : "right";
  const silent: (readonly [number, number])[] = [];
  const marks = matrix.columns.flatMap((column, i) => {
    const disc = discAt(i);
    const own = matrix.ties.filter(
      (tie) => tie.row === row && tie.column === column && sides.includes(tie.side)
    );
    const [first] = own;
    if (first === undefined) {
      silent.push([disc.x, disc.y]);
      return [];
    }
    const parts = own.map((tie) =>
      tieMark(drawing, matrix, tie, {...disc, part: partOf(tie.side)})
    );
    if (own.length === sides.length) return parts;
    for (const side of sides)
      if (side !== first.side) silent.push([middleOf(disc, partOf(side)), disc.y]);
    return [wholeMark(drawing, disc, `whole:${first.id}`), ...parts];
  });
  if (silent.length === 0) return marks;
  return [silenceMark(drawing, silent, `silent:${row}:${sides.join("")}`), ...marks];
}

/** The names of the columns, each with emphasis if a step has it on one of their cells. */
export function columnNames(
  drawing: Drawing,
  {columns, ties}: Matrix,
  at: (column: number) => Pick<Words, "x" | "y" | "anchor">
): SVGElement[] {
  return columns.map((column, i) => {
    const own = ties.filter((tie) => tie.column === column).flatMap(({ids}) => ids);
    const line = {...at(i), text: drawing.records.entity(column).name, key: `column:${column}`};
    return nameMark(drawing, line, recedes(drawing.highlight, ...own));
  });
}

/** The name of a row, with emphasis if a step has it on one of its cells, or on what stands instead. */
export function rowName(
  drawing: Drawing,
  {ties, asides}: Matrix,
  row: string,
  at: Pick<Words, "x" | "y" | "anchor">
): SVGElement {
  const own = [
    ...ties.filter((tie) => tie.row === row).flatMap(({ids}) => ids),
    ...asides.filter((aside) => aside.row === row).map(({id}) => id)
  ];
  const line = {...at, text: drawing.records.entity(row).name, key: `row:${row}`};
  return nameMark(drawing, line, recedes(drawing.highlight, ...own));
}
