import {recedes} from "../emphasis.ts";
import {line} from "../glyphs.ts";
import type {Artboard, Drawing} from "../kind.ts";
import {capital, quoted} from "../labels.ts";
import {barMark, styleOf} from "../marks.ts";
import {plot} from "../plot.ts";
import type {Plot} from "../plot.ts";
import {element, group, words} from "../svg.ts";
import type {Words} from "../svg.ts";
import {widthOf, wrapEvenly} from "../text.ts";
import {paint, size} from "../theme.ts";
import type {Row} from "./shares-rows.ts";

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
    many: {thickness: 24, bar: 340, phrase: 17, quote: 15},
    few: {thickness: 40, bar: 340, phrase: 19, quote: 15}
  },
  640: {
    many: {thickness: 30, bar: 216, phrase: 19, quote: 15},
    few: {thickness: 54, bar: 640, phrase: 23, quote: 17}
  }
} as const;
const gap = {340: 18, 640: 26} as const;

/**
 * Places rows from the top down. One or two are large, and the first is where it is with a second,
 * so that a step which adds one moves nothing. More are small, and what room is left parts them.
 */
export function placeShares(rows: readonly Row[], width: Artboard, height = 0): Placement {
  const few = rows.length <= 2;
  const fit = fits[width][few ? "few" : "many"];
  const placeRow = few ? placeFew : width === 340 ? placeNarrow : placeWide;
  const heights = rows.map((row) => placeRow(row, 0, fit, width).bottom);
  const sum = heights.reduce((total, height) => total + height + gap[width], 4);
  const slack = Math.max(0, height - sum) / Math.max(1, rows.length - 1);
  let y = 2;
  const placed = rows.map((row, i) => {
    const next = placeRow(row, y, fit, width);
    y = few
      ? 2 + Math.max(height / 2, heights[i]! + gap[width])
      : next.bottom + gap[width] + Math.min(slack, 110);
    return next;
  });
  return {rows: placed, fit, height: Math.ceil(sum)};
}

/** A bar as long as the artboard is wide, its whole named at its end. */
function placeFew(row: Row, top: number, fit: Fit, width: Artboard): PlacedRow {
  const title = heading(row, width, top + 13);
  const y = title.at(-1)!.y + 11;
  const under = y + fit.thickness;
  const ends = [
    ...wrapEvenly(`all of ${row.noun}`, "sans", size.label, width),
    ...(row.counted ? [] : ["number not stated"])
  ];
  const end = ends.map((text, i): Placed => ({
    role: `all:${i}`,
    text,
    x: width,
    y: under + 22 + i * size.line,
    anchor: "end",
    fill: paint.muted
  }));
  // Beside the name of the whole where there is room, else below it.
  const besides = width === 640;
  const room = besides
    ? width - 24 - Math.max(...ends.map((text) => widthOf(text, "sans", size.label)))
    : width;
  const start = (besides ? under : end.at(-1)!.y) + fit.phrase + 5;
  const step = fit.phrase + 4;
  const phrase = wrapEvenly(row.phrase, "serifStrong", fit.phrase, room);
  const says = besides ? wrapEvenly(row.says, "serif", fit.quote, room) : shortSays(row, fit.quote);
  const lines = [
    ...title,
    ...end,
    ...spoken(row, phrase, {x: 0, y: start, step, fontSize: fit.phrase}),
    ...says.map((text, i) =>
      quote(text, i, 0, start + phrase.length * step + i * (fit.quote + 5), fit.quote)
    )
  ];
  return {row, lines, bar: y + fit.thickness / 2, top, bottom: lines.at(-1)!.y + 5};
}

function placeWide(row: Row, top: number, fit: Fit): PlacedRow {
  const x = fit.bar + 20;
  const phrase = wrapEvenly(row.phrase, "serifStrong", fit.phrase, 640 - x);
  const says = wrapEvenly(row.says, "serif", fit.quote, 640 - x);
  const step = fit.phrase + 4;
  const y = top + 27;
  const under = y + fit.phrase + (phrase.length - 1) * step + fit.quote + 7;
  const lines = [
    ...heading(row, 640, top + 13),
    ...spoken(row, phrase, {x, y: y + fit.phrase - 1, step, fontSize: fit.phrase}),
    ...says.map((text, i) => quote(text, i, x, under + i * (fit.quote + 5), fit.quote))
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
    ...says.map((text, i) =>
      quote(text, i, 0, under + phrase.length * step + i * (fit.quote + 5), fit.quote)
    )
  ];
  return {row, lines, bar: y + fit.thickness / 2, top, bottom: lines.at(-1)!.y + 5};
}

type Placed = Words & {readonly role: string};

/** Date and speaker: on one line if they fit. */
function heading(row: Row, width: number, y: number): Placed[] {
  const who = capital(row.who);
  const indent = widthOf(row.when, "sans", size.label) + 12;
  const room = width - indent - widthOf(who, "sansStrong", size.label) >= 0;
  const name = wrapEvenly(who, "sansStrong", size.label, width);
  return [
    {role: "when", text: row.when, x: 0, y, fill: paint.muted},
    ...(room ? [who] : name).map((text, i): Placed => ({
      role: `who:${i}`,
      text,
      x: room ? indent : 0,
      y: room ? y : y + (i + 1) * size.line,
      face: "sansStrong",
      fill: row.origin === "context" ? paint.context : paint.ink
    }))
  ];
}

/** The share and its noun, apart, so that one of them can be marked. */
function spoken(
  {share}: Row,
  lines: readonly string[],
  {x, y, step, fontSize}: {x: number; y: number; step: number; fontSize: number}
): Placed[] {
  const style = {face: "serifStrong", size: fontSize} as const;
  return lines.flatMap((text, i) => {
    const at = {...style, y: y + i * step};
    if (i > 0 || !text.startsWith(share)) return [{...at, role: `noun:${i}`, text, x}];
    const rest = text.slice(share.length).trimStart();
    const start = x + widthOf(`${share} `, "serifStrong", fontSize);
    return [
      {...at, role: "share", text: share, x},
      ...(rest === "" ? [] : [{...at, role: "noun:0", text: rest, x: start}])
    ];
  });
}

/** On the narrow artboard the words up to the share, which hold the verb; all if one line has room. */
function shortSays({says, lead}: Row, fontSize: number): string[] {
  if (says !== "" && widthOf(says, "serif", fontSize) <= 340) return [says];
  return lead === "" ? [] : [quoted(`${lead} …`)];
}

function quote(text: string, i: number, x: number, y: number, fontSize: number): Placed {
  return {role: `says:${i}`, text, x, y, face: "serif", size: fontSize, fill: paint.muted};
}

/** Draws one state; nouns other than `noun`, if one is given, are warm. */
export function drawShares(
  drawing: Drawing,
  rows: readonly Row[],
  noun: string | null
): SVGSVGElement {
  const {document, width, height} = drawing;
  const placement = placeShares(rows, width, height);
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
      const y = Math.max(rows[i]!.bottom + 8, top - 18);
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
  const whole = {x: 0.5, y: middle - thickness / 2, width: end - 1, height: thickness};
  const mark = {scale, style: styleOf(row.origin), axis: "x", middle, thickness, id} as const;
  return group(
    document,
    `row:${id}`,
    {fact: row.fact, claim: row.claim},
    recedes(highlight, id, row.fact),
    [
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
          key: `${role}:${id}`
        });
      })
    ]
  );
}
