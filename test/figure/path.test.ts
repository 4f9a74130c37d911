import fc from "fast-check";
import {expect, test} from "vitest";
import {relativePath} from "../../src/figure/path.ts";

type Point = readonly [x: number, y: number];

/** The points that a path of straight lines goes through. */
function pointsOf(d: string): Point[] {
  const points: Point[] = [];
  let [x, y, startX, startY] = [0, 0, 0, 0];
  for (const [, command, rest] of d.matchAll(/([mlhvz])([^mlhvz]*)/gi)) {
    const numbers = rest!.split(/[ ,]+/).filter(Boolean).map(Number);
    const [from, fromY] = command === command!.toLowerCase() ? [x, y] : [0, 0];
    switch (command!.toLowerCase()) {
      case "h":
        x = from + numbers[0]!;
        break;
      case "v":
        y = fromY + numbers[0]!;
        break;
      case "z":
        [x, y] = [startX, startY];
        break;
      default:
        [x, y] = [from + numbers[0]!, fromY + numbers[1]!];
        if (command!.toLowerCase() === "m") [startX, startY] = [x, y];
    }
    points.push([x, y]);
  }
  return points;
}

const number = fc.double({min: -999, max: 999, noNaN: true}).map((n) => Math.round(n * 1e4) / 1e4);
const pair = fc.tuple(number, number).map((p) => p.join(","));
const command = fc.oneof(
  pair.map((p) => `M${p}`),
  pair.map((p) => `L${p}`),
  number.map((n) => `H${n}`),
  number.map((n) => `V${n}`),
  fc.constant("Z")
);
const path = fc
  .tuple(pair, fc.array(command, {maxLength: 20}))
  .map(([start, rest]) => `M${start}${rest.join("")}`);

test("relativePath(…) keeps every point within a twentieth of a pixel, however long the path", () => {
  fc.assert(
    fc.property(path, (d) => {
      const [before, after] = [pointsOf(d), pointsOf(relativePath(d))];
      expect(after).toHaveLength(before.length);
      for (const [i, [x, y]] of before.entries()) {
        expect(Math.abs(after[i]![0] - x)).toBeLessThan(0.0501);
        expect(Math.abs(after[i]![1] - y)).toBeLessThan(0.0501);
      }
    })
  );
});

test("relativePath(…) gives marks of one shape one text but for where they begin", () => {
  const bars = (x: number): string => `M${x},7.25H${x + 5}V16H${x}z`;
  const after = (d: string): string => relativePath(d).replace(/^M[^a-z]*/, "");
  expect(after(bars(40))).toBe(after(bars(261)));
});

test("relativePath(…) reads arcs, curves and repeated pairs", () => {
  expect(relativePath("M1,1A2.04,2 0 0 1 5,1C6,1 7,2 7,3")).toBe("M1,1a2,2,0,0,1,4,0c1,0,2,1,2,2");
  expect(relativePath("M1,1 2,3 4,3")).toBe("M1,1l1,2l2,0");
  expect(relativePath("m1,1h2v-3z")).toBe("M1,1h2v-3z");
});

test("relativePath(…) leaves a path alone that lacks a number", () => {
  expect(relativePath("M1,1L2")).toBe("M1,1L2");
});
