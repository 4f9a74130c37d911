import {formatShort} from "../../format.ts";
import {recedes} from "../emphasis.ts";
import {line, linkMark, linkWidth, path} from "../glyphs.ts";
import {capital, measureOf, quoted} from "../labels.ts";
import {slats} from "../marks.ts";
import {blockOf, boxAt, noteText, placeNote} from "../notes.ts";
import type {Block, Note, NoteLine} from "../notes.ts";
import {alongLine, findRoom, grow} from "../room.ts";
import {element, group, words} from "../svg.ts";
import type {Box} from "../svg.ts";
import {widthOf, wrapEvenly} from "../text.ts";
import {fixed, paint, size} from "../theme.ts";
import {exitOf, monthName, numberOf, stepName, yearOf} from "./columns-data.ts";
import type {Band, Member} from "./columns-data.ts";
import type {Ground} from "./columns-draw.ts";

/** A band over its claim's period: full up to where the claim was made, its upper edge dashed beyond. */
export function bandMark(ground: Ground, band: Band): SVGElement {
  const {drawing, area, slots, y, divideAt} = ground;
  const {document, highlight} = drawing;
  const {id, fact, claim, quantity} = band;
  const [top, bottom] = [y(quantity.upper!), y(quantity.lower!)];
  const {from, to} = bandEnds(ground, band);
  const open = band.to === null && divideAt === null && slots.length > 0;
  const stop = band.to !== null ? to : (divideAt ?? to - fixed.fade);
  return group(document, `band:${id}`, {fact, claim}, recedes(highlight, id, fact), [
    element(document, "rect", {
      x: from,
      y: top,
      width: Math.max(0, Math.min(stop, area.x1) - from),
      height: bottom - top,
      fill: paint.accentSoft,
      "data-key": `fill:${id}`
    }),
    open
      ? path(
          document,
          slats(stop, to, {axis: "x", middle: (top + bottom) / 2, thickness: bottom - top}),
          {
            fill: paint.accentSoft,
            "data-key": `open:${id}`
          }
        )
      : null,
    line(document, [from, top, to, top], {
      stroke: paint.accent,
      "stroke-width": 1.5,
      "stroke-dasharray": "5 4",
      "data-key": `upper:${id}`
    })
  ]);
}

/** The band's phrase: with all of the claim's words where nothing else is drawn. */
export function bandNote(ground: Ground, band: Band): SVGElement {
  const {drawing, layers, area, y, taken, divideAt} = ground;
  const {document, highlight} = drawing;
  const {id, fact, claim, quantity} = band;
  const {from, to} = bandEnds(ground, band);
  const [top, bottom] = [y(quantity.upper!), y(quantity.lower!)];
  const over = {...area, x0: from, y1: top - 3};
  const note =
    layers.length === 1
      ? inBand(wholeClaim(ground, band, to - from - 2 * inset), {from, top, bottom})
      : placeNote(
          phrase(band),
          {x: divideAt ?? to, y: top - 4},
          [over, {...over, y1: y(0) - 4}],
          taken
        );
  taken.push(note.box);
  return group(
    document,
    `phrase:${id}`,
    {fact, claim},
    recedes(highlight, id, fact),
    noteText(document, note, {
      key: `phrase:${id}`,
      fill: paint.accent,
      halo: note.box.y1 < top
    })
  );
}

const inset = 20;

function inBand(
  lines: readonly NoteLine[],
  {from, top, bottom}: {from: number; top: number; bottom: number}
): Note {
  const block = blockOf(lines);
  return {lines, box: boxAt(block, from + inset, (top + bottom - block.height) / 2)};
}

function phrase({who, quantity}: Band): (width: number) => NoteLine[] {
  return (width) =>
    wrapEvenly(`${who}: ${quoted(quantity.verbatim)}`, "sansStrong", size.label, width).map(
      (text): NoteLine => ({text, face: "sansStrong"})
    );
}

function wholeClaim({parts}: Ground, {who, says}: Band, width: number): NoteLine[] {
  return [
    {text: capital(who), face: "sansStrong"},
    ...wrapEvenly(quoted(says), "serif", size.quote, width).map((text): NoteLine => ({
      text,
      face: "serif",
      size: size.quote
    })),
    ...wrapEvenly(`no figures by ${stepName(parts.step)}`, "sans", size.label, width).map(
      (text): NoteLine => ({
        text,
        face: "sans",
        fill: paint.muted
      })
    )
  ];
}

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
        "stroke-width": 2.5,
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

