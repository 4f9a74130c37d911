import {intervalOf} from "../bounds.ts";
import {plus, powerOfTen, times} from "../decimal.ts";
import {compareLower, compareUpper, end, isBelow, overlaps} from "../interval.ts";
import type {Interval} from "../interval.ts";
import type {Quantity} from "../quantity.ts";
import {isLiteral, lastPlace} from "../significance.ts";
import type {Agreement} from "./dataset.ts";

/** What one witness says. */
export interface Testimony {
  readonly quantity: Quantity;
  /** The source that it rests on in the end: two claims of one origin are one witness. */
  readonly origin: string;
}

/**
 * How claims about one fact sit together (DESIGN section 1, "Agreement"). One disjoint pair makes a
 * conflict, within one origin too. Claims of one origin are one witness however often it speaks.
 * Otherwise two equal claims of different origins corroborate, though others say it more loosely.
 * Throws if there are no claims or their units differ: those are different facts.
 */
export function agreementOf(claims: readonly Testimony[]): Agreement {
  const [first, ...rest] = claims;
  if (first === undefined) throw new Error("no claims to compare");
  if (rest.length === 0) return "single";
  // On a line, all pairs overlap if the interval that starts last meets the one that ends first.
  const reaches = claims.map(({quantity}) => {
    expectOneUnit(first.quantity, quantity);
    return reachOf(quantity);
  });
  const startsLast = reaches.reduce((a, b) => (compareLower(a.lower, b.lower) < 0 ? b : a));
  const endsFirst = reaches.reduce((a, b) => (compareUpper(a.upper, b.upper) > 0 ? b : a));
  if (isBelow(endsFirst, startsLast)) return "conflict";
  if (rest.every(({origin}) => origin === first.origin)) return "same-origin";
  const origins = new Map<string, string>();
  for (const {quantity, origin} of claims) {
    const key = contentOf(quantity);
    const other = origins.get(key);
    if (other !== undefined && other !== origin) return "corroborated";
    origins.set(key, origin);
  }
  return "compatible";
}

/**
 * Whether two quantities say the same, or could both be true. Equal means the same kind of hedge
 * ("up to" is "at most"), value and bounds. Throws if their units differ.
 */
export function agrees(a: Quantity, b: Quantity): "equal" | "overlapping" | "disjoint" {
  expectOneUnit(a, b);
  if (contentOf(a) === contentOf(b)) return "equal";
  return overlaps(reachOf(a), reachOf(b)) ? "overlapping" : "disjoint";
}

/**
 * Which of two quantities commits to less: 1 if the first does, -1 if the second, 0 if neither. The
 * one with fewer bounds does, then the one that could lie in more places; where those are as wide,
 * the hedged one. An "at least" goes before an "at most", which most measures bound below anyway.
 * Throws if the units differ.
 */
export function moreCautious(a: Quantity, b: Quantity): -1 | 0 | 1 {
  expectOneUnit(a, b);
  const [x, y] = [reachOf(a), reachOf(b)];
  const order =
    missingEnds(x) - missingEnds(y) ||
    Number(x.upper.at === Infinity) - Number(y.upper.at === Infinity) ||
    (missingEnds(x) === 0 ? width(x) - width(y) : compareReach(x, y)) ||
    doubt(a) - doubt(b);
  return order > 0 ? 1 : order < 0 ? -1 : 0;
}

/**
 * Where a number can lie for the purpose of agreeing with another. A bare number is as wide as its
 * rounding, half a unit of its last figure either way, and an approximate one twice that; `nearly`
 * and `just-over` reach one unit past it; bounds are as stated, and so is an exact number.
 */
export function reachOf(q: Quantity): Interval {
  const {hedge, value} = q;
  if (value === null) return intervalOf(q);
  const unit = lastUnit(q);
  if (hedge === "approx") return around(value, unit);
  if (hedge === "nearly") return {lower: end(plus(value, -unit)), upper: end(value, true)};
  if (hedge === "just-over") return {lower: end(value, true), upper: end(plus(value, unit))};
  return hedge === "none" && !isLiteral(q) ? around(value, times(unit, 0.5)) : intervalOf(q);
}

/** Open, so that neighbours such as 2.4 and 2.5, which touch where both round, stay apart. */
function around(value: number, reach: number): Interval {
  return {lower: end(plus(value, -reach), true), upper: end(plus(value, reach), true)};
}

function lastUnit(q: Quantity): number {
  // A zero has no figures to count: "0%" is taken as written to whole per cents, "0" to ones.
  return powerOfTen(lastPlace(q) ?? (q.unit === "ratio" ? -2 : 0));
}

function contentOf({hedge, value, lower, upper, lowerOpen, upperOpen}: Quantity): string {
  const kind = hedge === "up-to" ? "at-most" : hedge;
  return `${kind} ${value} ${lower} ${upper} ${lowerOpen} ${upperOpen}`;
}

function missingEnds({lower, upper}: Interval): number {
  return Number(lower.at === -Infinity) + Number(upper.at === Infinity);
}

function width({lower, upper}: Interval): number {
  return plus(upper.at, -lower.at);
}

/** Orders intervals that miss the same end by the other: positive if the first holds more. */
function compareReach(x: Interval, y: Interval): number {
  return -compareLower(x.lower, y.lower) || compareUpper(x.upper, y.upper);
}

function doubt({hedge}: Quantity): number {
  return hedge === "exactly" ? 0 : hedge === "none" ? 1 : 2;
}

function expectOneUnit(a: Quantity, b: Quantity): void {
  if (a.unit !== b.unit) throw new Error(`different units: ${a.unit} and ${b.unit}`);
}
