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
import {exitOf, numberOf} from "./columns-data.ts";
import type {Band, Member} from "./columns-data.ts";
import type {Ground} from "./columns-draw.ts";

/** A band over its claim's period: full up to where the claim was made, its edges dashed beyond. */
export function bandMark(ground: Ground, band: Band): SVGElement {
  const {drawing, area, slots, y, divideAt} = ground;
  const {document, highlight} = drawing;
  const {id, fact, claim, quantity} = band;
  const [top, bottom] = [y(quantity.upper!), y(quantity.lower!)];
  const {from, to} = bandEnds(ground, band);
  const open = band.to === null && divideAt === null && slots.length > 0;
  const stop = band.to !== null ? to : (divideAt ?? to - fixed.fade);
  const edge = (at: number, name: string) =>
    line(document, [from, at, to, at], {
      stroke: paint.accent,
      "stroke-width": 1.5,
      "stroke-dasharray": "5 4",
      "data-key": `${name}:${id}`
    });
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
    edge(top, "upper"),
    edge(bottom, "lower")
  ]);
}

/** The band's phrase: with all of the claim's words where nothing else is drawn. */
export function bandNote(ground: Ground, band: Band): SVGElement {
  const {drawing, layers, area, y, taken} = ground;
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
          {x: (from + to) / 2, y: top - 4},
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
  const period = parts.step === 3 ? "quarter" : parts.step === 12 ? "year" : "month";
  return [
    {text: capital(who), face: "sansStrong"},
    ...wrapEvenly(quoted(says), "serif", size.quote, width).map((text): NoteLine => ({
      text,
      face: "serif",
      size: size.quote
    })),
    ...wrapEvenly(`no figures by ${period}`, "sans", size.label, width).map((text): NoteLine => ({
      text,
      face: "sans",
      fill: paint.muted
    }))
  ];
}

/** The computed line, with a dot where the divide is and one where it leaves the band. */
export function lineMark(ground: Ground): SVGElement[] {
  const {drawing, x, y, taken} = ground;
  const {document, highlight} = drawing;
  const places = placesOf(ground);
  const first = pointsOf(ground)[0];
  if (first === undefined) return [];
  const series = seriesOf(first.id);
  taken.push(...alongLine(places, 6));
  const d = `M${places.map((at) => at.join(",")).join("L")}`;
  const stops = stopsOf(ground);
  return [
    group(document, `line:${series}`, {}, recedes(highlight, series), [
      path(document, d, {stroke: paint.paper, "stroke-width": 6, "data-key": `casing:${series}`}),
      path(document, d, {
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

/** The line's name in the nearest room, and the number at each of its dots. */
export function lineNote(ground: Ground): SVGElement[] {
  const {drawing, x, y, area, taken} = ground;
  const {document, highlight} = drawing;
  const points = pointsOf(ground);
  const middle = points[Math.floor(points.length / 2)];
  if (middle === undefined) return [];
  const series = seriesOf(middle.id);
  const values = stopsOf(ground).map((stop) => dotNote(ground, stop));
  const name = (width: number) =>
    wrapEvenly(ground.line ?? measureOf(middle.fact), "sansStrong", size.label, width).map(
      (text, i): NoteLine => ({text, face: "sansStrong", indent: i === 0 ? linkWidth : 0})
    );
  const target = {x: x(middle.month), y: y(numberOf(middle)!) - 12};
  const note = placeNote(name, target, [{...area, x0: area.x0 + 4}], taken);
  taken.push(note.box);
  return [
    group(document, `name:${series}`, {}, recedes(highlight, series), [
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

/** A number on a chip of paper beside its dot: over the line where there is room, else above it. */
function dotNote(ground: Ground, {id, fact, month}: Member): SVGElement {
  const {drawing, x, y, area, taken} = ground;
  const {document, highlight} = drawing;
  const text = formatShort(fact.quantity);
  const block = {width: widthOf(text, "sansStrong", size.label) + 8, height: 22};
  const at = {x: x(month), y: y(numberOf({id, fact, month})!)};
  const near = grow({x0: at.x, x1: at.x, y0: at.y, y1: at.y}, 14 + block.width);
  const inside = {
    x0: Math.max(near.x0, area.x0),
    x1: Math.min(near.x1, area.x1),
    y0: Math.max(at.y - 40, area.y0),
    y1: at.y - 8
  };
  // Over columns if it must be, but not over the line.
  const box =
    findRoom(block, at, inside, taken) ??
    findRoom(block, at, inside, alongLine(placesOf(ground), 5)) ??
    above(block, at, area);
  taken.push(box);
  return group(document, `note:${id}`, {fact: id}, recedes(highlight, seriesOf(id), id), [
    element(document, "rect", {
      x: box.x0,
      y: box.y0,
      width: block.width,
      height: block.height,
      rx: 3,
      fill: paint.paper,
      "data-key": `chip:${id}`
    }),
    words(document, {
      text,
      x: (box.x0 + box.x1) / 2,
      y: box.y0 + 16,
      anchor: "middle",
      face: "sansStrong",
      key: `number:${id}`
    })
  ]);
}

function above(block: Block, at: {x: number; y: number}, {x0, x1}: Box): Box {
  const start = Math.max(x0, Math.min(x1 - block.width, at.x - block.width / 2));
  return {x0: start, x1: start + block.width, y0: at.y - 10 - block.height, y1: at.y - 10};
}

/** Members of the line that get a dot: at the divide, where it leaves the band, else at its end. */
export function stopsOf(ground: Ground): Member[] {
  const {parts, slots, divide} = ground;
  const points = pointsOf(ground);
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
