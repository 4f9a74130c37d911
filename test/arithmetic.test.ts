import {expect, test} from "vitest";
import {
  add,
  divide,
  maximum,
  mean,
  minimum,
  multiply,
  number,
  part,
  subtract,
  sum,
  withFloor
} from "../src/arithmetic.ts";
import {unstated} from "../src/bounds.ts";
import {Quantity} from "../src/quantity.ts";
import * as of from "./quantities.ts";

const {about, atLeast, atMost, bare, between, exactly, justOver, lessThan} = of;
const {got, moreThan, nearly, said, unknown, upTo} = of;

const share = (make: (value: number, unit: string) => Quantity, value: number): Quantity =>
  make(value, "ratio");

test.each([
  [add(bare(5), bare(3)), "none 8"],
  [add(exactly(5), exactly(3)), "exactly 8"],
  [add(exactly(5), bare(3)), "none 8"],
  [multiply(exactly(5), number(2)), "exactly 10"],
  [add(atLeast(5), bare(3)), "at-least 8"],
  [add(atLeast(5), moreThan(3)), "more-than 8"],
  [add(atMost(5), upTo(3)), "at-most 8"],
  [add(lessThan(5), atMost(3)), "less-than 8"],
  [add(atLeast(5), atMost(3)), "approx –"],
  [add(between(3, 5), bare(1)), "between [4 6]"],
  [add(between(3, 5, "USD", {lowerOpen: true}), between(1, 2)), "between (4 7]"],
  [add(between(3, 5), atLeast(1)), "at-least 4"],
  [add(unknown(), bare(3)), "approx –"],
  [subtract(bare(5), atLeast(3)), "at-most 2"],
  [subtract(atLeast(5), lessThan(3)), "more-than 2"],
  [subtract(atLeast(5), atLeast(3)), "approx –"],
  [multiply(share(bare, 0.5), atLeast(6)), "at-least 3"],
  [multiply(bare(-2), share(atLeast, 3)), "at-most -6"],
  [multiply(atLeast(2), share(moreThan, 3)), "more-than 6"],
  [multiply(atMost(2), share(atMost, 3)), "approx –"],
  [multiply(bare(0), share(atLeast, 3)), "none 0"],
  [multiply(between(-1, 2), between(-3, 4, "ratio")), "between [-6 8]"],
  [divide(bare(10), bare(4)), "none 2.5"],
  [divide(bare(10), atLeast(20)), "at-most 0.5"],
  [divide(atMost(10), bare(20)), "at-most 0.5"],
  [divide(bare(10), between(2, 5)), "between [2 5]"],
  [divide(atLeast(10), moreThan(2)), "approx –"],
  [divide(bare(-10), moreThan(5)), "more-than -2"],
  [divide(bare(10), between(0, 5, "USD", {lowerOpen: true})), "at-least 2"],
  [divide(bare(10), between(-5, 0, "USD", {upperOpen: true})), "at-most -2"],
  [divide(bare(0), atLeast(5)), "none 0"]
] as const)("calculations read the hedge off the bounds, %#", (result, expected) => {
  expect(said(result)).toBe(expected);
});

test.each([
  [add(about(5), bare(3)), "approx 8"],
  [add(about(5), about(3)), "approx 8"],
  [subtract(nearly(5), about(3)), "approx 2"],
  [multiply(atLeast(600), share(about, 0.8)), "approx 480"],
  [multiply(between(3, 5), share(about, 0.8)), "approx –"],
  [divide(about(0.8), share(about, 0.36)), "approx 2.22222222222222"],
  [divide(about(5), share(nearly, 0.5)), "approx 10"],
  [maximum([about(5), bare(3)]), "approx 5"],
  [add(about(5), unknown()), "approx –"]
] as const)(
  "an approximate operand takes the bounds away and keeps the value, %#",
  (result, said_) => {
    expect(said(result)).toBe(said_);
  }
);

