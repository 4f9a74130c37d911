import {over, plus, times} from "./decimal.ts";

/**
 * What an end rests on: the words of the documents, the words together with a floor, or nothing but
 * floors and signs. Ends of the last sort are true and say nothing that anybody stated.
 */
export type Ground = "words" | "mixed" | "floor";

/** One end of an interval; a missing end is infinite and open. */
export interface End {
  readonly at: number;
  readonly open: boolean;
  readonly ground: Ground;
}

export interface Interval {
  readonly lower: End;
  readonly upper: End;
}

const ranks: Readonly<Record<Ground, number>> = {words: 2, mixed: 1, floor: 0};

/** An end that rests on words, closed unless it is infinite or said to be open. */
export function end(at: number, open = false, ground: Ground = "words"): End {
  return {at: at + 0, open: open || !Number.isFinite(at), ground};
}

/** The interval that holds one number. */
export function point(at: number): Interval {
  return {lower: end(at), upper: end(at)};
}

/** The interval of which nothing is known. */
export const everything: Interval = {lower: end(-Infinity), upper: end(Infinity)};

/** Whether the interval is one number. */
export function isPoint({lower, upper}: Interval): boolean {
  return lower.at === upper.at && !lower.open && !upper.open;
}

/** Whether a number lies inside. */
export function holds({lower, upper}: Interval, x: number): boolean {
  const above = lower.open ? x > lower.at : x >= lower.at;
  return above && (upper.open ? x < upper.at : x <= upper.at);
}

/** Whether all of `inner` lies in `outer`. */
export function encloses(outer: Interval, inner: Interval): boolean {
  return compareLower(outer.lower, inner.lower) <= 0 && compareUpper(outer.upper, inner.upper) >= 0;
}

/** Whether two intervals have a number in common. */
export function overlaps(a: Interval, b: Interval): boolean {
  return !isBelow(a, b) && !isBelow(b, a);
}

/** Whether every number of `a` is less than every number of `b`. */
export function isBelow(a: Interval, b: Interval): boolean {
  return a.upper.at < b.lower.at || (a.upper.at === b.lower.at && (a.upper.open || b.lower.open));
}

/** Orders lower ends: the one that lets more in first. */
export function compareLower(a: End, b: End): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1;
  return Number(a.open) - Number(b.open);
}

/** Orders upper ends: the one that lets more in last. */
export function compareUpper(a: End, b: End): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1;
  return Number(b.open) - Number(a.open);
}

export function addIntervals(a: Interval, b: Interval): Interval {
  const lower = addEnds(a.lower, b.lower);
  return isPoint(a) && isPoint(b)
    ? {lower, upper: lower}
    : {lower, upper: addEnds(a.upper, b.upper)};
}

export function subtractIntervals(a: Interval, b: Interval): Interval {
  return addIntervals(a, {lower: negate(b.upper), upper: negate(b.lower)});
}

export function multiplyIntervals(a: Interval, b: Interval): Interval {
  return hull(a, b, multiplyEnds);
}

/** Divides; the caller has made sure that `b` does not hold zero, which may be an open end of it. */
export function divideIntervals(a: Interval, b: Interval): Interval {
  // Towards an open zero the quotient grows without end, on the side that the divisor lies on.
  const side = b.lower.at >= 0 ? 1 : -1;
  return hull(a, b, (x, y) => divideEnds(x, y, side));
}

/** Where the least of one number from each interval can lie. */
export function leastOf(a: Interval, b: Interval): Interval {
  return {
    lower: extreme([a.lower, b.lower], compareLower, -1),
    upper: extreme([a.upper, b.upper], compareUpper, -1)
  };
}

/** Where the greatest of one number from each interval can lie. */
export function greatestOf(a: Interval, b: Interval): Interval {
  return {
    lower: extreme([a.lower, b.lower], compareLower, 1),
    upper: extreme([a.upper, b.upper], compareUpper, 1)
  };
}

function negate(e: End): End {
  return {...e, at: -e.at + 0};
}

function addEnds(a: End, b: End): End {
  // A missing end stays missing, whatever is added to it.
  if (!Number.isFinite(a.at)) return a;
  if (!Number.isFinite(b.at)) return b;
  const ground = a.ground === b.ground ? a.ground : "mixed";
  return end(plus(a.at, b.at), a.open || b.open, ground);
}

function multiplyEnds(a: End, b: End): End {
  // Zero times a missing end is zero, and zero is reached if zero itself is in.
  if (a.at === 0 || b.at === 0) {
    const zeros = [a, b].filter((e) => e.at === 0);
    const ground = zeros.some((e) => e.ground === "words") ? "words" : weaker(a, b);
    return end(
      0,
      zeros.every((e) => e.open),
      ground
    );
  }
  return end(times(a.at, b.at), a.open || b.open, weaker(a, b));
}

function divideEnds(a: End, b: End, side: number): End {
  if (a.at === 0) return end(0, a.open, a.ground);
  // What shrinks towards zero and never gets there tells the sign, and nothing anybody stated.
  if (!Number.isFinite(b.at)) return end(0, true, "floor");
  if (b.at === 0) return end(Math.sign(a.at) * side * Infinity);
  return end(over(a.at, b.at), a.open || b.open, weaker(a, b));
}

function weaker(a: End, b: End): Ground {
  return ranks[a.ground] < ranks[b.ground] ? a.ground : b.ground;
}

function hull(a: Interval, b: Interval, corner: (x: End, y: End) => End): Interval {
  const corners = [a.lower, a.upper].flatMap((x) => [corner(x, b.lower), corner(x, b.upper)]);
  return {lower: extreme(corners, compareLower, -1), upper: extreme(corners, compareUpper, 1)};
}

/** The first (-1) or last (1) end; of equal ones the one with the better ground. */
function extreme(ends: readonly End[], compare: (a: End, b: End) => number, sign: -1 | 1): End {
  return ends.reduce((best, e) => {
    const order = sign * compare(e, best);
    return order > 0 || (order === 0 && ranks[e.ground] > ranks[best.ground]) ? e : best;
  });
}
