import {recedes} from "../emphasis.ts";
import {line} from "../glyphs.ts";
import type {Artboard, Drawing} from "../kind.ts";
import {capital} from "../labels.ts";
import {barMark, styleOf} from "../marks.ts";
import {plot} from "../plot.ts";
import type {Plot} from "../plot.ts";
import {element, group, words} from "../svg.ts";
import {widthOf, wrapEvenly} from "../text.ts";
import {paint, size} from "../theme.ts";
import type {Row} from "./shares-rows.ts";
import {alike, heading, quoteLines, shortSays, spoken} from "./shares-words.ts";
import type {Placed} from "./shares-words.ts";

/** A row with its lines; y are base lines. */
interface PlacedRow {
  readonly row: Row;
  readonly lines: readonly Placed[];
  readonly bar: number;
  readonly top: number;
  readonly bottom: number;
}

interface Placement {
  readonly rows: readonly PlacedRow[];
  readonly fit: Fit;
  readonly height: number;
}

/** Sizes of a row. */
interface Fit {
  readonly thickness: number;
  /** Length of a bar, px. */
  readonly bar: number;
  readonly phrase: number;
  readonly quote: number;
}
const fits = {
  340: {
    many: {thickness: 14, bar: 340, phrase: 17, quote: 15},
    three: {thickness: 28, bar: 340, phrase: 17, quote: 15},
    few: {thickness: 36, bar: 340, phrase: 19, quote: 15}
  },
  640: {
    many: {thickness: 46, bar: 200, phrase: 22, quote: 17},
    three: {thickness: 72, bar: 200, phrase: 22, quote: 17},
    few: {thickness: 54, bar: 640, phrase: 23, quote: 17}
  }
} as const;
const gap = {340: {many: 12, three: 12, few: 18}, 640: {many: 20, three: 20, few: 26}} as const;

/**
 * Places rows from the top down. One or two are large, and the first is where it is with a second,
 * so that a step which adds one moves nothing. More are small, and what room is left parts them.
 */
export function placeShares(rows: readonly Row[], width: Artboard, height = 0): Placement {
  const few = rows.length <= 2;
  const count = few ? "few" : rows.length === 3 ? "three" : "many";
  const fit = fits[width][count];
  const parting = gap[width][count];
  const placeRow = few ? placeFew : width === 340 ? placeNarrow : placeWide;
  const heights = rows.map((row) => placeRow(row, 0, fit, width).bottom);
  const sum = heights.reduce((total, height) => total + height + parting, 4 - parting);
  const slack = Math.floor(Math.max(0, height - sum) / Math.max(1, rows.length - 1));
  let y = 2;
  const placed = rows.map((row, i) => {
    const next = placeRow(row, y, fit, width);
    y = few
      ? 2 + Math.max(Math.floor(height / 2), heights[i]! + parting)
      : next.bottom + parting + Math.min(slack, 110);
    return next;
  });
  return {rows: placed, fit, height: Math.ceil(sum)};
}

/** A bar as long as the artboard is wide, its whole named at its end. */
function placeFew(row: Row, top: number, fit: Fit, width: Artboard): PlacedRow {
  const title = heading(row, width, top + 13);
  const y = title.at(-1)!.y + 11;
  const under = y + fit.thickness;
  const besides = width === 640;
  const ends =
    row.counted || besides ? wrapEvenly(`all of ${row.noun}`, "sans", size.label, width) : [];
  if (!row.counted) ends.push(besides ? "number not stated" : "the whole: number not stated");
  const end = ends.map((text, i): Placed => ({
    role: `all:${i}`,
    text,
    x: width,
    y: under + 22 + i * size.line,
    anchor: "end",
    fill: paint.muted
  }));
  // Beside the name of the whole where there is room, else below it.
  const room = besides
    ? width - 24 - Math.max(...ends.map((text) => widthOf(text, "sans", size.label)))
    : width;
  const start = (besides ? under : end.at(-1)!.y) + fit.phrase + 5;
  const step = fit.phrase + 4;
  const phrase = wrapEvenly(row.phrase, "serifStrong", fit.phrase, room);
  const lines = [
    ...title,
    ...end,
    ...spoken(row, phrase, {x: 0, y: start, step, fontSize: fit.phrase}),
    ...quoteLines("", wrapEvenly(row.says, "serif", fit.quote, room), {
      x: 0,
      y: start + phrase.length * step,
      fontSize: fit.quote
    })
  ];
  return {row, lines, bar: y + fit.thickness / 2, top, bottom: lines.at(-1)!.y + 5};
}