test.each([
  [multiply(share(nearly, 0.5), bare(800)), "nearly 400"],
  [subtract(bare(800), nearly(400)), "just-over 400"],
  [subtract(nearly(400), bare(100)), "nearly 300"],
  [subtract(number(1), share(nearly, 0.5)), "just-over 0.5"],
  [add(bare(1), justOver(2)), "just-over 3"],
  [multiply(number(-1), nearly(5)), "just-over -5"],
  [multiply(justOver(5), number(-2)), "nearly -10"],
  [divide(justOver(5), number(2)), "just-over 2.5"],
  [divide(bare(400), share(nearly, 0.5)), "just-over 800"],
  [divide(bare(-400), share(nearly, 0.5)), "nearly -800"],
  [multiply(got(divide(bare(400), share(nearly, 0.5))), share(atLeast, 2)), "more-than 1600"],
  [divide(bare(0), share(nearly, 0.5)), "none 0"],
  [multiply(number(0), nearly(5)), "none 0"],
  [sum([bare(1), nearly(2), bare(3)]), "nearly 6"],
  [mean([nearly(2), bare(4)]), "nearly 3"],
  [minimum([nearly(5), bare(10)]), "nearly 5"],
  [add(nearly(5), nearly(3)), "less-than 8"],
  [add(justOver(5), atLeast(3)), "more-than 8"],
  [add(nearly(5), justOver(3)), "approx –"],
  [subtract(atLeast(10), nearly(3)), "more-than 7"],
  [minimum([nearly(5), bare(5), bare(4)]), "at-most 4"]
] as const)(
  "nearly and just over are kept or mirrored by bare numbers alone, %#",
  (result, said_) => {
    expect(said(result)).toBe(said_);
  }
);

test("minimum(list) and maximum(list) bound what is not settled", () => {
  expect(said(minimum([atLeast(3), bare(5)]))).toBe("between [3 5]");
  expect(said(minimum([atMost(3), bare(5)]))).toBe("at-most 3");
  expect(said(maximum([atMost(3), bare(5)]))).toBe("none 5");
  expect(said(maximum([atLeast(3), atLeast(5)]))).toBe("at-least 5");
  expect(said(maximum([bare(3), bare(5), bare(4)]))).toBe("none 5");
  expect(said(minimum([exactly(5), bare(5)]))).toBe("none 5");
  expect(said(minimum([exactly(5), bare(6)]))).toBe("exactly 5");
  expect(said(minimum([bare(3), bare(-5), bare(4)]))).toBe("none -5");
});

test("sum(list), mean(list) and the like refuse an empty list and give one member back", () => {
  for (const calculate of [sum, mean, minimum, maximum]) {
    expect(calculate([])).toHaveProperty("error");
    const only = {...upTo(5), verbatim: "up to $5"};
    expect(calculate([only])).toEqual({quantity: {...only, verbatim: ""}});
  }
});

test.each([
  [add(bare(1), bare(2)), "USD"],
  [add(bare(1, "year"), bare(2, "year")), "year"],
  [multiply(bare(1), bare(2, "ratio")), "USD"],
  [multiply(bare(3, "count"), bare(2)), "USD"],
  [multiply(bare(3, "count"), bare(0.5, "ratio")), "count"],
  [multiply(bare(1, "ratio"), bare(2, "ratio")), "ratio"],
  [multiply(number(2), bare(3, "pp")), "pp"],
  [divide(bare(1), bare(2)), "ratio"],
  [divide(bare(1, "count"), bare(2, "count")), "ratio"],
  [divide(bare(1), bare(2, "ratio")), "USD"],
  [divide(bare(1), bare(2, "count")), "USD"],
  [divide(bare(1, "pp"), bare(2, "pp")), "ratio"],
  [part(bare(1, "CNY")), "CNY"]
] as const)("units join as they should, %#", (result, unit) => {
  expect("unit" in result ? result.unit : got(result).unit).toBe(unit);
});

