import {over, plus, times} from "./decimal.ts";
import {
  informed,
  isApprox,
  isBare,
  isInformed,
  isNear,
  know,
  nearQuantity,
  print,
  quantityOf,
  intervalOf,
  unstated
} from "./bounds.ts";
import {
  addIntervals,
  divideIntervals,
  end,
  everything,
  greatestOf,
  holds,
  isPoint,
  leastOf,
  multiplyIntervals,
  subtractIntervals
} from "./interval.ts";
import type {Interval} from "./interval.ts";
import type {Quantity} from "./quantity.ts";
import {
  fewestFigures,
  figuresPastUsualPlace,
  figuresToFinestPlace,
  isLiteral,
  literalFigures,
  reference
} from "./significance.ts";

/** What a calculation comes to, its verbatim empty, or a sentence why it comes to nothing. */
export type Result = {readonly quantity: Quantity} | {readonly error: string};

interface Operation {
  /** The unit of the result, null where there is none. */
  readonly unit: (a: string, b: string) => string | null;
  /** The error where there is none: "cannot add ratio to USD". */
  readonly refuse: (a: string, b: string) => string;
  /** What two numbers come to, null where that is no number. */
  readonly number: (a: number, b: number) => number | null;
  readonly interval: (a: Interval, b: Interval) => Interval;
  /** Signs of how the result moves with each operand: whether "nearly" stays or mirrors. */
  readonly slopes: (a: number, b: number) => readonly [number, number];
  readonly figures: (operands: readonly Quantity[], result: number) => number;
}

const same = (a: string, b: string): string | null => (a === b ? a : null);

const addition: Operation = {
  unit: same,
  refuse: (a, b) => `cannot add ${b} to ${a}${because(a, b)}`,
  number: plus,
  interval: addIntervals,
  slopes: () => [1, 1],
  figures: figuresToFinestPlace
};

const subtraction: Operation = {
  ...addition,
  refuse: (a, b) => `cannot subtract ${b} from ${a}${because(a, b)}`,
  number: (a, b) => plus(a, -b),
  interval: subtractIntervals,
  slopes: () => [1, -1]
};

const multiplication: Operation = {
  // A ratio scales anything; a count scales as a bare number does: three rounds of $1 billion.
  unit: (a, b) =>
    a === "ratio" ? b : b === "ratio" ? a : a === "count" ? b : b === "count" ? a : null,
  refuse: (a, b) => `cannot multiply ${a} by ${b}`,
  number: times,
  interval: multiplyIntervals,
  slopes: (a, b) => [Math.sign(b), Math.sign(a)],
  figures: fewestFigures
};

const division: Operation = {
  unit: (a, b) => (a === b ? "ratio" : b === "ratio" || b === "count" ? a : null),
  refuse: (a, b) => `cannot divide ${a} by ${b}`,
  // "More than 0" divides, and the number that it names does not.
  number: (a, b) => (b === 0 ? null : over(a, b)),
  interval: divideIntervals,
  slopes: (a, b) => [Math.sign(b), -Math.sign(a)],
  figures: fewestFigures
};

const least: Operation = {
  unit: same,
  refuse: (a, b) => `cannot compare ${a} with ${b}${because(a, b)}`,
  number: Math.min,
  interval: leastOf,
  slopes: () => [0, 0],
  figures: figuresToFinestPlace
};

const greatest: Operation = {...least, number: Math.max, interval: greatestOf};

/** A number that is written in a formula. Throws if it is not finite. */
export function number(value: number, unit = "ratio"): Quantity {
  if (!Number.isFinite(value)) throw new Error(`invalid number: ${value}`);
  return quantityOf({value, unit, significantFigures: literalFigures});
}

/**
 * The sum of two quantities of one unit. As in every calculation here, a bare number is the point
 * stated, a missing end stays missing, an approximate operand takes both bounds away, and the hedge
 * is read off the bounds that are left (DESIGN section 1, "Arithmetic").
 */
