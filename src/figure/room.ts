import {overlap} from "./svg.ts";
import type {Box} from "./svg.ts";

/**
 * Finds room for a block of `width` by `height` px inside an area, off every obstacle, as near to a
 * point as a grid of 3 px allows: near is where the block's nearest edge is. Null where there is
 * none. Ties go to the place above, then to the left, so that the same drawing comes out each time.
 */
export function findRoom(
  {width, height}: {readonly width: number; readonly height: number},
  target: {readonly x: number; readonly y: number},
  area: Box,
  obstacles: readonly Box[]
): Box | null {
  let best: Box | null = null;
  let bestDistance = Infinity;
  // A coarse look first: most of the fine grid is then too far away to be worth a test.
  for (const step of [12, 3]) {
    for (let y0 = area.y0; y0 + height <= area.y1; y0 += step) {
      for (let x0 = area.x0; x0 + width <= area.x1; x0 += step) {
        const box = {x0, y0, x1: x0 + width, y1: y0 + height};
        const distance = distanceTo(box, target);
        if (distance >= bestDistance || obstacles.some((other) => overlap(box, other))) continue;
        best = box;
        bestDistance = distance;
      }
    }
  }
  return best;
}

/** Boxes that follow a line of points, so that words keep off it by `margin` px. */
export function alongLine(points: readonly (readonly [number, number])[], margin: number): Box[] {
  const boxes: Box[] = [];
  for (let i = 1; i < points.length; ++i) {
    const [xa, ya] = points[i - 1]!;
    const [xb, yb] = points[i]!;
    const steps = Math.max(1, Math.ceil(Math.hypot(xb - xa, yb - ya) / 6));
    for (let k = 0; k < steps; ++k) {
      const [x0, x1] = [xa + ((xb - xa) * k) / steps, xa + ((xb - xa) * (k + 1)) / steps];
      const [y0, y1] = [ya + ((yb - ya) * k) / steps, ya + ((yb - ya) * (k + 1)) / steps];
      boxes.push(grow(boxAround(x0, y0, x1, y1), margin));
    }
  }
  return boxes;
}

/** A box made larger on every side. */
export function grow({x0, y0, x1, y1}: Box, margin: number): Box {
  return {x0: x0 - margin, y0: y0 - margin, x1: x1 + margin, y1: y1 + margin};
}

/**
 * Which of some labels along a line can stand without touching, `gap` px between them: in the order
 * given, which is their order of importance, each that still fits. Gives their indexes.
 */
export function thin(
  labels: readonly {readonly from: number; readonly to: number}[],
  gap: number
): number[] {
  const kept: number[] = [];
  labels.forEach(({from, to}, i) => {
    const fits = kept.every((k) => to + gap <= labels[k]!.from || labels[k]!.to + gap <= from);
    if (fits) kept.push(i);
  });
  return kept;
}

/**
 * Moves blocks along one direction so that none overlaps, each as little as it must, in their order.
 * `at` is where a block would have its start. Gives the starts, all from `start` on; the last block
 * may end beyond any limit, which is the caller's to see to.
 */
export function spread(
  blocks: readonly {readonly at: number; readonly length: number}[],
  gap: number,
  start = -Infinity
): number[] {
  // Blocks that touch form a run, which stands where its members are off by least.
  const runs: {first: number; count: number; at: number; length: number; sum: number}[] = [];
  blocks.forEach(({at, length}, i) => {
    let run = {first: i, count: 1, at: Math.max(start, at), length: length + gap, sum: at};
    for (
      let last = runs.at(-1);
      last !== undefined && last.at + last.length > run.at;
      last = runs.at(-1)
    ) {
      runs.pop();
      const sum = last.sum + run.sum - run.count * last.length;
      const count = last.count + run.count;
      run = {
        first: last.first,
        count,
        at: Math.max(start, sum / count),
        length: last.length + run.length,
        sum
      };
    }
    runs.push(run);
  });
  return runs.flatMap(({first, count, at}) => {
    let y = at;
    return blocks.slice(first, first + count).map(({length}) => {
      const here = y;
      y += length + gap;
      return here;
    });
  });
}

function boxAround(xa: number, ya: number, xb: number, yb: number): Box {
  return {
    x0: Math.min(xa, xb),
    y0: Math.min(ya, yb),
    x1: Math.max(xa, xb),
    y1: Math.max(ya, yb)
  };
}

function distanceTo(
  {x0, y0, x1, y1}: Box,
  {x, y}: {readonly x: number; readonly y: number}
): number {
  const dx = Math.max(x0 - x, 0, x - x1);
  const dy = Math.max(y0 - y, 0, y - y1);
  // A place a little further away but centred over the point reads better than one beside it.
  return Math.hypot(dx, dy) + Math.abs((x0 + x1) / 2 - x) / 50;
}
