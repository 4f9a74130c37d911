import {element} from "./svg.ts";
import type {Attributes} from "./svg.ts";
import {paint} from "./theme.ts";
import type {Paint} from "./theme.ts";

/** Joins path commands; numbers are rounded by `plot`. */
export function path(document: Document, d: string, attributes: Attributes = {}): SVGPathElement {
  return element(document, "path", {d, fill: "none", ...attributes});
}

/** A straight line; ink at 1 px unless told otherwise. */
export function line(
  document: Document,
  [x1, y1, x2, y2]: readonly [number, number, number, number],
  attributes: Attributes = {}
): SVGLineElement {
  return element(document, "line", {x1, y1, x2, y2, stroke: paint.ink, ...attributes});
}

/**
 * Two links of a chain, 17 px wide, centred on (x, y): this number was computed from others. On a
 * filled mark it takes the paint of the words, and needs no ground.
 */
export function linkMark(
  document: Document,
  x: number,
  y: number,
  key: string,
  {stroke, ground}: {readonly stroke: Paint; readonly ground: Paint | "none"} = {
    stroke: paint.ink,
    ground: paint.paper
  }
): SVGGElement {
  const ring = (x0: number) => `M${x0 + 3.5},${y - 3.5}h3a3.5,3.5 0 0 1 0,7h-3a3.5,3.5 0 0 1 0,-7z`;
  const d = ring(x - 8.5) + ring(x - 1.5);
  return element(document, "g", {"data-key": key}, [
    path(document, d, {stroke: ground, "stroke-width": 6}),
    path(document, d, {stroke, "stroke-width": 1.5})
  ]);
}

/** Room that a link mark takes beside words, px. */
export const linkWidth = 22;

/** The paper of a whole of which a part is told: an outline in the colour of rules. */
export function blankPaper(
  document: Document,
  [x0, y0, x1, y1]: readonly [number, number, number, number],
  key: string
): SVGRectElement {
  const box = {x: x0 + 0.5, y: y0 + 0.5, width: x1 - x0 - 1, height: y1 - y0 - 1};
  return element(document, "rect", {...box, fill: "none", stroke: paint.rule, "data-key": key});
}

/** A plumb line: hairline from `y0` to a weight whose tip is at `y1`, not over `gaps` of words. */
export function plumbLine(
  document: Document,
  x: number,
  y0: number,
  y1: number,
  gaps: readonly (readonly [number, number])[] = []
): SVGPathElement[] {
  const weight = `M${x - 2.5},${y1 - 21}h5v4h-5zM${x - 6.5},${y1 - 16}h13v4l-6.5,12l-6.5,-12z`;
  const hairline = gaps.map(([from, to]) => `V${from}M${x},${to}`).join("");
  return [
    path(document, `M${x},${y0}${hairline}V${y1 - 16}`, {stroke: paint.ink, "data-key": "plumb"}),
    path(document, weight, {fill: paint.ink, "data-key": "plumb-weight"})
  ];
}

/** A cross over a place that a number does not belong to. */
export function crossMark(
  document: Document,
  x: number,
  y: number,
  color: Paint,
  key?: string
): SVGPathElement {
  const r = 6.5;
  return path(
    document,
    `M${x - r},${y - r}l${2 * r},${2 * r}M${x - r},${y + r}l${2 * r},${-2 * r}`,
    {
      stroke: color,
      "stroke-width": 3,
      "data-key": key
    }
  );
}

/** A bracket over two places of one conflict, open downwards. */
export function bracket(
  document: Document,
  [from, to]: readonly [number, number],
  y: number,
  key: string
): SVGPathElement {
  return path(document, `M${from},${y + 6}V${y}H${to}V${y + 6}`, {
    stroke: paint.warm,
    "stroke-width": 1.5,
    "data-key": key
  });
}

/** Two slanted strokes through an axis that does not start at zero, centred on (x, y). */
export function axisBreak(document: Document, x: number, y: number): SVGPathElement {
  return path(document, `M${x - 5},${y + 6}l5,-12M${x},${y + 6}l5,-12`, {
    stroke: paint.ink,
    "stroke-width": 1.5,
    "data-key": "axis-break"
  });
}
