import {fewTicks, tickLabel} from "../axis.ts";
import {recedes} from "../emphasis.ts";
import {axisBreak, bracket, crossMark, line, linkMark, linkWidth, plumbLine} from "../glyphs.ts";
import type {Drawing} from "../kind.ts";
import {barMark, pointMark, styleOf} from "../marks.ts";
import type {MarkOptions} from "../marks.ts";
import {drawnAs, extentOf, named} from "../parts.ts";
import {Plot, plot} from "../plot.ts";
import {thin} from "../room.ts";
import {element, group, words} from "../svg.ts";
import {widthOf} from "../text.ts";
import {classes, fixed, paint, size} from "../theme.ts";
import {column, noteOf, placeRows} from "./number-line-layout.ts";
import type {PlacedRow, Placement} from "./number-line-layout.ts";
import type {Row} from "./number-line-rows.ts";

export interface Shown {
  readonly shown: readonly Row[];
  /** Whether the line starts near the least number instead of at zero. */
  readonly near: boolean;
}

/** Draws the rows of one state; `all` are the rows of every state, so that the axis stays put. */
export function drawRows(
  drawing: Drawing,
  all: readonly Row[],
  {shown, near}: Shown
): SVGSVGElement {
  const {document, width, height} = drawing;
  const placement = placeRows(shown, width, height);
  const start = width === 340 ? 8 : column + 16;
  // Lengths start at zero, whatever places on the line do.
  const zero = !near || shown.some(({group}) => group === "beside");
  const domain = domainOf(zero ? all : all.filter(({group}) => group !== "beside"), !zero);
  const range = [start, width - fixed.fade - 16] as const;
  const unit = all[0]?.quantity.unit ?? "";
  // Of all rows, so that a state without some of them can still be held against it.
  const plumb = sharedNumber(all);
  const ticks = legibleTicks(domain, range, unit).filter((tick) => tick !== plumb);
  return plot({
    document,
    width,
    height,
    label: nameOf(shown),
    marginBottom: height - placement.foot,
    x: {type: "linear", domain, range: [...range]},
    marks: [
      () => lines(document, placement, start, width, !zero),
      Plot.axisX(ticks, {
        tickFormat: (value: number) => tickLabel(value, unit),
        tickSize: 5,
        tickPadding: 4,
        label: null
      }),
      (_, {x}) =>
        plumb === null ? null : plumbMark(document, x!(plumb), placement, tickLabel(plumb, unit)),
      ...placement.rows.map(
        (placed): Plot.RenderFunction =>
          (_, {x}) =>
            rowMark(drawing, placed, {
              scale: (value) => x!(value),
              start,
              floor: domain[0] === 0 ? 0 : undefined
            })
      )
    ]
  });
}

/** The number that most rows name, if more than one does. */
export function sharedNumber(rows: readonly Row[]): number | null {
  const counts = new Map<number, number>();
  for (const {quantity, group} of rows) {
    if (group === "beside" || extentOf(quantity).length === 0) continue;
    const number = named(quantity);
    counts.set(number, (counts.get(number) ?? 0) + 1);
  }
  const [number, count] = [...counts].reduce((a, b) => (b[1] > a[1] ? b : a), [0, 0]);
  return count > 1 ? number : null;
}

function domainOf(rows: readonly Row[], near: boolean): [number, number] {
  const numbers = rows.flatMap(({quantity, others}) => [quantity, ...others].flatMap(extentOf));
  const greatest = Math.max(...numbers, 0);
  const least = Math.min(...numbers);
  // A line on which nothing lies still needs a length.
  if (numbers.every((number) => number === 0)) return [0, 1];
  if (!near) return [Math.min(0, least), greatest];
  return [least - (greatest - least || greatest) * 0.25, greatest];
}

/** Few round numbers, fewer still where their labels would touch. */
function legibleTicks(
  [from, to]: readonly [number, number],
  [x0, x1]: readonly [number, number],
  unit: string
): number[] {
  const ticks = fewTicks(from, to, 3);
  const boxes = ticks.map((tick) => {
    const middle = x0 + ((tick - from) / (to - from || 1)) * (x1 - x0);
    const half = widthOf(tickLabel(tick, unit), "sans", size.label) / 2;
    return {from: middle - half, to: middle + half};
  });
  return thin(boxes, 10).map((i) => ticks[i]!);
}

function nameOf(rows: readonly Row[]): string {
  return `Number line, with a row for each of: ${rows.map(({label}) => label).join("; ")}`;
}

function lines(
  document: Document,
  placement: Placement,
  start: number,
  width: number,
  near: boolean
): SVGGElement {
  const {rows, breaks, headings, foot} = placement;
  const rule = {stroke: paint.rule, "stroke-width": 1};
  return element(document, "g", {}, [
    ...rows.map(({row, line: y}) =>
      line(document, [start, y, width, y], {...rule, "data-key": `line:${row.id}`})
    ),
    ...breaks.map(({group, y}) =>
      line(document, [0, y, width, y], {...rule, "data-key": `rule:${group}`})
    ),
    ...headings.map(({text, y}) =>
      words(document, {text, x: 0, y, fill: paint.muted, key: "heading:beside"})
    ),
    line(document, [start, foot, width, foot], {stroke: paint.muted, "data-key": "axis:x"}),
    ...(near ? [axisBreak(document, start + 4, foot)] : [])
  ]);
}

