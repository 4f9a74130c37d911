import {linkMark, linkWidth, path} from "../glyphs.ts";
import {boxAt, noteText} from "../notes.ts";
import type {NoteLine} from "../notes.ts";
import {alongLine, findRoom} from "../room.ts";
import {element, group} from "../svg.ts";
import {widthOf} from "../text.ts";
import {paint, size} from "../theme.ts";
import {monthName, numberOf, yearOf} from "./columns-data.ts";
import type {Ground} from "./columns-draw.ts";
import {chipLines, drawChip, flattest, onBand, seriesOf} from "./columns-notes.ts";
import type {Exit, Mean, Since, Start} from "./columns-since.ts";

// Whatever start is set, the same keys stand in the same order. Words stand where the line that is
// stated leaves them room, and stay there; another line may pass beneath them.

/** The line of the mean from where it is set to start, its dots, and the handle of its start. */
export function sinceMarks(ground: Ground, since: Since): SVGElement[] {
  const {drawing, x, taken} = ground;
  const {document} = drawing;
  const series = nameOf(ground);
  for (const run of runsOf(ground, stated(since).means)) taken.push(...alongLine(run, 6));
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

/** The line's name; its dots where it leaves the band, the second with its number. */
export function sinceNotes(ground: Ground, since: Since): SVGElement[] {
  const {exit} = since;
  return [
    nameNote(ground, since),
    stopMark(ground, "first-out", exit.first),
    stopMark(ground, "last-in", exit.last)
  ];
}

function stopMark(ground: Ground, name: "last-in" | "first-out", mean: Mean | null): SVGElement {
  const {document} = ground.drawing;
  const fact = mean?.real === true ? mean.id : null;
  const stop = group(document, `stop:${name}`, {fact}, false, []);
  if (mean === null) return stop;
  const [dx, dy] = [Math.round(ground.x(mean.month)), Math.round(ground.y(numberOf(mean)!))];
  stop.setAttribute("transform", `translate(${dx},${dy})`);
  // The last inside has its number in the line's name: at its dot it would hide tops of columns.
  const lines = name === "first-out" ? chipLines(mean).slice(0, 1) : [];
  stop.append(
    ...(lines.length === 0 ? [] : drawChip(document, {at: {x: 0, y: 0}, lines, box: chipBox})),
    element(document, "circle", {
      r: 5.5,
      fill: paint.ink,
      stroke: paint.paper,
      "stroke-width": 2
    })
  );
  return stop;
}

/** Where a number stands, as seen from its dot: the same wherever that is, and off the line. */
const chipBox = {x0: -34, x1: 16, y0: 20, y1: 42};

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

/** The start that records state, or the first of all. */
function stated({starts}: Since): Start {
  return starts.find(({means}) => means[0]?.real) ?? starts[0]!;
}

/** What the line is, and until when it lies in the band. */
function nameNote(ground: Ground, since: Since): SVGElement {
  const {drawing, area, taken, bodies} = ground;
  const {document} = drawing;
  const [x] = flattest(placesOf(ground, stated(since).means));
  const others = since.starts
    .flatMap(({means}) => runsOf(ground, means))
    .flatMap((run) => alongLine(run, 6));
  const own = [...taken, ...bodies];
  const ways = [nameInOne, nameInTwo].flatMap((linesOf) => [
    {linesOf, off: [...own, ...others]},
    {linesOf, off: own}
  ]);
  const places = ways.flatMap(({linesOf, off}) => {
    const all = since.starts.map(linesOf);
    const widths = all
      .flat()
      .map(({text, face, indent = 0}) => indent + widthOf(text, face ?? "sans", size.label));
    const height = Math.max(...all.map(({length}) => length)) * size.line;
    const box = findRoom({width: Math.max(...widths), height}, {x, y: area.y0}, area, off);
    return box === null ? [] : [{linesOf, box}];
  });
  const {linesOf, box} = places[0] ?? {
    linesOf: nameInTwo,
    box: boxAt({width: 0, height: 0}, area.x0, area.y0)
  };
  taken.push(box);
  const name = nameOf(ground);
  const lines = linesOf(since);
  return group(document, `name:${name}`, {}, false, [
    linkMark(document, box.x0 + 9, box.y0 + 10, `link:${name}`),
    element(
      document,
      "g",
      {"data-key": `words:${name}`},
      noteText(document, {lines, box}, {halo: !onBand(ground, box)})
    )
  ]);
}

function nameInOne(start: Start): NoteLine[] {
  return [
    {text: `average since ${start.name}`, face: "sansStrong", indent: linkWidth},
    ...[...verdictOf(start.exit, true), ...gapWords(start)].map(plain)
  ];
}

function nameInTwo(start: Start): NoteLine[] {
  return [
    {text: "average", face: "sansStrong", indent: linkWidth},
    {text: `since ${start.short}`, face: "sansStrong"},
    ...[...verdictOf(start.exit, false), ...gapWords(start)].map(plain)
  ];
}

function plain(text: string): NoteLine {
  return {text, face: "sans"};
}

const verdicts = {
  left: "last in band:",
  "never in": "never in band;",
  "still in": "still in band:"
} as const;

/** Until when it lies in the band: a line may enter one late, so that it is in it from no start on. */
function verdictOf({is, last}: Exit, inNumbers: boolean): string[] {
  if (last === null) return [];
  const number = inNumbers ? `${chipLines(last)[0]!.text}, ` : "";
  const least = is === "never in" ? "least " : "";
  return [verdicts[is], `${least}${number}${monthName(last.month)} ${yearOf(last.month)}`];
}

function gapWords({gaps}: Start): string[] {
  return gaps.length === 0 ? [] : ["gap left out"];
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
