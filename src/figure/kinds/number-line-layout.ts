import {formatSpoken} from "../../format.ts";
import {linkWidth} from "../glyphs.ts";
import {isStated} from "../../quantity.ts";
import type {Artboard} from "../kind.ts";
import {widthOf, wrapEvenly} from "../text.ts";
import {size} from "../theme.ts";
import {column, spanOf} from "./number-line-axis.ts";
import type {Axis} from "./number-line-axis.ts";
import {groups} from "./number-line-rows.ts";
import type {Group, Row} from "./number-line-rows.ts";

/** A row with its place on the artboard; y are base lines, `line` is where its mark lies. */
export interface PlacedRow {
  readonly row: Row;
  readonly label: readonly {readonly text: string; readonly y: number}[];
  readonly says: readonly {readonly text: string; readonly y: number}[];
  readonly line: number;
  /** Whether the mark lies on the label's line, after it. */
  readonly inline: boolean;
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

const top = 28;
const axisHeight = 30;
const gap = {340: 16, 640: 10} as const;
/** From how many px on rows give up their words for room. */
const limit = {340: 397, 640: 420} as const;

/** What rows give up for room: their words, or that these keep clear of the plumb line. */
interface Given {
  readonly brief: readonly Group[];
  readonly clear: readonly Group[];
}

/** In the order in which rows give things up. */
const givenUp: readonly Given[] = [[], ["articles"], ["articles", "beside"]].flatMap((brief) =>
  [groups, ["articles", "context", "beside"], ["articles", "beside"], ["articles"], []].map(
    (clear) => ({brief, clear}) as Given
  )
);

/**
 * Places rows from the top down, in their order, with a line between groups. Where they are too
 * high, words of our own cross the plumb line, then others'; where several groups are, the articles'
 * rows, which come first in a story, are brief, then lengths as well, if that makes room enough.
 * Where the artboard is higher than they need, rows move apart, but not so far that they part.
 */
export function placeRows(
  rows: readonly Row[],
  axis: Axis,
  width: Artboard,
  height = 0
): Placement {
  const several = new Set(rows.map(({group}) => group)).size > 1;
  const tried = givenUp
    .filter(({brief}) => several || brief.length === 0)
    .map((given) => ({given, placement: place(rows, axis, width, given, 0)}));
  const {given, placement} =
    tried.find(({placement}) => placement.height <= limit[width]) ?? tried[0]!;
  const slack = Math.max(0, height - placement.height) / Math.max(1, rows.length);
  return slack < 1 ? placement : place(rows, axis, width, given, Math.min(slack, 110));
}

/** What a row says of its hedge on the picture, in words that may be too long, and in few. */
export function notesOf({row, says}: PlacedRow): [string, ...string[]] {
  if (row.crossed !== null) return [row.crossed];
  if (row.others.length > 0) return ["sources disagree"];
  if (row.group === "beside") return [formatSpoken(row.quantity)];
  // Our own words for a number stand beside its mark where they stand nowhere else.
  return says.length === 0 && !row.isQuote && isStated(row.quantity)
    ? [`${formatSpoken(row.quantity)}, ${row.word}`, row.word]
    : [row.word];
}

function place(
  rows: readonly Row[],
  axis: Axis,
  width: Artboard,
  {brief, clear}: Given,
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
    const room = clear.includes(row.group) && axis.plumbAt !== null ? axis.plumbAt - 6 : 340;
    const next =
      width === 640 ? placeWide(row, y, isBrief) : placeNarrow(row, y, isBrief, room, axis);
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
  // A label alone stands on the line that its note stands on.
  const first = y + (says.length === 0 ? 15 : 12);
  return {
    row,
    label: label.map((text, i) => ({text, y: first + i * size.line})),
    says: says.map((text, i) => ({text, y: y + 13 + (label.length + i) * size.line + 1})),
    line: y + ((label.length + says.length) * size.line) / 2,
    inline: false,
    bottom: y + (label.length + says.length) * size.line
  };
}

function placeNarrow(row: Row, y: number, isBrief: boolean, room: number, axis: Axis): PlacedRow {
  const label = wrapEvenly(row.label, "sansStrong", size.label, room);
  const says = isBrief || !isStated(row.quantity) ? [] : sayLines(row, room);
  const inline = label.length === 1 && fitsBefore(row, label[0]!, axis);
  const height = (label.length + says.length) * size.line;
  const line = y + (inline ? 7 : height + (row.group === "beside" ? 15 : isBrief ? 7 : 12));
  return {
    row,
    label: label.map((text, i) => ({text, y: y + 12 + i * size.line})),
    says: says.map((text, i) => ({text, y: y + 13 + (label.length + i) * size.line})),
    line,
    inline,
    bottom: inline ? y + height - 4 : line + (isBrief ? 5 : 8)
  };
}

/** Whether a place on the line lies after its label, which then stands on that line with its note. */
function fitsBefore(row: Row, label: string, axis: Axis): boolean {
  const {group, others, origin, crossed, word} = row;
  const span = spanOf(row, axis);
  if (group === "beside" || others.length > 0 || span === null) return false;
  const start = widthOf(label, "sansStrong", size.label) + 6;
  const link = origin === "derived" ? linkWidth : 0;
  const note = widthOf(crossed ?? word, "sans", size.label) + link + 7;
  return start + note <= span[0] || (start <= span[0] && span[1] + note <= 340);
}

function sayLines(row: Row, width: number): string[] {
  return row.isQuote
    ? wrapEvenly(row.says, "serif", size.quote, width)
    : wrapEvenly(row.says, "sans", size.label, width);
}
