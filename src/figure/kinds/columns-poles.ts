import {recedes} from "../emphasis.ts";
import {line} from "../glyphs.ts";
import {element, group, words} from "../svg.ts";
import {paint, size} from "../theme.ts";
import type {Ground} from "./columns-draw.ts";
import type {Lane, PlacedFlag} from "./columns-flags.ts";

/** Where a lane lies, px: its edge at the axis, where its poles stand, and to which side it grows. */
export interface LanePlace {
  readonly edge: number;
  readonly foot: number;
  readonly sign: 1 | -1;
}

/** Half of a marker's size, px. */
const half = 5;

/**
 * Draws a lane: a pole from the axis to each flag's words. What others did is square and own
 * decisions are round, so that side and colour are not alone in telling them apart. What is dated by
 * its month is as long as the month: on which of its days is not known. Nothing joins two flags.
 */
export function drawLane(ground: Ground, lane: Lane, place: LanePlace): SVGGElement[] {
  return lane.placed.map((placed) => drawFlag(ground, lane, placed, place));
}

function drawFlag(
  {drawing}: Ground,
  {rows}: Lane,
  {flag, from, to, row, lines, anchor, span}: PlacedFlag,
  {edge, foot, sign}: LanePlace
): SVGGElement {
  const {document, highlight} = drawing;
  const {id, when, own} = flag;
  const receding = recedes(highlight, id);
  const top = sign > 0 ? edge + rows[row]! : edge - rows[row + 1]!;
  const middle = (from + to) / 2;
  const text = {x: anchor === "end" ? span[1] : span[0], anchor} as const;
  const long = to - from > 2;
  const [x0, x1] = long ? [from, to] : [middle - half, middle + half];
  const y = top + 9;
  return group(document, `flag:${id}`, {record: id}, receding, [
    line(document, [middle, foot, middle, y], {stroke: paint.context, "data-key": `pole:${id}`}),
    element(document, "rect", {
      x: x0,
      y: y - half,
      width: x1 - x0,
      height: 2 * half,
      rx: own ? half : null,
      fill: long ? paint.rule : paint.context,
      stroke: long ? paint.context : paint.paper,
      "stroke-width": 2,
      "data-key": `marker:${id}`
    }),
    words(document, {
      ...text,
      text: when,
      y: top + 14,
      face: receding ? "sans" : "sansStrong",
      key: `when:${id}`
    }),
    ...lines.map((line, i) =>
      words(document, {
        ...text,
        text: line,
        y: top + 14 + (i + 1) * size.line,
        key: `name:${id}:${i}`
      })
    )
  ]);
}

/** Where a moment lies among the periods shown, px. */
export function momentAt(
  first: number,
  step: number,
  left: number,
  pitch: number
): (month: number) => number {
  return (month) => left + (pitch * (month - (first - step + 1))) / step;
}
