import {recedes} from "../emphasis.ts";
import {path} from "../glyphs.ts";
import {element, group, words} from "../svg.ts";
import {widthOf} from "../text.ts";
import {classes, paint, size} from "../theme.ts";
import type {Ground} from "./columns-draw.ts";
import type {Lane, PlacedFlag} from "./columns-flags.ts";
import {axisLine, yearsOf} from "./columns-time.ts";

/** Half of a marker's size, px. */
const half = 5;
/** A marker's middle, below the top of its row, px. */
const markerY = 9;
/** Between a pole and the words that it does not run through, px. */
const margin = 4;

/**
 * Draws a lane: a pole from the axis to each flag's words. What others did is square and above, own
 * decisions are round and below, so that colour is not alone in telling them apart. What is dated by
 * its month is as long as the month: on which of its days is not known. Nothing joins two flags.
 */
export function drawLane(ground: Ground, lane: Lane): SVGElement[] {
  return [
    // Where there is no room beside them, words stand over them.
    ...lane.placed.map((placed) => drawPole(ground, lane, placed)),
    ...lane.placed.map((placed) => drawFlag(ground, lane, placed)),
    ...heading(ground, lane)
  ];
}

function drawPole(ground: Ground, lane: Lane, {flag, from, to, row}: PlacedFlag): SVGElement {
  const {document, highlight} = ground.drawing;
  return path(document, pole(ground, lane, (from + to) / 2, topOf(ground, lane, row) + markerY), {
    class: recedes(highlight, flag.id) ? classes.recede : null,
    stroke: paint.context,
    "data-key": `pole:${flag.id}`
  });
}

function drawFlag(ground: Ground, lane: Lane, placed: PlacedFlag): SVGGElement {
  const {document, highlight} = ground.drawing;
  const {flag, from, to, row, lines, anchor, span} = placed;
  const {id, when, own} = flag;
  const receding = recedes(highlight, id);
  const top = topOf(ground, lane, row);
  const middle = (from + to) / 2;
  const text = {x: anchor === "end" ? span[1] : span[0], anchor, halo: true} as const;
  const long = to - from > 2;
  const [x0, x1] = long ? [from, to] : [middle - half, middle + half];
  return group(document, `flag:${id}`, {record: id}, receding, [
    element(document, "rect", {
      x: x0,
      y: top + markerY - half,
      width: x1 - x0,
      height: 2 * half,
      rx: own ? half : null,
      fill: long ? paint.rule : paint.context,
      stroke: long ? paint.context : paint.paper,
      "stroke-width": 2,
      "data-key": `marker:${id}`
    }),
    ...[when, ...lines].map((line, i) =>
      words(document, {
        ...text,
        text: line,
        y: top + 14 + i * size.line,
        face: i === 0 && !receding ? "sansStrong" : "sans",
        key: i === 0 ? `when:${id}` : `name:${id}:${i - 1}`
      })
    )
  ]);
}

/** From the axis to the marker; past the name of a year, not through it. */
function pole(ground: Ground, {own}: Lane, x: number, y: number): string {
  if (!own) return `M${x},${ground.y(0)}V${y}`;
  const {foot} = ground;
  const isCrossed = yearsOf(ground).some(({middle, half}) => Math.abs(x - middle) < half + margin);
  const past = isCrossed ? `V${foot - axisLine + margin}M${x},${foot}` : "";
  return `M${x},${foot - axisLine}${past}V${y}`;
}

function topOf({area, foot}: Ground, {own, rows}: Lane, row: number): number {
  return own ? foot + rows[row]! : area.y0 - rows[row + 1]!;
}

/** Whose flags they are, at the left of the topmost row that leaves room. */
function heading(ground: Ground, lane: Lane): SVGElement[] {
  const {drawing, above, below} = ground;
  const {placed, rows, own} = lane;
  const text = own ? below : above;
  if (text === null) return [];
  const end = widthOf(text, "sansStrong", size.label) + margin;
  const isFree = (row: number) =>
    placed.every(
      (other) =>
        (other.row < row || other.from > end) && (other.row !== row || other.span[0] > end + margin)
    );
  const all = rows.slice(1).map((_, row) => row);
  const row = (own ? all : all.reverse()).find(isFree);
  if (row === undefined) return [];
  return [
    words(drawing.document, {
      text,
      x: 0,
      y: topOf(ground, lane, row) + 14,
      face: "sansStrong",
      fill: paint.muted,
      key: `lane:${own ? "own" : "others"}`
    })
  ];
}
