import fc from "fast-check";
import {expect, test} from "vitest";
import {createDocument} from "../../src/compile/dom.ts";
import {origins} from "../../src/facts/dataset.ts";
import {barMark, hatch, pointMark, slats, styleOf} from "../../src/figure/marks.ts";
import {ratio} from "./fixture.ts";

const document = createDocument();
const options = {
  scale: (value: number) => value * 200,
  style: styleOf("seed"),
  axis: "x",
  middle: 20,
  thickness: 14,
  id: "x"
} as const;

test("barMark(…) lies along x, or stands along y", () => {
  const [lying] = barMark(document, ratio("none", 0.5), options);
  expect(box(lying!)).toEqual(["0", "13", "100", "14"]);
  const [standing] = barMark(document, ratio("none", 0.5), {
    ...options,
    axis: "y",
    scale: (value) => 300 - value * 200
  });
  expect(box(standing!)).toEqual(["13", "200", "14", "100"]);
});

test("barMark(…) keys its parts by what they are and by the record", () => {
  const keys = barMark(document, ratio("at-least", 0.5), options).map(keyOf);
  expect(keys).toEqual(["solid:x", "fade:x", "arrow:x", "tick:x"]);
});

test("styleOf(…) tells origins apart by more than colour where they are no evidence", () => {
  const fills = origins.map((origin) => styleOf(origin).fill);
  expect(fills).toEqual(["filled", "filled", "filled", "outline", "edited"]);
});

test("an assumption is an outline, and an edited number hatched, whatever the hedge", () => {
  const bar = (origin: "assumed" | "edited") =>
    barMark(document, ratio("none", 0.5), {...options, style: styleOf(origin)})[0]!;
  expect(bar("assumed").getAttribute("fill")).toBe("none");
  expect(bar("assumed").getAttribute("stroke")).toBe("var(--pl-ink)");
  expect(bar("edited").querySelector("path")!.getAttribute("stroke")).toBe("var(--pl-edited)");
});

test("pointMark(…) fills the dot of a bound that is included, and leaves that of one that is not", () => {
  const dot = (hedge: "at-least" | "more-than") =>
    pointMark(document, ratio(hedge, 0.5), options).at(-1)!.getAttribute("fill");
  expect(dot("at-least")).toBe("var(--pl-accent)");
  expect(dot("more-than")).toBe("var(--pl-paper)");
});

test("hatch(…) stays inside its rectangle", () => {
  const length = fc.integer({min: 1, max: 300});
  fc.assert(
    fc.property(length, length, length, length, (x0, y0, width, height) => {
      const [x1, y1] = [x0 + width, y0 + height];
      const points = [...hatch({x0, y0, x1, y1}).matchAll(/[ML]([-\d.]+),([-\d.]+)/g)];
      for (const [, x, y] of points) {
        expect(Number(x)).toBeGreaterThanOrEqual(x0);
        expect(Number(x)).toBeLessThanOrEqual(x1);
        expect(Number(y)).toBeGreaterThanOrEqual(y0);
        expect(Number(y)).toBeLessThanOrEqual(y1);
      }
    })
  );
});

test("slats(…) get thinner away from what is stated, to either side", () => {
  for (const to of [148, 52]) {
    const d = slats(100, to, {axis: "x", middle: 20, thickness: 10});
    const widths = [...d.matchAll(/M([\d.]+),[\d.]+H([\d.]+)/g)].map(
      ([, a, b]) => Number(b) - Number(a)
    );
    expect(widths.length).toBeGreaterThanOrEqual(3);
    widths.slice(1).forEach((width, i) => expect(width).toBeLessThan(widths[i]!));
  }
});

function keyOf(node: Element): string | null {
  return node.getAttribute("data-key");
}

function box(node: Element): (string | null)[] {
  return ["x", "y", "width", "height"].map((name) => node.getAttribute(name));
}
