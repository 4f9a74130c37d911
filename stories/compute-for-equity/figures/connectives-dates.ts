import {recedes} from "../../../src/figure/emphasis.ts";
import {line, path} from "../../../src/figure/glyphs.ts";
import type {Artboard, Drawing} from "../../../src/figure/kind.ts";
import {element, group, words} from "../../../src/figure/svg.ts";
import type {Words} from "../../../src/figure/svg.ts";
import {widthOf, wrapEvenly} from "../../../src/figure/text.ts";
import {paint, size} from "../../../src/figure/theme.ts";
import {formatTime, readTime} from "../../../src/time.ts";
import type {Dated} from "./connectives-records.ts";

interface PlacedDate {
  readonly dated: Dated;
  /** From and to where it lies on the axis; one place for a day. */
  readonly along: readonly [number, number];
  readonly when: string;
  readonly lines: readonly string[];
  /** Where its words stand: the base line of the first. */
  readonly x: number;
  readonly y: number;
  readonly anchor: "start" | "end";
}

export interface Dates {
  readonly top: number;
  /** The lanes' places across the axis: of rules and of decisions. */
  readonly rails: readonly [number, number];
  readonly axis: readonly [number, number];
  /** Years that begin on it, and names of years, each in the middle of what the axis has of it. */
  readonly turns: readonly number[];
  readonly years: readonly {readonly text: string; readonly along: number}[];
  readonly placed: readonly PlacedDate[];
  /** Where the last words end. */
  readonly bottom: number;
}

/** Between the lanes there is room for the years' names. */
const between = {340: 44, 640: 26} as const;
/** From a lane to its words. */
const clear = 10;
/** On the wide artboard time runs to the right, on the narrow one down. */
const wideAxis = [118, 490] as const;
const narrowLength = 150;
const lanes = {rules: "US chip rules", own: "Alibaba"} as const;

/** Places events below `top` in two lanes on one scale of time: rules in one, decisions in the other. */
export function placeDates(dates: readonly Dated[], width: Artboard, top: number): Dates {
  const spans = dates.map(({when}) => monthsOf(when));
  const first = Math.floor(Math.min(...spans.flat()));
  const last = Math.ceil(Math.max(...spans.flat()));
  const scaleTo =
    ([from, to]: readonly [number, number]) =>
    (month: number): number =>
      Math.round(from + ((month - first) / (last - first)) * (to - from));
  const parts = (axis: readonly [number, number]) => {
    const turns = Array.from({length: last - first - 1}, (_, i) => first + 1 + i).filter(
      (month) => month % 12 === 0
    );
    const ends = [first, ...turns, last];
    const years = ends.slice(1).map((end, i) => ({
      text: String(Math.floor(ends[i]! / 12)),
      along: scaleTo(axis)((ends[i]! + end) / 2)
    }));
    return {axis, turns: turns.map(scaleTo(axis)), years};
  };
  const marks = (axis: readonly [number, number], own: boolean): Mark[] =>
    dates.flatMap((dated, i) => {
      if (dated.own !== own) return [];
      const [from, to] = spans[i]!.map(scaleTo(axis)) as [number, number];
      const day = spans[i]![1] - spans[i]![0] < 0.05;
      const along = day ? ([from, from] as const) : ([from, to] as const);
      return [{dated, along, when: formatTime(dated.when)}];
    });
  if (width === 640) {
    const [rules, own] = [placeAlong(marks(wideAxis, false)), placeAlong(marks(wideAxis, true))];
    const height = (list: readonly PlacedDate[]) =>
      Math.max(0, ...list.map(({lines}) => (lines.length + 1) * size.line));
    const rail = top + 34 + height(rules) + clear;
    const rails = [rail, rail + between[640]] as const;
    const placed = [
      ...rules.map((date) => ({...date, y: rail - clear - 5 - date.lines.length * size.line})),
      ...own.map((date) => ({...date, y: rails[1] + clear + 14}))
    ];
    const bottom = rails[1] + clear + height(own);
    return {top, rails, ...parts(wideAxis), placed, bottom: Math.ceil(bottom + 4)};
  }
  const axis = [top + 62, top + 62 + narrowLength] as const;
  const rails = [166 - between[340] / 2, 166 + between[340] / 2] as const;
  const placed = [
    ...placeDown(marks(axis, false), rails[0] - clear, "end"),
    ...placeDown(marks(axis, true), rails[1] + clear, "start")
  ];
  const bottom = Math.max(axis[1], ...placed.map(({y, lines}) => y + lines.length * size.line + 5));
  return {top, rails, ...parts(axis), placed, bottom: Math.ceil(bottom + 4)};
}

type Mark = Pick<PlacedDate, "dated" | "along" | "when">;

/** Words of a lane to the right: each from its mark on, or up to it where the next leaves no room. */
function placeAlong(marks: readonly Mark[]): PlacedDate[] {
  let limit = 640;
  return marks
    .toReversed()
    .map((mark): PlacedDate => {
      const [from, to] = [mark.along[0] - 6, mark.along[1] + 6];
      const fits = limit - from >= widthOf(mark.when, "sansStrong", size.label);
      const room = Math.min(230, fits ? limit - from : to);
      const lines = wrapEvenly(mark.dated.what, "sans", size.label, room);
      const end = Math.min(to, limit);
      const longest = Math.max(...lines.map((text) => widthOf(text, "sans", size.label)));
      limit = (fits ? from : end - longest) - 18;
      return {...mark, lines, x: fits ? from : end, y: 0, anchor: fits ? "start" : "end"};
    })
    .reverse();
}

