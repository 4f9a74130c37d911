import {end, everything, isPoint, point} from "./interval.ts";
import type {End, Interval} from "./interval.ts";
import type {Quantity} from "./quantity.ts";

/** What is known of a quantity beside what it prints. */
export interface Knowledge {
  /** Where the number lies, floors included. */
  readonly interval: Interval;
  /** What the numbers that are named come to, whether or not the bounds let it be printed. */
  readonly nominal: number | null;
  /** Whether it is made of something approximate; that takes its bounds away, whatever follows. */
  readonly approximate: boolean;
}

// Not enumerable, so that a copy, a comparison or a file has the quantity and nothing else.
const knowledge = Symbol("knowledge");

/** What is known of a quantity: of one that no calculation has touched, what its words say. */
export function know(q: Quantity & {readonly [knowledge]?: Knowledge}): Knowledge {
  const told = q[knowledge];
  if (told !== undefined) return told;
  const approximate = q.hedge === "approx" && q.value !== null;
  return {interval: intervalOf(q), nominal: q.value, approximate};
}

/** Puts knowledge on a new quantity, and gives that same quantity. */
export function informed(q: Quantity, value: Knowledge): Quantity {
  return Object.defineProperty(q, knowledge, {value});
}

/** Whether anything beside its words is known of a quantity. */
export function isInformed(q: Quantity): boolean {
  return knowledge in q;
}

/** A number of which nothing is stated: approx without a value (DESIGN section 1, "says so"). */
export function unstated(unit: string): Quantity {
  return quantityOf({hedge: "approx", unit});
}

/** Where a number lies by its words alone; what is approximate can lie anywhere. */
export function intervalOf(q: Quantity): Interval {
  if (q.hedge === "approx") return everything;
  if (q.lower === null && q.upper === null) return q.value === null ? everything : point(q.value);
  return {
    lower: end(q.lower ?? -Infinity, q.lowerOpen),
    upper: end(q.upper ?? Infinity, q.upperOpen)
  };
}

/** Nearly or just over a value, with the one bound that it entails. */
export function nearQuantity(hedge: "nearly" | "just-over", value: number, unit: string): Quantity {
  return hedge === "nearly"
    ? quantityOf({hedge, value, upper: value, upperOpen: true, unit})
    : quantityOf({hedge, value, lower: value, lowerOpen: true, unit});
}

/**
 * Reads hedge, value and bounds off an interval. An end that rests on a floor as well as on words is
 * printed only where the words give no other end; one that is merely a floor never is. Of two bounds
 * no value is the one that is named, so there is none.
 */
export function print(interval: Interval, unit: string, exact: boolean): Quantity {
  if (isPoint(interval))
    return quantityOf({hedge: exact ? "exactly" : "none", value: interval.lower.at, unit});
  const lower = printed(interval.lower, interval.upper);
  const upper = printed(interval.upper, interval.lower);
  if (lower === null && upper === null) return unstated(unit);
  if (upper === null) {
    const {at, open} = lower!;
    const hedge = open ? "more-than" : "at-least";
    return quantityOf({hedge, value: at, lower: at, lowerOpen: open, unit});
  }
  if (lower === null) {
    const {at, open} = upper;
    const hedge = open ? "less-than" : "at-most";
    return quantityOf({hedge, value: at, upper: at, upperOpen: open, unit});
  }
  return quantityOf({
    hedge: "between",
    lower: lower.at,
    upper: upper.at,
    lowerOpen: lower.open,
    upperOpen: upper.open,
    unit
  });
}

function printed(e: End, other: End): End | null {
  if (!Number.isFinite(e.at) || e.ground === "floor") return null;
  const told = Number.isFinite(other.at) && other.ground === "words";
  return e.ground === "mixed" && told ? null : e;
}

/** Whether it is about some number, or made of one that is, and not merely unbounded. */
export function isApprox(q: Quantity): boolean {
  return know(q).approximate;
}

/** Whether it is nearly or just over some number. */
export function isNear(q: Quantity): boolean {
  return (q.hedge === "nearly" || q.hedge === "just-over") && q.value !== null;
}

/** Whether it is a number without a hedge, which calculations take as the point stated. */
export function isBare(q: Quantity): boolean {
  return (q.hedge === "none" || q.hedge === "exactly") && isPoint(intervalOf(q));
}

/** A quantity without words: what is not given is not stated. */
export function quantityOf(fields: Partial<Quantity> & {readonly unit: string}): Quantity {
  return {
    verbatim: "",
    hedge: "none",
    value: null,
    lower: null,
    upper: null,
    lowerOpen: false,
    upperOpen: false,
    significantFigures: 1,
    ...fields
  };
}
