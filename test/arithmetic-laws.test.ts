import fc from "fast-check";
import {expect, test} from "vitest";
import {
  add,
  divide,
  maximum,
  mean,
  minimum,
  multiply,
  subtract,
  sum,
  withFloor
} from "../src/arithmetic.ts";
import type {Result} from "../src/arithmetic.ts";
import {intervalOf, know} from "../src/bounds.ts";
import {over} from "../src/decimal.ts";
import {encloses, holds} from "../src/interval.ts";
import type {Interval} from "../src/interval.ts";
import {Quantity} from "../src/quantity.ts";
import * as of from "./quantities.ts";

const {bare, got, justOver, nearly, said} = of;

const known = (result: Result): Interval => know(got(result)).interval;

const operations = {
  add: (x: number, y: number) => x + y,
  subtract: (x: number, y: number) => x - y,
  multiply: (x: number, y: number) => x * y,
  divide: over
};
const calculations = {add, subtract, multiply, divide};
const operation = fc.constantFrom(...(Object.keys(operations) as (keyof typeof operations)[]));
const runs = {numRuns: 1000, seed: 20240305};

function unitsFor(name: keyof typeof operations): "USD" | "ratio" {
  return name === "add" || name === "subtract" ? "USD" : "ratio";
}

test("calculations give a quantity that keeps its schema's promises", () => {
  fc.assert(
    fc.property(of.anyQuantity(), of.anyQuantity(), operation, (a, b, name) => {
      const result = calculations[name](a, {...b, unit: unitsFor(name)});
      if ("error" in result) return;
      const q = Quantity.parse(result.quantity);
      said(q);
      expect(q.verbatim).toBe("");
      expect(q.lower === null && q.lowerOpen).toBe(false);
      expect(q.upper === null && q.upperOpen).toBe(false);
      for (const x of [q.value, q.lower, q.upper]) expect(Object.is(x, -0)).toBe(false);
      if (q.lower !== null && q.upper !== null) expect(q.lower).toBeLessThan(q.upper);
    }),
    runs
  );
});

test("add(a, b) and multiply(a, b) commute", () => {
  fc.assert(
    fc.property(of.anyQuantity(), of.anyQuantity(), (a, b) => {
      expect(add(a, b)).toEqual(add(b, a));
      const ratio = {...b, unit: "ratio"};
      expect(multiply(a, ratio)).toEqual(multiply(ratio, a));
    }),
    runs
  );
});

test("sum(list), minimum(list) and maximum(list) do not depend on the order", () => {
  fc.assert(
    fc.property(of.anyQuantity(), of.anyQuantity(), of.anyQuantity(), (a, b, c) => {
      for (const calculate of [sum, mean, minimum, maximum])
        expect(said(calculate([c, a, b]))).toBe(said(calculate([a, b, c])));
    }),
    runs
  );
});

test("add(add(a, b), c) is add(a, add(b, c)), and multiply too", () => {
  fc.assert(
    fc.property(of.anyQuantity(), of.anyQuantity(), of.anyQuantity(), (a, b, c) => {
      const group = (calculate: typeof add, unit: string): void => {
        const [x, y, z] = [a, b, c].map((q) => ({...q, unit})) as [Quantity, Quantity, Quantity];
        const left = calculate(got(calculate(x, y)), z);
        const right = calculate(x, got(calculate(y, z)));
        expect(said(left)).toBe(said(right));
      };
      group(add, "USD");
      // Zero times nearly, about or unstated is zero or not by the order of the factors.
      if ([a, b, c].every(({value, lower, upper}) => ![value, lower, upper].includes(0)))
        group(multiply, "ratio");
    }),
    runs
  );
});

test("calculations hold what comes of any numbers that their operands hold", () => {
  const near = fc.constantFrom(nearly, justOver).map((make) => make(7, "USD"));
  const operand = fc.oneof({weight: 5, arbitrary: of.bounded()}, {weight: 1, arbitrary: near});
  const pair = fc
    .tuple(operand, of.bounded())
    .chain(([a, b]) => fc.tuple(point(a), point(b), operation, fc.boolean()));
  fc.assert(
    fc.property(pair, ([x, y, name, swap]) => {
      const unit = unitsFor(name);
      const [first, second] = swap && name !== "divide" ? [y, x] : [x, y];
      const result = calculations[name](first.q, {...second.q, unit});
      if ("error" in result) {
        expect(holds(intervalOf(second.q), 0)).toBe(true);
        return;
      }
      const z = operations[name](first.at, second.at);
      expect(holds(intervalOf(result.quantity), z)).toBe(true);
    }),
    runs
  );
});

