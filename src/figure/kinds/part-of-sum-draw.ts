import {formatSpoken} from "../../format.ts";
import type {Origin} from "../../facts/dataset.ts";
import {recedes} from "../emphasis.ts";
import {blankPaper, line, linkMark, plumbLine} from "../glyphs.ts";
import type {Drawing} from "../kind.ts";
import {barMark, endMark, styleOf} from "../marks.ts";
import {isStated} from "../../quantity.ts";
import {named} from "../parts.ts";
import {plot} from "../plot.ts";
import {element, group, words} from "../svg.ts";
import {classes, fixed, paint} from "../theme.ts";
import type {Given} from "./part-of-sum-data.ts";
import {placeSum} from "./part-of-sum-layout.ts";
import type {PlacedBlock, Placement, Shown} from "./part-of-sum-layout.ts";
import {nameMarks} from "./part-of-sum-names.ts";
import {otherMark} from "./part-of-sum-others.ts";
import {overMarks} from "./part-of-sum-over.ts";
import {plumbWords, paintOf} from "./part-of-sum-words.ts";

interface Scene {
  readonly drawing: Drawing;
  readonly shown: Shown;
  readonly placed: Placement;
}

/** Draws one state. */
export function drawSum(drawing: Drawing, shown: Shown): SVGSVGElement {
  const {document, width, height} = drawing;
  const placed = placeSum(shown, width, height);
  const scene: Scene = {drawing, shown, placed};
  const under = {bottom: placed.top + placed.thickness, top: placed.namesTop};
  const against = {
    total: named(shown.sum.quantity),
    scale: placed.scale,
    rest: shown.rest
  };
  return plot({
    document,
    width,
    height,
    label: `One bar: ${shown.sum.measure}; of it ${shown.name}`,
    marks: [
      () => overMarks(drawing, placed.over),
      () => wholeMark(scene),
      () => partMark(scene),
      () => restMark(scene),
      () => plumbMark(scene),
      () => element(document, "g", {}, nameMarks(document, placed.names, under)),
      ...placed.others.map((other) => () => otherMark(drawing, other, against)),
      () => matchMark(scene)
    ]
  });
}

/** The whole sum: who gives it, its outline, its end and its name. */
function wholeMark({drawing, shown, placed}: Scene): SVGGElement {
  const {document, width, highlight} = drawing;
  const {id, fact, claim, origin, quantity, who} = shown.sum;
  const {top, thickness, head, scale} = placed;
  const end = scale(named(quantity));
  const receding = recedes(highlight, id, fact);
  const name = {y: head, face: receding ? "sans" : "sansStrong"} as const;
  const mark = {axis: "x", middle: top + thickness / 2, thickness, id} as const;
  return group(document, `row:${id}`, {fact, claim}, receding, [
    words(document, {...name, text: who, x: 0, key: "who"}),
    words(document, {
      ...name,
      text: formatSpoken(quantity),
      x: Math.min(width, end + 1),
      anchor: "end",
      key: "total"
    }),
    blankPaper(document, [0, top, end, top + thickness], "whole"),
    ...endMark(document, quantity, {
      ...mark,
      scale,
      style: {...styleOf(origin), color: paint.ink},
      reach: fixed.reach
    })
  ]);
}

/** A line from the sum's end down to that of another's, where a step is about the two. */
function matchMark({drawing, shown, placed}: Scene): SVGLineElement | null {
  const {document, highlight} = drawing;
  const {sum} = shown;
  const isAsked = ({id, fact}: Given) => highlight.includes(id) || highlight.includes(fact);
  const match = placed.others.find(
    ({other}) =>
      other.of === "sum" &&
      isStated(other.quantity) &&
      named(other.quantity) === named(sum.quantity) &&
      isAsked(other)
  );
  if (match === undefined || !isAsked(sum)) return null;
  const x = placed.scale(named(sum.quantity));
  return line(document, [x, placed.top + placed.thickness, x, match.top], {
    stroke: paint.ink,
    "stroke-width": 1.5,
    "data-key": `match:${match.other.id}`
  });
}

function partMark({drawing, shown, placed}: Scene): SVGGElement {
  const {document, highlight} = drawing;
  const {share, amount, sum} = shown;
  const {part, ends, top, thickness, scale} = placed;
  const total = named(sum.quantity);
  const receding = recedes(highlight, share.id, share.fact, amount?.id);
  const bars = barMark(document, share.quantity, {
    scale: (value) => scale(value * total),
    style: styleOf(share.origin),
    axis: "x",
    middle: top + thickness / 2,
    thickness,
    id: share.id
  });
  const on = part.inside ? share.origin : null;
  const isAmount = (role: string): boolean => role.startsWith("amount");
  const own = {...part, lines: part.lines.filter(({role}) => !isAmount(role))};
  const amounts = {...part, lines: part.lines.filter(({role}) => isAmount(role))};
  return element(document, "g", {}, [
    group(document, `row:${share.id}`, {fact: share.fact, claim: share.claim}, receding, [
      // The plumb line is the tick of the value that the words name.
      ...bars.filter(
        (bar) => ends.named === null || bar.getAttribute("data-key") !== `tick:${share.id}`
      ),
      ...blockText(document, own, "part", on)
    ]),
    amount === null
      ? null
      : group(
          document,
          `row:${amount.id}`,
          {fact: amount.fact, claim: amount.claim},
          receding,
          blockText(document, amounts, "part", on)
        )
  ]);
}

function restMark({drawing, shown, placed}: Scene): SVGGElement {
  const {document, highlight} = drawing;
  const {remainder, sum} = shown;
  const texts = blockText(document, placed.rest, "rest", null);
  if (remainder === null)
    return group(document, "rest", {}, recedes(highlight, sum.id, sum.fact), texts);
  const {id, fact, claim} = remainder;
  return group(document, `row:${id}`, {fact, claim}, recedes(highlight, id, fact), texts);
}

/** The lines of a block; on the fill of some origin they take the paint that stands on it. */
function blockText(
  document: Document,
  {lines, x, y}: PlacedBlock,
  key: string,
  on: Origin | null
): SVGElement[] {
  const link = on === null ? undefined : ({stroke: paint.onFill, ground: "none"} as const);
  return lines.flatMap((line) => {
    const {role, linked = false, ...text} = line;
    const at = {x: x + line.x, y: y + line.y, fill: paintOf(line, on !== null)};
    return [
      ...(linked ? [linkMark(document, at.x - 13, at.y - 5, `link:${key}`, link)] : []),
      words(document, {...text, ...at, key: `${key}:${role}`})
    ];
  });
}

/** The plumb line through the value that the words name, with those words at its top. */
function plumbMark({drawing, shown, placed}: Scene): SVGGElement | null {
  const {document, highlight, width} = drawing;
  const {share, amount} = shown;
  const {named: x} = placed.ends;
  if (x === null) return null;
  const {id, fact, quantity, origin} = share;
  const receding = recedes(highlight, id, fact, amount?.id);
  const {hedge, value} = plumbWords(quantity, x, width);
  const at = {y: placed.plumbName, tick: true};
  return element(document, "g", {class: classes.axis}, [
    ...plumbLine(document, x, at.y - 13, placed.tip),
    hedge === null
      ? null
      : words(document, {
          ...at,
          ...hedge,
          face: receding ? "sans" : "sansStrong",
          fill: receding ? paint.muted : styleOf(origin).color,
          key: "plumb-hedge"
        }),
    words(document, {
      ...at,
      ...value,
      fill: receding ? paint.muted : paint.ink,
      key: "plumb-name"
    })
  ]);
}
