import type {Hedge, Quantity} from "../quantity.ts";
import {isStated} from "../quantity.ts";
import {fixed} from "./theme.ts";

/**
 * What a mark is made of along its axis, in px. `from` is nearer the start of the axis than `to`
 * only where values grow that way; `sign` is the direction in which they grow, 1 or -1.
 */
export type Part =
  | {
      readonly part: "solid" | "hatch" | "fade" | "blank";
      readonly from: number;
      readonly to: number;
    }
  | {
      readonly part: "band";
      readonly from: number;
      readonly to: number;
      readonly fromOpen: boolean;
      readonly toOpen: boolean;
    }
  | {readonly part: "dashes"; readonly from: number; readonly to: number}
  | {readonly part: "arrow"; readonly at: number; readonly sign: 1 | -1}
  | {readonly part: "cap" | "tick" | "dot" | "ring" | "dashed-ring"; readonly at: number};

export interface Along {
  /** From a number to px. */
  readonly scale: (value: number) => number;
  /** Where bars start, and where "at most" is hatched from: the measure's floor, else zero. */
  readonly floor?: number;
  /** Length of the open end, px. */
  readonly fade?: number;
}

/** What a hedge does to a mark; several hedges are drawn alike and told apart by their words. */
export type Drawn = "exact" | "open-above" | "open-below" | "shy" | "past" | "about" | "band";

const drawn: Readonly<Record<Hedge, Drawn>> = {
  none: "exact",
  exactly: "exact",
  approx: "about",
  nearly: "shy",
  "just-over": "past",
  "at-least": "open-above",
  "more-than": "open-above",
  "at-most": "open-below",
  "less-than": "open-below",
  "up-to": "open-below",
  between: "band",
  class: "band"
};

/**
 * How a quantity is drawn, by its hedge; null when nothing is stated. A band that lacks an end is
 * drawn as what is left of it.
 */
export function drawnAs(quantity: Quantity): Drawn | null {
  if (!isStated(quantity)) return null;
  const kind = drawn[quantity.hedge];
  if (kind !== "band" || (quantity.lower !== null && quantity.upper !== null)) return kind;
  if (quantity.lower !== null) return "open-above";
  return quantity.upper !== null ? "open-below" : "exact";
}

/**
 * The parts of a bar from the floor. A quantity that states nothing is blank paper up to the end of
 * the scale's own total, which the caller gives as `total`, in the quantity's unit.
 */
export function barParts(quantity: Quantity, along: Along, total?: number): Part[] {
  const {scale, floor = 0, fade = fixed.barFade} = along;
  const sign = signOf(scale);
  const zero = scale(floor);
  const kind = drawnAs(quantity);
  if (kind === null) {
    if (total === undefined) return [];
    return [{part: "blank", from: zero, to: scale(total)}];
  }
  if (kind === "band") return bandParts(quantity, scale, "tick");
  const at = scale(named(quantity));
  switch (kind) {
    case "exact":
      return [{part: "solid", from: zero, to: at}];
    case "about":
      return [
        {part: "solid", from: zero, to: at - away(at, zero) * (fixed.dash / 2)},
        edge(at, zero, -fixed.dash / 2)
      ];
    case "shy":
      return [
        {part: "solid", from: zero, to: at - away(at, zero) * (fixed.shy + fixed.dash)},
        edge(at, zero, -fixed.shy - fixed.dash),
        {part: "tick", at}
      ];
    case "past":
      return [
        {part: "solid", from: zero, to: at + away(at, zero) * fixed.shy},
        edge(at, zero, fixed.shy),
        {part: "tick", at}
      ];
    case "open-above":
      return [
        // A bound on the far side of the floor leaves nothing to fill for certain.
        ...((at - zero) * sign > 0 ? [{part: "solid", from: zero, to: at} as const] : []),
        ...openEnd(at, sign, fade),
        {part: "tick", at}
      ];
    case "open-below":
      return [
        {part: "hatch", from: zero, to: at},
        {part: "cap", at}
      ];
  }
}

/** The parts of a mark that stands for a place on a number line, not for a length. */
export function pointParts(quantity: Quantity, along: Along): Part[] {
  const {scale, fade = fixed.fade} = along;
  const sign = signOf(scale);
  const kind = drawnAs(quantity);
  if (kind === null) return [];
  if (kind === "band") return bandParts(quantity, scale, "dot");
  const at = scale(named(quantity));
  switch (kind) {
    case "exact":
      return [{part: "dot", at}];
    case "about":
      return [{part: "dashed-ring", at}];
    case "shy":
    case "past": {
      const side = (kind === "shy" ? -1 : 1) * sign;
      return [
        {part: "dashed-ring", at: at + side * (fixed.dot + fixed.shy)},
        {part: "tick", at}
      ];
    }
    case "open-above":
      return [...openEnd(at, sign, fade, fixed.dot), {part: bound(quantity.lowerOpen), at}];
    case "open-below": {
      const rest: Part[] =
        along.floor === undefined
          ? openEnd(at, sign === 1 ? -1 : 1, fade, fixed.dot)
          : [{part: "hatch", from: scale(along.floor), to: at}];
      return [...rest, {part: bound(quantity.upperOpen), at}];
    }
  }
}

/** The number that a wording names: its value, else the bound that it states. */
export function named(quantity: Quantity): number {
  const number = quantity.value ?? quantity.lower ?? quantity.upper;
  if (number === null) throw new Error(`no number is named: ${quantity.verbatim}`);
  return number;
}

/** Least and greatest numbers that a quantity names; empty when nothing is stated. */
export function extentOf(quantity: Quantity): number[] {
  return [quantity.value, quantity.lower, quantity.upper].filter((number) => number !== null);
}

/** A band; inside it the number of which it is the interval, where the words give both. */
function bandParts(quantity: Quantity, scale: Along["scale"], inside: "dot" | "tick"): Part[] {
  const {lower, upper, value} = quantity;
  if (lower === null || upper === null) throw new Error(`no band: ${quantity.verbatim}`);
  const band: Part = {
    part: "band",
    from: scale(lower),
    to: scale(upper),
    fromOpen: quantity.lowerOpen,
    toOpen: quantity.upperOpen
  };
  return value === null ? [band] : [band, {part: inside, at: scale(value)}];
}

function openEnd(at: number, sign: 1 | -1, fade: number, inset = 0): Part[] {
  return [
    {part: "fade", from: at + sign * inset, to: at + sign * fade},
    {part: "arrow", at: at + sign * (fade + 6), sign}
  ];
}

function edge(at: number, zero: number, offset: number): Part {
  const direction = away(at, zero);
  const from = at + direction * offset;
  return {part: "dashes", from, to: from + direction * fixed.dash};
}

function bound(open: boolean): "ring" | "dot" {
  return open ? "ring" : "dot";
}

function away(at: number, zero: number): 1 | -1 {
  return at < zero ? -1 : 1;
}

function signOf(scale: Along["scale"]): 1 | -1 {
  return scale(1) < scale(0) ? -1 : 1;
}
