import {formatShort} from "../../format.ts";
import type {Quantity} from "../../quantity.ts";
import {spread} from "../room.ts";
import {boxOf, overlap} from "../svg.ts";
import {widthOf} from "../text.ts";
import {size} from "../theme.ts";
import type {Member, Slot} from "./columns-data.ts";
import {numberOf, within} from "./columns-data.ts";
import type {Ground} from "./columns-draw.ts";

/** A number under its column, or a word at a gap: its middle and base line. */
export interface ValueLabel {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/**
 * Numbers under their columns: all if they fit. Else by what they mean: exceptions and what is
 * stressed, a run of either whole or by its ends or by its extreme; then first, last, greatest, and
 * where the columns leave the band. What fits is never what decides within a run.
 */
export function valueLabels(ground: Ground, outside: ReadonlySet<Member>): Map<number, ValueLabel> {
  const {slots, drawing, area, x, y} = ground;
  const members = slots.flatMap(({column}) => (column === null ? [] : [column]));
  const numbers = members.map((member) => numberOf(member) ?? -Infinity);
  const telling = members.filter(
    (member, i) =>
      [0, members.length - 1, numbers.indexOf(Math.max(...numbers))].includes(i) ||
      member === members.find((one) => turned(ground, one, one.month))
  );
  const isQuiet = drawing.highlight.length === 0;
  const runs: (readonly (readonly Member[])[])[] = [
    ...(isQuiet ? [[members]] : []),
    ...runsOf(slots, (column) => outside.has(column)).map(fewer),
    ...runsOf(slots, (column) => isStressed(drawing.highlight, column)).map(fewer),
    ...telling.map((member) => [[member]])
  ];
  const labels = new Map<number, ValueLabel>();
  const gaps = slots.filter(({column}) => column === null);
  const put = ({month}: Slot, lower: boolean) =>
    labels.set(month, {text: "gap", x: x(month), y: y(0) + (lower ? 34 : 18)});
  // Under columns that hang there is a second row, for words that are wider than their place.
  const rows = area.y1 - y(0) > 8 ? 2 : 1;
  if (rows === 1) for (const gap of gaps) put(gap, false);
  for (const run of runs) {
    for (const some of run) {
      const fresh = some.filter(({month}) => !labels.has(month));
      const placed = placeLabels(ground, fresh, [...labels.values()]);
      if (placed === null) continue;
      fresh.forEach(({month}, i) => labels.set(month, placed[i]!));
      break;
    }
  }
  if (rows === 2) {
    for (const gap of gaps) {
      const label = {text: "gap", x: x(gap.month), y: y(0) + 18};
      put(gap, !isFree(label, [...labels.values()]));
    }
  }
  return labels;
}

/** Neighbouring columns that are alike. */
function runsOf(slots: readonly Slot[], alike: (column: Member) => boolean): Member[][] {
  const runs: Member[][] = [];
  let isOpen = false;
  for (const {column} of slots) {
    const fits = column !== null && alike(column);
    if (fits && isOpen) runs.at(-1)!.push(column);
    else if (fits) runs.push([column]);
    isOpen = fits;
  }
  return runs;
}

/** A run, its ends, its extreme. */
function fewer(run: readonly Member[]): (readonly Member[])[] {
  const size = (member: Member) => Math.abs(numberOf(member) ?? 0);
  const extreme = run.reduce((a, b) => (size(b) > size(a) ? b : a));
  return [run, [run[0]!, run.at(-1)!], [extreme]];
}

/** Labels under columns, moved apart by less than makes them another column's; null if they touch. */
function placeLabels(
  {x, y, pitch, drawing}: Ground,
  members: readonly Member[],
  others: readonly ValueLabel[]
): ValueLabel[] | null {
  const widths = members.map(({fact}) => widthOf(columnText(fact.quantity), "sans", size.label));
  const starts = spread(
    members.map(({month}, i) => ({at: x(month) - widths[i]! / 2, length: widths[i]!})),
    3
  );
  const labels = members.map((member, i): ValueLabel => ({
    text: columnText(member.fact.quantity),
    x: Math.min(starts[i]! + widths[i]! / 2, drawing.width - widths[i]! / 2),
    y: y(Math.min(0, numberOf(member) ?? 0)) + 18
  }));
  const near = labels.every((label, i) => Math.abs(label.x - x(members[i]!.month)) <= pitch * 0.4);
  return near && labels.every((label) => isFree(label, others)) ? labels : null;
}

function isFree(label: ValueLabel, others: readonly ValueLabel[]): boolean {
  const box = boxOf({...label, anchor: "middle"});
  const wide = {...box, x0: box.x0 - 3, x1: box.x1 + 3};
  return others.every((other) => !overlap(wide, boxOf({...other, anchor: "middle"})));
}

/** Whether a column lies outside of a band that it came too late to contradict. */
function turned({parts, divide}: Ground, column: Member | null, month: number): boolean {
  const [band] = parts.bands;
  const number = numberOf(column);
  if (band === undefined || number === null || divide === null || month <= divide) return false;
  return !within(number, band.quantity);
}

/** A column's number without the axis's unit: "12", "−2", "≈ 4"; other units as charts print them. */
export function columnText(quantity: Quantity): string {
  if (quantity.unit !== "ratio" || quantity.hedge !== "none" || quantity.value === null) {
    return formatShort(quantity);
  }
  const hundredths = Math.round(quantity.value * 1000) / 10;
  return `${hundredths < 0 ? "−" : ""}${Math.abs(hundredths)}`;
}

/** Whether the step highlights the column, and not all of its series. */
export function isStressed(highlight: readonly string[], column: Member | null): boolean {
  return column !== null && highlight.includes(column.id);
}
