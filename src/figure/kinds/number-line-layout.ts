import {formatSpoken} from "../../format.ts";
import {isStated} from "../../quantity.ts";
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
/** From how many px on rows give up their words for room. */
const limit = {340: 400, 640: 420} as const;

/** Groups whose rows keep to their label and mark, in the order in which they give up their words. */
const briefs: readonly (readonly Group[])[] = [[], ["articles"], ["articles", "beside"]];

/**
 * Places rows from the top down, in their order, with a line between groups. Where several groups
 * are too high, the articles' rows, which come first in a story, are brief, then lengths as well,
 * if that makes room enough.
 * Where the artboard is higher than they need, rows move apart, but not so far that they part.
 */
export function placeRows(rows: readonly Row[], width: Artboard, height = 0): Placement {
  const several = new Set(rows.map(({group}) => group)).size > 1;
  const tried = briefs
    .slice(0, several ? briefs.length : 1)
    .map((brief) => ({brief, placement: place(rows, width, brief, 0)}));
  const {brief, placement} =
    tried.find(({placement}) => placement.height <= limit[width]) ?? tried[0]!;
  const slack = Math.max(0, height - placement.height) / Math.max(1, rows.length);
  return slack < 1 ? placement : place(rows, width, brief, Math.min(slack, 110));
}

/** What a row says of its hedge on the picture, in words that may be too long, and in few. */
export function notesOf(row: Row, width: Artboard): [string, ...string[]] {
  if (row.crossed !== null) return [row.crossed];
  if (row.others.length > 0) return ["sources disagree"];
  if (row.group === "beside") return [formatSpoken(row.quantity)];
  // Our own words for a number stand beside its mark where there is no column for them.
  return width === 340 && !row.isQuote && isStated(row.quantity)
    ? [`${formatSpoken(row.quantity)}, ${row.word}`, row.word]
    : [row.word];
}

function place(
  rows: readonly Row[],
  width: Artboard,
  brief: readonly Group[],
  extra: number
): Placement {
  let y = top;
  let bottom = top;
  const placed: PlacedRow[] = [];
  const breaks: {group: Group; y: number}[] = [];
  const headings: {text: string; y: number}[] = [];
  let group: Group = "articles";
  for (const row of rows) {
    if (row.group !== group) {
      if (placed.length > 0) {
        breaks.push({group: row.group, y: (bottom + y) / 2 + 1});
        y += 6;
      }
      group = row.group;
      if (group === "beside") {
        headings.push({text: row.heading, y: y + 13});
        y += 24;
      }
    }
    const isBrief = brief.includes(row.group);
    const next = width === 340 ? placeNarrow(row, y, isBrief) : placeWide(row, y, isBrief);
    placed.push(next);
    bottom = next.bottom;
    y = bottom + (isBrief ? 8 : brief.length > 0 ? 10 : gap[width]) + extra;
  }
  const foot = bottom + (width === 340 ? 26 : 22);
  return {rows: placed, breaks, headings, foot, height: Math.ceil(foot + axisHeight)};
}

function placeWide(row: Row, y: number, isBrief: boolean): PlacedRow {
  const label = wrapEvenly(row.label, "sansStrong", size.label, column);
  const says = isBrief ? [] : sayLines(row, column);
  return {
    row,
    label: label.map((text, i) => ({text, y: y + 12 + i * size.line})),
    says: says.map((text, i) => ({text, y: y + 13 + (label.length + i) * size.line + 1})),
    line: y + ((label.length + says.length) * size.line) / 2,
    bottom: y + (label.length + says.length) * size.line
  };
}

function placeNarrow(row: Row, y: number, isBrief: boolean): PlacedRow {
  const label = wrapEvenly(row.label, "sansStrong", size.label, 340);
  const says = isBrief || !row.isQuote ? [] : sayLines(row, 340);
  const line = y + (isBrief ? 7 : 17) + (label.length + says.length) * size.line;
  return {
    row,
    label: label.map((text, i) => ({text, y: y + 12 + i * size.line})),
    says: says.map((text, i) => ({text, y: y + 13 + (label.length + i) * size.line})),
    line,
    bottom: line + (isBrief ? 5 : 8)
  };
}

function sayLines(row: Row, width: number): string[] {
  return row.isQuote
    ? wrapEvenly(row.says, "serif", size.quote, width)
    : wrapEvenly(row.says, "sans", size.label, width);
}
