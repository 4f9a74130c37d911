import type {Contrast} from "../../facts/dataset.ts";
import {recedes} from "../emphasis.ts";
import {bracket} from "../glyphs.ts";
import type {Artboard, Drawing, Records} from "../kind.ts";
import {capital, listed, quoted} from "../labels.ts";
import {blockOf, noteText} from "../notes.ts";
import type {NoteLine} from "../notes.ts";
import {element, group, words} from "../svg.ts";
import {wrapEvenly} from "../text.ts";
import {paint, size} from "../theme.ts";

/** One record of a source, as its own words and what they leave open. */
export interface Said {
  readonly id: string;
  readonly says: string;
  /** "no date given", "by Alibaba's account"; empty where there is nothing to add. */
  readonly note: string;
}

/** What one source says. */
export interface Side {
  readonly source: string;
  readonly who: string;
  /** The report that it rests on; null where none is known. */
  readonly after: string | null;
  readonly said: readonly Said[];
}

export interface Sides {
  readonly sides: readonly Side[];
  /** Why they do not sit together, where the data says that they do not. */
  readonly contrast: Contrast | null;
}

/** Events and statements side by side, by source, in the order given. Throws for any other record. */
export function sidesOf(records: Records, ids: readonly string[]): Sides {
  const bySource = new Map<string, Said[]>();
  const leaning = new Set<string>();
  for (const id of ids) {
    const kind = records.kindOf(id);
    if (kind !== "event" && kind !== "statement")
      throw new Error(`invalid record beside columns: ${id} is a ${kind}`);
    const {source, says, by, own} = kind === "event" ? records.event(id) : records.statement(id);
    const undated = kind === "event" && records.event(id).when === null;
    const names = by.map((name) => (isEntity(name) ? records.entity(name).name : name));
    const note =
      names.length > 0 ? `by ${listed(names)}’s account` : undated ? "no date given" : "";
    if (own !== true) leaning.add(source);
    bySource.set(source, [...(bySource.get(source) ?? []), {id, says, note}]);
  }
  const sides = [...bySource].map(([id, said]): Side => {
    const {label, restsOn} = records.source(id);
    const after = leaning.has(id) ? restsOnLabel(records, restsOn) : null;
    return {source: id, who: capital(label), after, said};
  });
  const contrasts = ids.flatMap((id) => records.contrasts(id));
  const contrast = contrasts.find(({between}) => between.every((id) => ids.includes(id)));
  return {sides, contrast: contrast ?? null};
}

interface PlacedSide {
  readonly side: Side;
  readonly x: number;
  readonly head: readonly NoteLine[];
  readonly blocks: readonly {
    readonly said: Said;
    readonly lines: readonly NoteLine[];
    readonly y: number;
  }[];
  readonly bottom: number;
}

/** Between one side and the next, px. */
const between = {340: 18, 640: 40} as const;
const quoteSize = {340: size.label, 640: size.quote} as const;
/** Of the words over the bracket, and the bracket, px. */
const bracketHeight = 40;

/** Places the sides from the top, below the bracket if they have one. Gives also their height, px. */
export function placeSides(
  {sides, contrast}: Sides,
  width: Artboard
): {readonly placed: readonly PlacedSide[]; readonly column: number; readonly height: number} {
  const column = (width - between[width] * (sides.length - 1)) / Math.max(1, sides.length);
  const line = (text: string, face: NoteLine["face"], more: Partial<NoteLine> = {}): NoteLine[] =>
    wrapEvenly(text, face ?? "sans", more.size ?? size.label, column).map((text) => ({
      text,
      face,
      ...more
    }));
  const top = contrast === null ? 0 : bracketHeight;
  const heads = sides.map(({who, after}) => [
    ...line(who, "sansStrong"),
    ...(after === null ? [] : line(`after ${after}`, "sans", {fill: paint.muted}))
  ]);
  const start = top + Math.max(0, ...heads.map((head) => blockOf(head).height)) + 6;
  const placed = sides.map((side, i): PlacedSide => {
    let y = start;
    const blocks = side.said.map((said) => {
      const lines = [
        ...line(quoted(said.says), "serif", {size: quoteSize[width]}),
        ...(said.note === "" ? [] : line(said.note, "sans", {fill: paint.muted}))
      ];
      const block = {said, lines, y};
      y += blockOf(lines).height + 8;
      return block;
    });
    return {side, x: i * (column + between[width]), head: heads[i]!, blocks, bottom: y - 8};
  });
  return {placed, column, height: Math.max(0, ...placed.map(({bottom}) => bottom)) + 6};
}

/** Draws the sides, their first line at `top`; a bracket holds those that do not sit together. */
export function drawSides(drawing: Drawing, sides: Sides, top: number): SVGGElement {
  const {document, width, highlight} = drawing;
  const {placed, column} = placeSides(sides, width);
  const at = (x: number, y: number) => ({x0: x, y0: top + y, x1: x + column, y1: top + y});
  const head = sides.contrast === null ? 0 : bracketHeight;
  const middles = placed.map(({x}) => x + column / 2);
  return element(document, "g", {}, [
    ...(sides.contrast === null
      ? []
      : [
          words(document, {
            text: "These do not sit together",
            x: width / 2,
            y: top + 16,
            anchor: "middle",
            face: "sansStrong",
            fill: paint.warm,
            key: "at-odds"
          }),
          bracket(document, [middles[0]!, middles.at(-1)!], top + 25, "bracket:sides")
        ]),
    ...placed.flatMap(({side, x, head: lines, blocks}) => [
      element(
        document,
        "g",
        {},
        noteText(document, {lines, box: at(x, head)}, {key: `side:${side.source}`})
      ),
      ...blocks.map(({said: {id}, lines, y}) =>
        group(
          document,
          `said:${id}`,
          {record: id},
          recedes(highlight, id),
          noteText(document, {lines, box: at(x, y)}, {key: `says:${id}`})
        )
      )
    ])
  ]);
}

function restsOnLabel(records: Records, id: string | null): string | null {
  if (id === null) return null;
  return isEntity(id) ? records.source(id).label : id;
}

function isEntity(name: string): boolean {
  return /^[a-z][a-z0-9-]*$/.test(name);
}
