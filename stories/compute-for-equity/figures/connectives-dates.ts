import {recedes} from "../../../src/figure/emphasis.ts";
import {line, path} from "../../../src/figure/glyphs.ts";
import type {Artboard, Drawing} from "../../../src/figure/kind.ts";
import {spread} from "../../../src/figure/room.ts";
import {element, group, words} from "../../../src/figure/svg.ts";
import type {Words} from "../../../src/figure/svg.ts";
import {wrapEvenly} from "../../../src/figure/text.ts";
import {paint, size} from "../../../src/figure/theme.ts";
import {formatTime, readTime} from "../../../src/time.ts";
import type {Dated} from "./connectives-records.ts";

interface PlacedDate {
  readonly dated: Dated;
  readonly when: string;
  readonly lines: readonly string[];
  /** Where it lies on the axis, and where its words begin. */
  readonly at: number;
  readonly y: number;
}

export interface Dates {
  readonly top: number;
  readonly axis: readonly [number, number];
  readonly placed: readonly PlacedDate[];
  /** Where the last words end. */
  readonly bottom: number;
}

const heading = {340: 34, 640: 56} as const;
/** How much of the room for words the axis takes: words spread around it. */
const share = {340: 0.45, 640: 0.62} as const;
/** Where the axis stands; on the wide artboard rules are left of it and decisions right. */
const axisX = {340: 14, 640: 320} as const;
const room = {340: 340 - 34, 640: 280} as const;
const lanes = {
  340: {rules: "US rule", own: "Alibaba"},
  640: {rules: "US chip rules", own: "Alibaba’s decisions"}
} as const;

/** Places events on a vertical axis of time below `top`; words move apart where they would touch. */
export function placeDates(dates: readonly Dated[], width: Artboard, top: number): Dates {
  const start = top + heading[width];
  const blocks = dates.map((dated) => {
    const lines = wrapEvenly(dated.what, "sans", size.label, room[width]);
    return {dated, lines, day: dayOf(dated.when), length: (lines.length + 1) * size.line};
  });
  const [first, last] = [blocks[0]?.day ?? 0, blocks.at(-1)?.day ?? 1];
  const sides =
    width === 640
      ? [blocks.filter(({dated}) => !dated.own), blocks.filter(({dated}) => dated.own)]
      : [blocks];
  const needed = Math.max(
    ...sides.map((side) => side.reduce((sum, {length}) => sum + length + 8, 0)),
    120
  );
  const scale = (day: number) =>
    start + 8 + ((day - first) / (last - first || 1)) * needed * share[width];
  // Days too close to tell apart on the axis move apart by as much as their marks need.
  const marks = spread(
    blocks.map(({day}) => ({at: scale(day), length: 12})),
    3
  );
  const at = new Map(blocks.map(({dated}, i) => [dated.id, marks[i]!]));
  const placed = sides.flatMap((side) => {
    const ys = spread(
      side.map(({dated, length}) => ({at: at.get(dated.id)! - 8, length})),
      8,
      start
    );
    return side.map(({dated, lines}, i) => ({
      dated,
      lines,
      when: formatTime(dated.when),
      at: at.get(dated.id)!,
      y: ys[i]!
    }));
  });
  const bottom = Math.max(start, ...placed.map(({y, lines}) => y + (lines.length + 1) * size.line));
  const ends = marks.length === 0 ? [start] : marks;
  return {top, axis: [Math.min(...ends), Math.max(...ends)], placed, bottom: Math.ceil(bottom + 4)};
}

/** Draws the axis and the events; nothing joins one event to another. */
export function drawDates(drawing: Drawing, {top, axis, placed}: Dates): SVGGElement {
  const {document, width} = drawing;
  const x = axisX[width];
  const rule = {stroke: paint.rule, "data-key": "rule:dates"};
  const lane = (text: string, at: number, anchor: "start" | "end", key: string) =>
    words(document, {
      text,
      x: at,
      y: top + 48,
      anchor,
      face: "sansStrong",
      fill: paint.context,
      key
    });
  return element(document, "g", {}, [
    line(document, [0, top + 4, width, top + 4], rule),
    words(document, {
      text: "Context: dates from elsewhere",
      x: 0,
      y: top + 26,
      fill: paint.context,
      key: "heading:dates"
    }),
    ...(width === 640
      ? [
          lane(lanes[width].rules, x - 16, "end", "lane:rules"),
          lane(lanes[width].own, x + 16, "start", "lane:own")
        ]
      : []),
    line(document, [x, axis[0], x, axis[1]], {stroke: paint.muted, "data-key": "axis:time"}),
    ...placed.map((date) => drawDate(drawing, date, x))
  ]);
}

function drawDate(
  {document, highlight, width}: Drawing,
  {dated, when, lines, at, y}: PlacedDate,
  x: number
): SVGGElement {
  const {id, own} = dated;
  const left = width === 640 && !own;
  const side = left ? -1 : 1;
  const common: Pick<Words, "x" | "anchor"> = {x: x + side * 20, anchor: left ? "end" : "start"};
  const lane = width === 640 ? "" : `, ${own ? lanes[width].own : lanes[width].rules}`;
  const receding = recedes(highlight, id);
  return group(document, `date:${id}`, {record: id}, receding, [
    path(document, `M${x},${at}H${x + side * 8}L${x + side * 16},${y + 9}`, {
      stroke: paint.muted,
      "data-key": `leader:${id}`
    }),
    marker(document, own, x, at, id),
    words(document, {
      ...common,
      text: `${when}${lane}`,
      y: y + 14,
      face: receding ? "sans" : "sansStrong",
      key: `when:${id}`
    }),
    ...lines.map((text, i) =>
      words(document, {...common, text, y: y + 14 + (i + 1) * size.line, key: `what:${id}:${i}`})
    )
  ]);
}

// A rule is a square and a decision a dot: colour and side are not alone in telling them apart.
function marker(document: Document, own: boolean, x: number, y: number, id: string): SVGElement {
  const key = {
    fill: paint.context,
    stroke: paint.paper,
    "stroke-width": 2,
    "data-key": `dot:${id}`
  };
  return own
    ? element(document, "circle", {cx: x, cy: y, r: 6, ...key})
    : element(document, "rect", {x: x - 6, y: y - 6, width: 12, height: 12, ...key});
}

/** Days since 1970 of the first day that a date names; throws if it names none. */
function dayOf(when: string): number {
  const time = readTime(when);
  if ("error" in time || time.start === null) throw new Error(`invalid date: ${when}`);
  return Date.parse(`${time.start}T00:00:00Z`) / 86_400_000;
}