test.each([
  [add(bare(1), bare(1, "ratio")), "cannot add ratio to USD"],
  [subtract(bare(1), bare(1, "CNY")), "cannot subtract CNY from USD"],
  [multiply(bare(1), bare(1)), "cannot multiply USD by USD"],
  [divide(bare(1, "ratio"), bare(1)), "cannot divide ratio by USD"],
  [divide(bare(1), bare(0, "year")), "cannot divide USD by year"],
  [add(bare(1, "year"), bare(1, "month")), "cannot add month to year"],
  [minimum([bare(1), bare(1, "CNY")]), "cannot compare USD with CNY"],
  [sum([bare(1), bare(1), bare(1, "ratio")]), "cannot add ratio to USD"],
  [
    add(bare(1, "pp"), bare(1, "ratio")),
    "cannot add ratio to pp: percentage points are a difference between shares, and no share"
  ]
] as const)("units that do not join are an error in a sentence, %#", (result, error) => {
  expect(result).toEqual({error});
});

test("divide(a, b) refuses every divisor that may be zero, and says which", () => {
  expect(divide(bare(1), bare(0))).toEqual({error: "cannot divide by zero"});
  expect(divide(bare(1), about(0))).toEqual({error: "cannot divide by zero"});
  expect(divide(bare(1), nearly(0))).toEqual({error: "cannot divide by zero"});
  const divisor = {...atMost(5), verbatim: "at most $5"};
  expect(divide(bare(1), divisor)).toEqual({
    error: 'cannot divide by "at most $5", which may be zero'
  });
  for (const b of [between(-1, 1), between(0, 1), between(-1, 0), atLeast(-1), unknown()])
    expect(divide(bare(1), b)).toEqual({error: "cannot divide by a number that may be zero"});
  expect(divide(atLeast(1), nearly(5))).toHaveProperty("error");
  expect(divide(bare(1), withFloor(atMost(5), 0))).toHaveProperty("error");
});

test("calculations refuse results that a number cannot hold", () => {
  expect(multiply(bare(1e200), bare(1e200, "ratio"))).toHaveProperty("error");
  expect(multiply(atLeast(1e200), atLeast(1e200, "ratio"))).toHaveProperty("error");
  expect(() => number(NaN)).toThrow("invalid number: NaN");
});

test("withFloor(q, floor) bounds results, and neither operand nor result prints it", () => {
  const [a, b] = [withFloor(atMost(5), 0), withFloor(atMost(0.5, "ratio"), 0)];
  expect(a).toEqual(atMost(5));
  expect(withFloor(upTo(5), 0)).toEqual(upTo(5));
  expect(withFloor(between(-2, 5), 0)).toEqual(between(-2, 5));
  expect(said(multiply(a, b))).toBe("at-most 2.5");
  expect(said(multiply(atMost(5), atMost(0.5, "ratio")))).toBe("approx –");
  expect(said(multiply(a, withFloor(nearly(0.5, "ratio"), 0)))).toBe("less-than 2.5");
  expect(said(multiply(a, share(atLeast, 2)))).toBe("approx –");
  expect(said(divide(a, atLeast(2)))).toBe("at-most 2.5");
});

test("withFloor(q, floor) prints an end that a floor and words make where words alone make none", () => {
  const a = withFloor(atMost(5), 0);
  expect(said(add(atLeast(600), a))).toBe("at-least 600");
  expect(said(add(bare(600), a))).toBe("at-most 605");
  expect(said(subtract(bare(10), a))).toBe("at-least 5");
  expect(said(subtract(bare(10), withFloor(unknown(), 0)))).toBe("at-most 10");
  expect(said(sum([atLeast(600), a, withFloor(unknown(), 0)]))).toBe("at-least 600");
});

test("withFloor(q, floor) is carried through a formula, and not by a copy", () => {
  const ab = got(multiply(withFloor(atMost(5), 0), withFloor(atMost(2, "ratio"), 0)));
  const c = withFloor(atMost(3, "ratio"), 0);
  expect(said(multiply(ab, c))).toBe("at-most 30");
  expect(said(multiply({...ab}, {...c}))).toBe("approx –");
  const credits = got(multiply(withFloor(nearly(0.5, "ratio"), 0), bare(800)));
  expect(said(credits)).toBe("nearly 400");
  expect(said(multiply(credits, c))).toBe("less-than 1200");
  const both = got(add(bare(600), withFloor(atMost(5), 0)));
  for (const twice of [multiply(both, number(2)), multiply(number(2), both)])
    expect(said(twice)).toBe("at-most 1210");
  expect(said(divide(both, number(2)))).toBe("at-most 302.5");
  expect(Object.getOwnPropertySymbols({...ab})).toEqual([]);
  expect(Quantity.parse(ab)).toEqual(ab);
});

