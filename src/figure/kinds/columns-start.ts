import {linkMark, linkWidth, path} from "../glyphs.ts";
import {boxAt, noteText} from "../notes.ts";
import type {NoteLine} from "../notes.ts";
import {alongLine, findRoom} from "../room.ts";
import {element, group} from "../svg.ts";
import {widthOf} from "../text.ts";
import {paint, size} from "../theme.ts";
import {numberOf} from "./columns-data.ts";
import type {Ground} from "./columns-draw.ts";
import {drawChip, flattest, onBand, placeChip, seriesOf} from "./columns-notes.ts";
import type {Chip} from "./columns-notes.ts";
import type {Mean, Since, Start} from "./columns-since.ts";

// Whatever start is set, the same keys stand in the same order, and words that need not move do not:
// they keep off the lines of all starts.

/** The line of the mean from where it is set to start, its dots, and the handle of its start. */
export function sinceMarks(ground: Ground, since: Since): SVGElement[] {
  const {drawing, x, taken} = ground;
  const {document} = drawing;
  const series = nameOf(ground);
  for (const {means} of since.starts)
    for (const run of runsOf(ground, means)) taken.push(...alongLine(run, 6));
  const d = runsOf(ground, since.means)
    .map((run) => `M${run.map((at) => at.join(",")).join("L")}`)
    .join("");
  return [
    group(document, `line:${series}`, {}, false, [
      path(document, d, {stroke: paint.paper, "stroke-width": 6, "data-key": `casing:${series}`}),
      path(document, d, {
        stroke: paint.ink,
        "stroke-width": 3,
        "stroke-linejoin": "round",
        "data-key": `path:${series}`
      })
    ]),
    element(
      document,
      "g",
      {
        "data-key": "drag:since",
        "data-drag": "since",
        "data-at": since.starts.map(({month}) => Math.round(x(month))).join(" ")
      },
      [handle(ground, since)]
    )
  ];
}

/** The line's name; its dots where it leaves the band, with their numbers. */
export function sinceNotes(ground: Ground, since: Since): SVGElement[] {
  const {exit} = since;
  return [
    nameNote(ground, since),
    stopMark(ground, "first-out", exit.first),
    stopMark(ground, "last-in", exit.last)
  ];
}

function stopMark(ground: Ground, name: string, mean: Mean | null): SVGElement {
  const {drawing, x, y} = ground;
  const {document} = drawing;
  const fact = mean?.real === true ? mean.id : null;
  const stop = group(document, `stop:${name}`, {fact}, false, []);
  if (mean === null) return stop;
  const [dx, dy] = [Math.round(x(mean.month)), Math.round(y(numberOf(mean)!))];
  const chip = placeChip(ground, mean, name === "first-out");
  stop.setAttribute("transform", `translate(${dx},${dy})`);
  stop.append(
    ...(chip === null ? [] : drawChip(document, shifted(chip, dx, dy))),
    element(document, "circle", {
      r: 5.5,
      fill: paint.ink,
      stroke: paint.paper,
      "stroke-width": 2
    })
  );
  return stop;
}

/** As seen from its dot: most numbers stand alike there, wherever the dot is. */
function shifted({lines, box: {x0, y0, x1, y1}}: Chip, dx: number, dy: number): Chip {
  const [left, top] = [Math.round(x0 - dx), Math.round(y0 - dy)];
  const box = {x0: left, y0: top, x1: left + Math.ceil(x1 - x0), y1: top + Math.ceil(y1 - y0)};
  return {at: {x: 0, y: 0}, lines, box};
}

/** Half of the handle, and of what of it answers to a finger, px. */
const radius = 9;
const touch = 17;

/** Where the line starts: on the column of its first period. The page lets it be dragged. */
function handle({drawing, x, y}: Ground, {means}: Since): SVGElement | null {
  const [first] = means;
  if (first === undefined) return null;
  const {document} = drawing;
  const [dx, dy] = [Math.round(x(first.month)), Math.round(y(numberOf(first)!))];
  return element(document, "g", {"data-key": "handle:since", transform: `translate(${dx},${dy})`}, [
    element(document, "circle", {r: touch, fill: "none", "pointer-events": "all"}),
    element(document, "circle", {
      r: radius,
      fill: paint.paper,
      stroke: paint.ink,
      "stroke-width": 2.5
    }),
    path(document, "M-2,-4l-4,4l4,4M2,-4l4,4l-4,4", {
      class: "pl-grip",
      stroke: paint.ink,
      "stroke-width": 1.5
    })
  ]);
}

function nameNote(ground: Ground, since: Since): SVGElement {
  const {drawing, area, taken, bodies} = ground;
  const {document} = drawing;
  const real = since.starts.find(({means}) => means[0]?.real) ?? since.starts[0]!;
  const [x, y] = flattest(placesOf(ground, real.means));
  const free = [...taken, ...bodies];
  const places = [1, 2].flatMap((rows) => {
    const all = since.starts.map((start) => nameLines(start, rows));
    const block = {
      width:
        Math.max(...all.flat().map(({text}) => widthOf(text, "sansStrong", size.label))) +
        linkWidth,
      height: Math.max(...all.map(({length}) => length)) * size.line
    };
    const box = findRoom(block, {x, y: y - 12}, {...area, x0: area.x0 + 4}, free);
    return box === null ? [] : [{rows, box}];
  });
  const {rows, box} = places[0] ?? {rows: 2, box: boxAt({width: 0, height: 0}, area.x0, area.y0)};
  taken.push(box);
  const lines = nameLines({...since, isWhole: since.gaps.length === 0}, rows);
  return group(document, `name:${nameOf(ground)}`, {}, false, [
    linkMark(document, box.x0 + 9, box.y0 + 10, `link:${nameOf(ground)}`),
    element(
      document,
      "g",
      {"data-key": `words:${nameOf(ground)}`},
      noteText(document, {lines, box}, {halo: !onBand(ground, box)})
    )
  ]);
}

function nameLines({name, isWhole}: Pick<Start, "name" | "isWhole">, rows: number): NoteLine[] {
  const lines = rows === 1 ? [`average since ${name}`] : ["average since", name];
  return [...lines, ...(isWhole ? [] : ["without the gap"])].map((text) => ({
    text,
    face: "sansStrong",
    indent: linkWidth
  }));
}

/** Places of a line, which stops at a gap and goes on after it. */
function runsOf(ground: Ground, means: readonly Mean[]): [number, number][][] {
  const runs: [number, number][][] = [];
  placesOf(ground, means).forEach((place, i) => {
    const {month} = means[i]!;
    if (i > 0 && means[i - 1]!.month + ground.parts.step === month) runs.at(-1)!.push(place);
    else runs.push([place]);
  });
  return runs;
}

function placesOf({x, y}: Ground, means: readonly Mean[]): [number, number][] {
  return means.map((mean) => [Math.round(x(mean.month)), Math.round(y(numberOf(mean)!))]);
}

/** The series of the line that facts have; readers' means have the same place. */
function nameOf({parts}: Ground): string {
  return parts.points[0] === undefined ? "mean" : seriesOf(parts.points[0].id);
}
