import {recedes} from "../../../src/figure/emphasis.ts";
import {line, path} from "../../../src/figure/glyphs.ts";
import type {Drawing} from "../../../src/figure/kind.ts";
import {element, group, words} from "../../../src/figure/svg.ts";
import {paint} from "../../../src/figure/theme.ts";
import {arrow} from "./connectives-arrow.ts";
import type {Line, PlacedArgument} from "./connectives-place.ts";

/** Draws an argument: a group for each statement, its arrow as strong as its connective. */
export function drawArgument(drawing: Drawing, placed: PlacedArgument): SVGGElement {
  const {document, highlight, width} = drawing;
  const {ties, sayings, free, trunk, rules} = placed;
  const [first] = ties;
  const recedesAll = first !== undefined && recedes(highlight, first.tie.id);
  return element(document, "g", {}, [
    trunk === null
      ? null
      : path(document, trunk, {stroke: paint.ink, "stroke-width": 2, "data-key": "trunk"}),
    ...rules.map((y, i) =>
      line(document, [0, y, width, y], {stroke: paint.rule, "data-key": `rule:${i}`})
    ),
    ...free.map((line) =>
      // With the chain goes what it starts from.
      wordsOf(
        document,
        recedesAll && line.role === "about" ? {...line, fill: paint.muted} : line,
        null
      )
    ),
    ...ties.map(({tie, arrow: points, lines, isShortcut}) =>
      group(document, `tie:${tie.id}`, {record: tie.id}, recedes(highlight, tie.id), [
        ...arrow(document, tie, points, isShortcut ? paint.warm : paint.ink),
        ...lines.map((line) => wordsOf(document, line, tie.id))
      ])
    ),
    ...sayings.map(({saying: {id}, lines}) =>
      group(document, `saying-of:${id}`, {record: id}, recedes(highlight, id), [
        ...lines.map((line) => wordsOf(document, line, id))
      ])
    )
  ]);
}

function wordsOf(document: Document, {role, index, ...line}: Line, id: string | null): SVGElement {
  const key = [role, id, index].filter((part) => part != null).join(":");
  return words(document, {...line, key});
}