function plumbMark(document: Document, x: number, {foot}: Placement, text: string): SVGGElement {
  return element(document, "g", {class: classes.axis}, [
    ...plumbLine(document, x, 21, foot),
    words(document, {
      text,
      x,
      y: 14,
      face: "sansStrong",
      anchor: "middle",
      tick: true,
      key: `tick:x:${text}`
    })
  ]);
}

interface Along {
  readonly scale: (value: number) => number;
  /** Where the line starts, px. */
  readonly start: number;
  /** Where "at most" is hatched from; undefined where the line does not show it. */
  readonly floor: number | undefined;
}

function rowMark(drawing: Drawing, placed: PlacedRow, along: Along): SVGGElement {
  const {document, highlight} = drawing;
  const {scale, floor} = along;
  const {row} = placed;
  const style = styleOf(row.origin);
  const options: MarkOptions = {
    scale,
    ...(floor === undefined ? {} : {floor}),
    style,
    axis: "x",
    middle: placed.line,
    thickness: row.group === "beside" ? 14 : 9,
    id: row.id
  };
  return group(
    document,
    `row:${row.id}`,
    {fact: row.fact, claim: row.claim},
    recedes(highlight, row.id, row.fact),
    [
      ...labels(document, placed),
      ...numberMarks(document, row, options),
      ...note(drawing, placed, along)
    ]
  );
}

function numberMarks(document: Document, row: Row, options: MarkOptions): SVGElement[] {
  if (row.group === "beside") return barMark(document, row.quantity, options);
  if (row.crossed !== null) {
    const x = options.scale(named(row.quantity));
    return [crossMark(document, x, options.middle, paint.warm, `cross:${row.id}`)];
  }
  const marks = pointMark(document, row.quantity, options);
  if (row.others.length === 0) return marks;
  const rest = row.others.flatMap((quantity, i) =>
    pointMark(document, quantity, {
      ...options,
      style: {...options.style, fill: "outline"},
      id: `${row.id}:${i + 1}`
    })
  );
  const ends = [row.quantity, ...row.others].map((quantity) => options.scale(named(quantity)));
  const y = options.middle - fixed.dot - 9;
  const span = [Math.min(...ends), Math.max(...ends)] as const;
  return [...rest, ...marks, bracket(document, span, y, `conflict:${row.id}`)];
}

function labels(document: Document, {row, label, says}: PlacedRow): SVGTextElement[] {
  return [
    ...label.map(({text, y}, i) =>
      words(document, {
        text,
        x: 0,
        y,
        face: "sansStrong",
        fill: row.group === "context" ? paint.context : paint.ink,
        halo: true,
        key: `who:${row.id}:${i}`
      })
    ),
    ...says.map(({text, y}, i) =>
      words(document, {
        text,
        x: 0,
        y,
        face: row.isQuote ? "serif" : "sans",
        size: row.isQuote ? size.quote : size.label,
        halo: true,
        key: `says:${row.id}:${i}`
      })
    )
  ];
}

function isOpen({quantity}: Row): boolean {
  return drawnAs(quantity) === "open-above";
}

/** The hedge in a word, before the mark where there is room, else after it. */
function note(
  {document, width, highlight}: Drawing,
  placed: PlacedRow,
  {scale, start}: Along
): SVGElement[] {
  const {row} = placed;
  const text = noteOf(row);
  const common = {
    text,
    fill: row.crossed !== null ? paint.warm : highlight.length > 0 ? paint.ink : paint.muted,
    halo: true,
    key: `note:${row.id}`
  };
  const linked = row.origin === "derived" && extentOf(row.quantity).length > 0;
  const length = widthOf(text, "sans", size.label) + (linked ? linkWidth : 0);
  const mark = (x: number, y: number) =>
    linked ? [linkMark(document, x - length + 8, y - 5, `link:${row.id}`)] : [];
  const ends = [row.quantity, ...row.others].flatMap(extentOf).map(scale);
  if (ends.length === 0) return [words(document, {...common, x: start + 8, y: placed.line + 5})];
  const open = isOpen(row) ? (row.group === "beside" ? fixed.barFade : fixed.fade) : 0;
  const after = Math.max(...ends) + open + 14;
  const before = Math.min(...ends) - fixed.dot - 7;
  const fits = before - length > (width === 340 ? 0 : column + 4);
  if (row.group !== "beside" && (fits || after + length > width)) {
    const y = width === 340 ? placed.line + 5 : placed.line - 8;
    const end = Math.max(before, length + 1);
    return [words(document, {...common, x: end, y, anchor: "end"}), ...mark(end, y)];
  }
  const y = placed.line + 5;
  const end = Math.min(after + length, width);
  return [words(document, {...common, x: end, y, anchor: "end"}), ...mark(end, y)];
}
