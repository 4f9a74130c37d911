import fc from "fast-check";
import {expect, test} from "vitest";
import {passed, progress, readingLine} from "../../src/page/place.ts";

test("readingLine(sight) lies in the part of the window that shows words", () => {
  expect(readingLine({height: 1000, covered: 0})).toBe(600);
  expect(readingLine({height: 1000, covered: 500})).toBe(800);
  expect(readingLine({height: 1000, covered: -300})).toBe(600);
});

test("readingLine(sight) stays in the window when a stage has not come up yet", () => {
  expect(readingLine({height: 1000, covered: 4000})).toBeLessThan(1000);
});

test("passed(tops, line) is the last top at or above the line, -1 for none", () => {
  expect(passed([100, 200, 300], 250)).toBe(1);
  expect(passed([100, 200, 300], 300)).toBe(2);
  expect(passed([100, 200, 300], 50)).toBe(-1);
  expect(passed([], 50)).toBe(-1);
});

test("passed(tops, line) never goes back as the page scrolls on", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(5000)), fc.nat(5000), fc.nat(5000), (tops, a, b) => {
      const sorted = [...tops].sort((x, y) => x - y);
      const at = (scroll: number): number =>
        passed(
          sorted.map((top) => top - scroll),
          400
        );
      expect(at(Math.min(a, b))).toBeLessThanOrEqual(at(Math.max(a, b)));
    })
  );
});

test("progress(first, end, line) runs from 0 to 1 and stays there", () => {
  expect(progress(100, 300, 200)).toBe(0.5);
  expect(progress(100, 300, 0)).toBe(0);
  expect(progress(100, 300, 900)).toBe(1);
  expect(progress(100, 100, 100)).toBe(0);
});
