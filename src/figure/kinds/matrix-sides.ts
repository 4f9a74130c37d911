import {recedes} from "../emphasis.ts";
import type {Artboard, Drawing} from "../kind.ts";
import {capital, quoted} from "../labels.ts";
import {group, words} from "../svg.ts";
import {wrapEvenly} from "../text.ts";
import {fixed, size} from "../theme.ts";
import {cellMarks, columnNames} from "./matrix-cells.ts";
import {openerOf, tiesOf} from "./matrix-data.ts";
import type {Matrix} from "./matrix-data.ts";
import {nameMark, openMark, ruleMark} from "./matrix-marks.ts";
import type {Open} from "./matrix-marks.ts";
import {lineHeight, runMark, runsOf} from "./matrix-runs.ts";
import type {Run} from "./matrix-runs.ts";
import {narrow, narrowFrame, wide, wideFrame} from "./matrix-place.ts";

/** What one document says of the first row. */
interface Told {
  readonly row: string;
  readonly side: number;
  readonly runs: readonly Run[];
  readonly quiet: boolean;
}

const {radius} = wide;

/** The least height of the view, px. */
export function heightOfSides(width: Artboard, matrix: Matrix): number {
  if (width === 340) {
    const lines = matrix.sides.slice(0, -1).flatMap((_, side) => footLines(matrix, side));
    return narrowFrame(matrix).foot + lines.length * lineHeight[640] + 4;
  }
  const blocks = matrix.sides.map((_, side) => blockHeight(runsOf(matrix, side, width)));
  return wide.top + blocks.reduce((sum, height) => sum + height + 24, 0);
}

/** The first row alone, as each document has it, with its words beside the discs. */
export function drawSides(drawing: Drawing, matrix: Matrix, verb: string): SVGElement[] {
  const {width, records} = drawing;
  const row = matrix.rows[0]!;
  const told = matrix.sides.map((_, side): Told => {
    const own = tiesOf(matrix, row, side);
    return {
      row,
      side,
      runs: runsOf(matrix, side, width),
      quiet: recedes(drawing.highlight, ...own.flatMap(({ids}) => ids))
    };
  });
  const title = `${records.entity(row).name} ${verb}`;
  return width === 340
    ? drawNarrow(drawing, matrix, told, title)
    : drawWide(drawing, matrix, told, title);
}

function drawWide(
  drawing: Drawing,
  matrix: Matrix,
  told: readonly Told[],
  title: string
): SVGElement[] {
  const {document, height} = drawing;
  const {columnAt} = wideFrame(matrix);
  const blocks = told.map(({runs}) => blockHeight(runs));
  const sum = blocks.reduce((total, block) => total + block, 0);
  const pad = Math.floor((height - wide.top - sum) / (2 * blocks.length));
  const marks = [
    words(document, {text: `${title}:`, x: 0, y: wide.head - 26, key: "title"}),
    ...columnNames(drawing, matrix, (i) => ({x: columnAt(i), y: wide.head, anchor: "middle"}))
  ];
  let top: number = wide.top;
  for (const one of told) {
    const {row, side, runs, quiet} = one;
    const y = top + pad + radius;
    const label = capital(matrix.sides[side]!.label);
    if (side > 0) marks.push(ruleMark(drawing, top, `rule:${side}`));
    marks.push(
      nameMark(drawing, {text: label, x: 0, y: y + 5, key: `side:${side}`}, quiet),
      ...cellMarks(drawing, matrix, {row, sides: [side]}, (i) => ({x: columnAt(i), y, r: radius})),
      ...runs.map((run) => {
        const [x0, x1] = [columnAt(run.first), columnAt(run.last)];
        const under = y + radius + 8;
        const bracket = `M${x0 - radius},${under}v5H${x1 + radius}v-5`;
        const at = {x: (x0 + x1) / 2, y: under + 21, anchor: "middle"} as const;
        return runMark(drawing, run, bracket, at);
      }),
      ...opened(drawing, matrix, one, {
        axis: "x",
        at: wide.end,
        middle: y,
        fade: fixed.fade,
        words: [{text: openList, x: wide.end, y: y - 12}]
      })
    );
    top += blocks[side]! + 2 * pad;
  }
  return marks;
}

function drawNarrow(
  drawing: Drawing,
  matrix: Matrix,
  told: readonly Told[],
  title: string
): SVGElement[] {
  const {document} = drawing;
  const {columnAt, end} = narrowFrame(matrix);
  const {radius: r} = narrow;
  const last = told.length - 1;
  const marks: SVGElement[] = [
    words(document, {text: `${title}, by`, x: 0, y: 14, key: "title"}),
    ...columnNames(drawing, matrix, (i) => ({x: 0, y: columnAt(i) + 5}))
  ];
  for (const one of told) {
    const {row, side, runs, quiet} = one;
    const x = 128 + 68 * side;
    const head = {text: matrix.sides[side]!.label, x, y: 34, anchor: "middle"} as const;
    marks.push(
      nameMark(drawing, {...head, key: `side:${side}`}, quiet),
      ...cellMarks(drawing, matrix, {row, sides: [side]}, (i) => ({x, y: columnAt(i), r})),
      ...opened(drawing, matrix, one, {
        axis: "y",
        at: end,
        middle: x,
        fade: narrow.fade,
        words: [
          side === last
            ? {text: openList, x: x + 14, y: end + 18}
            : {text: openList, x: x - 14, y: end + 18, anchor: "end"}
        ]
      })
    );
    // Beside the last discs there is room for words; those of the first stand at the foot.
    if (side === last)
      for (const run of runs) {
        const [y0, y1] = [columnAt(run.first), columnAt(run.last)];
        const several = run.first < run.last;
        const bracket = `M${x + 24},${y0 - r}h4V${y1 + r}h-4`;
        const first = (y0 + y1) / 2 + 5 - ((run.lines.length - 1) * lineHeight[340]) / 2;
        marks.push(runMark(drawing, run, bracket, {x: x + (several ? 34 : 24), y: first}));
      }
    else marks.push(...footnotes(drawing, matrix, one));
  }
  return marks;
}

const openList = "open list";

/** What the first document says, each fragment once, below all. */
function footnotes({document}: Drawing, matrix: Matrix, {side, runs, quiet}: Told): SVGElement[] {
  const {id} = runs[0]!.ties[0]!;
  const y = narrowFrame(matrix).foot + 14;
  return [
    group(document, `says:${id}`, {record: id}, quiet, [
      words(document, {text: matrix.sides[side]!.letter, x: 0, y, face: "sansStrong"}),
      ...footLines(matrix, side).map((text, i) =>
        words(document, {text, x: footIndent, y: y + i * lineHeight[640], face: "serif"})
      )
    ])
  ];
}

const footIndent = 20;

function footLines(matrix: Matrix, side: number): string[] {
  const says = new Set(runsOf(matrix, side, 340).map(({ties}) => ties[0]!.says));
  return [...says].flatMap((text) =>
    wrapEvenly(quoted(text), "serif", size.label, 340 - footIndent)
  );
}

function opened(
  drawing: Drawing,
  matrix: Matrix,
  {row, side, quiet}: Told,
  place: Omit<Open, "key" | "receding">
): SVGElement[] {
  if (openerOf(tiesOf(matrix, row, side)) === null) return [];
  return [openMark(drawing, {...place, key: `${row}:${side}`, receding: quiet})];
}

function blockHeight(runs: readonly Run[]): number {
  const most = Math.max(0, ...runs.map(({lines}) => lines.length));
  return 2 * radius + (most === 0 ? 0 : 14 + most * lineHeight[640]);
}
