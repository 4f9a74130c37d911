import type {Origin} from "../facts/dataset.ts";
import type {Quantity} from "../quantity.ts";
import {line, path} from "./glyphs.ts";
import {barParts, extentOf, pointParts} from "./parts.ts";
import type {Along, Part} from "./parts.ts";
import {element} from "./svg.ts";
import {fixed, paint} from "./theme.ts";
import type {Paint} from "./theme.ts";

/** How a mark is filled: an assumption is an outline, an edited number hatched amber. */
export type Fill = "filled" | "outline" | "edited";

export interface Style {
  readonly color: Paint;
  readonly soft: Paint;
  readonly fill: Fill;
}

/** Colour and texture of a number by where it comes from. */
export function styleOf(origin: Origin): Style {
  switch (origin) {
    case "seed":
      return {color: paint.accent, soft: paint.accentSoft, fill: "filled"};
    case "context":
      return {color: paint.context, soft: paint.rule, fill: "filled"};
    case "derived":
      return {color: paint.ink, soft: paint.rule, fill: "filled"};
    case "assumed":
      return {color: paint.ink, soft: paint.paper, fill: "outline"};
    case "edited":
      return {color: paint.edited, soft: paint.paper, fill: "edited"};
  }
}

export interface MarkOptions extends Along {
  readonly style: Style;
  /** The axis that the mark lies along. */
  readonly axis: "x" | "y";
  /** Middle of the mark across the axis, px. */
  readonly middle: number;
  /** Thickness across the axis, px. */
  readonly thickness: number;
  /** The record's id; a part's key is `<part>:<id>`. */
  readonly id: string;
}

/** A bar from the floor whose end says what the hedge says. Elements back to front. */
export function barMark(
  document: Document,
  quantity: Quantity,
  options: MarkOptions & {readonly total?: number}
): SVGElement[] {
  return barParts(quantity, options, options.total).map((part) => draw(document, part, options));
}

/**
 * The end alone of a length that is not filled, of a whole say: dashed, open or capped as its hedge
 * has it, else a tick `reach` px longer than it is thick on each side. Elements back to front.
 */
export function endMark(
  document: Document,
  quantity: Quantity,
  options: MarkOptions & {readonly reach: number}
): SVGElement[] {
  const parts = barParts(quantity, options).filter(
    ({part}) => part !== "solid" && part !== "hatch" && part !== "blank"
  );
  if (parts.length > 0) return parts.map((part) => draw(document, part, options));
  const [end] = extentOf(quantity);
  if (end === undefined) return [];
  const tick = {"stroke-width": 2, "data-key": `end:${options.id}`};
  return [across(document, options.scale(end), options.reach, options, tick)];
}

/** A place on a number line, or the end that is stated of one. Elements back to front. */
export function pointMark(
  document: Document,
  quantity: Quantity,
  options: MarkOptions
): SVGElement[] {
  return pointParts(quantity, options).map((part) => draw(document, part, options));
}

/** The open end alone: more than what stands before `at`, nobody says how much. */
export function openEndMark(document: Document, at: number, options: MarkOptions): SVGElement[] {
  const {fade = fixed.fade} = options;
  const parts: Part[] = [
    {part: "fade", from: at, to: at + fade},
    {part: "arrow", at: at + fade + 6, sign: 1}
  ];
  return parts.map((part) => draw(document, part, options));
}

function draw(document: Document, part: Part, options: MarkOptions): SVGElement {
  const {style, id} = options;
  const key = `${part.part}:${id}`;
  const stroke = {stroke: style.color, "stroke-width": 2.5, "data-key": key};
  switch (part.part) {
    case "solid":
      return solid(document, part.from, part.to, options, key);
    case "fade":
      return path(document, slats(part.from, part.to, options), {
        fill: style.color,
        "data-key": key
      });
    case "hatch":
      return path(document, hatch(rectangle(part.from, part.to, options)), {
        stroke: style.color,
        "stroke-width": 1.5,
        "data-key": key
      });
    case "dashes":
      return path(document, dashes(part.from, part.to, options), {
        fill: style.color,
        "data-key": key
      });
    case "band":
      return band(document, part, options, key);
    case "blank":
      return across(document, part.to, 0, options, {"stroke-width": 2.5, "data-key": key});
    case "arrow":
      return path(document, arrow(part.at, part.sign, options), {...stroke, "stroke-width": 2});
    case "cap":
      return across(document, part.at, 0, options, {...stroke, "stroke-width": 4});
    case "tick":
      return across(document, part.at, fixed.reach, options, {
        "stroke-width": 1.5,
        "data-key": key
      });
    case "dot":
    case "ring":
    case "dashed-ring": {
      const [cx, cy] = place(part.at, options.middle, options);
      const full = part.part === "dot" && style.fill === "filled";
      return element(document, "circle", {
        cx,
        cy,
        r: fixed.dot - (full ? 0 : 1),
        fill: full ? style.color : paint.paper,
        ...(full ? {"data-key": key} : stroke),
        "stroke-dasharray": part.part === "dashed-ring" ? "3.8 2.5" : null
      });
    }
  }
}

