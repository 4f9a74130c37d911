import {formatShort} from "../../format.ts";
import {recedes} from "../emphasis.ts";
import {linkMark, linkWidth, path} from "../glyphs.ts";
import {measureOf} from "../labels.ts";
import {boxAt, noteText, placeNote} from "../notes.ts";
import type {Block, NoteLine} from "../notes.ts";
import type {Face} from "../advances.ts";
import {alongLine, findRoom, grow} from "../room.ts";
import {element, group, words} from "../svg.ts";
import type {Box} from "../svg.ts";
import {widthOf, wrapEvenly} from "../text.ts";
import {paint, size} from "../theme.ts";
import {exitOf, monthName, numberOf, yearOf} from "./columns-data.ts";
import type {Member} from "./columns-data.ts";
import type {Ground} from "./columns-draw.ts";

/** The computed line, with a dot at each of its stops. */
export function lineMark(ground: Ground): SVGElement[] {
  const {drawing, x, y, taken} = ground;
  const {document, highlight} = drawing;
  const points = pointsOf(ground);
  const places = placesOf(ground);
  const first = points[0];
  if (first === undefined) return [];
  const series = seriesOf(first.id);
  taken.push(...alongLine(places, 6));
  const through = (list: typeof places) => `M${list.map((at) => at.join(",")).join("L")}`;
  const stops = stopsOf(ground);
  return [
    group(document, `line:${series}`, {}, lineRecedes(ground), [
      // Not from its start, which lies on the column that it starts from.
      path(document, through(places.slice(places.length > 1 ? 1 : 0)), {
        stroke: paint.paper,
        "stroke-width": 6,
        "data-key": `casing:${series}`
      }),
      path(document, through(places), {
        stroke: paint.ink,
        "stroke-width": 3,
        "stroke-linejoin": "round",
        "data-key": `path:${series}`
      })
    ]),
    ...stops.map(({id, fact, month}) =>
      group(document, `point:${id}`, {fact: id}, recedes(highlight, series, id), [
        element(document, "circle", {
          cx: x(month),
          cy: y(numberOf({id, fact, month})!),
          r: 5.5,
          fill: paint.ink,
          stroke: paint.paper,
          "stroke-width": 2,
          "data-key": `dot:${id}`
        })
      ])
    )
  ];
}

/** The line stands out with any of its points. */
function lineRecedes(ground: Ground): boolean {
  const {highlight} = ground.drawing;
  const ids = pointsOf(ground).map(({id}) => id);
  return recedes(highlight, ...ids);
}

/** The line's name where it is flattest and has room, and the number at each of its dots. */
export function lineNote(ground: Ground): SVGElement[] {
  const {drawing, area, taken, bodies} = ground;
  const {document} = drawing;
  const [first] = pointsOf(ground);
  if (first === undefined) return [];
  const series = seriesOf(first.id);
  // From the last one, which tells most where there is no room for all.
  const values = stopsOf(ground)
    .toReversed()
    .map((stop, i) => dotNote(ground, stop, i === 0))
    .toReversed();
  const name = (width: number) =>
    wrapEvenly(ground.line ?? measureOf(first.fact), "sansStrong", size.label, width).map(
      (text, i): NoteLine => ({text, face: "sansStrong", indent: i === 0 ? linkWidth : 0})
    );
  const [x, y] = flattest(placesOf(ground));
  const free = [...taken, ...bodies];
  const note = placeNote(name, {x, y: y - 12}, [{...area, x0: area.x0 + 4}], free);
  taken.push(note.box);
  return [
    group(document, `name:${series}`, {}, lineRecedes(ground), [
      linkMark(document, note.box.x0 + 9, note.box.y0 + 10, `link:${series}`),
      ...noteText(document, note, {key: `name:${series}`, halo: !onBand(ground, note.box)})
    ]),
    ...values.filter((value) => value !== null)
  ];
}

/** The middle of that third of a line's places which differ least. */
export function flattest(
  places: readonly (readonly [number, number])[]
): readonly [number, number] {
  const count = Math.ceil(places.length / 3);
  const runs = places.slice(count - 1).map((_, i) => places.slice(i, i + count));
  const reach = (run: typeof places) => {
    const heights = run.map(([, y]) => y);
    return Math.max(...heights) - Math.min(...heights);
  };
  const best = runs.reduce((a, b) => (reach(b) < reach(a) ? b : a));
  return best[Math.floor(count / 2)]!;
}

/** Whether a box lies on the band, whose colour then is the ground of words. */
export function onBand(ground: Ground, box: Box): boolean {
  if (!ground.layers.includes("band")) return false;
  return ground.parts.bands.some(({quantity}) => ground.y(quantity.upper!) <= box.y0);
}

/** How far from its dot a number may stand, px. */
const reach = 30;

/**
 * A number and its period on paper, where there is room over the line or under it; else the number
 * alone, whose period its place tells. A hairline leads to what must stand further away; null for
 * what need not.
 */
