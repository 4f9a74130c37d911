import fc from "fast-check";
import {expect, test} from "vitest";
import {alongLine, findRoom, spread, thin} from "../../src/figure/room.ts";
import {overlap} from "../../src/figure/svg.ts";
import type {Box} from "../../src/figure/svg.ts";

const area: Box = {x0: 0, y0: 0, x1: 300, y1: 200};
const number = fc.integer({min: 0, max: 300});
const size = fc.record({
  width: fc.integer({min: 1, max: 120}),
  height: fc.integer({min: 1, max: 60})
});
const box = fc
  .tuple(number, number, fc.integer({min: 1, max: 90}), fc.integer({min: 1, max: 90}))
  .map(([x0, y0, width, height]): Box => ({x0, y0, x1: x0 + width, y1: y0 + height}));

test("findRoom(…) gives a place inside the area and off every obstacle, or none", () => {
  fc.assert(
    fc.property(
      size,
      fc.record({x: number, y: number}),
      fc.array(box, {maxLength: 12}),
      (block, at, taken) => {
        const found = findRoom(block, at, area, taken);
        if (found === null) return;
        expect(taken.some((obstacle) => overlap(found, obstacle))).toBe(false);
        expect(found.x0 >= area.x0 && found.x1 <= area.x1).toBe(true);
        expect(found.y0 >= area.y0 && found.y1 <= area.y1).toBe(true);
      }
    )
  );
});

test("findRoom(…) stays at the point where nothing is in the way", () => {
  const found = findRoom({width: 30, height: 12}, {x: 150, y: 100}, area, []);
  expect(found!.x0).toBeLessThanOrEqual(150);
  expect(found!.x1).toBeGreaterThanOrEqual(150);
  expect(found!.y0).toBeLessThanOrEqual(100);
  expect(found!.y1).toBeGreaterThanOrEqual(100);
});

test("findRoom(…) gives null where there is none", () => {
  expect(findRoom({width: 400, height: 10}, {x: 0, y: 0}, area, [])).toBeNull();
  expect(findRoom({width: 10, height: 10}, {x: 0, y: 0}, area, [area])).toBeNull();
});

test("alongLine(…) covers every point of the line", () => {
  const boxes = alongLine(
    [
      [0, 0],
      [60, 90],
      [120, 20]
    ],
    4
  );
  const covered = (x: number, y: number) =>
    boxes.some((b) => x >= b.x0 && x <= b.x1 && y >= b.y0 && y <= b.y1);
  for (let t = 0; t <= 1; t += 0.05) {
    expect(covered(60 * t, 90 * t)).toBe(true);
    expect(covered(60 + 60 * t, 90 - 70 * t)).toBe(true);
  }
});

test("thin(…) keeps labels that do not touch, and the first of all", () => {
  const label = fc
    .tuple(number, fc.integer({min: 1, max: 60}))
    .map(([from, length]) => ({from, to: from + length}));
  fc.assert(
    fc.property(fc.array(label, {minLength: 1}), (labels) => {
      const kept = thin(labels, 3);
      expect(kept[0]).toBe(0);
      for (const a of kept)
        for (const b of kept) {
          if (a === b) continue;
          const apart =
            labels[a]!.to + 3 <= labels[b]!.from || labels[b]!.to + 3 <= labels[a]!.from;
          expect(apart).toBe(true);
        }
    })
  );
});

test("spread(…) keeps blocks in order, apart, and where they are if nothing touches", () => {
  const blocks = fc.array(
    fc.record({at: fc.integer({min: 0, max: 500}), length: fc.integer({min: 1, max: 60})})
  );
  fc.assert(
    fc.property(blocks, (unsorted) => {
      const list = [...unsorted].sort((a, b) => a.at - b.at);
      const starts = spread(list, 8, 0);
      starts.forEach((start, i) => {
        expect(start).toBeGreaterThanOrEqual(0);
        if (i === 0) return;
        expect(start - starts[i - 1]!).toBeGreaterThanOrEqual(list[i - 1]!.length + 8 - 1e-6);
      });
    })
  );
  expect(
    spread(
      [
        {at: 0, length: 10},
        {at: 50, length: 10}
      ],
      8
    )
  ).toEqual([0, 50]);
  expect(
    spread(
      [
        {at: 10, length: 10},
        {at: 10, length: 10}
      ],
      0
    )
  ).toEqual([5, 15]);
});
