import {recedes} from "../emphasis.ts";
import {line} from "../glyphs.ts";
import type {Artboard, Drawing} from "../kind.ts";
import {element, group, words} from "../svg.ts";
import {widthOf, wrapEvenly} from "../text.ts";
import {paint, size} from "../theme.ts";
import type {Said} from "./part-of-sum-data.ts";
import {quoteLines} from "./part-of-sum-words.ts";
import type {Pieces} from "./part-of-sum-words.ts";

/** Statements that give no amount, and what stands over them. */
export interface Over {
  readonly heading: string;
  /** Each with the words for its place in its document. */
  readonly lines: readonly (Said & {readonly place: string})[];
  /** Words that the bar stands against. */
  readonly stress: readonly string[];
}

export interface PlacedOver {
  readonly heading: readonly string[];
  readonly lines: readonly {
    readonly id: string;
    readonly place: readonly string[];
    /** Base line of the first of its lines. */
    readonly y: number;
    readonly lines: readonly Pieces[];
  }[];
  /** Where the quotations begin. */
  readonly x: number;
  /** The line that parts them from the bar, y; null where there are none. */
  readonly rule: number | null;
  readonly bottom: number;
}

const fits = {
  340: {quote: 16, pitch: 20, gap: 5, indent: 12, under: 6, place: 90},
  640: {quote: 19, pitch: 26, gap: 4, indent: 22, under: 14, place: 200}
} as const;

/** Places statements from the top down: place and quotation side by side. */
export function placeOver({heading, lines, stress}: Over, width: Artboard): PlacedOver {
  if (lines.length === 0) return {heading: [], lines: [], x: 0, rule: null, bottom: 0};
  const {quote, pitch, gap, indent, under, place: room} = fits[width];
  const head = wrapEvenly(heading, "sans", size.label, width);
  const places = lines.map(({place}) => wrapEvenly(place, "sansStrong", size.label, room));
  const widths = places.flat().map((text) => widthOf(text, "sansStrong", size.label));
  const x = Math.ceil(Math.max(0, ...widths)) + indent;
  let y = 14 + head.length * size.line + under;
  const placed = lines.map((said, i) => {
    const pieces = quoteLines(said, stress, quote, width - x);
    const at = y;
    const place = places[i]!;
    y += Math.max(pieces.length, place.length) * pitch + gap;
    return {id: said.id, place, y: at, lines: pieces};
  });
  const rule = y - pitch + 14;
  return {heading: head, lines: placed, x, rule, bottom: rule + 12};
}

/** Draws them as words alone: nothing of them could be read as a length. */
export function overMarks({document, width, highlight}: Drawing, placed: PlacedOver): SVGGElement {
  const {quote, pitch} = fits[width];
  return element(document, "g", {}, [
    ...placed.heading.map((text, i) =>
      words(document, {
        text,
        x: 0,
        y: 14 + i * size.line,
        fill: paint.muted,
        key: `heading:${i}`
      })
    ),
    ...placed.lines.map(({id, place, y, lines}) => {
      const receding = recedes(highlight, id);
      return group(document, `row:${id}`, {record: id}, receding, [
        ...place.map((text, i) =>
          words(document, {
            text,
            x: 0,
            y: y + i * pitch,
            // In heavy type even a muted name would stand before what the step is about.
            face: receding ? "sans" : "sansStrong",
            key: `place:${id}:${i}`
          })
        ),
        ...lines.map((pieces, i) => {
          const at = {x: placed.x, y: y + i * pitch, size: quote, key: `says:${id}:${i}`};
          return quotation(document, pieces, at, receding);
        })
      ]);
    }),
    placed.rule === null
      ? null
      : line(document, [0, placed.rule, width, placed.rule], {
          stroke: paint.rule,
          "data-key": "rule"
        })
  ]);
}

/** One line of words whose pieces are spaced as the page spaces them. */
function quotation(
  document: Document,
  pieces: Pieces,
  at: {readonly x: number; readonly y: number; readonly size: number; readonly key: string},
  receding: boolean
): SVGTextElement {
  const text = words(document, {...at, text: pieces.map(({text}) => text).join(""), face: "serif"});
  if (receding || pieces.every(({stressed}) => !stressed)) return text;
  text.replaceChildren(
    ...pieces.map(({text, stressed}) =>
      stressed
        ? element(document, "tspan", {class: "pl-strong", fill: paint.warm}, [text])
        : document.createTextNode(text)
    )
  );
  return text;
}
