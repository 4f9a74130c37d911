import {tickStep} from "d3";
import {bareTickLabel, fewTicks, tickLabel} from "../axis.ts";
import {recedes} from "../emphasis.ts";
import {line, linkMark} from "../glyphs.ts";
import type {Drawing} from "../kind.ts";
import {barMark, styleOf} from "../marks.ts";
import {Plot, plot} from "../plot.ts";
import {grow} from "../room.ts";
import {boxOf, element, group, words} from "../svg.ts";
import type {Box} from "../svg.ts";
import {widthOf} from "../text.ts";
import {classes, paint, size} from "../theme.ts";
import type {Paint} from "../theme.ts";
import type {Parts, Slot} from "./columns-data.ts";
import {monthName, numberOf, outsidersOf, yearOf} from "./columns-data.ts";
import {bandMark, bandNote} from "./columns-band.ts";
import {lineMark, lineNote, pointsOf} from "./columns-notes.ts";
import {divideAt, divider, dividerLines, left, timeAxis, valueRow} from "./columns-time.ts";
import type {Heading} from "./columns-time.ts";
import {momentAt, placeLane} from "./columns-flags.ts";
import type {Flag, Lane} from "./columns-flags.ts";
import {drawLane} from "./columns-poles.ts";
import {drawSides, placeSides} from "./columns-sides.ts";
import type {Sides} from "./columns-sides.ts";
import type {Since} from "./columns-since.ts";
import {sinceMarks, sinceNotes} from "./columns-start.ts";
import {isStressed, valueLabels} from "./columns-values.ts";

export const heights = {340: 396, 640: 392} as const;

export interface Shown {
  readonly parts: Parts;
  readonly slots: readonly Slot[];
  readonly layers: readonly string[];
  readonly divide: number | null;
  readonly before: string;
  readonly after: string;
  readonly line: string | null;
  readonly flags: readonly Flag[];
  /** Whose flags stand above and below. */
  readonly above: string | null;
  readonly below: string | null;
  readonly sides: Sides;
  /** From when readers have the mean taken, where a step lets them. */
  readonly since: Since | null;
}

/** Where things lie, px, and what labels must keep off: whoever draws adds to `taken`. */
export interface Ground extends Shown {
  readonly drawing: Drawing;
  readonly area: Box;
  /** Middle of a period's place. */
  readonly x: (month: number) => number;
  readonly y: (value: number) => number;
  readonly pitch: number;
  /** Where the axis of time ends below, px. */
  readonly foot: number;
  /** Where the divide is drawn; null where it lies outside of what is shown. */
  readonly divideAt: number | null;
  readonly taken: Box[];
  /** Columns, which a number of the line may stand on if it leaves their ends free. */
  readonly bodies: Box[];
}

const tickCount = 4;
const tickPadding = 6;
const ticksHeight = 30;
/** Part of a period's place that stays free between its column and the next. */
const gap = 0.26;

/** Draws one state. */
export function drawColumns(drawing: Drawing, shown: Shown): SVGSVGElement {
  const {document, width, height} = drawing;
  const {parts, slots, layers} = shown;
  const domain = domainOf(parts, slots);
  const unit = (parts.columns[0] ?? parts.points[0])?.fact.quantity.unit ?? "ratio";
  const frame = frameOf(drawing, shown);
  const {area, heading} = frame;
  const ticks = layers.length === 0 ? [] : fewTicks(...domain, tickCount);
  const labels = tickLabels(ticks, unit);
  return plot({
    document,
    width,
    height,
    label: `${layers.length === 0 ? "Dated events" : "Columns by period"}${slots.length > 0 ? `, ${span(slots)}` : ""}`,
    marginLeft: left,
    marginBottom: height - area.y1,
    x: {
      type: "band",
      domain: slots.map(({month}) => month),
      range: [left, width],
      paddingInner: gap,
      paddingOuter: gap / 2,
      round: false
    },
    y: {type: "linear", domain, range: [area.y1, area.y0]},
    marks: [
      Plot.gridY(ticks, {stroke: paint.rule, strokeOpacity: 1, insetLeft: 2}),
      Plot.axisY(ticks, {
        tickFormat: labels.text,
        tickSize: 0,
        tickPadding: labels.padding,
        label: null,
        fill: paint.muted
      }),
      (_, {x, y}) => {
        const {pitch} = frame;
        const middle = (month: number) => x!(month) + (pitch * (1 - gap)) / 2;
        const ground: Ground = {
          ...shown,
          drawing,
          area,
          x: middle,
          y: (value) => y!(value),
          pitch,
          foot: frame.foot,
          divideAt: divideAt(shown, middle, pitch),
          taken: [],
          bodies: []
        };
        return content(ground, frame, heading);
      }
    ]
  });
}