function placeWide(row: Row, top: number, fit: Fit): PlacedRow {
  const x = fit.bar + 20;
  const phrase = wrapEvenly(row.phrase, "serifStrong", fit.phrase, 640 - x);
  const says = wrapEvenly(row.says, "serif", fit.quote, 640 - x);
  const step = fit.phrase + 4;
  const y = top + 25;
  // Words stand beside the middle of their bar.
  const length = phrase.length * step + says.length * (fit.quote + 5);
  const start = y + Math.max(0, Math.floor((fit.thickness - length) / 2)) + fit.phrase - 1;
  const under = start + (phrase.length - 1) * step + fit.quote + 7;
  const lines = [
    ...heading(row, 640, top + 13),
    ...spoken(row, phrase, {x, y: start, step, fontSize: fit.phrase}),
    ...quoteLines(row.lead, says, {x, y: under, fontSize: fit.quote})
  ];
  const last = lines.at(-1)!.y + 5;
  return {
    row,
    lines,
    bar: y + fit.thickness / 2,
    top,
    bottom: Math.max(y + fit.thickness, last)
  };
}

function placeNarrow(row: Row, top: number, fit: Fit): PlacedRow {
  const title = heading(row, 340, top + 13);
  const phrase = wrapEvenly(row.phrase, "serifStrong", fit.phrase, 340);
  const says = shortSays(row, fit.quote);
  const step = fit.phrase + 4;
  const y = title.at(-1)!.y + 11;
  const under = y + fit.thickness + fit.phrase + 3;
  const lines = [
    ...title,
    ...spoken(row, phrase, {x: 0, y: under, step, fontSize: fit.phrase}),
    ...quoteLines(row.lead, says, {x: 0, y: under + phrase.length * step, fontSize: fit.quote})
  ];
  return {row, lines, bar: y + fit.thickness / 2, top, bottom: lines.at(-1)!.y + 5};
}

/** Draws one state; of nouns other than `noun`, if one is given, what differs is warm. */
export function drawShares(
  drawing: Drawing,
  rows: readonly Row[],
  noun: string | null
): SVGSVGElement {
  const {document, width, height} = drawing;
  // What two nouns begin with alike is not what changed.
  const marked = rows.map((row) =>
    noun === null || row.noun === noun
      ? row
      : {...row, share: `${row.share} of ${alike(row.noun, noun)}`.trimEnd()}
  );
  const placement = placeShares(marked, width, height);
  return plot({
    document,
    width,
    height,
    label: `Shares as bars: ${rows.map(({who}) => capital(who)).join("; ")}`,
    x: {type: "linear", domain: [0, 1], range: [1, placement.fit.bar - 1]},
    marks: [
      () => rules(document, placement, width),
      ...placement.rows.map(
        (placed): Plot.RenderFunction =>
          (_, {x}) =>
            rowMark(drawing, placed, {
              scale: (value) => x!(value),
              fit: placement.fit,
              changed: noun !== null && placed.row.noun !== noun
            })
      )
    ]
  });
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
  {row, lines, bar: middle}: PlacedRow,
  {scale, fit, changed}: {scale: (value: number) => number; fit: Fit; changed: boolean}
): SVGGElement {
  const {id} = row;
  const {thickness, bar: end} = fit;
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
    line(document, [end - 1, whole.y, end - 1, whole.y + thickness + (named ? 8 : 0)], {
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
