import {recedes} from "../emphasis.ts";
import {line} from "../glyphs.ts";
import type {Artboard, Drawing} from "../kind.ts";
import {capital} from "../labels.ts";
import {barMark, styleOf} from "../marks.ts";
import {plot} from "../plot.ts";
import type {Plot} from "../plot.ts";
import {element, group, words} from "../svg.ts";
import {paint} from "../theme.ts";
import type {PlacedRow} from "./shares-lines.ts";
import {placeShares} from "./shares-place.ts";
import type {Placement} from "./shares-place.ts";
import type {Row} from "./shares-rows.ts";

/** What is said of the first row whose noun is another, since colour alone says nothing. */
export const changedHere = "the noun changes";

/** Draws one state; nouns other than `noun`, if one is given, are warm. */
export function drawShares(
  drawing: Drawing,
  rows: readonly Row[],
  noun: string | null
): SVGSVGElement {
  const {document, width, height} = drawing;
  const placement = placeShares(rows, width, height, remarkOn(rows, noun));
  return plot({
    document,
    width,
    height,
    label: `Shares as bars: ${rows.map(({who}) => capital(who)).join("; ")}`,
    x: {type: "linear", domain: [0, 1], range: [1, placement.bar - 1]},
    marks: [
      () => rules(document, placement, width),
      ...placement.rows.map(
        (placed): Plot.RenderFunction =>
          (_, {x}) =>
            rowMark(drawing, placed, {
              scale: (value) => x!(value),
              end: placement.bar,
              changed: isChanged(placed.row, noun)
            })
      )
    ]
  });
}

/** What the first row of another noun is told apart by; null where none has another. */
export function remarkOn(rows: readonly Row[], noun: string | null) {
  const first = rows.find((row) => isChanged(row, noun));
  return first === undefined ? null : {id: first.id, text: changedHere};
}

function isChanged(row: Row, noun: string | null): boolean {
  return noun !== null && row.noun !== noun;
}

function rules(document: Document, {rows}: Placement, width: Artboard): SVGGElement {
  return element(
    document,
    "g",
    {},
    rows.slice(1).map(({row, top}, i) => {
      const y = Math.max(rows[i]!.bottom + 6, top - 18);
      return line(document, [0, y, width, y], {stroke: paint.rule, "data-key": `rule:${row.id}`});
    })
  );
}

function rowMark(
  {document, highlight}: Drawing,
  {row, lines, bar: middle, thickness}: PlacedRow,
  {scale, end, changed}: {scale: (value: number) => number; end: number; changed: boolean}
): SVGGElement {
  const {id} = row;
  const named = lines.some(({role}) => role === "all:0");
  const receding = recedes(highlight, id, row.fact);
  const whole = {x: 0.5, y: middle - thickness / 2, width: end - 1, height: thickness};
  const mark = {scale, style: styleOf(row.origin), axis: "x", middle, thickness, id} as const;
  return group(document, `row:${id}`, {fact: row.fact, claim: row.claim}, receding, [
    element(document, "rect", {
      ...whole,
      fill: "none",
      stroke: paint.rule,
      "data-key": `whole:${id}`
    }),
    ...barMark(document, row.quantity, {...mark, total: 1}),
    line(document, [end - 1, whole.y, end - 1, whole.y + thickness + (named ? 6 : 0)], {
      "stroke-width": 2,
      "data-key": `end:${id}`
    }),
    ...lines.map(({role, ...line}) => {
      const fill = changed && role.startsWith("noun") ? paint.warm : line.fill;
      return words(document, {
        ...line,
        ...(fill === undefined ? {} : {fill}),
        // In heavy type even a muted name would stand before what the step is about.
        ...(receding && role.startsWith("who") ? {face: "sans"} : {}),
        key: `${role}:${id}`
      });
    })
  ]);
}
