import {plus} from "./decimal.ts";
import {intervalWords} from "./interval-names.ts";
import type {Quantity} from "./quantity.ts";

/** A number with both ends of where it may lie: "5% ± 1%", "42% (95% CI 38–46%)". */
export type Estimate = Quantity & {
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
};

/** Whether a quantity has a number and both ends of where it may lie. */
export function isEstimate(q: Quantity): q is Estimate {
  return q.hedge === "between" && q.value !== null && q.lower !== null && q.upper !== null;
}

/** How far off an estimate may be to either side; null where its words or its ends say no such thing. */
export function spreadOf({value, lower, upper, verbatim}: Estimate): number | null {
  if (intervalWords.test(verbatim)) return null;
  const off = plus(upper, -value);
  return plus(value, -lower) === off ? off : null;
}
