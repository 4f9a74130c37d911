import {recedes} from "../emphasis.ts";
import {line, path} from "../glyphs.ts";
import {capital, quoted, readFrom} from "../labels.ts";
import {slats} from "../marks.ts";
import {blockOf, boxAt, noteText, placeNote} from "../notes.ts";
import type {Note, NoteLine} from "../notes.ts";
import {element, group} from "../svg.ts";
import {wrapEvenly} from "../text.ts";
import {paint, size} from "../theme.ts";
import {stepName} from "./columns-data.ts";
import type {Band} from "./columns-data.ts";
import type {Ground} from "./columns-draw.ts";

/**
 * A band over its claim's period. Where the claim leaves its end open, it is full up to the last
 * period that was public, and then fades, with its edge: the same in every state.
 */
export function bandMark(ground: Ground, band: Band): SVGElement {
  const {drawing, y} = ground;
  const {document, highlight} = drawing;
  const {id, fact, claim, quantity} = band;
  const [top, bottom] = [y(quantity.upper!), y(quantity.lower!)];
  const {from, stop, to} = bandEnds(ground, band);
  return group(document, `band:${id}`, {fact, claim}, recedes(highlight, id, fact), [
    element(document, "rect", {
      x: from,
      y: top,
      width: Math.max(0, stop - from),
      height: bottom - top,
      fill: paint.accentSoft,
      "data-key": `fill:${id}`
    }),
    stop < to
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
  const {drawing, layers, area, y, taken, bodies, divideAt} = ground;
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
          [...taken, ...bodies]
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

function phrase({who, ...read}: Band): (width: number) => NoteLine[] {
  return (width) =>
    wrapEvenly(`${who}: ${readFrom(read)}`, "sansStrong", size.label, width).map(
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

/** Length of a band's open end, px. */
const fade = 28;

/** Where a band starts, is full up to, and ends, px; the last two are one where its end is stated. */
function bandEnds(
  {area, slots, x, pitch, divide}: Ground,
  {from, to}: Band
): {from: number; stop: number; to: number} {
  const after = (last: number | null) => {
    const slot = slots.findLast(({month}) => last === null || month <= last);
    return slot === undefined ? area.x0 : x(slot.month) + pitch / 2;
  };
  const first = slots.find(({month}) => from === null || month >= from);
  const start = first === undefined ? area.x1 : x(first.month) - pitch / 2;
  if (to !== null || slots.length === 0) return {from: start, stop: after(to), to: after(to)};
  const stop = Math.min(after(divide), area.x1 - fade);
  return {from: start, stop: Math.max(start, stop), to: Math.max(start, stop + fade)};
}
