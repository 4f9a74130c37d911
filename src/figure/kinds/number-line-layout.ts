import type {Artboard} from "../kind.ts";
import {wrapEvenly} from "../text.ts";
import {size} from "../theme.ts";
import type {Group, Row} from "./number-line-rows.ts";

/** A row with its place on the artboard; y are base lines, `line` is where its mark lies. */
export interface PlacedRow {
  readonly row: Row;
  readonly label: readonly {readonly text: string; readonly y: number}[];
  readonly says: readonly {readonly text: string; readonly y: number}[];
  readonly line: number;
  readonly bottom: number;
}

export interface Placement {
  readonly rows: readonly PlacedRow[];
  /** Lines between groups of rows. */
  readonly breaks: readonly {readonly group: Group; readonly y: number}[];
  /** Over lengths, what they measure. */
  readonly headings: readonly {readonly text: string; readonly y: number}[];
  /** Where the last row ends, and the axis stands. */
  readonly foot: number;
  readonly height: number;
}

/** Width of the words' column on the wide artboard; on the narrow one words stand over the line. */
export const column = 312;

const top = 28;
const axisHeight = 30;
const gap = {340: 16, 640: 10} as const;

/**
 * Places rows from the top down, in their order, with a line between groups.
 * Where the artboard is higher than they need, rows move apart, but not so far that they part.
 */
export function placeRows(rows: readonly Row[], width: Artboard, height = 0): Placement {
  const tight = place(rows, width, 0);
  const slack = Math.max(0, height - tight.height) / Math.max(1, rows.length);
  return slack < 1 ? tight : place(rows, width, Math.min(slack, 110));
}

/** What a row says of its hedge on the picture. */
export function noteOf(row: Row): string {
  return row.crossed ?? (row.others.length > 0 ? "sources disagree" : row.word);
}

function place(rows: readonly Row[], width: Artboard, extra: number): Placement {
  let y = top;
  const placed: PlacedRow[] = [];
  const breaks: {group: Group; y: number}[] = [];
  const headings: {text: string; y: number}[] = [];
  let group: Group = "articles";
  for (const row of rows) {
    if (row.group !== group) {
      if (placed.length > 0) breaks.push({group: row.group, y: y - gap[width] / 2});
      group = row.group;
      if (group === "beside") {
        headings.push({text: row.heading, y: y + 15});
        y += 26;
      } else if (placed.length > 0) y += 6;
    }
    const next = width === 340 ? placeNarrow(row, y) : placeWide(row, y);
    placed.push(next);
    y = next.bottom + gap[width] + extra;
  }
  const foot = y - gap[width] - extra + (width === 340 ? 28 : 22);
  return {rows: placed, breaks, headings, foot, height: Math.ceil(foot + axisHeight)};
}

function placeWide(row: Row, y: number): PlacedRow {
  const label = wrapEvenly(row.label, "sansStrong", size.label, column);
  const says = sayLines(row, column);
  return {
    row,
    label: label.map((text, i) => ({text, y: y + 12 + i * size.line})),
    says: says.map((text, i) => ({text, y: y + 13 + (label.length + i) * size.line + 1})),
    line: y + ((label.length + says.length) * size.line) / 2,
    bottom: y + (label.length + says.length) * size.line
  };
}

function placeNarrow(row: Row, y: number): PlacedRow {
  const label = wrapEvenly(row.label, "sansStrong", size.label, 340);
  const says = sayLines(row, 340);
  const line = y + 17 + (label.length + says.length) * size.line;
  return {
    row,
    label: label.map((text, i) => ({text, y: y + 12 + i * size.line})),
    says: says.map((text, i) => ({text, y: y + 13 + (label.length + i) * size.line})),
    line,
    bottom: line + 8
  };
}

function sayLines(row: Row, width: number): string[] {
  return row.isQuote
    ? wrapEvenly(row.says, "serif", size.quote, width)
    : wrapEvenly(row.says, "sans", size.label, width);
}
