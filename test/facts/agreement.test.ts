import fc from "fast-check";
import {expect, test} from "vitest";
import {agreementOf, agrees, moreCautious, reachOf} from "../../src/facts/agreement.ts";
import {encloses} from "../../src/interval.ts";
import type {Quantity} from "../../src/quantity.ts";
import * as of from "../quantities.ts";

const {about, atLeast, atMost, bare, between, exactly, justOver, lessThan} = of;
const {moreThan, nearly, unknown, upTo} = of;

const runs = {numRuns: 1000, seed: 20240305};

test.each([
  [bare(2.5e9), "(2450000000 2550000000)"],
  [bare(1e9), "(500000000 1500000000)"],
  [bare(36), "(35.5 36.5)"],
  [about(2.2), "(2.1 2.3)"],
  [about(0.8, "ratio"), "(0.7 0.9)"],
  [bare(1 / 3, "ratio", {significantFigures: 1}), "(0.283333333333333"],
  [nearly(0.5, "ratio"), "[0.4 0.5)"],
  [justOver(400), "(400 500]"],
  [nearly(-2), "[-3 -2)"],
  [exactly(5), "[5 5]"],
  [atLeast(600), "[600 Infinity)"],
  [moreThan(600), "(600 Infinity)"],
  [upTo(5), "(-Infinity 5]"],
  [between(3, 5), "[3 5]"],
  [unknown(), "(-Infinity Infinity)"],
  [bare(0, "ratio"), "(-0.005 0.005)"],
  [bare(0, "count"), "(-0.5 0.5)"],
  [bare(2.5, "USD", {significantFigures: 15}), "[2.5 2.5]"]
] as const)("reachOf(q) is as wide as the figures or the bounds say, %#", (q, expected) => {
  const {lower, upper} = reachOf(q);
  const words = `${lower.open ? "(" : "["}${lower.at} ${upper.at}${upper.open ? ")" : "]"}`;
  expect(words).toContain(expected);
});

test.each([
  [bare(1e9), moreThan(1e9), "overlapping"],
  [about(2.2), about(2.5), "disjoint"],
  [bare(2.4), bare(2.5), "disjoint"],
  [bare(2.5), about(2.5), "overlapping"],
  [bare(2.5), moreThan(2.5), "overlapping"],
  [bare(2.5), bare(2.5, "USD", {significantFigures: 3, verbatim: "$2.50"}), "equal"],
  [nearly(0.5), nearly(0.5), "equal"],
  [nearly(0.5), bare(0.5), "overlapping"],
  [nearly(0.5), moreThan(0.5), "disjoint"],
  [nearly(0.5), justOver(0.5), "disjoint"],
  [nearly(0.5), about(0.4), "overlapping"],
  [moreThan(0.5), justOver(0.5), "overlapping"],
  [upTo(5), atMost(5), "equal"],
  [atMost(5), lessThan(5), "overlapping"],
  [atMost(5), atLeast(5), "overlapping"],
  [lessThan(5), atLeast(5), "disjoint"],
  [exactly(5), bare(5), "overlapping"],
  [exactly(5.4), bare(5), "overlapping"],
  [exactly(5.5), bare(5), "disjoint"],
  [between(3, 5), about(6), "disjoint"],
  [between(3, 6), about(6), "overlapping"],
  [between(3, 5), bare(6), "disjoint"],
  [between(3, 5), between(3, 5, "USD", {upperOpen: true}), "overlapping"],
  [between(3, 5), between(3, 5, "USD", {lowerOpen: true}), "overlapping"],
  [between(3, 5), between(2, 5), "overlapping"],
  [unknown(), bare(6), "overlapping"]
] as const)(
  "agrees(a, b) compares reaches, and equal is equal in hedge and bounds, %#",
  (...row) => {
    const [a, b, expected] = row;
    expect(agrees(a, b)).toBe(expected);
  }
);

const told = (origin: string, quantity: Quantity) => ({quantity, origin});

test("agreementOf(claims) of one claim is single", () => {
  expect(agreementOf([told("A", bare(5))])).toBe("single");
  expect(() => agreementOf([])).toThrow("no claims to compare");
});

test("agreementOf(claims) is one witness where all rest on one origin, however they put it", () => {
  expect(agreementOf([told("A", bare(2.5)), told("A", bare(2.5))])).toBe("same-origin");
  expect(agreementOf([told("A", bare(2.5)), told("A", moreThan(2.5))])).toBe("same-origin");
});

test("agreementOf(claims) is corroborated where two origins say the same", () => {
  const [a, b] = [told("A", bare(1)), told("B", bare(1))];
  expect(agreementOf([a, b])).toBe("corroborated");
  expect(agreementOf([a, b, told("C", moreThan(1))])).toBe("corroborated");
  expect(agreementOf([a, told("A", bare(1)), told("B", moreThan(1)), b])).toBe("corroborated");
});

test("agreementOf(claims) is compatible where two origins could both be right", () => {
  expect(agreementOf([told("A", bare(1)), told("B", moreThan(1))])).toBe("compatible");
  const [a, same] = [told("A", bare(1)), told("A", bare(1))];
  expect(agreementOf([a, same, told("B", moreThan(1))])).toBe("compatible");
});