/** What ticks are called, as wide as there is room beside the columns: with their unit, or bare. */
function tickLabels(
  ticks: readonly number[],
  unit: string
): {text: (tick: number) => string; padding: number} {
  const widest = (text: (tick: number) => string): number =>
    Math.max(0, ...ticks.map((tick) => widthOf(text(tick), "sans", size.label)));
  const full = (tick: number): string => tickLabel(tick, unit);
  const text = widest(full) + tickPadding <= left ? full : bareTickLabel;
  return {text, padding: Math.max(0, Math.min(tickPadding, left - widest(text)))};
}

/** How an artboard is shared out, from above: flags, plot, axis of time, flags, sides. */
interface Frame {
  readonly area: Box;
  readonly pitch: number;
  readonly foot: number;
  readonly heading: Heading;
  readonly above: Lane;
  readonly below: Lane;
}

function frameOf({width, height, highlight}: Drawing, shown: Shown): Frame {
  const {slots, layers, flags, parts, sides} = shown;
  const pitch = slots.length === 0 ? 0 : (width - left) / slots.length;
  const heading = dividerLines(shown, width);
  const at = momentAt(slots[0]?.month ?? 0, parts.step, left, pitch);
  const [above, below] = ([false, true] as const).map((own) =>
    placeLane(flags, own, at, width, highlight)
  ) as [Lane, Lane];
  const aside = sides.sides.length === 0 ? 0 : placeSides(sides, width).height;
  if (layers.length === 0) {
    // Without a plot, the axis and its flags stand in the middle of what the sides leave.
    const free = height - aside - above.height - ticksHeight - below.height;
    const y0 = Math.max(0, free / 2) + above.height;
    const area = {x0: left, y0, x1: width, y1: y0};
    return {area, pitch, foot: y0 + ticksHeight, heading, above, below};
  }
  const top = 8 + Math.max(1, heading.before.length, heading.after.length) * size.line;
  const y0 = Math.max(top, above.height);
  const foot = height - below.height - aside;
  const y1 = foot - ticksHeight - valueRow;
  return {area: {x0: left, y0, x1: width, y1}, pitch, foot, heading, above, below};
}

function content(ground: Ground, frame: Frame, heading: Heading): SVGGElement {
  const {drawing, layers, area, y, sides} = ground;
  const {document, width, height} = drawing;
  const has = (layer: string) => layers.includes(layer);
  // Labels look for room only after everything that they must keep off is in place.
  const marks = [
    ...(has("band") ? ground.parts.bands.map((band) => bandMark(ground, band)) : []),
    ...drawLane(ground, frame.above),
    ...drawLane(ground, frame.below),
    layers.length === 0
      ? null
      : line(document, [area.x0, y(0), width, y(0)], {stroke: paint.ink, "data-key": "axis:x"}),
    ...(has("columns") ? columnMarks(ground) : []),
    ...divider(ground, heading),
    timeAxis(ground)
  ];
  const {since} = ground;
  const drawn = since !== null ? sinceMarks(ground, since) : has("line") ? lineMark(ground) : [];
  const notes = [
    ...(has("band") ? ground.parts.bands.map((band) => bandNote(ground, band)) : []),
    ...(since !== null ? sinceNotes(ground, since) : has("line") ? lineNote(ground) : [])
  ];
  const aside =
    sides.sides.length === 0
      ? []
      : [drawSides(drawing, sides, height - placeSides(sides, width).height)];
  return element(document, "g", {}, [...marks, ...drawn, ...notes, ...aside]);
}

