import type {Quantity} from "../quantity.ts";

interface Ends {
  readonly lower: number;
  readonly upper: number;
  readonly lowerOpen: boolean;
  readonly upperOpen: boolean;
}

/** The interval a comparison sees: a bare or approximate number is the point that is named. */
function ends(q: Quantity): Ends {
  if (q.lower === null && q.upper === null) {
    if (q.value === null)
      return {lower: -Infinity, upper: Infinity, lowerOpen: true, upperOpen: true};
    return {lower: q.value, upper: q.value, lowerOpen: false, upperOpen: false};
  }
  return {
    lower: q.lower ?? -Infinity,
    upper: q.upper ?? Infinity,
    lowerOpen: q.lower === null || q.lowerOpen,
    upperOpen: q.upper === null || q.upperOpen
  };
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
  const [a, b] = [ends(left), ends(right)];
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
function below(a: Ends, b: Ends): boolean | null {
  if (a.upper < b.lower || (a.upper === b.lower && (a.upperOpen || b.lowerOpen))) return true;
  if (a.lower >= b.upper) return false;
  return null;
}

function same(a: Ends, b: Ends): boolean | null {
  if (below(a, b) === true || below(b, a) === true) return false;
  const point = (e: Ends): boolean => e.lower === e.upper;
  return point(a) && point(b) ? a.lower === b.lower : null;
}
