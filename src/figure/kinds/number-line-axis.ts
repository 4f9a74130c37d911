import {fewTicks, tickLabel} from "../axis.ts";
import {extentOf, named} from "../parts.ts";
import {thin} from "../room.ts";
import {widthOf} from "../text.ts";
import {size} from "../theme.ts";
import {mainMeasure} from "./number-line-rows.ts";
import type {Row} from "./number-line-rows.ts";

/** The number that most rows name, if more than one does. */
export function sharedNumber(rows: readonly Row[]): number | null {
  const counts = new Map<number, number>();
  for (const {quantity, group} of rows) {
    if (group === "beside" || extentOf(quantity).length === 0) continue;
    const number = named(quantity);
    counts.set(number, (counts.get(number) ?? 0) + 1);
  }
  const [number, count] = [...counts].reduce((a, b) => (b[1] > a[1] ? b : a), [0, 0]);
  return count > 1 ? number : null;
}

/** What most rows measure, in words. */
export function mainName(rows: readonly Row[]): string {
  const main = mainMeasure(rows);
  return rows.find(({measure}) => measure === main)?.heading.toLowerCase() ?? "";
}

/** From zero to a little more than the greatest number, for lengths. */
export function domainFromZero(rows: readonly Row[]): [number, number] {
  const numbers = numbersOf(rows);
  const greatest = Math.max(...numbers, 0);
  // A line on which nothing lies still needs a length.
  if (numbers.every((number) => number === 0)) return [0, 1];
  return [Math.min(0, ...numbers), greatest * 1.05];
}

/** Around the shared number, so that what lies under and over it has as much room. */
export function domainNear(rows: readonly Row[], shared: number | null): [number, number] {
  const numbers = numbersOf(rows);
  const [least, greatest] = [Math.min(...numbers), Math.max(...numbers)];
  const reach = Math.max(...numbers.map((number) => Math.abs(number - (shared ?? number))));
  if (shared !== null && reach > 0) return [shared - reach * 1.2, shared + reach * 1.2];
  if (numbers.every((number) => number === 0)) return [0, 1];
  return [least - (greatest - least || greatest) * 0.25, greatest];
}

function numbersOf(rows: readonly Row[]): number[] {
  return rows.flatMap(({quantity, others}) => [quantity, ...others].flatMap(extentOf));
}

/** Few round numbers, fewer still where their labels would touch. */
export function legibleTicks(
  [from, to]: readonly [number, number],
  [x0, x1]: readonly [number, number],
  unit: string
): number[] {
  const ticks = fewTicks(from, to, 3);
  const boxes = ticks.map((tick) => {
    const middle = x0 + ((tick - from) / (to - from || 1)) * (x1 - x0);
    const half = widthOf(tickLabel(tick, unit), "sans", size.label) / 2;
    return {from: middle - half, to: middle + half};
  });
  return thin(boxes, 10).map((i) => ticks[i]!);
}
