import {recedes} from "../emphasis.ts";
import type {Artboard, Drawing} from "../kind.ts";
import {quoted} from "../labels.ts";
import {group, words} from "../svg.ts";
import type {Words} from "../svg.ts";
import {widthOf} from "../text.ts";
import {fixed, paint, size} from "../theme.ts";
import {cellMarks, columnNames, rowName} from "./matrix-cells.ts";
import {openerOf, tiesOf} from "./matrix-data.ts";
import type {Aside, Link, Matrix} from "./matrix-data.ts";
import {linkMark, openMark, ruleMark} from "./matrix-marks.ts";
import type {Open} from "./matrix-marks.ts";
import {narrow, narrowFrame, narrowRows, wide, wideFrame} from "./matrix-place.ts";
import {typeWords} from "./matrix-words.ts";

export interface RowWords {
  /** What two columns are that a relation joins. */
  readonly pair: string;
  /** What stands under a row's name, by the type of relation that it has. */
  readonly tags: ReadonlyMap<string, string>;
}

/** A row without ties is so much lower than one with discs. */
const low = 0.6;

/** The least height of the view, px. */
export function heightOfRows(width: Artboard, matrix: Matrix): number {
  if (width === 640) return wide.top + 76 * weightOf(matrix);
  return narrowFrame(matrix).foot + 40 * matrix.asides.length;
}

/** All rows, the documents' parts of a cell in one disc. */
export function drawRows(drawing: Drawing, matrix: Matrix, said: RowWords): SVGElement[] {
  return drawing.width === 340
    ? drawNarrow(drawing, matrix, said)
    : drawWide(drawing, matrix, said);
}

function drawWide(drawing: Drawing, matrix: Matrix, said: RowWords): SVGElement[] {
  const {columnAt} = wideFrame(matrix);
  const unit = Math.min(96, Math.floor((drawing.height - wide.top) / weightOf(matrix)));
  const r = Math.min(wide.radius, Math.floor(unit / 3.6));
  const marks = [
    ...columnNames(drawing, matrix, (i) => ({x: columnAt(i), y: wide.head, anchor: "middle"})),
    ...matrix.ofColumns.map((one) => {
      const [x0, x1] = endsOf(one, matrix.columns).map(columnAt) as [number, number];
      const word = {text: said.pair, x: (x0 + x1) / 2, y: 14, anchor: "middle"} as const;
      return linkMark(drawing, one, `M${x0},28v-7H${x1}v7`, word);
    })
  ];
  let top: number = wide.top;
  for (const row of matrix.rows) {
    const aside = matrix.asides.find((aside) => aside.row === row);
    const rowHeight = Math.floor(unit * (aside === undefined ? 1 : low));
    const middle = top + rowHeight / 2;
    const tag = tagOf(matrix, said, row);
    if (top > wide.top) marks.push(ruleMark(drawing, top, `rule:${row}`));
    marks.push(
      rowName(drawing, matrix, row, {x: 0, y: middle + (tag === null ? 5 : -4)}),
      ...tagMark(drawing, tag, {x: 0, y: middle + 15})
    );
    if (aside === undefined)
      marks.push(
        ...cellMarks(drawing, matrix, inAll(matrix, row), (i) => ({x: columnAt(i), y: middle, r})),
        ...opened(drawing, matrix, row, {
          ...{axis: "x", at: wide.end, middle, fade: fixed.fade},
          words: [middle - 12, middle + 23].map((y) => ({x: wide.end, y}))
        })
      );
    else marks.push(asideMark(drawing, aside, columnAt(0) - r, middle + 5));
    top += rowHeight;
  }
  return marks;
}

