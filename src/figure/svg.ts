import type {Face} from "./advances.ts";
import {widthOf} from "./text.ts";
import {classes, paint, size} from "./theme.ts";
import type {Paint} from "./theme.ts";

const namespace = "http://www.w3.org/2000/svg";

/** An attribute that is null or undefined is left out. */
export type Attributes = Readonly<Record<string, string | number | null | undefined>>;

/** Makes an SVG element in a document; children that are null are left out. */
export function element<Name extends keyof SVGElementTagNameMap>(
  document: Document,
  name: Name,
  attributes: Attributes = {},
  children: readonly (Node | string | null)[] = []
): SVGElementTagNameMap[Name] {
  const node = document.createElementNS(namespace, name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined) continue;
    if (typeof value === "number" && !Number.isFinite(value)) {
      throw new Error(`invalid ${key} of ${name}: ${value}`);
    }
    node.setAttribute(key, String(value));
  }
  for (const child of children) if (child !== null) node.append(child);
  return node;
}

export interface Words {
  readonly text: string;
  readonly x: number;
  /** The base line. */
  readonly y: number;
  readonly face?: Face;
  readonly size?: number;
  readonly anchor?: "start" | "middle" | "end";
  readonly fill?: Paint;
  /** Role and id; a line of words that means nothing by itself has none. */
  readonly key?: string;
  /** Stands over lines or marks, which keep clear of its letters. */
  readonly halo?: boolean;
  readonly tick?: boolean;
}

const faceClasses: Readonly<Record<Face, string>> = {
  sans: "",
  sansStrong: "pl-strong",
  serif: "pl-quote",
  serifStrong: "pl-quote pl-strong"
};

/** One line of words as a `<text>`, its apostrophes curled. */
export function words(document: Document, line: Words): SVGTextElement {
  const {face = "sans", anchor = "start", fill = paint.ink, halo = false, tick = false} = line;
  const names = [tick ? "pl-tick" : "", faceClasses[face]].filter((name) => name !== "");
  if (halo) names.push(classes.halo);
  return element(
    document,
    "text",
    {
      class: names.length === 0 ? null : names.join(" "),
      x: line.x,
      y: line.y,
      "font-size": line.size === undefined || line.size === size.label ? null : line.size,
      "text-anchor": anchor === "start" ? null : anchor,
      // Ticks are muted by the page unless they say otherwise.
      fill: fill === paint.ink && !tick ? null : fill,
      "data-key": line.key
    },
    [line.text.replaceAll("'", "’")]
  );
}

export interface Box {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** The room that a line of words takes: from cap height, or a letter with an ascender, to descender. */
export function boxOf(line: Words): Box {
  const fontSize = line.size ?? size.label;
  const width = widthOf(line.text, line.face ?? "sans", fontSize);
  const shift = line.anchor === "end" ? width : line.anchor === "middle" ? width / 2 : 0;
  const x0 = line.x - shift;
  return {x0, y0: line.y - fontSize * 0.76, x1: x0 + width, y1: line.y + fontSize * 0.24};
}

/** Whether two boxes share room; touching is not sharing. */
export function overlap(a: Box, b: Box): boolean {
  return a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;
}

/** What a mark stands for, as attributes: the page finds a card by them. */
export interface Meaning {
  readonly fact?: string | null;
  readonly claim?: string | null;
  readonly record?: string | null;
}

/**
 * A group that stands for one record: keyed, bound to its provenance, receding if so asked. What
 * recedes gives up the colour of its words, so that the page need only mute its marks.
 */
export function group(
  document: Document,
  key: string,
  meaning: Meaning,
  recedes: boolean,
  children: readonly (Node | null)[]
): SVGGElement {
  const node = element(
    document,
    "g",
    {
      class: recedes ? classes.recede : null,
      "data-key": key,
      "data-fact": meaning.fact,
      "data-claim": meaning.claim,
      "data-record": meaning.record
    },
    children
  );
  if (recedes) {
    // Words on a fill stand out from that, which the page sees to, and an edit shows wherever it is.
    const keeps: readonly (string | null)[] = [paint.onFill, paint.edited];
    for (const text of node.querySelectorAll("text"))
      if (!keeps.includes(text.getAttribute("fill"))) text.setAttribute("fill", paint.muted);
  }
  return node;
}
