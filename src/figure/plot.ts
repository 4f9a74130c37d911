import {restoreRatio} from "./ratio.ts";
import * as Plot from "@observablehq/plot";
import type {Artboard} from "./kind.ts";
import {relativePath} from "./path.ts";
import {classes, paint, size} from "./theme.ts";
import {orderAttributes} from "./tidy.ts";

restoreRatio();

/** Plot, imported the one way that draws alike everywhere; kinds take it from here. */
export {Plot};

export interface PlotOptions extends Omit<
  Plot.PlotOptions,
  "document" | "width" | "height" | "className" | "style" | "ariaLabel" | "title" | "caption"
> {
  readonly document: Document;
  readonly width: Artboard;
  readonly height: number;
  /** The accessible name of the picture: what it is, not all it shows. */
  readonly label: string;
}

/**
 * The one way to call `Plot.plot`: an artboard without styles of its own, transparent, 15 px type,
 * an image with a name. Margins are 0 unless given, scales' axes are off unless asked for as marks.
 * Coordinates come out with one decimal, attributes in one order; ticks and grid lines are keyed by axis and label.
 */
export function plot(options: PlotOptions): SVGSVGElement {
  const {document, width, height, label, marks, ...rest} = options;
  const svg = Plot.plot({
    margin: 0,
    axis: null,
    ...rest,
    document,
    width,
    height,
    className: classes.artboard,
    marks
  }) as unknown as SVGSVGElement;
  if (svg.tagName.toLowerCase() !== "svg") throw new Error(`invalid figure: ${svg.tagName}`);
  keyTicks(svg);
  strip(svg);
  unwrap(svg);
  setAttributes(svg, {
    "data-width": width,
    viewBox: `0 0 ${width} ${height}`,
    width,
    height,
    role: "img",
    "aria-label": label,
    fill: paint.ink,
    "font-size": size.label
  });
  svg.removeAttribute("text-anchor");
  roundCoordinates(svg);
  orderAttributes(svg);
  return svg;
}

const axisPart = /^([xy])-(?:axis )?(tick label|tick|grid)$/;

// Plot gives ticks no identity. Labels, ticks and grid lines of one axis come in the same order, so
// that a line takes its name from the label at its place.
function keyTicks(svg: Element): void {
  const groups = [...svg.querySelectorAll("g[aria-label]")].flatMap((group) => {
    const [, axis, part] = axisPart.exec(group.getAttribute("aria-label")!) ?? [];
    return axis === undefined || part === undefined ? [] : [{group, axis, part}];
  });
  const labels = new Map<string, string[]>();
  for (const {group, axis, part} of groups) {
    if (part !== "tick label") continue;
    const texts = [...group.querySelectorAll("text")];
    labels.set(
      axis,
      texts.map((text) => text.textContent ?? "")
    );
    group.setAttribute("class", classes.axis);
    // Plot centres words unless told otherwise; here they start at their place, as most of ours do.
    if (!group.hasAttribute("text-anchor")) group.setAttribute("text-anchor", "middle");
    for (const text of texts) {
      text.setAttribute("class", "pl-tick");
      text.setAttribute("data-key", `tick:${axis}:${text.textContent}`);
    }
  }
  for (const {group, axis, part} of groups) {
    if (part === "tick label") continue;
    [...group.children].forEach((line, i) => {
      const what = part === "tick" ? "tick-line" : part;
      line.setAttribute("data-key", `${what}:${axis}:${labels.get(axis)?.[i] ?? i}`);
    });
  }
}

function strip(svg: Element): void {
  for (const style of [...svg.querySelectorAll("style")]) style.remove();
  for (const node of [svg, ...svg.querySelectorAll("*")]) {
    for (const name of ["style", "font-family", "font-variant"]) node.removeAttribute(name);
    for (const name of ["fill", "stroke"]) {
      if (node.getAttribute(name) === "currentColor") node.setAttribute(name, paint.ink);
    }
    if (node.hasAttribute("role")) continue;
    node.removeAttribute("aria-label");
    node.removeAttribute("aria-description");
  }
}

/** Takes away groups that, once stripped, say nothing: a page holds hundreds of drawings. */
function unwrap(svg: Element): void {
  for (const group of svg.querySelectorAll("g"))
    if (group.attributes.length === 0) group.replaceWith(...group.childNodes);
}

const coordinates = [
  ..."x y x1 x2 y1 y2 cx cy r rx ry dx dy".split(" "),
  ..."width height points transform".split(" ")
];

/**
 * Rounds what places and sizes an element to one decimal; opacities and em lengths stay. Paths become
 * relative.
 */
export function roundCoordinates(root: Element): void {
  for (const node of [root, ...root.querySelectorAll("*")]) {
    // Words need no tenth of a pixel; marks, whose ends mean something, keep it.
    const round = /^(?:text|tspan)$/i.test(node.tagName) ? toWhole : toTenth;
    for (const name of coordinates) {
      const value = node.getAttribute(name);
      if (value === null || value.endsWith("em")) continue;
      const rounded = value.replace(/-?\d*\.\d+(?:e[-+]?\d+)?|-?\d+e-\d+/g, round);
      if (rounded !== value) node.setAttribute(name, rounded);
    }
    const d = node.getAttribute("d");
    if (d !== null) node.setAttribute("d", relativePath(d));
  }
}

function toTenth(number: string): string {
  return String(Math.round(Number(number) * 10) / 10 || 0);
}

function toWhole(number: string): string {
  return String(Math.round(Number(number)) || 0);
}

function setAttributes(node: Element, attributes: Record<string, string | number>): void {
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, String(value));
}
