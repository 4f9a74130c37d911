import {intervalOf} from "../bounds.ts";
import type {Interval} from "../interval.ts";
import {isPoint} from "../interval.ts";
import type {Quantity} from "../quantity.ts";
import {reachOf} from "./agreement.ts";

/**
 * The interval a comparison sees: a bare number is the point that is named; an approximate one
 * reaches as far as agreement has it reach, so that "about 80%" does not decide against 80%.
 */
function seen(q: Quantity): Interval {
  return q.hedge === "approx" && q.value !== null ? reachOf(q) : intervalOf(q);
}

export const comparisons = ["==", "!=", "<", "<=", ">", ">="] as const;
export type Comparison = (typeof comparisons)[number];

/**
 * Whether a comparison of two quantities of one unit is true; null where their bounds leave it open.
 */
export function compareQuantities(
  left: Quantity,
  operator: Comparison,
  right: Quantity
): boolean | null {
  const [a, b] = [seen(left), seen(right)];
  const negate = (truth: boolean | null): boolean | null => (truth === null ? null : !truth);
  switch (operator) {
    case "<":
      return below(a, b);
    case ">":
      return below(b, a);
    case ">=":
      return negate(below(a, b));
    case "<=":
      return negate(below(b, a));
    case "==":
      return same(a, b);
    case "!=":
      return negate(same(a, b));
  }
}

/** Whether all of a lies below all of b: true, false where none can, null where it depends. */
function below(a: Interval, b: Interval): boolean | null {
  const [top, bottom] = [a.upper, b.lower];
  if (top.at < bottom.at || (top.at === bottom.at && (top.open || bottom.open))) return true;
  return a.lower.at >= b.upper.at ? false : null;
}

function same(a: Interval, b: Interval): boolean | null {
  if (below(a, b) === true || below(b, a) === true) return false;
  return isPoint(a) && isPoint(b) ? a.lower.at === b.lower.at : null;
}
