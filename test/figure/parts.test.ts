import {expect, test} from "vitest";
import {barParts, drawnAs, extentOf, named, pointParts} from "../../src/figure/parts.ts";
import {fixed} from "../../src/figure/theme.ts";
import {hedges} from "../../src/quantity.ts";
import {ratio} from "./fixture.ts";

/** Half lies at 100 px, and values grow to the right. */
const scale = (value: number) => value * 200;
const along = {scale, fade: 26};
const up = {scale: (value: number) => 300 - value * 200, fade: 26};

test("barParts(…) ends a bare number at its value", () => {
  expect(barParts(ratio("none", 0.5), along)).toEqual([{part: "solid", from: 0, to: 100}]);
  expect(barParts(ratio("exactly", 0.5), along)).toEqual([{part: "solid", from: 0, to: 100}]);
});

test("barParts(…) fills at least and more than up to the bound, marks it, then opens for a fixed length", () => {
  for (const hedge of ["at-least", "more-than"] as const) {
    expect(barParts(ratio(hedge, 0.5), along)).toEqual([
      {part: "solid", from: 0, to: 100},
      {part: "fade", from: 100, to: 126},
      {part: "arrow", at: 132, sign: 1},
      {part: "tick", at: 100}
    ]);
  }
  // The fade is of pixels, so that nobody reads it as data: a larger scale leaves it as it is.
  const wide = barParts(ratio("at-least", 0.5), {...along, scale: (value) => value * 600});
  expect(wide[1]).toEqual({part: "fade", from: 300, to: 326});
});

test("barParts(…) fills nothing for certain where a lower bound lies below the floor", () => {
  for (const hedge of ["at-least", "more-than"] as const) {
    expect(barParts(ratio(hedge, -0.5), along)).toEqual([
      {part: "fade", from: -100, to: -74},
      {part: "arrow", at: -68, sign: 1},
      {part: "tick", at: -100}
    ]);
    const high = barParts(ratio(hedge, 0.5), {...along, floor: 0.6});
    expect(high.map(({part}) => part)).toEqual(["fade", "arrow", "tick"]);
  }
});

test("barParts(…) opens a column upwards", () => {
  expect(barParts(ratio("at-least", 0.5), up)).toEqual([
    {part: "solid", from: 300, to: 200},
    {part: "fade", from: 200, to: 174},
    {part: "arrow", at: 168, sign: -1},
    {part: "tick", at: 200}
  ]);
});

test("barParts(…) hatches at most from the floor, with a cap", () => {
  for (const hedge of ["at-most", "less-than", "up-to"] as const) {
    expect(barParts(ratio(hedge, 0.5), along)).toEqual([
      {part: "hatch", from: 0, to: 100},
      {part: "cap", at: 100}
    ]);
  }
  expect(barParts(ratio("at-most", 0.5), {...along, floor: 0.2})[0]).toEqual({
    part: "hatch",
    from: 40,
    to: 100
  });
});

test("barParts(…) stops nearly a fixed few px short of the value, which keeps its tick", () => {
  const [solid, dashes, tick] = barParts(ratio("nearly", 0.5), along);
  expect(solid).toEqual({part: "solid", from: 0, to: 100 - fixed.shy - fixed.dash});
  expect(dashes).toEqual({part: "dashes", from: 100 - fixed.shy - fixed.dash, to: 100 - fixed.shy});
  expect(tick).toEqual({part: "tick", at: 100});
});

test("barParts(…) runs just over past the value, which keeps its tick", () => {
  const [solid, dashes, tick] = barParts(ratio("just-over", 0.5), along);
  expect(solid).toEqual({part: "solid", from: 0, to: 100 + fixed.shy});
  expect(dashes).toEqual({part: "dashes", from: 100 + fixed.shy, to: 100 + fixed.shy + fixed.dash});
  expect(tick).toEqual({part: "tick", at: 100});
});

