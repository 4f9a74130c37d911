import fc from "fast-check";
import {expect} from "vitest";
import type {Result} from "../src/arithmetic.ts";
import {digitsOf} from "../src/decimal.ts";
import type {Interval} from "../src/interval.ts";
import type {Quantity} from "../src/quantity.ts";

type Fields = Partial<Quantity>;

/** A bare number, its figures counted as the wording reader counts them. */
export function bare(value: number, unit = "USD", fields: Fields = {}): Quantity {
  return {
    verbatim: "",
    hedge: "none",
    value,
    lower: null,
    upper: null,
    lowerOpen: false,
    upperOpen: false,
    unit,
    significantFigures: digitsOf(value),
    ...fields
  };
}

export function exactly(value: number, unit = "USD"): Quantity {
  return bare(value, unit, {hedge: "exactly"});
}

export function about(value: number, unit = "USD"): Quantity {
  return bare(value, unit, {hedge: "approx"});
}

export function nearly(value: number, unit = "USD"): Quantity {
  return bare(value, unit, {hedge: "nearly", upper: value, upperOpen: true});
}

export function justOver(value: number, unit = "USD"): Quantity {
  return bare(value, unit, {hedge: "just-over", lower: value, lowerOpen: true});
}

export function atLeast(value: number, unit = "USD"): Quantity {
  return bare(value, unit, {hedge: "at-least", lower: value});
}

export function moreThan(value: number, unit = "USD"): Quantity {
  return bare(value, unit, {hedge: "more-than", lower: value, lowerOpen: true});
}

export function atMost(value: number, unit = "USD"): Quantity {
  return bare(value, unit, {hedge: "at-most", upper: value});
}

export function lessThan(value: number, unit = "USD"): Quantity {
  return bare(value, unit, {hedge: "less-than", upper: value, upperOpen: true});
}

export function upTo(value: number, unit = "USD"): Quantity {
  return bare(value, unit, {hedge: "up-to", upper: value});
}

export function between(lower: number, upper: number, unit = "USD", fields: Fields = {}): Quantity {
  const farther = Math.abs(lower) > Math.abs(upper) ? lower : upper;
  return {...bare(farther, unit), hedge: "between", value: null, lower, upper, ...fields};
}

export function unknown(unit = "USD"): Quantity {
  return {...about(0, unit), value: null, significantFigures: 1};
}

/** Quantities with a bound or a point, and whole numbers, so that no rounding blurs an end. */
export function bounded(unit = "USD"): fc.Arbitrary<Quantity> {
  const n = fc.integer({min: -20, max: 20});
  const one = fc
    .tuple(n, fc.constantFrom(bare, exactly, atLeast, moreThan, atMost, lessThan, upTo))
    .map(([value, make]) => make(value, unit));
  const two = fc
    .tuple(n, fc.integer({min: 1, max: 20}), fc.boolean(), fc.boolean())
    .map(([lower, size, lowerOpen, upperOpen]) =>
      between(lower, lower + size, unit, {lowerOpen, upperOpen})
    );
  return fc.oneof({weight: 3, arbitrary: one}, {weight: 2, arbitrary: two});
}

/** Any quantity, nearly and about ones and unstated ones too. */
export function anyQuantity(unit = "USD"): fc.Arbitrary<Quantity> {
  const hedged = fc
    .tuple(fc.integer({min: -20, max: 20}), fc.constantFrom(about, nearly, justOver))
    .map(([value, make]) => make(value, unit));
  return fc.oneof(
    {weight: 4, arbitrary: bounded(unit)},
    {weight: 2, arbitrary: hedged},
    {weight: 1, arbitrary: fc.constant(unknown(unit))}
  );
}

/** A number inside the interval, in quarters, and not far off where an end is missing. */
export function inside({lower, upper}: Interval): fc.Arbitrary<number> {
  const from = Number.isFinite(lower.at) ? lower.at : Math.min(upper.at, 40) - 40;
  const to = Number.isFinite(upper.at) ? upper.at : Math.max(lower.at, -40) + 40;
  return fc
    .integer({min: from * 4 + Number(lower.open), max: to * 4 - Number(upper.open)})
    .map((quarters) => quarters / 4);
}

/** A quantity that could lie wherever the given one could, and elsewhere too; no hedge is near. */
export function wider(q: Quantity, interval: Interval): fc.Arbitrary<Quantity> {
  const {lower, upper} = interval;
  const more = fc.integer({min: 0, max: 10});
  return fc
    .tuple(more, more, fc.boolean(), fc.boolean())
    .map(([down, up, dropLower, dropUpper]) => {
      const low = dropLower || !Number.isFinite(lower.at) ? null : lower.at - down;
      const high = dropUpper || !Number.isFinite(upper.at) ? null : upper.at + up;
      const lowerOpen = low !== null && lower.open && down === 0;
      const upperOpen = high !== null && upper.open && up === 0;
      if (low === null && high === null) return unknown(q.unit);
      if (high === null) return (lowerOpen ? moreThan : atLeast)(low!, q.unit);
      if (low === null) return (upperOpen ? lessThan : atMost)(high, q.unit);
      if (low === high) return bare(low, q.unit);
      return between(low, high, q.unit, {lowerOpen, upperOpen});
    });
}

/** The quantity of a result; throws if it has none. */
export function got(result: Result): Quantity {
  if ("error" in result) throw new Error(result.error);
  return result.quantity;
}

/** What a quantity says, in short: "at-least 6", "between (3 5]", "approx –". */
export function said(result: Result | Quantity): string {
  const q = "hedge" in result ? result : "error" in result ? result.error : result.quantity;
  if (typeof q === "string") return q;
  const {hedge, value, lower, upper, lowerOpen, upperOpen} = q;
  if (lower !== null && upper !== null)
    return `${hedge} ${lowerOpen ? "(" : "["}${lower} ${upper}${upperOpen ? ")" : "]"}${value ?? ""}`;
  const bound = lower ?? upper;
  expect(bound === null || (bound === value && hedgeFits(q))).toBe(true);
  return `${hedge} ${value ?? "–"}`;
}

function hedgeFits({hedge, lower, lowerOpen, upperOpen}: Quantity): boolean {
  if (lower !== null)
    return (lowerOpen ? ["more-than", "just-over"] : ["at-least"]).includes(hedge);
  return (upperOpen ? ["less-than", "nearly"] : ["at-most", "up-to"]).includes(hedge);
}
