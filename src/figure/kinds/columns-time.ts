import {line} from "../glyphs.ts";
import {element, words} from "../svg.ts";
import {widthOf, wrapEvenly} from "../text.ts";
import {classes, paint, size} from "../theme.ts";
import {yearOf} from "./columns-data.ts";
import type {Slot} from "./columns-data.ts";
import type {Ground, Shown} from "./columns-draw.ts";

/** Where the plot starts, px, and the room for a row of numbers under it. */
export const left = 42;
export const valueRow = 24;
/** How far over its foot the axis of time has its line, px. */
export const axisLine = 23;

/** A year under its periods: its line from and to, its word's middle and half of its width, px. */
export interface Year {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly middle: number;
  readonly half: number;
}

/** Years, each under all of its periods that are shown, the last one first. */
export function yearsOf({drawing, slots, x, pitch}: Ground): Year[] {
  const places = new Map<number, number[]>();
  for (const {month} of slots) {
    const year = yearOf(month);
    places.set(year, [...(places.get(year) ?? []), x(month)]);
  }
  let end: number = drawing.width;
  // From the last one, which may not leave the artboard and may move the one before it.
  return [...places].reverse().map(([year, own]): Year => {
    const text = String(year);
    const [from, to] = [own[0]! - pitch / 2, own.at(-1)! + pitch / 2];
    const half = widthOf(text, "sans", size.label) / 2;
    const middle = Math.min((from + to) / 2, end - half);
    end = middle - half - 6;
    return {text, from: from + 3, to: to - 3, middle, half};
  });
}

/** The years of the axis of time. */
export function timeAxis(ground: Ground): SVGElement {
  const {document} = ground.drawing;
  const {foot} = ground;
  return element(
    document,
    "g",
    {class: classes.axis},
    yearsOf(ground).flatMap(({text, from, to, middle}) => [
      line(document, [from, foot - axisLine, to, foot - axisLine], {
        stroke: paint.muted,
        "data-key": `year:${text}`
      }),
      words(document, {
        text,
        x: middle,
        y: foot - 6,
        anchor: "middle",
        fill: paint.muted,
        tick: true,
        key: `tick:x:${text}`
      })
    ])
  );
}

/** The words on both sides of the divide. */
export interface Heading {
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** Where the first end and the second start, px. */
  readonly beforeAt: number;
  readonly afterAt: number;
  /** Whether they leave the line no room between them. */
  readonly over: boolean;
}

/** Where the divide is, px; null where it is outside, or where no columns are that were public. */
export function divideAt(
  {slots, divide, layers}: Shown,
  x: (month: number) => number,
  pitch: number
): number | null {
  const last = slots.findLastIndex(({month}) => divide !== null && month <= divide);
  if (last < 0 || last === slots.length - 1 || !layers.includes("columns")) return null;
  return x(slots[last]!.month) + pitch / 2;
}

/** What stands on both sides of the divide, in lines. */
export function dividerLines(shown: Shown, width: number): Heading {
  const pitch = (width - left) / Math.max(1, shown.slots.length);
  const at = divideAt(shown, (month) => left + pitch * (index(shown.slots, month) + 0.5), pitch);
  if (at === null) return {before: [], after: [], beforeAt: 0, afterAt: 0, over: false};
  const room = width - at - 8;
  const after = widthOf(shown.after, "sans", size.label);
  // Words that do not fit beside the line stand over it, at the edge.
  const over = after > room;
  const before = over ? width - after - 12 : at - 8;
  return {
    before: wrapEvenly(shown.before, "sans", size.label, before),
    beforeAt: before,
    after: [shown.after],
    afterAt: over ? width - after : at + 8,
    over
  };
}

function index(slots: readonly Slot[], month: number): number {
  return slots.findIndex((slot) => slot.month === month);
}

/** A dashed line after the last period that was public, with its words. */
export function divider(
  ground: Ground,
  {before, after, beforeAt, afterAt, over}: Heading
): SVGElement[] {
  const {drawing, area, divideAt, taken} = ground;
  if (divideAt === null) return [];
  const {document, height} = drawing;
  taken.push({x0: divideAt - 3, x1: divideAt + 3, y0: 0, y1: height});
  const text = (lines: readonly string[], side: "before" | "after") =>
    lines.map((text, i) =>
      words(document, {
        text,
        x: side === "before" ? beforeAt : afterAt,
        y: 14 + i * size.line,
        anchor: side === "before" ? "end" : "start",
        fill: paint.muted,
        key: `${side}:${i}`
      })
    );
  return [
    line(document, [divideAt, over ? 20 : 2, divideAt, area.y1 + valueRow], {
      stroke: paint.ink,
      "stroke-dasharray": "3 4",
      "data-key": "divide"
    }),
    ...text(before, "before"),
    ...text(after, "after")
  ];
}