/** Words of a lane downwards, in the same way. */
function placeDown(marks: readonly Mark[], x: number, anchor: "start" | "end"): PlacedDate[] {
  let limit = Infinity;
  return marks
    .toReversed()
    .map((mark): PlacedDate => {
      const room = anchor === "end" ? x : 340 - x;
      const lines = wrapEvenly(mark.dated.what, "sans", size.label, room);
      const height = (lines.length + 1) * size.line;
      const from = mark.along[0] - 7;
      const start = from + height <= limit ? from : Math.min(mark.along[1] + 7, limit) - height;
      limit = start - 8;
      return {...mark, lines, x, y: start + 13, anchor};
    })
    .reverse();
}

/** Draws the axis and the events; nothing joins one event to another, or a lane to the other. */
export function drawDates(drawing: Drawing, dates: Dates): SVGGElement {
  const {document, width} = drawing;
  const {top, placed} = dates;
  const rule = {stroke: paint.rule, "data-key": "rule:dates"};
  return element(document, "g", {}, [
    line(document, [0, top + 4, width, top + 4], rule),
    words(document, {
      text: "Context: dates from elsewhere",
      x: 0,
      y: top + 26,
      fill: paint.context,
      key: "heading:dates"
    }),
    ...laneNames(drawing, dates),
    ...drawAxis(drawing, dates),
    ...placed.map((date) => drawDate(drawing, date, dates.rails[date.dated.own ? 1 : 0]))
  ]);
}

function laneNames({document, width}: Drawing, {top, rails}: Dates): SVGElement[] {
  const name = (text: string, place: Pick<Words, "x" | "y" | "anchor" | "key">) =>
    words(document, {...place, text, face: "sansStrong", fill: paint.context});
  const wide = width === 640;
  const [rules, own] = wide ? [0, 0] : [rails[0] - clear, rails[1] + clear];
  const [above, below] = wide ? [rails[0] + 5, rails[1] + 6] : [top + 48, top + 48];
  return [
    name(lanes.rules, {x: rules, y: above, anchor: wide ? "start" : "end", key: "lane:rules"}),
    name(lanes.own, {x: own, y: below, key: "lane:own"})
  ];
}

function drawAxis({document, width}: Drawing, dates: Dates): SVGElement[] {
  const {rails, axis, turns, years} = dates;
  const wide = width === 640;
  const point = (along: number, across: number) => (wide ? [along, across] : [across, along]);
  const [a, b] = rails;
  const lanesAt = [a, b].map(
    (rail) => `M${point(axis[0], rail).join()}${wide ? "H" : "V"}${axis[1]}`
  );
  // A year begins at a tick on each lane: none runs from one lane to the other.
  const tick = wide ? "v" : "h";
  const turnMarks = turns.map(
    (along) => `M${point(along, a).join()}${tick}8M${point(along, b).join()}${tick}-8`
  );
  return [
    path(document, [...lanesAt, ...turnMarks].join(""), {
      stroke: paint.muted,
      "data-key": "axis:time"
    }),
    ...years.map(({text, along}) => {
      const [x, y] = point(along, (a + b) / 2) as [number, number];
      return words(document, {
        text,
        x,
        y: y + 5,
        anchor: "middle",
        tick: true,
        key: `tick:time:${text}`
      });
    })
  ];
}

function drawDate(
  {document, highlight, width}: Drawing,
  date: PlacedDate,
  rail: number
): SVGGElement {
  const {dated, along, when, lines, x, y, anchor} = date;
  const {id} = dated;
  const receding = recedes(highlight, id);
  return group(document, `date:${id}`, {record: id}, receding, [
    marker(document, dated, along, rail, width === 640),
    words(document, {
      text: when,
      x,
      y,
      anchor,
      face: receding ? "sans" : "sansStrong",
      key: `when:${id}`
    }),
    ...lines.map((text, i) =>
      words(document, {text, x, y: y + (i + 1) * size.line, anchor, key: `what:${id}:${i}`})
    )
  ]);
}

// A rule is square and a decision round: colour and lane are not alone in telling them apart. What
// is dated by the month is a band as long as the month: on which of its days is not known.
function marker(
  document: Document,
  {id, own}: Dated,
  [from, to]: readonly [number, number],
  rail: number,
  wide: boolean
): SVGElement {
  const band = to > from;
  const length = band ? to - from : 12;
  const along = (from + to - length) / 2;
  return element(document, "rect", {
    x: wide ? along : rail - 6,
    y: wide ? rail - 6 : along,
    width: wide ? length : 12,
    height: wide ? 12 : length,
    rx: own ? 6 : null,
    fill: band ? paint.rule : paint.context,
    stroke: band ? paint.context : paint.paper,
    "stroke-width": 2,
    "data-key": `dot:${id}`
  });
}

/** Months since year 0 from the first day that a date names to the end of its last; throws if none. */
function monthsOf(when: string): readonly [number, number] {
  const time = readTime(when);
  if ("error" in time || time.start === null || time.end === null)
    throw new Error(`invalid date: ${when}`);
  return [monthOf(time.start, 0), monthOf(time.end, 1)];
}

function monthOf(date: string, daysOn: number): number {
  const [year, month, day] = date.split("-").map(Number) as [number, number, number];
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return year * 12 + month - 1 + (day - 1 + daysOn) / days;
}
