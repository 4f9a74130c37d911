import {tickStep} from "d3";
import {formatShort} from "../../format.ts";
import type {Quantity} from "../../quantity.ts";
import {fewTicks, tickLabel} from "../axis.ts";
import {recedes} from "../emphasis.ts";
import {line, linkMark} from "../glyphs.ts";
import type {Drawing} from "../kind.ts";
import {barMark, styleOf} from "../marks.ts";
import {Plot, plot} from "../plot.ts";
import {grow, thin} from "../room.ts";
import {element, group, words} from "../svg.ts";
import type {Box} from "../svg.ts";
import {widthOf} from "../text.ts";
import {paint, size} from "../theme.ts";
import type {Member, Parts, Slot} from "./columns-data.ts";
import {monthName, numberOf, outsidersOf, within, yearOf} from "./columns-data.ts";
import {bandMark, bandNote, lineMark, lineNote} from "./columns-notes.ts";
import {divideAt, divider, dividerLines, left, timeAxis, valueRow} from "./columns-time.ts";
import type {Heading} from "./columns-time.ts";

export const heights = {340: 372, 640: 392} as const;

export interface Shown {
  readonly parts: Parts;
  readonly slots: readonly Slot[];
  readonly layers: readonly string[];
  readonly divide: number | null;
  readonly before: string;
  readonly after: string;
  readonly line: string | null;
}

/** Where things lie, px, and what labels must keep off: whoever draws adds to `taken`. */
export interface Ground extends Shown {
  readonly drawing: Drawing;
  readonly area: Box;
  /** Middle of a period's place. */
  readonly x: (month: number) => number;
  readonly y: (value: number) => number;
  readonly pitch: number;
  /** Where the divide is drawn; null where it lies outside of what is shown. */
  readonly divideAt: number | null;
  readonly taken: Box[];
}

const tickCount = 4;
const ticksHeight = 30;
/** Part of a period's place that stays free between its column and the next. */
const gap = 0.26;

/** Draws one state. */
export function drawColumns(drawing: Drawing, shown: Shown): SVGSVGElement {
  const {document, width, height} = drawing;
  const {parts, slots} = shown;
  const domain = domainOf(parts, slots);
  const unit = (parts.columns[0] ?? parts.points[0])?.fact.quantity.unit ?? "ratio";
  const heading = dividerLines(shown, width);
  const area: Box = {
    x0: left,
    y0: 8 + Math.max(1, heading.before.length, heading.after.length) * size.line,
    x1: width,
    y1: height - ticksHeight - valueRow
  };
  const ticks = fewTicks(...domain, tickCount);
  return plot({
    document,
    width,
    height,
    label: `Columns by period${slots.length > 0 ? `, ${span(slots)}` : ""}`,
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
        tickFormat: (value: number) => tickLabel(value, unit),
        tickSize: 0,
        tickPadding: 6,
        label: null,
        fill: paint.muted
      }),
      (_, {x, y}) => {
        const pitch = slots.length === 0 ? 0 : (width - left) / slots.length;
        const middle = (month: number) => x!(month) + (pitch * (1 - gap)) / 2;
        const ground: Ground = {
          ...shown,
          drawing,
          area,
          x: middle,
          y: (value) => y!(value),
          pitch,
          divideAt: divideAt(shown, middle, pitch),
          taken: []
        };
        return content(ground, heading);
      }
    ]
  });
}

function content(ground: Ground, heading: Heading): SVGGElement {
  const {drawing, layers, area, y} = ground;
  const {document, width} = drawing;
  const has = (layer: string) => layers.includes(layer);
  // Labels look for room only after everything that they must keep off is in place.
  const marks = [
    ...(has("band") ? ground.parts.bands.map((band) => bandMark(ground, band)) : []),
    line(document, [area.x0, y(0), width, y(0)], {stroke: paint.ink, "data-key": "axis:x"}),
    ...(has("columns") ? columnMarks(ground) : []),
    ...divider(ground, heading),
    timeAxis(ground)
  ];
  const drawn = has("line") ? lineMark(ground) : [];
  const notes = [
    ...(has("band") ? ground.parts.bands.map((band) => bandNote(ground, band)) : []),
    ...(has("line") ? lineNote(ground) : [])
  ];
  return element(document, "g", {}, [...marks, ...drawn, ...notes]);
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
  const {drawing, slots, x, y, pitch, divide, taken} = ground;
  const {document, highlight, width} = drawing;
  const outside = new Set(outsidersOf(ground.parts, slots, divide));
  const labels = valueLabels(ground, outside);
  return slots.map(({column, month}) => {
    const label = labels.get(month);
    const stressed = isStressed(highlight, column);
    const text = (fill: typeof paint.ink | typeof paint.warm | typeof paint.muted, key: string) =>
      label === undefined
        ? null
        : words(document, {
            text: label,
            x: Math.min(x(month), width - widthOf(label, "sansStrong", size.label) / 2),
            y: labelY(ground, column),
            anchor: "middle",
            face: fill === paint.warm || stressed ? "sansStrong" : "sans",
            fill,
            tick: true,
            key
          });
    if (column === null) return element(document, "g", {}, [text(paint.muted, `gap:${month}`)]);
    const {id, fact} = column;
    const late = divide !== null && month > divide && highlight.length === 0;
    const warm = outside.has(column);
    const style = {...styleOf("context"), ...(warm ? {color: paint.warm} : {})};
    const options = {style, axis: "y", middle: x(month), thickness: pitch * (1 - gap), id} as const;
    const bars = barMark(document, fact.quantity, {...options, scale: y});
    const number = numberOf(column) ?? 0;
    if (label !== undefined) {
      const half = widthOf(label, "sansStrong", size.label) / 2;
      const y1 = labelY(ground, column) + 4;
      taken.push({x0: x(month) - half, x1: x(month) + half, y0: y1 - 16, y1});
    }
    const box = {
      x0: options.middle - options.thickness / 2,
      x1: options.middle + options.thickness / 2,
      y0: Math.min(y(number), y(0)),
      y1: Math.max(y(number), y(0))
    };
    taken.push(grow(box, 3));
    return group(document, `column:${id}`, {fact: id}, recedes(highlight, id), [
      // Lighter, and on paper, so that no line behind shows through.
      ...(late
        ? [
            element(document, "rect", {
              ...rectOf(box),
              fill: paint.paper,
              "data-key": `paper:${id}`
            }),
            element(document, "g", {opacity: 0.7}, bars)
          ]
        : bars),
      fact.origin === "derived" ? computedMark(ground, box, id) : null,
      text(warm ? paint.warm : paint.ink, `value:${id}`)
    ]);
  });
}