export function add(a: Quantity, b: Quantity): Result {
  return calculate(addition, a, b);
}

/** The difference of two quantities of one unit; from a bare number it mirrors nearly. */
export function subtract(a: Quantity, b: Quantity): Result {
  return calculate(subtraction, a, b);
}

/** The product of a quantity and a ratio or a count, in the unit of the quantity. */
export function multiply(a: Quantity, b: Quantity): Result {
  return calculate(multiplication, a, b);
}

/**
 * The ratio of two quantities of one unit, or a quantity divided by a ratio or a count. A divisor
 * that may be zero is an error; "about" and "nearly" some number do not reach down to zero.
 */
export function divide(a: Quantity, b: Quantity): Result {
  if (division.unit(a.unit, b.unit) === null) return calculate(division, a, b);
  const {interval, nominal} = know(b);
  const named = isApprox(b) || (isNear(b) && (isApprox(a) || isBare(a)));
  if (nominal === 0 && (named || isPoint(interval))) return {error: "cannot divide by zero"};
  if (!named && holds(interval, 0)) {
    const divisor = b.verbatim === "" ? "a number that" : `"${b.verbatim}", which`;
    return {error: `cannot divide by ${divisor} may be zero`};
  }
  return calculate(division, a, b);
}

/** The sum of quantities of one unit. An empty list is an error. */
export function sum(list: readonly Quantity[]): Result {
  return fold(list, "sum", add);
}

/**
 * The mean of quantities of one unit, written one place further than they usually are: a mean of
 * whole per cents has a decimal. An empty list is an error.
 */
export function mean(list: readonly Quantity[]): Result {
  const total = fold(list, "mean", add);
  if ("error" in total || list.length === 1) return total;
  const result = divide(total.quantity, number(list.length));
  if ("error" in result) return result;
  const {quantity} = result;
  const significantFigures = figuresPastUsualPlace(list, reference(quantity) ?? 0);
  return {quantity: informed({...quantity, significantFigures}, know(quantity))};
}

/** The least of quantities of one unit. An empty list is an error. */
export function minimum(list: readonly Quantity[]): Result {
  const settled = list.some(isApprox) ? () => null : settle;
  return fold(list, "minimum", (a, b) => settled(a, b, a, b) ?? calculate(least, a, b));
}

/** The greatest of quantities of one unit. An empty list is an error. */
export function maximum(list: readonly Quantity[]): Result {
  const settled = list.some(isApprox) ? () => null : settle;
  return fold(list, "maximum", (a, b) => settled(a, b, b, a) ?? calculate(greatest, a, b));
}

/**
 * Any part of a whole: no more than the whole at its largest, and at least nothing, which is known
 * and not printed. A part of what has no upper end, or is negative, is unstated.
 */
export function part(whole: Quantity): Quantity {
  const {upper} = know(whole).interval;
  if (isApprox(whole) || upper.at < 0) return unstated(whole.unit);
  const interval = {lower: end(0, false, "floor"), upper};
  const printed = print(interval, whole.unit, false);
  return informed(
    {...printed, significantFigures: whole.significantFigures},
    {interval, nominal: printed.value, approximate: false}
  );
}

/**
 * The quantity with the knowledge that its measure cannot lie below `floor`. Calculations use it;
 * nothing prints it: a claim keeps its bounds, and a result loses a lower bound that only repeats
 * the floor. The knowledge goes with this object and its results, and not with copies of it.
 */
export function withFloor(q: Quantity, floor: number): Quantity {
  const {interval, nominal, approximate} = know(q);
  const {lower, upper} = interval;
  const repeats = isInformed(q) && q.lower === floor && !q.lowerOpen && lower.ground !== "floor";
  // What contradicts its measure's floor is for the author to see, and not for us to bend.
  if (approximate || isPoint(interval) || upper.at < floor) return q;
  if (lower.at >= floor && !repeats) return q;
  const floored = {lower: end(floor, false, "floor"), upper};
  const prints = isInformed(q) && q.lower !== null && q.lower <= floor && !isNear(q);
  const printed = prints ? {...print(floored, q.unit, false), verbatim: q.verbatim} : q;
  const {significantFigures} = q;
  return informed({...printed, significantFigures}, {interval: floored, nominal, approximate});
}