/** The line's name in the room nearest to its start, and the number at each of its dots. */
export function lineNote(ground: Ground): SVGElement[] {
  const {drawing, x, y, area, taken} = ground;
  const {document} = drawing;
  const [first] = pointsOf(ground);
  if (first === undefined) return [];
  const series = seriesOf(first.id);
  const values = stopsOf(ground).map((stop) => dotNote(ground, stop));
  const name = (width: number) =>
    wrapEvenly(ground.line ?? measureOf(first.fact), "sansStrong", size.label, width).map(
      (text, i): NoteLine => ({text, face: "sansStrong", indent: i === 0 ? linkWidth : 0})
    );
  const target = {x: x(first.month), y: y(numberOf(first)!) - 12};
  const note = placeNote(name, target, [{...area, x0: area.x0 + 4}], taken);
  taken.push(note.box);
  return [
    group(document, `name:${series}`, {}, lineRecedes(ground), [
      linkMark(document, note.box.x0 + 9, note.box.y0 + 10, `link:${series}`),
      ...noteText(document, note, {key: `name:${series}`, halo: !onBand(ground, note.box)})
    ]),
    ...values
  ];
}

function onBand(ground: Ground, box: Box): boolean {
  if (!ground.layers.includes("band")) return false;
  return ground.parts.bands.some(({quantity}) => ground.y(quantity.upper!) <= box.y0);
}

/** A number and its period on paper, where there is room over the line; a hairline leads to it. */
function dotNote(ground: Ground, member: Member): SVGElement {
  const {drawing, x, y, area, taken} = ground;
  const {document, highlight} = drawing;
  const {id, fact, month} = member;
  const lines = [
    {text: formatShort(fact.quantity), face: "sansStrong", key: `number:${id}`},
    {text: `${monthName(month)} ${yearOf(month)}`, face: "sans", key: `period:${id}`}
  ] as const;
  const block = {
    width: Math.max(...lines.map(({text, face}) => widthOf(text, face, size.label))) + 10,
    height: 42
  };
  const at = {x: x(month), y: y(numberOf(member)!)};
  const over = {...area, y1: at.y - 8};
  const box = findRoom(block, at, over, taken) ?? above(block, at, area);
  taken.push(grow(box, 2));
  const middle = (box.x0 + box.x1) / 2;
  const foot = Math.max(box.x0 + 4, Math.min(box.x1 - 4, at.x));
  const leader = `M${at.x},${at.y - 6}L${foot},${box.y1}`;
  return group(document, `note:${id}`, {fact: id}, recedes(highlight, seriesOf(id), id), [
    ...(at.y - box.y1 < 16
      ? []
      : [
          path(document, leader, {stroke: paint.paper, "stroke-width": 4}),
          path(document, leader, {stroke: paint.ink, "data-key": `leader:${id}`})
        ]),
    element(document, "rect", {
      x: box.x0,
      y: box.y0,
      width: block.width,
      height: block.height,
      rx: 3,
      fill: paint.paper,
      "data-key": `chip:${id}`
    }),
    ...lines.map((line, i) =>
      words(document, {...line, x: middle, y: box.y0 + 16 + i * size.line, anchor: "middle"})
    )
  ]);
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

function pointsOf({slots}: Ground): Member[] {
  return slots.flatMap(({point}) => (numberOf(point) === null ? [] : [point!]));
}

function placesOf(ground: Ground): [number, number][] {
  return pointsOf(ground).map((point) => [ground.x(point.month), ground.y(numberOf(point)!)]);
}

function bandEnds({area, slots, x, pitch}: Ground, {from, to}: Band): {from: number; to: number} {
  const first = slots.find(({month}) => from === null || month >= from);
  const last = slots.findLast(({month}) => to === null || month <= to);
  return {
    from: first === undefined ? area.x1 : x(first.month) - pitch / 2,
    to: last === undefined ? area.x0 : x(last.month) + pitch / 2
  };
}

function seriesOf(id: string): string {
  return id.slice(0, id.indexOf("/"));
}