test("withFloor(q, floor) leaves alone what is above it, contradicts it or is approximate", () => {
  for (const q of [bare(5), between(0, 5), moreThan(0), about(3), atMost(-1), bare(-3)])
    expect(withFloor(q, 0)).toBe(q);
  const once = withFloor(atMost(5), 0);
  expect(withFloor(once, 0)).toBe(once);
});

test("withFloor(result, floor) takes off a lower bound that only repeats the floor", () => {
  const rest = got(subtract(bare(10), atMost(12)));
  expect(said(rest)).toBe("at-least -2");
  expect(said(withFloor(rest, 0))).toBe("approx –");
  const either = got(subtract(bare(10), part(bare(10))));
  expect(said(either)).toBe("at-least 0");
  expect(said(withFloor(either, 0))).toBe("at-most 10");
  const half = got(multiply(number(0.5), between(-2, 6)));
  expect(said(withFloor(half, 0))).toBe("at-most 3");
});

test("part(whole) is at most the whole, and prints no lower bound", () => {
  expect(said(part(bare(1e9)))).toBe("at-most 1000000000");
  expect(said(part(nearly(5)))).toBe("less-than 5");
  expect(said(part(between(3, 5)))).toBe("at-most 5");
  expect(said(part(atLeast(5)))).toBe("approx –");
  expect(said(part(about(5)))).toBe("approx –");
  expect(said(part(bare(-5)))).toBe("approx –");
  expect(said(add(part(atLeast(5)), bare(3)))).toBe("at-least 3");
  expect(said(add(part(bare(5)), part(bare(3))))).toBe("at-most 8");
  expect(part(bare(2.5)).significantFigures).toBe(2);
});

test("unstated(unit) is approx without a value and with no bounds", () => {
  expect(unstated("USD")).toEqual(unknown());
});

test.each([
  [multiply(bare(2.5), bare(0.36, "ratio")), 2],
  [multiply(share(nearly, 0.5), bare(800)), 1],
  [multiply(share(bare, 0.25), number(3)), 2],
  [divide(bare(2.5), number(3)), 2],
  [add(bare(1e9), bare(6e8)), 2],
  [add(bare(1.25e9), bare(2.75e9)), 1],
  [subtract(bare(1e9), bare(9.99e8)), 1],
  [subtract(number(1), share(nearly, 0.5)), 1],
  [add(bare(1), atLeast(0.25)), 3],
  [add(between(0.03, 0.05), bare(0.1)), 2],
  [add(between(5, 12), bare(101)), 3],
  [add(between(-12, 5), bare(101)), 3],
  [subtract(bare(5), bare(5)), 1],
  [mean([bare(0.12), bare(0.1), bare(0.04), bare(-0.02)]), 2],
  [mean([bare(0.34), bare(0.36), bare(0.38)]), 3],
  [mean([bare(0.12), bare(0.0376), bare(0.03)]), 2],
  [sum([number(1), number(2)]), 15]
] as const)("results have the figures that their operands warrant, %#", (result, figures) => {
  expect(got(result).significantFigures).toBe(figures);
});

test.each([
  [add(bare(0.1), bare(0.2)), 0.3],
  [subtract(bare(1000000.1), bare(1000000)), 0.1],
  [subtract(bare(0.3), bare(0.1)), 0.2],
  [multiply(bare(0.1), number(3)), 0.3],
  [multiply(number(3), bare(1 / 3)), 1],
  [divide(bare(0.7), number(100)), 0.007],
  [mean([0.12, 0.1, 0.04, 0.03, -0.02, 0.04, 0.02, 0.03].map((x) => bare(x))), 0.045],
  [sum(Array.from({length: 1000}, () => bare(0.1))), 100],
  [subtract(bare(1e-150), bare(1e-150)), 0],
  [multiply(bare(-5), number(0)), 0]
] as const)("results have no binary dust on them, %#", (result, value) => {
  expect(got(result).value).toBe(value);
});