function dotNote(ground: Ground, member: Member, must: boolean): SVGElement | null {
  const {id} = member;
  const chip = placeChip(ground, member, must);
  if (chip === null) return null;
  const receding = recedes(ground.drawing.highlight, seriesOf(id), id);
  return group(ground.drawing.document, `note:${id}`, {fact: id}, receding, [
    ...drawChip(ground.drawing.document, chip, id)
  ]);
}

/** A number of the line at its dot. */
export interface Chip {
  readonly at: {readonly x: number; readonly y: number};
  readonly lines: readonly {readonly text: string; readonly face: Face; readonly role: string}[];
  readonly box: Box;
}

/** A number of the line and its period. */
export function chipLines({fact, month}: Member): Chip["lines"] {
  return [
    {text: formatShort(fact.quantity), face: "sansStrong", role: "number"},
    {text: `${monthName(month)} ${yearOf(month)}`, face: "sans", role: "period"}
  ];
}

/** Finds room for a number of the line and takes it; null where there is none and it need not. */
export function placeChip(ground: Ground, member: Member, must: boolean): Chip | null {
  const {x, y, area, taken, bodies} = ground;
  const {month} = member;
  const all = chipLines(member);
  const at = {x: x(month), y: y(numberOf(member)!)};
  const near = (lines: Chip["lines"]) => {
    const block = chipOf(lines);
    const [x0, x1] = [at.x - reach - block.width, at.x + reach + block.width];
    const [y0, y1] = [at.y - reach - block.height, at.y + reach + block.height];
    const wide = {x0: Math.max(area.x0, x0), x1: Math.min(area.x1, x1)};
    const over = {...wide, y0: Math.max(area.y0, y0), y1: at.y - 8};
    const under = {...wide, y0: at.y + 8, y1: Math.min(y(0) - 3, y1)};
    const box = findRoom(block, at, over, taken) ?? findRoom(block, at, under, taken);
    return box === null ? null : {at, lines, box};
  };
  const far = () => {
    const block = chipOf(all);
    const free = findRoom(block, at, {...area, y1: at.y - 8}, [...taken, ...bodies]);
    return {at, lines: all, box: free ?? above(block, at, area)};
  };
  const chip = near(all) ?? near(all.slice(0, 1)) ?? (must ? far() : null);
  if (chip !== null) taken.push(grow(chip.box, 2));
  return chip;
}

/** Draws a number at its dot; its parts have keys if it has an id. */
export function drawChip(document: Document, {at, lines, box}: Chip, id?: string): SVGElement[] {
  const middle = (box.x0 + box.x1) / 2;
  const foot = Math.max(box.x0 + 4, Math.min(box.x1 - 4, at.x));
  const [start, end] = box.y0 > at.y ? [at.y + 6, box.y0] : [at.y - 6, box.y1];
  const leader = `M${at.x},${start}L${foot},${end}`;
  const key = (role: string) => (id === undefined ? undefined : `${role}:${id}`);
  return [
    ...(Math.abs(end - start) < 10
      ? []
      : [
          path(document, leader, {stroke: paint.paper, "stroke-width": 4}),
          path(document, leader, {stroke: paint.ink, "data-key": key("leader")})
        ]),
    element(document, "rect", {
      x: box.x0,
      y: box.y0,
      width: box.x1 - box.x0,
      height: box.y1 - box.y0,
      rx: 3,
      fill: paint.paper,
      "data-key": key("chip")
    }),
    ...lines.map(({text, face, role}, i) =>
      words(document, {
        text,
        face,
        x: middle,
        y: box.y0 + 16 + i * size.line,
        anchor: "middle",
        ...(id === undefined ? {} : {key: `${role}:${id}`})
      })
    )
  ];
}

function chipOf(lines: Chip["lines"]): Block {
  const widths = lines.map(({text, face}) => widthOf(text, face, size.label));
  return {width: Math.max(...widths) + 4, height: lines.length * size.line + 2};
}

function above(block: Block, at: {x: number; y: number}, {x0, x1}: Box): Box {
  const start = Math.max(x0, Math.min(x1 - block.width, at.x - block.width / 2));
  return boxAt(block, start, at.y - 10 - block.height);
}

/**
 * Members of the line that get a dot and their number: those that the step highlights, else where
 * the divide is and where the line leaves the band, else its end.
 */
export function stopsOf(ground: Ground): Member[] {
  const {parts, slots, divide, drawing} = ground;
  const points = pointsOf(ground);
  const asked = points.filter(({id}) => drawing.highlight.includes(id));
  if (asked.length > 0) return asked;
  const at = points.findLast(({month}) => divide !== null && month <= divide);
  const exit = exitOf(parts, slots, divide);
  const stops = [at, exit].filter((point) => point !== null && point !== undefined);
  return stops.length > 0 ? stops : points.slice(-1);
}

/** Members of the line that are drawn. */
export function pointsOf({slots, layers}: Ground): Member[] {
  if (!layers.includes("line")) return [];
  return slots.flatMap(({point}) => (numberOf(point) === null ? [] : [point!]));
}

function placesOf(ground: Ground): [number, number][] {
  return pointsOf(ground).map((point) => [ground.x(point.month), ground.y(numberOf(point)!)]);
}

/** The id of a fact without its period. */
export function seriesOf(id: string): string {
  return id.slice(0, id.indexOf("/"));
}