test("agreementOf(claims) is a conflict where any two are disjoint, within an origin too", () => {
  const [a, b] = [told("A", bare(1)), told("B", bare(1))];
  expect(agreementOf([told("A", about(2.2)), told("B", about(2.5))])).toBe("conflict");
  expect(agreementOf([told("A", about(2.2)), told("A", about(2.5))])).toBe("conflict");
  expect(agreementOf([a, b, told("C", moreThan(2))])).toBe("conflict");
  expect(agreementOf([told("C", moreThan(2)), told("D", unknown()), a])).toBe("conflict");
});

test.each([
  [moreThan(1), bare(1)],
  [about(2.5), bare(2.5)],
  [nearly(0.5), bare(0.5)],
  [bare(2.5), exactly(2.5)],
  [unknown(), atLeast(5)],
  [atLeast(5), moreThan(5)],
  [atLeast(5), atLeast(6)],
  [atMost(6), upTo(5)],
  [atLeast(5), atMost(5)],
  [atMost(5), between(1, 9)],
  [between(3, 6), between(4, 6)],
  [between(2, 3), bare(2.5, "USD", {significantFigures: 1})]
] as const)("moreCautious(a, b) is 1 where the first commits to less, %#", (a, b) => {
  expect(moreCautious(a, b)).toBe(1);
  expect(moreCautious(b, a)).toBe(-1);
});

test("moreCautious(a, b) is 0 where neither commits to less", () => {
  expect(moreCautious(bare(5), bare(5))).toBe(0);
  expect(moreCautious(upTo(5), atMost(5))).toBe(0);
});

test("agreement of different units is a programmer's mistake", () => {
  for (const compare of [agrees, moreCautious])
    expect(() => compare(bare(1), bare(1, "CNY"))).toThrow("different units: USD and CNY");
  expect(() => agreementOf([told("A", bare(1)), told("B", bare(1, "CNY"))])).toThrow("CNY");
});

test("agrees(a, b) is reflexive and symmetric", () => {
  fc.assert(
    fc.property(of.anyQuantity(), of.anyQuantity(), (a, b) => {
      expect(agrees(a, {...a, verbatim: "otherwise"})).toBe("equal");
      expect(agrees(a, b)).toBe(agrees(b, a));
    }),
    runs
  );
});

test("agrees(a, b) stays an overlap when one of them widens", () => {
  const pair = of.anyQuantity().chain((a) => {
    return fc.tuple(fc.constant(a), of.wider(a, outward(reachOf(a))));
  });
  fc.assert(
    fc.property(pair, of.anyQuantity(), ([a, wide], b) => {
      fc.pre(encloses(reachOf(wide), reachOf(a)));
      if (agrees(a, b) !== "disjoint") expect(agrees(wide, b)).not.toBe("disjoint");
    }),
    runs
  );
});

test("agreementOf(claims) is a conflict if and only if some pair of claims is disjoint", () => {
  const claim = fc.record({quantity: of.anyQuantity(), origin: fc.constantFrom("A", "B", "C")});
  fc.assert(
    fc.property(fc.array(claim, {minLength: 2, maxLength: 6}), (claims) => {
      const disjoint = claims.some((a) =>
        claims.some((b) => agrees(a.quantity, b.quantity) === "disjoint")
      );
      const agreement = agreementOf(claims);
      expect(agreement === "conflict").toBe(disjoint);
      expect(agreementOf([...claims].reverse())).toBe(agreement);
      if (disjoint) return;
      const origins = new Set(claims.map(({origin}) => origin));
      expect(agreement === "same-origin").toBe(origins.size === 1);
      const equal = claims.some((a) =>
        claims.some((b) => a.origin !== b.origin && agrees(a.quantity, b.quantity) === "equal")
      );
      expect(agreement === "corroborated").toBe(equal);
    }),
    runs
  );
});

test("moreCautious(a, b) puts quantities in order, the wider reach first", () => {
  fc.assert(
    fc.property(of.anyQuantity(), of.anyQuantity(), of.anyQuantity(), (a, b, c) => {
      expect(moreCautious(a, a)).toBe(0);
      expect(moreCautious(a, b) + moreCautious(b, a)).toBe(0);
      if (moreCautious(a, b) >= 0 && moreCautious(b, c) >= 0)
        expect(moreCautious(a, c)).toBeGreaterThanOrEqual(0);
      const [x, y] = [reachOf(a), reachOf(b)];
      if (encloses(x, y) && !encloses(y, x) && hedged(a) >= hedged(b))
        expect(moreCautious(a, b)).toBeGreaterThanOrEqual(0);
    }),
    runs
  );
});

function hedged({hedge}: Quantity): number {
  return hedge === "exactly" ? 0 : hedge === "none" ? 1 : 2;
}

/** The interval with closed ends, so that what is made of it holds all that it holds. */
function outward({lower, upper}: ReturnType<typeof reachOf>): ReturnType<typeof reachOf> {
  return {lower: {...lower, open: false}, upper: {...upper, open: false}};
}