function solid(
  document: Document,
  from: number,
  to: number,
  options: MarkOptions,
  key: string
): SVGElement {
  const {style} = options;
  const {x0, y0, x1, y1} = rectangle(from, to, options);
  const box = {x: x0, y: y0, width: x1 - x0, height: y1 - y0};
  if (style.fill === "filled") {
    return element(document, "rect", {...box, fill: style.color, "data-key": key});
  }
  const inset = {
    x: box.x + 0.75,
    y: box.y + 0.75,
    width: Math.max(0, box.width - 1.5),
    height: box.height - 1.5
  };
  const outline = element(document, "rect", {
    ...inset,
    fill: "none",
    stroke: style.color,
    "stroke-width": 1.5
  });
  if (style.fill === "outline") {
    outline.setAttribute("data-key", key);
    return outline;
  }
  return element(document, "g", {"data-key": key}, [
    path(document, hatch({x0, y0, x1, y1}), {stroke: style.color, "stroke-width": 1.5}),
    outline
  ]);
}

function band(
  document: Document,
  part: Extract<Part, {part: "band"}>,
  options: MarkOptions,
  key: string
): SVGElement {
  const {x0, y0, x1, y1} = rectangle(part.from, part.to, options);
  const {color, soft} = options.style;
  const end = (at: number, open: boolean) =>
    across(document, at, 0, options, {
      stroke: color,
      "stroke-width": 2,
      "stroke-dasharray": open ? "4 4" : null
    });
  return element(document, "g", {"data-key": key}, [
    element(document, "rect", {x: x0, y: y0, width: x1 - x0, height: y1 - y0, fill: soft}),
    end(part.from, part.fromOpen),
    end(part.to, part.toOpen)
  ]);
}

/** How a mark lies: its axis, its middle across it and its thickness. */
export type Frame = Pick<MarkOptions, "axis" | "middle" | "thickness">;

function place(along: number, over: number, {axis}: Frame): [number, number] {
  return axis === "x" ? [along, over] : [over, along];
}

function across(
  document: Document,
  at: number,
  reach: number,
  frame: Frame,
  attributes: Record<string, string | number | null>
): SVGLineElement {
  const half = frame.thickness / 2 + reach;
  const [x1, y1] = place(at, frame.middle - half, frame);
  const [x2, y2] = place(at, frame.middle + half, frame);
  return line(document, [x1, y1, x2, y2], attributes);
}

interface Rectangle {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

function rectangle(from: number, to: number, frame: Frame): Rectangle {
  const [x0, y0] = place(Math.min(from, to), frame.middle - frame.thickness / 2, frame);
  const [x1, y1] = place(Math.max(from, to), frame.middle + frame.thickness / 2, frame);
  return {x0, y0, x1, y1};
}

function rectPath({x0, y0, x1, y1}: Rectangle): string {
  return `M${fine(x0)},${fine(y0)}H${fine(x1)}V${fine(y1)}H${fine(x0)}z`;
}

/**
 * Path data of an open end: slats that get thinner. A fade that needs neither an id nor an opacity,
 * prints, and holds in forced colours.
 */
export function slats(from: number, to: number, frame: Frame): string {
  const count = Math.max(3, Math.round(Math.abs(to - from) / 6));
  const pitch = (to - from) / count;
  let d = "";
  for (let i = 0; i < count; ++i) {
    const start = from + i * pitch;
    d += rectPath(rectangle(start, start + pitch * (1 - (i + 0.6) / (count + 0.4)), frame));
  }
  return d;
}

function dashes(from: number, to: number, frame: Frame): string {
  const count = Math.max(2, Math.round(frame.thickness / 8));
  const pitch = frame.thickness / (count * 2 - 1);
  let d = "";
  for (let i = 0; i < count; ++i) {
    const middle = frame.middle - frame.thickness / 2 + pitch * (2 * i + 0.5);
    d += rectPath(rectangle(from, to, {...frame, middle, thickness: pitch}));
  }
  return d;
}

/** Slanted lines 6 px apart inside a rectangle, counted from its left edge, as path data. */
export function hatch({x0, y0, x1, y1}: Rectangle): string {
  let d = "";
  const height = y1 - y0;
  for (let foot = x0 + 3 - Math.ceil(height / 6) * 6; foot < x1; foot += 6) {
    // From (foot, y1) up and to the right.
    const start = Math.max(foot, x0);
    const stop = Math.min(foot + height, x1);
    if (stop <= start) continue;
    d += `M${fine(start)},${fine(y1 - (start - foot))}L${fine(stop)},${fine(y1 - (stop - foot))}`;
  }
  return d;
}

function arrow(at: number, sign: 1 | -1, frame: Frame): string {
  const points = [-5, 0, 5].map((over) =>
    place(at - (over === 0 ? 0 : 5 * sign), frame.middle + over, frame).map(fine)
  );
  return `M${points.map((point) => point.join(",")).join("L")}`;
}

function fine(number: number): number {
  return Math.round(number * 10) / 10;
}
