import type {Artboard} from "../kind.ts";
import {wrap} from "../text.ts";
import {size} from "../theme.ts";
import type {Group, Row} from "./ledger-rows.ts";

/**
 * Where columns stand, px: middles of marks or specks, the right end of the first document's words, the
 * left of the second's and of what others say. The narrow drawing has words for the documents' marks.
 */
export const columns = {
  340: {label: 180, marks: [194, 224], told: [200, 219], elsewhere: 292, inWords: "documents"},
  640: {label: 176, marks: [246, 272], told: [226, 291], elsewhere: 464, inWords: "others"}
} as const;
export type Columns = (typeof columns)[Artboard];

/** Names of the columns, and the line below them. */
export const head = 26;
const heading = 18;
const gap = {least: 6, most: 26} as const;
/** In a row: the middle of its marks, and the base line of its first words. */
export const middle = size.line / 2;
export const baseline = 15;

/** A group in its place. */
export interface Placed {
  readonly group: Group;
  /** The base line of the heading. */
  readonly y: number;
  readonly rows: readonly {
    readonly row: Row;
    readonly lines: readonly string[];
    readonly y: number;
  }[];
}

/** Places groups from the top; `height` is how far they may spread. Gives where the last row ends. */
export function placeLedger(
  groups: readonly Group[],
  width: Artboard,
  height = 0
): {readonly groups: readonly Placed[]; readonly height: number} {
  const rows = groups.flatMap((group) => group.rows.map((row) => linesOf(row, width).length));
  const lines = rows.reduce((sum, count) => sum + count * size.line, 0);
  const least = head + lines + groups.length * (heading + gap.least);
  const slack = Math.max(0, height - least) / Math.max(1, groups.length);
  const parting = gap.least + Math.min(Math.floor(slack), gap.most - gap.least);
  let y = head;
  const placed = groups.map((group): Placed => {
    y += parting + heading;
    return {
      group,
      y: y - 5,
      rows: group.rows.map((row) => {
        const lines = linesOf(row, width);
        const top = y;
        y += lines.length * size.line;
        return {row, lines, y: top};
      })
    };
  });
  return {groups: placed, height: Math.ceil(y + 2)};
}

function linesOf(row: Row, width: Artboard): string[] {
  return wrap(row.label, "sans", size.label, columns[width].label);
}