function calculate(operation: Operation, a: Quantity, b: Quantity): Result {
  const unit = operation.unit(a.unit, b.unit);
  if (unit === null) return {error: operation.refuse(a.unit, b.unit)};
  const [x, y] = [know(a), know(b)];
  const nominal =
    x.nominal === null || y.nominal === null ? null : operation.number(x.nominal, y.nominal);
  if (nominal !== null && !Number.isFinite(nominal)) return {error: "the result is too large"};
  const approximate = x.approximate || y.approximate;
  const finish = (q: Quantity, interval: Interval): Result => {
    const significantFigures = operation.figures([a, b], reference(q) ?? 0);
    const quantity = {...q, significantFigures};
    // Of a bare number there is nothing to know beside it, and series hold many of them.
    if (isPoint(interval) && q.value === nominal) return {quantity};
    return {quantity: informed(quantity, {interval, nominal, approximate})};
  };
  if (approximate) return finish(quantityOf({hedge: "approx", value: nominal, unit}), everything);
  const near = nearness(operation, a, b);
  if (near !== null && nominal !== null) {
    const q = nearQuantity(near, nominal, unit);
    // A divisor such as "nearly half" has no lower end, and yet does not reach zero.
    const reciprocal = operation === division && isNear(b);
    return finish(q, reciprocal ? intervalOf(q) : operation.interval(x.interval, y.interval));
  }
  const interval = operation.interval(x.interval, y.interval);
  if (interval.lower.at === Infinity || interval.upper.at === -Infinity)
    return {error: "the result is too large"};
  const exact =
    [a, b].some((q) => q.hedge === "exactly") &&
    [a, b].every((q) => q.hedge === "exactly" || isLiteral(q));
  return finish(print(interval, unit, exact), interval);
}

/** Nearly or just over, where one operand is that and the other a bare number. */
function nearness(operation: Operation, a: Quantity, b: Quantity): "nearly" | "just-over" | null {
  if (a.value === null || b.value === null) return null;
  const [alongA, alongB] = operation.slopes(a.value, b.value);
  const slope = isNear(a) && isBare(b) ? alongA : isBare(a) && isNear(b) ? alongB : 0;
  if (slope === 0) return null;
  const rises = slope > 0;
  const fromBelow = (isNear(a) ? a : b).hedge === "nearly";
  return fromBelow === rises ? "nearly" : "just-over";
}

/** One of two quantities as it is, where it is settled which is the lesser. */
function settle(
  a: Quantity,
  b: Quantity,
  ifFirstIsLess: Quantity,
  ifSecondIsLess: Quantity
): Result | null {
  if (a.unit !== b.unit) return null;
  const [x, y] = [know(a).interval, know(b).interval];
  // Of two equal numbers neither is chosen: one may be exact and the other not.
  if (isPoint(x) && isPoint(y) && x.lower.at === y.lower.at) return null;
  if (x.upper.at <= y.lower.at) return {quantity: ifFirstIsLess};
  return y.upper.at <= x.lower.at ? {quantity: ifSecondIsLess} : null;
}

function fold(
  list: readonly Quantity[],
  name: string,
  combine: (a: Quantity, b: Quantity) => Result
): Result {
  const [first, ...rest] = list;
  if (first === undefined) return {error: `there is no ${name} of nothing`};
  let quantity = first;
  for (const next of rest) {
    const result = combine(quantity, next);
    if ("error" in result) return result;
    quantity = result.quantity;
  }
  return {quantity: informed({...quantity, verbatim: ""}, know(quantity))};
}

function because(a: string, b: string): string {
  if ([a, b].sort().join() === "pp,ratio")
    return ": percentage points are a difference between shares, and no share";
  return "";
}