/** Whether the step highlights the column, and not all of its series. */
function isStressed(highlight: readonly string[], column: Member | null): boolean {
  return column !== null && highlight.includes(column.id);
}

/** The link of a computed number, over its column. */
function computedMark({drawing, taken}: Ground, {x0, x1, y0}: Box, id: string): SVGGElement {
  const [x, y] = [(x0 + x1) / 2, y0 - 10];
  taken.push({x0: x - 11, x1: x + 11, y0: y - 6, y1: y + 6});
  return linkMark(drawing.document, x, y, `link:${id}`);
}

function rectOf({x0, y0, x1, y1}: Box): Record<"x" | "y" | "width" | "height", number> {
  return {x: x0, y: y0, width: x1 - x0, height: y1 - y0};
}

/** Numbers under their columns: all if they fit, else those that matter most and still fit. */
function valueLabels(ground: Ground, outside: ReadonlySet<Member>): Map<number, string> {
  const {slots, x, pitch} = ground;
  const signed = slots.some(({column}) => (numberOf(column) ?? 0) < 0);
  const texts = slots.map(({column}) =>
    column === null ? "gap" : columnText(column.fact.quantity, signed)
  );
  const widthOfAll = (list: readonly string[]) =>
    Math.max(0, ...list.map((text) => widthOf(text, "sansStrong", size.label)));
  const short = texts.map((text) => text.replace(/^\+/, ""));
  const shown = widthOfAll(texts) + 4 <= pitch ? texts : short;
  const all = widthOfAll(shown.filter((text) => text !== "gap")) + 4 <= pitch;
  const greatest = Math.max(...slots.map(({column}) => numberOf(column) ?? -Infinity));
  const turn = slots.findIndex(({column, month}) => turned(ground, column, month));
  const weight = ({column}: Slot, i: number) => {
    if (column === null) return 0;
    if (outside.has(column)) return 1;
    const telling = [0, turn, slots.length - 1].includes(i) || numberOf(column) === greatest;
    return telling ? 2 : isStressed(ground.drawing.highlight, column) ? 2.5 : 3;
  };
  const order = slots
    .map((slot, i) => ({slot, text: shown[i]!, weight: weight(slot, i)}))
    .filter(({weight}) => all || weight < 3)
    .sort((a, b) => a.weight - b.weight);
  const placed = order.map(({slot, text}) => {
    const half = widthOf(text, "sans", size.label) / 2;
    return {from: x(slot.month) - half, to: x(slot.month) + half};
  });
  return new Map(thin(placed, 3).map((i) => [order[i]!.slot.month, order[i]!.text]));
}

/** Whether a column lies outside of a band that it came too late to contradict. */
function turned({parts, divide}: Ground, column: Member | null, month: number): boolean {
  const [band] = parts.bands;
  const number = numberOf(column);
  if (band === undefined || number === null || divide === null || month <= divide) return false;
  return !within(number, band.quantity);
}

/** A column's number without the axis's unit: "+12", "−2", "≈ 4"; other units as charts print them. */
export function columnText(quantity: Quantity, signed: boolean): string {
  if (quantity.unit !== "ratio" || quantity.hedge !== "none" || quantity.value === null) {
    return formatShort(quantity);
  }
  const hundredths = Math.round(quantity.value * 1000) / 10;
  const sign = hundredths < 0 ? "−" : signed ? "+" : "";
  return `${sign}${Math.abs(hundredths)}`;
}

function labelY({y}: Ground, column: Member | null): number {
  return y(Math.min(0, numberOf(column) ?? 0)) + 18;
}

function span(slots: readonly Slot[]): string {
  const name = (month: number) => `${monthName(month)} ${yearOf(month)}`;
  return `${name(slots[0]!.month)} to ${name(slots.at(-1)!.month)}`;
}
