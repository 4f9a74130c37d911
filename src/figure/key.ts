import {barMark, pointMark, styleOf} from "./marks.ts";
import type {Style} from "./marks.ts";
import type {Hedge, Quantity} from "../quantity.ts";
import {linkMark} from "./glyphs.ts";
import {roundCoordinates} from "./plot.ts";
import {element} from "./svg.ts";

interface Entry {
  /** What the mark says, in a word or two. */
  readonly word: string;
  /** What the mark looks like. */
  readonly look: string;
  readonly draw: (document: Document) => readonly SVGElement[];
}

const width = 116;
const height = 24;
/** A bar fills the first part of a sample, a mark on a number line stands in the second. */
const bar = {from: 1, to: 70};
const pointAt = 90;

const hedges: readonly Entry[] = [
  sample("exact", "no hedge", "a full end", "none", 0.62),
  sample("about", "about", "a broken end", "approx", 0.62),
  sample("nearly", "nearly, just over", "stops short, or runs past", "nearly", 0.7),
  sample("at-least", "at least, more than", "an open end", "more-than", 0.4),
  sample("at-most", "at most, up to", "hatched to a cap", "at-most", 0.7),
  sample("range", "a range, a class", "a band", "between", [0.25, 0.75]),
  {
    word: "not stated",
    look: "blank, to the whole's end",
    draw: (document) =>
      barMark(document, quantity("none", null), {
        ...options(styleOf("seed"), "not-stated"),
        total: 1
      })
  }
];

const origins: readonly Entry[] = [
  origin("context", "reported elsewhere", "olive, and named as context"),
  {
    ...origin("derived", "computed", "a link"),
    draw: (document) => [
      ...barMark(document, quantity("none", 0.62), options(styleOf("derived"), "derived")),
      linkMark(document, 98, height / 2, "link:key")
    ]
  },
  origin("assumed", "assumed", "an outline"),
  origin("edited", "edited", "hatched")
];

/**
 * The key of marks, always the same: a list whose items are a drawn sample and its words. The words
 * are HTML, so that they wrap and are read; the samples are hidden from readers of the screen.
 */
export function drawKey(document: Document): HTMLUListElement {
  const list = document.createElement("ul");
  for (const {word, look, draw} of [...hedges, ...origins]) {
    const item = document.createElement("li");
    const svg = element(
      document,
      "svg",
      {
        class: "pl-mark",
        viewBox: `0 0 ${width} ${height}`,
        width,
        height,
        "aria-hidden": "true"
      },
      draw(document)
    );
    // Keys are for a figure's states; a key has none.
    for (const node of svg.querySelectorAll("[data-key]")) node.removeAttribute("data-key");
    roundCoordinates(svg);
    const name = document.createElement("b");
    name.append(word);
    const text = document.createElement("span");
    text.append(name, `: ${look}`);
    item.append(svg, text);
    list.append(item);
  }
  return list;
}

function sample(
  id: string,
  word: string,
  look: string,
  hedge: Hedge,
  number: number | readonly [number, number]
): Entry {
  return {
    word,
    look,
    draw: (document) => {
      const style = styleOf("seed");
      const q = quantity(hedge, number);
      const bars = barMark(document, q, options(style, id));
      if (typeof number !== "number") return bars;
      const scale = (value: number) => pointAt + (value - number) * 10;
      return [
        ...bars,
        ...pointMark(document, q, {...options(style, id), scale, thickness: 9, fade: 20})
      ];
    }
  };
}

function origin(id: Parameters<typeof styleOf>[0], word: string, look: string): Entry {
  return {
    word,
    look,
    draw: (document) => barMark(document, quantity("none", 0.62), options(styleOf(id), id))
  };
}

function options(style: Style, id: string) {
  return {
    scale: (value: number) => bar.from + value * (bar.to - bar.from),
    style,
    axis: "x",
    middle: height / 2,
    thickness: 14,
    fade: 20,
    id
  } as const;
}

function quantity(hedge: Hedge, number: number | readonly [number, number] | null): Quantity {
  const value = typeof number === "number" ? number : null;
  const [low, high] =
    number === null ? [null, null] : typeof number === "number" ? [number, number] : number;
  const lower = hedge === "between" || hedge === "more-than" ? low : null;
  const upper = hedge === "between" || hedge === "at-most" ? high : null;
  return {
    verbatim: "",
    hedge,
    value,
    lower,
    upper,
    lowerOpen: hedge === "more-than",
    upperOpen: false,
    unit: "ratio",
    significantFigures: 2
  };
}