function domainOf({bands}: Parts, slots: readonly Slot[]): [number, number] {
  const numbers = [
    ...slots.flatMap(({column, point}) => [numberOf(column), numberOf(point)]),
    ...bands.flatMap(({quantity}) => [quantity.lower, quantity.upper])
  ].filter((number) => number !== null);
  // A plot in which nothing stands still needs a height.
  if (numbers.every((number) => number === 0)) return [0, 1];
  const [from, to] = [Math.min(0, ...numbers), Math.max(0, ...numbers)];
  // Up to a tick, so that a line which starts on a column has room over it.
  const step = tickStep(from, to, tickCount);
  return [from, Math.ceil(to / step - 1e-9) * step];
}

function columnMarks(ground: Ground): SVGElement[] {
  const {drawing, slots, x, y, pitch, divide, taken, bodies} = ground;
  const {document, highlight} = drawing;
  const outside = new Set(outsidersOf(ground.parts, slots, divide));
  const labels = valueLabels(ground, outside);
  // A line that nothing stands out from is what the state is about.
  const quiet = highlight.length === 0 && pointsOf(ground).length > 0;
  return slots.map(({column, month}) => {
    const label = labels.get(month);
    const warm = column !== null && outside.has(column);
    const strong = isStressed(highlight, column) || (warm && !quiet);
    const text = (fill: Paint, key: string) =>
      label === undefined
        ? null
        : words(document, {
            ...label,
            anchor: "middle",
            face: strong ? "sansStrong" : "sans",
            fill,
            tick: true,
            key
          });
    if (label !== undefined) taken.push(boxOf({...label, anchor: "middle", face: "sansStrong"}));
    if (column === null) return element(document, "g", {}, [text(paint.muted, `gap:${month}`)]);
    const {id, fact} = column;
    const late = divide !== null && month > divide && highlight.length === 0;
    const style = {...styleOf("context"), ...(warm ? {color: paint.warm} : {})};
    const options = {style, axis: "y", middle: x(month), thickness: pitch * (1 - gap), id} as const;
    const bars = barMark(document, fact.quantity, {...options, scale: y});
    const end = y(numberOf(column) ?? 0);
    const box = {
      x0: options.middle - options.thickness / 2,
      x1: options.middle + options.thickness / 2,
      y0: Math.min(end, y(0)),
      y1: Math.max(end, y(0))
    };
    bodies.push(grow(box, 3));
    taken.push({...box, y0: end - 5, y1: end + 5});
    const fill = quiet ? (warm ? paint.ink : paint.muted) : warm ? paint.warm : paint.ink;
    if (quiet || late) for (const bar of bars) bar.setAttribute("class", classes.recede);
    return group(document, `column:${id}`, {fact: id}, recedes(highlight, id), [
      ...bars,
      fact.origin === "derived" ? computedMark(ground, box, id, label === undefined) : null,
      text(fill, `value:${id}`)
    ]);
  });
}

/** The link of a computed number: over its column, or under it where flags stand over columns. */
function computedMark(
  {drawing, taken, flags, y: scale}: Ground,
  {x0, x1, y0}: Box,
  id: string,
  free: boolean
): SVGGElement {
  const [x, y] = [(x0 + x1) / 2, flags.length > 0 && free ? scale(0) + 13 : y0 - 10];
  taken.push({x0: x - 11, x1: x + 11, y0: y - 6, y1: y + 6});
  return linkMark(drawing.document, x, y, `link:${id}`);
}

function span(slots: readonly Slot[]): string {
  const name = (month: number) => `${monthName(month)} ${yearOf(month)}`;
  return `${name(slots[0]!.month)} to ${name(slots.at(-1)!.month)}`;
}
