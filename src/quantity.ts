import {z} from "zod";

/**
 * What a wording says of its number. `none` is a bare number, `exactly` a number said to be exact,
 * `class` a phrase for a whole span ("single-digit"); the others are as they read.
 */
export const hedges = [
  "none",
  "exactly",
  "approx",
  "nearly",
  "just-over",
  "at-least",
  "more-than",
  "at-most",
  "less-than",
  "up-to",
  "between",
  "class"
] as const;

export const Hedge = z.enum(hedges);
export type Hedge = z.infer<typeof Hedge>;

/**
 * A number as a document words it. `value` is the number as stated, null for a pure range or class;
 * `lower` and `upper` are only what the words entail, null where they entail nothing; an open flag
 * says that the bound itself is excluded, and is false where the bound is null. A bare number has a
 * value and no bounds. Shares and growth are ratios: 0.8, not 80.
 */
export const Quantity = z.strictObject({
  /** The part of the wording that was read, hedge to unit; for a derived quantity, its print. */
  verbatim: z.string(),
  hedge: Hedge,
  value: z.number().nullable(),
  lower: z.number().nullable(),
  upper: z.number().nullable(),
  lowerOpen: z.boolean(),
  upperOpen: z.boolean(),
  /** ISO 4217 code, `ratio`, `pp`, `count`, `year`, `month`, `day`, `quarter`, or a measure's own. */
  unit: z.string(),
  /** Digits that carry meaning, trailing zeros of a whole number not counted; at least 1. */
  significantFigures: z.number().int().min(1)
});
export type Quantity = z.infer<typeof Quantity>;

/** Units that are spans of time. */
export const durationUnits = ["year", "month", "day", "quarter"] as const;

/** Whether the unit is an ISO 4217 currency code. */
export function isCurrency(unit: string): boolean {
  return /^[A-Z]{3}$/.test(unit);
}

/** Whether anything is known of the number: a value or at least one bound. */
export function isStated(q: Quantity): boolean {
  return q.value !== null || q.lower !== null || q.upper !== null;
}

/** Whether two quantities say the same: value, bounds, unit and hedge, whatever their words. */
export function isSameQuantity(a: Quantity, b: Quantity): boolean {
  return (
    a.value === b.value &&
    a.lower === b.lower &&
    a.upper === b.upper &&
    a.unit === b.unit &&
    a.hedge === b.hedge
  );
}
