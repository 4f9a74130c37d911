import type {Drawing} from "../../../src/figure/kind.ts";
import {quoted} from "../../../src/figure/labels.ts";
import {element, group, words} from "../../../src/figure/svg.ts";
import {widthOf, wrapEvenly} from "../../../src/figure/text.ts";
import {paint, size} from "../../../src/figure/theme.ts";
import {arrow} from "./connectives-map.ts";
import type {Tie, Ties} from "./connectives-records.ts";

const wordSize = 17;
const effectX = 128;
const top = 20;

interface PlacedTie {
  readonly tie: Tie;
  readonly effect: readonly string[];
  readonly y: number;
}

/**
 * What stays of the map where there is no room for it over dates: the ties that give a reason for a
 * decision, since decisions are what dates can be held against. Gives also the room they take, px.
 */
export function placeStrip({ties}: Ties): {placed: readonly PlacedTie[]; height: number} {
  let y = top;
  const placed = ties
    .filter(({strength}) => strength === "reason")
    .map((tie): PlacedTie => {
      const effect = wrapEvenly(tie.effect, "sans", size.label, 340 - effectX);
      const half = (effect.length * size.line) / 2;
      y += 2 * half + 4;
      return {tie, effect, y: y - half - 4};
    });
  return {placed, height: placed.length === 0 ? 0 : y + 6};
}

/** Draws the strip, receding: each tie whole, from its word to what it ties. */
export function drawStrip({document}: Drawing, ties: Ties): SVGGElement {
  const {placed} = placeStrip(ties);
  return element(document, "g", {}, [
    placed.length === 0
      ? null
      : words(document, {
          text: `Tied to ${ties.about}`,
          x: 0,
          y: 14,
          fill: paint.muted,
          key: "about:0"
        }),
    ...placed.map(({tie, effect, y}) => {
      const word = quoted(tie.connective);
      const start = Math.ceil(widthOf(word, "serifStrong", wordSize)) + 8;
      return group(document, `tie:${tie.id}`, {record: tie.id}, true, [
        words(document, {
          text: word,
          x: 0,
          y: y + 6,
          face: "serifStrong",
          size: wordSize,
          key: `word:${tie.id}`
        }),
        ...arrow(document, tie, [start, effectX - 8], y),
        ...effect.map((text, i) =>
          words(document, {
            text,
            x: effectX,
            y: y + 5.5 + (i - (effect.length - 1) / 2) * size.line,
            key: `effect:${tie.id}:${i}`
          })
        )
      ]);
    })
  ]);
}