test("minimum(list) and maximum(list) hold the least and greatest of any members", () => {
  const pair = fc.tuple(of.bounded(), of.bounded()).chain(([a, b]) => fc.tuple(point(a), point(b)));
  fc.assert(
    fc.property(pair, ([x, y]) => {
      const [low, high] = [minimum([x.q, y.q]), maximum([x.q, y.q])].map((r) => intervalOf(got(r)));
      expect(holds(low!, Math.min(x.at, y.at))).toBe(true);
      expect(holds(high!, Math.max(x.at, y.at))).toBe(true);
    }),
    runs
  );
});

test("calculations with floors hold what comes of any numbers above the floor", () => {
  const positive = of
    .bounded()
    .filter((q) => (q.lower === null || q.lower >= 0) && (q.upper === null || q.upper > 0));
  const pair = fc
    .tuple(positive, positive)
    .chain(([a, b]) => fc.tuple(point(a, 0), point(b, 0), operation));
  fc.assert(
    fc.property(pair, ([x, y, name]) => {
      fc.pre(x !== null && y !== null);
      const result = calculations[name](x!.q, y!.q);
      const again = withFloor({...y!.q, unit: unitsFor(name)}, 0);
      const floored = calculations[name](withFloor(x!.q, 0), again);
      if ("error" in floored) return;
      const z = operations[name](x!.at, y!.at);
      expect(holds(intervalOf(floored.quantity), z)).toBe(true);
      if (name === "add" && "quantity" in result)
        expect(encloses(intervalOf(result.quantity), intervalOf(floored.quantity))).toBe(true);
    }),
    runs
  );
});

test("calculations with a wider operand never come to less", () => {
  const pair = of.bounded().chain((a) => fc.tuple(fc.constant(a), of.wider(a, intervalOf(a))));
  const near = fc.constantFrom(nearly, justOver).map((make) => make(7, "USD"));
  const other = fc.oneof({weight: 5, arbitrary: of.bounded()}, {weight: 1, arbitrary: near});
  fc.assert(
    fc.property(pair, other, operation, fc.boolean(), ([a, wide], b, name, swap) => {
      const unit = unitsFor(name);
      // "Nearly" a divisor does not reach zero, so there its bound alone would be too wide.
      if (name === "divide" && (b.hedge === "nearly" || b.hedge === "just-over")) return;
      const run = (q: Quantity): Result =>
        swap ? calculations[name](b, {...q, unit}) : calculations[name](q, {...b, unit});
      const [narrow, broad] = [run(a), run(wide)];
      if ("error" in broad) return;
      expect(encloses(known(broad), known(narrow))).toBe(true);
      // A quotient does not print a zero that only tells its sign, so there the print may be wider.
      if (name !== "divide")
        expect(encloses(intervalOf(broad.quantity), intervalOf(got(narrow)))).toBe(true);
    }),
    runs
  );
});

test("add(subtract(a, b), b) holds all that a held", () => {
  fc.assert(
    fc.property(of.bounded(), of.anyQuantity(), (a, b) => {
      const again = intervalOf(got(add(got(subtract(a, b)), b)));
      expect(encloses(again, intervalOf(a))).toBe(true);
    }),
    runs
  );
});

test("units that cannot be added or multiplied one way cannot the other way", () => {
  const unit = fc.constantFrom("USD", "CNY", "ratio", "pp", "count", "year", "month", "chips");
  fc.assert(
    fc.property(unit, unit, (a, b) => {
      for (const calculate of [add, subtract, multiply])
        expect("error" in calculate(bare(1, a), bare(1, b))).toBe(
          "error" in calculate(bare(1, b), bare(1, a))
        );
      expect("error" in add(bare(1, a), bare(1, b))).toBe(a !== b);
      const ratio = divide(bare(1, a), bare(1, b));
      expect("error" in ratio).toBe(a !== b && b !== "ratio" && b !== "count");
    }),
    runs
  );
});

/** A quantity and a number that it holds, not below the floor; null where none of the few does. */
function point(q: Quantity): fc.Arbitrary<{q: Quantity; at: number}>;
function point(q: Quantity, floor: number): fc.Arbitrary<{q: Quantity; at: number} | null>;
function point(q: Quantity, floor = -Infinity): fc.Arbitrary<{q: Quantity; at: number} | null> {
  return of.inside(intervalOf(q)).map((at) => (at < floor ? null : {q, at}));
}
