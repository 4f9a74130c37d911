import {line} from "../glyphs.ts";
import {element, words} from "../svg.ts";
import {widthOf, wrapEvenly} from "../text.ts";
import {classes, paint, size} from "../theme.ts";
import {monthName, yearOf} from "./columns-data.ts";
import type {Slot} from "./columns-data.ts";
import type {Ground, Shown} from "./columns-draw.ts";
import {stopsOf} from "./columns-notes.ts";

/** Where the plot starts, px, and the room for a row of numbers under it. */
export const left = 42;
export const valueRow = 24;

/** Years under their first period, and months where they fit. */
export function timeAxis(ground: Ground): SVGElement {
  const {drawing, slots, x, pitch, layers} = ground;
  const {document, width, height} = drawing;
  const tick = (text: string, month: number, y: number, key: string) => {
    const half = widthOf(text, "sans", size.label) / 2;
    const at = Math.min(x(month), width - half);
    return words(document, {text, x: at, y, anchor: "middle", fill: paint.muted, tick: true, key});
  };
  const years = new Map<number, number>();
  for (const {month} of slots) if (!years.has(yearOf(month))) years.set(yearOf(month), month);
  // Where months do not fit, those at the line's dots still do.
  const stops = layers.includes("line") ? stopsOf(ground).map(({month}) => month) : [];
  const months = pitch >= 44 ? slots.map(({month}) => month) : stops;
  return element(document, "g", {class: classes.axis}, [
    ...months.map((month) =>
      tick(monthName(month), month, height - 26, `tick:x:${monthName(month)} ${yearOf(month)}`)
    ),
    ...[...years].map(([year, month]) => tick(String(year), month, height - 6, `tick:x:${year}`))
  ]);
}

/** The words on both sides of the divide. */
export interface Heading {
  readonly before: readonly string[];
  readonly after: readonly string[];
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
  if (at === null) return {before: [], after: []};
  return {
    before: wrapEvenly(shown.before, "sans", size.label, at - 8),
    // A word that does not fit beside the line goes: what it says, the line says too.
    after: fits(shown.after, width - at - 8) ? [shown.after] : []
  };
}

function fits(text: string, width: number): boolean {
  return widthOf(text, "sans", size.label) <= width;
}

function index(slots: readonly Slot[], month: number): number {
  return slots.findIndex((slot) => slot.month === month);
}

/** A dashed line after the last period that was public, with its words. */
export function divider(ground: Ground, {before, after}: Heading): SVGElement[] {
  const {drawing, area, divideAt, taken} = ground;
  if (divideAt === null) return [];
  const {document, height} = drawing;
  taken.push({x0: divideAt - 3, x1: divideAt + 3, y0: 0, y1: height});
  const text = (lines: readonly string[], side: "before" | "after") =>
    lines.map((text, i) =>
      words(document, {
        text,
        x: divideAt + (side === "before" ? -8 : 8),
        y: 14 + i * size.line,
        anchor: side === "before" ? "end" : "start",
        fill: paint.muted,
        key: `${side}:${i}`
      })
    );
  return [
    line(document, [divideAt, 2, divideAt, area.y1 + valueRow], {
      stroke: paint.ink,
      "stroke-dasharray": "3 4",
      "data-key": "divide"
    }),
    ...text(before, "before"),
    ...text(after, "after")
  ];
}
