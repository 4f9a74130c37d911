import {tickLabel} from "../axis.ts";
import {recedes} from "../emphasis.ts";
import {axisBreak, bracket, crossMark, line, path, plumbLine} from "../glyphs.ts";
import type {Drawing} from "../kind.ts";
import {barMark, pointMark, styleOf} from "../marks.ts";
import type {MarkOptions} from "../marks.ts";
import {named} from "../parts.ts";
import {Plot, plot} from "../plot.ts";
import {boxOf, element, group, words} from "../svg.ts";
import {widthOf} from "../text.ts";
import {classes, fixed, paint, size} from "../theme.ts";
import {placeRows} from "./number-line-layout.ts";
import type {PlacedRow, Placement} from "./number-line-layout.ts";
import {noteMark, placeNote, placeTail, textsOf} from "./number-line-note.ts";
import type {Axis} from "./number-line-axis.ts";
import {axisOf, legibleTicks, mainName} from "./number-line-axis.ts";
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
  const axis = axisOf(all, shown, near, width);
  const {domain, range, zero, plumb, plumbAt} = axis;
  const placement = placeRows(shown, axis, width, height);
  const unit = all[0]?.quantity.unit ?? "";
  const ticks = legibleTicks(domain, range, unit);
  // Beside lengths, a number alone would seem to be one of theirs.
  const plumbName =
    plumb === null
      ? ""
      : `${shown.some(({group}) => group === "beside") ? `${mainName(all)} ` : ""}${tickLabel(plumb, unit)}`;
  return plot({
    document,
    width,
    height,
    label: nameOf(shown),
    marginBottom: height - placement.foot,
    x: {type: "linear", domain: [...domain], range: [...range]},
    marks: [
      () => lines(drawing, placement, axis, !zero),
      Plot.axisX(ticks, {
        tickFormat: (value: number) => tickLabel(value, unit),
        tickSize: 5,
        tickPadding: 4,
        label: null
      }),
      () => (plumbAt === null ? null : plumbMark(drawing, plumbName, plumbAt, placement, axis)),
      ...placement.rows.map(
        (placed): Plot.RenderFunction =>
          () =>
            rowMark(drawing, placed, axis)
      )
    ]
  });
}

/** A short name: the state's description tells the rows. */
function nameOf(rows: readonly Row[]): string {
  const measured = [...new Set(rows.map(({heading}) => heading))];
  return measured.length === 0 ? "Number line" : `Number line: ${measured.join("; ")}`;
}

function lines(
  {document, width}: Drawing,
  {rows, breaks, headings, foot}: Placement,
  axis: Axis,
  near: boolean
): SVGGElement {
  const [start] = axis.range;
  const rule = {stroke: paint.rule};
  return element(document, "g", {}, [
    ...rows.map((placed) => {
      const {row, line: y} = placed;
      const {box} = placeNote(placed, axis, width);
      // Not through the words that stand on it; after a label it need not start before them.
      const broken = box.y0 < y && y < box.y1;
      const after = broken && (placed.inline || box.x0 - 20 < start);
      const own = placed.inline ? Math.max(start, boxOf(textsOf(placed)[0]!).x1 + 6) : start;
      const from = after ? box.x1 + 6 : own;
      const gap = broken && !after ? `H${box.x0 - 6}M${box.x1 + 6},${y}` : "";
      const tail = placeTail(placed, axis, width);
      const around =
        tail === null || tail.box.y0 > y ? "" : `H${tail.box.x0 - 4}M${tail.box.x1 + 6},${y}`;
      const d = `M${from},${y}${gap}${around}H${width}`;
      return path(document, d, {...rule, "data-key": `line:${row.id}`});
    }),
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

function plumbMark(
  {document, width}: Drawing,
  text: string,
  x: number,
  placement: Placement,
  axis: Axis
): SVGGElement {
  const {rows, headings, foot} = placement;
  const boxes = [
    ...headings.map(({text, y}) => boxOf({text, x: 0, y})),
    ...rows.flatMap((placed) => [...textsOf(placed).map(boxOf), placeNote(placed, axis, width).box])
  ];
  const gaps: [number, number][] = [];
  for (const {x0, x1, y0, y1} of boxes.sort((a, b) => a.y0 - b.y0)) {
    if (x < x0 - 4 || x > x1 + 4) continue;
    const last = gaps.at(-1);
    // Between lines of words there is no room for a piece of line.
    if (last !== undefined && y0 - last[1] < 10) last[1] = y1 + 1;
    else gaps.push([y0 - 1, y1 + 1]);
  }
  const half = widthOf(text, "sansStrong", size.label) / 2;
  return element(document, "g", {class: classes.axis}, [
    ...plumbLine(document, x, 21, foot, gaps),
    words(document, {
      text,
      x: Math.min(x, width - half),
      y: 14,
      face: "sansStrong",
      anchor: "middle",
      tick: true,
      key: "plumb-name"
    })
  ]);
}

function rowMark(drawing: Drawing, placed: PlacedRow, axis: Axis): SVGGElement {
  const {document, highlight} = drawing;
  const {scale, floor} = axis;
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
      ...textsOf(placed).map((text) => words(document, text)),
      ...numberMarks(document, row, options),
      ...noteMark(drawing, placed, axis)
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
