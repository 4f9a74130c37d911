import {line} from "../glyphs.ts";
import {drawnAs} from "../parts.ts";
import type {Drawn} from "../parts.ts";
import {words} from "../svg.ts";
import {widthOf} from "../text.ts";
import {fixed, paint, size} from "../theme.ts";
import type {Quantity} from "../../quantity.ts";

/** What the marks of a bar mean, in two or three words each. */
const meanings: Readonly<Record<Drawn, readonly [fill: string, edge: string | null]>> = {
  exact: ["filled: stated", null],
  about: ["filled: stated", "dashed edge: hedged"],
  shy: ["filled: stated", "dashed edge: hedged"],
  past: ["filled: stated", "dashed edge: hedged"],
  "open-above": ["filled: at least this", "open end: or more"],
  "open-below": ["hatched: at most this", null],
  band: ["a band: somewhere in it", null]
};
const blank = "blank: nobody says";

/** The name of a mark: in which row below the bar, where, and what it points at. */
export interface PlacedName {
  readonly role: "fill" | "edge" | "blank";
  readonly text: string;
  readonly row: number;
  /** Where its words begin, and where its leader stands, px. */
  readonly x: number;
  readonly at: number;
}

/**
 * Places the names of a bar's marks in as few rows as keep them apart: that of the fill where the bar
 * begins, of its end before that end, of the blank where the words of the rest begin.
 */
export function placeNames(
  share: Quantity,
  {edge, rest, width}: {readonly edge: number; readonly rest: number; readonly width: number}
): PlacedName[] {
  const kind = drawnAs(share);
  const [fill, end] = kind === null ? [null, null] : meanings[kind];
  const lengthOf = (text: string): number => widthOf(text, "sans", size.label);
  const names: (Omit<PlacedName, "row"> | null)[] = [
    fill === null ? null : {role: "fill", text: fill, x: 0, at: 1},
    {role: "blank", text: blank, x: Math.min(rest, width - lengthOf(blank)), at: rest + 1},
    end === null
      ? null
      : {role: "edge", text: end, x: Math.max(0, edge + 1 - lengthOf(end)), at: edge}
  ];
  const placed: PlacedName[] = [];
  for (const name of names) {
    if (name === null) continue;
    const [from, to] = [name.x - 12, name.x + lengthOf(name.text) + 12];
    const taken = placed.filter(({x, text}) => from < x + lengthOf(text) && x < to);
    const row = taken.length === 0 ? 0 : Math.max(...taken.map((other) => other.row)) + 1;
    placed.push({...name, row});
  }
  return placed;
}

/** How many rows names take. */
export function rowsOf(names: readonly PlacedName[]): number {
  return Math.max(0, ...names.map(({row}) => row + 1));
}

/** Draws the names below a bar that ends at `bottom`, each with a leader to its mark. */
export function nameMarks(
  document: Document,
  names: readonly PlacedName[],
  {bottom, top}: {readonly bottom: number; readonly top: number}
): SVGElement[] {
  return names.flatMap(({role, text, row, x, at}) => {
    const y = top + row * size.line;
    return [
      line(document, [at, bottom + fixed.reach, at, y + 9], {
        stroke: paint.muted,
        "data-key": `leader:${role}`
      }),
      // The plumb line may pass through it.
      words(document, {text, x, y: y + 24, fill: paint.muted, halo: true, key: `named:${role}`})
    ];
  });
}
