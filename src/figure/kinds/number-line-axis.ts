import {fewTicks, tickLabel} from "../axis.ts";
import {drawnAs, extentOf, named} from "../parts.ts";
import {thin} from "../room.ts";
import type {Artboard} from "../kind.ts";
import {widthOf} from "../text.ts";
import {fixed, size} from "../theme.ts";
import {mainMeasure} from "./number-line-rows.ts";
import type {Row} from "./number-line-rows.ts";

/** Width of the words' column on the wide artboard. */
export const column = 312;

/** Where the line of a state lies. */
export interface Axis {
  readonly domain: readonly [number, number];
  /** Where the line starts, px, and where its domain ends. */
  readonly range: readonly [number, number];
  /** Whether it starts at zero. */
  readonly zero: boolean;
  /** The shared number that a plumb line hangs from, and where, px. */
  readonly plumb: number | null;
  readonly plumbAt: number | null;
  readonly scale: (value: number) => number;
  /** Where "at most" is hatched from; undefined where the line does not show it. */
  readonly floor: number | undefined;
}

/**
 * The line of one state; `all` are the rows of every state, so that it stays put. Lengths start at
 * zero, whatever places on the line do. On the narrow artboard places leave room for words before
 * them, and lengths take all there is.
 */
export function axisOf(
  all: readonly Row[],
  shown: readonly Row[],
  near: boolean,
  width: Artboard
): Axis {
  const zero = !near || shown.some(({group}) => group === "beside");
  // Of all rows, so that a state without some of them can still be held against it.
  const plumb = sharedNumber(all);
  const domain = zero
    ? domainFromZero(all)
    : domainNear(
        all.filter(({group}) => group !== "beside"),
        plumb
      );
  const range = [width === 640 ? column + 16 : zero ? 12 : 88, width - fixed.fade - 6] as const;
  const [from, to] = domain;
  const scale = (value: number) =>
    range[0] + ((value - from) / (to - from || 1)) * (range[1] - range[0]);
  return {
    domain,
    range,
    zero,
    plumb,
    plumbAt: plumb === null ? null : scale(plumb),
    scale,
    floor: from === 0 ? 0 : undefined
  };
}

/** From where to where a row's marks lie, open ends included, px; null where nothing is stated. */
export function spanOf(
  {quantity, others, group}: Row,
  {scale, floor}: Axis
): readonly [number, number] | null {
  const spans = [quantity, ...others].map((quantity): readonly [number, number][] => {
    const ends = extentOf(quantity).map(scale);
    if (ends.length === 0) return [];
    const [least, greatest] = [Math.min(...ends), Math.max(...ends)];
    if (group === "beside") {
      const open = drawnAs(quantity) === "open-above" ? fixed.barFade + 6 : 0;
      return [[least, greatest + open]];
    }
    const {dot, fade, shy} = fixed;
    switch (drawnAs(quantity)) {
      case "open-above":
        return [[least - dot, greatest + fade + 6]];
      case "open-below":
        return [[floor === undefined ? least - fade - 6 : scale(floor), greatest + dot]];
      case "shy":
        return [[least - 2 * dot - shy, greatest]];
      case "past":
        return [[least, greatest + 2 * dot + shy]];
      default:
        return [[least - dot, greatest + dot]];
    }
  });
  const all = spans.flat();
  if (all.length === 0) return null;
  return [Math.min(...all.map(([from]) => from)), Math.max(...all.map(([, to]) => to))];
}

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
  return thin(boxes, 5).map((i) => ticks[i]!);
}