test("barParts(…) fills approx to the value and dashes that end", () => {
  const half = fixed.dash / 2;
  expect(barParts(ratio("approx", 0.5), along)).toEqual([
    {part: "solid", from: 0, to: 100 - half},
    {part: "dashes", from: 100 - half, to: 100 + half}
  ]);
});

test("barParts(…) mirrors a number below the floor", () => {
  expect(barParts(ratio("nearly", -0.5), along)).toEqual([
    {part: "solid", from: 0, to: -100 + fixed.shy + fixed.dash},
    {part: "dashes", from: -100 + fixed.shy + fixed.dash, to: -100 + fixed.shy},
    {part: "tick", at: -100}
  ]);
});

test("barParts(…) makes a range or class a band without a middle", () => {
  expect(barParts(ratio("between", [0.25, 0.5]), along)).toEqual([
    {part: "band", from: 50, to: 100, fromOpen: false, toOpen: false}
  ]);
  expect(barParts(ratio("class", [0.25, 0.5]), along)).toEqual([
    {part: "band", from: 50, to: 100, fromOpen: true, toOpen: true}
  ]);
});

test("barParts(…) leaves what is not stated blank, up to the end of the whole", () => {
  expect(barParts(ratio("none", null), along, 1)).toEqual([{part: "blank", from: 0, to: 200}]);
  expect(barParts(ratio("none", null), along)).toEqual([]);
});

test("pointParts(…) tells ends on a number line apart", () => {
  const parts = (hedge: "none", number = 0.5) =>
    pointParts(ratio(hedge, number), {scale, fade: 48}).map(({part}) => part);
  expect(parts("none")).toEqual(["dot"]);
  expect(parts("approx" as "none")).toEqual(["dashed-ring"]);
  expect(parts("at-least" as "none")).toEqual(["fade", "arrow", "dot"]);
  expect(parts("more-than" as "none")).toEqual(["fade", "arrow", "ring"]);
  expect(parts("less-than" as "none")).toEqual(["fade", "arrow", "ring"]);
  expect(parts("nearly" as "none")).toEqual(["dashed-ring", "tick"]);
});

test("pointParts(…) hatches at most from the floor where the line shows it", () => {
  expect(pointParts(ratio("at-most", 0.5), {scale, floor: 0})).toEqual([
    {part: "hatch", from: 0, to: 100},
    {part: "dot", at: 100}
  ]);
  expect(pointParts(ratio("at-most", 0.5), {scale, fade: 48})).toEqual([
    {part: "fade", from: 100 - fixed.dot, to: 52},
    {part: "arrow", at: 46, sign: -1},
    {part: "dot", at: 100}
  ]);
});

test("every hedge is drawn, and an unstated number is not", () => {
  for (const hedge of hedges) {
    const number = hedge === "between" || hedge === "class" ? ([0.2, 0.5] as const) : 0.5;
    expect(barParts(ratio(hedge, number), along).length, hedge).toBeGreaterThan(0);
    expect(pointParts(ratio(hedge, number), along).length, hedge).toBeGreaterThan(0);
  }
  expect(drawnAs(ratio("none", null))).toBeNull();
  expect(pointParts(ratio("none", null), along)).toEqual([]);
});

test("a number with what it may be off by is a band with the number inside it", () => {
  const estimate = {...ratio("between", [0.25, 0.5]), value: 0.3};
  const band = {part: "band", from: 50, to: 100, fromOpen: false, toOpen: false};
  expect(barParts(estimate, along)).toEqual([band, {part: "tick", at: 60}]);
  expect(pointParts(estimate, along)).toEqual([band, {part: "dot", at: 60}]);
});

test("a computed band that lost an end is drawn as what is left of it", () => {
  const floor = {...ratio("between", [0.2, 0.5]), upper: null};
  expect(drawnAs(floor)).toBe("open-above");
  expect(named(floor)).toBe(0.2);
  expect(extentOf(floor)).toEqual([0.2]);
});
