import type {Drawing} from "../../../src/figure/kind.ts";
import {quoted} from "../../../src/figure/labels.ts";
import {element, group, words} from "../../../src/figure/svg.ts";
import {paint} from "../../../src/figure/theme.ts";
import {arrow} from "./connectives-map.ts";
import type {Ties} from "./connectives-records.ts";

const pitch = {word: 116, tie: 15} as const;
const top = 42;

/** The room that a strip takes, px. */
export function stripHeight({ties}: Ties): number {
  const most = Math.max(
    ...ties.map(({connective}) => ties.filter((tie) => tie.connective === connective).length)
  );
  return top + 14 + (most - 1) * pitch.tie + 12;
}

/** The map in brief, where there is no room for it: words side by side, their arrows below, receding. */
export function drawStrip({document}: Drawing, {about, ties}: Ties): SVGGElement {
  const connectives = [...new Set(ties.map(({connective}) => connective))];
  return element(document, "g", {}, [
    words(document, {text: `Tied to ${about}`, x: 0, y: 14, fill: paint.muted, key: "about:0"}),
    ...connectives.flatMap((connective, column) => {
      const x = column * pitch.word;
      return ties
        .filter((tie) => tie.connective === connective)
        .map((tie, i) =>
          group(document, `tie:${tie.id}`, {record: tie.id}, true, [
            i > 0
              ? null
              : words(document, {
                  text: quoted(connective),
                  x,
                  y: top - 3,
                  face: "serifStrong",
                  size: 17,
                  key: `word:${tie.id}`
                }),
            ...arrow(document, tie, [x, x + 72], top + 12 + i * pitch.tie)
          ])
        );
    })
  ]);
}
