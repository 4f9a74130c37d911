import {linkMark, linkWidth, path} from "../../../src/figure/glyphs.ts";
import type {Drawing} from "../../../src/figure/kind.ts";
import {barMark, styleOf} from "../../../src/figure/marks.ts";
import {element} from "../../../src/figure/svg.ts";
import type {Words} from "../../../src/figure/svg.ts";
import {widthOf} from "../../../src/figure/text.ts";
import {fixed, paint, size} from "../../../src/figure/theme.ts";
import type {Amounts} from "./loop-amounts.ts";
import type {Flow} from "./loop-places.ts";

type Part = "credits" | "rest";

/**
 * One part of a flow of money, `key` its own. The credits are filled to the end that their hedge
 * gives them, or an outline where their share is supposed. The rest is blank paper up to all that was
 * invested, since nobody says whether it goes this way; an outline if it is supposed to; nothing if
 * it is supposed not to.
 */
export function flowPart(
  {document}: Drawing,
  flow: Flow,
  part: Part,
  amounts: Amounts
): readonly SVGElement[] {
  const marks =
    part === "credits" ? creditsIn(document, flow, amounts) : restIn(document, flow, amounts);
  return withoutKeys(marks);
}

// One key for all of a part: others make it up when something is supposed.
function withoutKeys<Mark extends Element>(marks: readonly Mark[]): readonly Mark[] {
  for (const mark of marks)
    for (const each of [mark, ...mark.querySelectorAll("[data-key]")])
      each.removeAttribute("data-key");
  return marks;
}

/** The mark of what is computed, before a sum; words that start with it leave it room. */
export function computedMark(document: Document, line: Words): readonly SVGElement[] {
  const {text, x, y, anchor, face = "sans", size: fontSize = size.label, fill} = line;
  const start = anchor === "end" ? x - widthOf(text, face, fontSize) - linkWidth : x - linkWidth;
  const onFill = fill === paint.onFill;
  return withoutKeys([
    linkMark(document, start + 9, y - Math.round(fontSize / 3), "", {
      stroke: onFill ? paint.onFill : paint.ink,
      ground: onFill ? "none" : paint.paper
    })
  ]);
}

function creditsIn(document: Document, flow: Flow, amounts: Amounts): SVGElement[] {
  const {credits, share} = amounts;
  const supposed = share !== null;
  const scale = scaleOf(flow, amounts);
  const marks = barMark(document, credits, {
    ...frameOf(flow),
    scale,
    style: styleOf(supposed ? "assumed" : "seed"),
    id: "credits"
  });
  const end = scale(credits.value!);
  // Where the words have "nearly", the fill stops short of it.
  const short = supposed ? 0 : Math.sign(end - flow.from) * (fixed.shy + fixed.dash);
  return [...marks, chevron(document, flow, [flow.from, end - short], !supposed)];
}

function restIn(document: Document, flow: Flow, amounts: Amounts): SVGElement[] {
  const {money, credits, invested} = amounts;
  if (money === "credits") return [];
  const scale = scaleOf(flow, amounts);
  const frame = {...frameOf(flow), scale, style: styleOf("assumed"), id: "rest"};
  if (money === "either") {
    const nobodySays = {...invested, value: null, lower: null, upper: null};
    return barMark(document, nobodySays, {...frame, total: invested.value!});
  }
  const [from, to] = [credits.value!, invested.value!].map(scale) as [number, number];
  return [
    ...barMark(document, invested, {...frame, floor: credits.value!}),
    chevron(document, flow, [from, to], false)
  ];
}

function scaleOf({from, to}: Flow, {invested}: Amounts): (value: number) => number {
  return (value) => from + (value / invested.value!) * (to - from);
}

function frameOf({axis, way}: Flow) {
  return {axis, middle: (way[0] + way[1]) / 2, thickness: way[1] - way[0]} as const;
}

/** Which way a flow goes: a small angle near its end, in the middle of what it is of. */
function chevron(
  document: Document,
  {axis, way}: Flow,
  across: readonly number[],
  onFill: boolean
): SVGPathElement {
  const end = way[1] - 10;
  const middle = (across[0]! + across[1]!) / 2;
  const d =
    axis === "y" ? `M${end - 7},${middle - 8}l7,8l-7,8` : `M${middle - 8},${end - 7}l8,7l8,-7`;
  return path(document, d, {
    stroke: onFill ? paint.onFill : paint.ink,
    "stroke-width": 2.5
  });
}

/** A straight arrow between two points, upright or level; `dotted` is where nobody says anything. */
export function arrow(
  document: Document,
  [x0, y0]: readonly [number, number],
  [x1, y1]: readonly [number, number],
  {thickness, key}: {readonly thickness: number; readonly key: string}
): SVGElement[] {
  const [ux, uy] = [Math.sign(x1 - x0), Math.sign(y1 - y0)];
  const [bx, by] = [x1 - 13 * ux, y1 - 13 * uy];
  return [
    element(document, "line", {
      x1: x0,
      y1: y0,
      x2: x1 - 11 * ux,
      y2: y1 - 11 * uy,
      stroke: paint.ink,
      "stroke-width": thickness,
      "data-key": `shaft:${key}`
    }),
    path(document, `M${bx - 8 * uy},${by - 8 * ux}L${x1},${y1}L${bx + 8 * uy},${by + 8 * ux}z`, {
      fill: paint.ink,
      "data-key": `head:${key}`
    })
  ];
}