function drawNarrow(drawing: Drawing, matrix: Matrix, said: RowWords): SVGElement[] {
  const {columnAt, end, foot} = narrowFrame(matrix);
  const marks = [
    ...columnNames(drawing, matrix, (i) => ({x: 0, y: columnAt(i) + 5})),
    ...matrix.ofColumns.map((one) => {
      const [y0, y1] = endsOf(one, matrix.columns).map(columnAt) as [number, number];
      const word = {text: said.pair, x: 12, y: (y0 + y1) / 2 + 5};
      return linkMark(drawing, one, `M3,${y0 + 13}V${y1 - 13}`, word);
    })
  ];
  const {tied, rowAt} = narrowRows(matrix);
  tied.forEach((row, k) => {
    const x = rowAt(k);
    // To the right of the last there is no room for words.
    const before = k === tied.length - 1;
    marks.push(
      rowName(drawing, matrix, row, {x, y: 14, anchor: "middle"}),
      ...tagMark(drawing, tagOf(matrix, said, row), {x, y: 33, anchor: "middle"}),
      ...cellMarks(drawing, matrix, inAll(matrix, row), (i) => ({
        ...{x, y: columnAt(i), r: narrow.radius}
      })),
      ...opened(drawing, matrix, row, {
        ...{axis: "y", at: end, middle: x, fade: narrow.fade},
        words: [end + 12, end + 31].map((y) =>
          before ? {x: x - 11, y, anchor: "end"} : {x: x + 11, y}
        )
      })
    );
  });
  matrix.asides.forEach((aside, k) => {
    const {row} = aside;
    const y = foot + 14 + 40 * k;
    const start = widthOf(drawing.records.entity(row).name, "sansStrong", size.label) + 10;
    marks.push(
      rowName(drawing, matrix, row, {x: 0, y}),
      ...tagMark(drawing, tagOf(matrix, said, row), {x: 0, y: y + size.line}),
      asideMark(drawing, aside, start, y)
    );
  });
  return marks;
}

function inAll({sides}: Matrix, row: string): {row: string; sides: readonly number[]} {
  return {row, sides: sides.map((_, side) => side)};
}

/** The places of what a link joins, in their order. */
function endsOf({from, to}: Link, among: readonly string[]): number[] {
  return [among.indexOf(from), among.indexOf(to)].sort((a, b) => a - b);
}

interface Tag {
  readonly row: string;
  readonly text: string;
  /** The relation that it stands for, where it is not the row's discs. */
  readonly link: Link | null;
}

/** What stands under a row's name: how it is joined to one before it, else what all its ties are. */
function tagOf({ofRows, rows, ties}: Matrix, {tags}: RowWords, row: string): Tag | null {
  const link = ofRows.find((link) => endsOf(link, rows)[1] === rows.indexOf(row)) ?? null;
  const types = new Set(ties.filter((tie) => tie.row === row).map(({type}) => type));
  const type = link?.type ?? (types.size === 1 ? [...types][0]! : "");
  const text = tags.get(type) ?? (link === null ? undefined : typeWords(type));
  return text === undefined ? null : {row, text, link};
}

function tagMark(drawing: Drawing, tag: Tag | null, at: Omit<Words, "text">): SVGElement[] {
  if (tag === null) return [];
  const {row, text, link} = tag;
  const word = {...at, text, fill: paint.muted};
  return [
    link === null
      ? words(drawing.document, {...word, key: `tag:${row}`})
      : linkMark(drawing, link, null, word)
  ];
}

/** What stands in a row that ties nothing, beside the row's name. */
function asideMark(
  {document, width, highlight}: Drawing,
  {id, says}: Aside,
  x: number,
  y: number
): SVGElement {
  const quote = quoted(says);
  const after = x + widthOf(quote, "serif", size.label) + 8;
  const none = width === 640 ? {x: after, y} : {x, y: y + size.line};
  return group(document, `aside:${id}`, {record: id}, recedes(highlight, id), [
    words(document, {text: quote, x, y, face: "serif"}),
    words(document, {text: "none named", ...none, fill: paint.muted})
  ]);
}

/** The open end of a row, with the word of each document that leaves its list open. */
function opened(
  drawing: Drawing,
  matrix: Matrix,
  row: string,
  {
    words: places,
    ...place
  }: Pick<Open, "axis" | "at" | "middle" | "fade"> & {
    readonly words: readonly Pick<Words, "x" | "y" | "anchor">[];
  }
): SVGElement[] {
  const found = matrix.sides.map((_, side) => openerOf(tiesOf(matrix, row, side)));
  const openers = [...new Set(found)].filter((opener) => opener !== null);
  if (openers.length === 0) return [];
  const own = matrix.ties.filter((tie) => tie.row === row).flatMap(({ids}) => ids);
  return [
    openMark(drawing, {
      ...place,
      // That of the first document that has one, so that it is the same mark in both views.
      key: `${row}:${found.indexOf(openers[0]!)}`,
      receding: recedes(drawing.highlight, ...own),
      words: openers.map((text, i) => ({...places[i]!, text: quoted(text), face: "serif"}))
    })
  ];
}

function weightOf({rows, asides}: Matrix): number {
  return rows.length - asides.length * (1 - low);
}
