import {recedes} from "../emphasis.ts";
import {path} from "../glyphs.ts";
import type {Artboard, Drawing} from "../kind.ts";
import {quoted} from "../labels.ts";
import {group, words} from "../svg.ts";
import type {Words} from "../svg.ts";
import {widthOf, wrapEvenly} from "../text.ts";
import {paint, size} from "../theme.ts";
import type {Matrix, Tie} from "./matrix-data.ts";
import {wideFrame} from "./matrix-place.ts";

/** Columns next to each other that a document ties with the same words. */
export interface Run {
  readonly ties: readonly Tie[];
  readonly first: number;
  readonly last: number;
  readonly lines: readonly string[];
}

/** Of a document's words; on the narrow artboard they stand between rows. */
export const lineHeight = {340: 17, 640: 19} as const;

/** What a document says of the first row, in the order of its columns. */
export function runsOf(matrix: Matrix, side: number, width: Artboard): Run[] {
  const runs: {ties: Tie[]; first: number; last: number}[] = [];
  matrix.columns.forEach((column, i) => {
    const tie = matrix.ties.find(
      (tie) => tie.row === matrix.rows[0] && tie.column === column && tie.side === side
    );
    if (tie === undefined) return;
    const run = runs.at(-1);
    if (run?.last === i - 1 && run.ties[0]!.says === tie.says) {
      run.ties.push(tie);
      run.last = i;
    } else runs.push({ties: [tie], first: i, last: i});
  });
  const {pitch} = wideFrame(matrix);
  return runs.map((run) => {
    const text = quoted(run.ties[0]!.says);
    const lines =
      width === 340
        ? wrapEvenly(text, "serif", size.label, run.first === run.last ? 120 : 110)
        : underDiscs(text, (run.last - run.first + 1) * pitch);
    return {...run, lines};
  });
}

/** One line where there is room for it, else as narrow as three lines allow. */
function underDiscs(text: string, room: number): string[] {
  const width = (words: string): number => widthOf(words, "serif", size.label);
  if (width(text) <= room) return [text];
  const longest = Math.max(...text.split(" ").map(width));
  for (let narrow = longest; ; narrow += 4) {
    const lines = wrapEvenly(text, "serif", size.label, narrow);
    if (lines.length <= 3) return lines;
  }
}

/** A document's words for a run of columns, which a bracket holds together if they are several. */
export function runMark(
  {document, width, highlight}: Drawing,
  {ties, first, last, lines}: Run,
  bracket: string,
  at: Pick<Words, "x" | "y" | "anchor">
): SVGElement {
  const {id} = ties[0]!;
  const receding = recedes(highlight, ...ties.flatMap(({ids}) => ids));
  return group(document, `says:${id}`, {record: id}, receding, [
    first === last ? null : path(document, bracket, {stroke: paint.muted}),
    ...lines.map((text, i) =>
      words(document, {
        ...at,
        text,
        y: at.y + i * lineHeight[width],
        face: "serif"
      })
    )
  ]);
}
