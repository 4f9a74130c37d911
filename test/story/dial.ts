import {z} from "zod";
import {multiply, number} from "../../src/arithmetic.ts";
import {createDocument} from "../../src/compile/dom.ts";
import {Memo} from "../../src/story/memo.ts";
import {drawStates} from "../../src/story/drawings.ts";
import type {Described, Kind} from "../../src/figure/kind.ts";
import {defineKind} from "../../src/figure/kind.ts";
import {element} from "../../src/figure/svg.ts";
import {formatSpoken} from "../../src/format.ts";
import type {Quantity} from "../../src/quantity.ts";
import {bindStory} from "../../src/story/bind.ts";
import type {BoundStory} from "../../src/story/bind.ts";
import {pageBody, renderStory} from "../../src/story/html.ts";
import {parseStory} from "../../src/story/parse.ts";
import type {Diagnostic} from "../../src/diagnostic.ts";
import {bakery, guards} from "./bakery.ts";

const shares = ["40%", "45%", "as-said"] as const;
const told = {"40%": "40%", "45%": "45%", "as-said": "as the article has it"} as const;

const state = z.strictObject({
  /** How near is "nearly half"; readers may set what the step writes. */
  share: z.string().optional(),
  /** What it is a share of. */
  of: z.enum(["price", "flour"]).optional()
});

type Dialled = Described<unknown, z.output<typeof state>>;

/** A kind whose state can be set: a share of a price as a bar, and what it comes to. */
export const dial = defineKind({
  name: "dial",
  options: z.strictObject({}),
  state,
  measure: () => "US dollars, of a loaf.",
  height: (width) => (width === 340 ? 200 : 300),
  controls: ({state: {share, of}}) => [
    ...(of === undefined
      ? []
      : [
          {
            attribute: "of",
            label: "A share of what?",
            as: "choice",
            values: [
              {value: "price", text: "the price"},
              {value: "flour", text: "the flour"}
            ],
            assumption: true
          } as const
        ]),
    ...(share === undefined
      ? []
      : [
          {
            attribute: "share",
            label: "How near is nearly half?",
            as: "range",
            values: shares.map((value) => ({value, text: told[value]})),
            assumption: true
          } as const
        ])
  ],
  supposes: (drawing) => {
    const amount = amountOf(drawing);
    return amount === null ? [] : [shareOf(drawing)!, amount];
  },
  draw(drawing) {
    const {document, width, height, state, highlight} = drawing;
    const length = lengthOf(width, state.share ?? "");
    const of = state.of ?? "price";
    return element(
      document,
      "svg",
      {
        class: "pl-artboard",
        "data-width": width,
        viewBox: `0 0 ${width} ${height}`,
        width,
        height,
        role: "img",
        "aria-label": "A share of a price"
      },
      [
        element(document, "g", {"data-key": "row", "data-fact": "bakery.share"}, [
          element(document, "rect", {"data-key": "bar", x: 0, y: 40, width: length, height: 30}),
          element(document, "text", {"data-key": "amount", x: 0, y: 100}, [said(drawing)])
        ]),
        element(document, "g", {"data-key": "of", class: of}, [
          element(document, "text", {"data-key": "of-name", x: of === "flour" ? 40 : 0, y: 20}, [
            `<of> ${of}`
          ])
        ]),
        element(
          document,
          "g",
          {
            "data-key": "drag",
            "data-drag": "share",
            "data-at": shares.map((value) => lengthOf(width, value)).join(" ")
          },
          [element(document, "circle", {"data-key": "knob", cx: length, cy: 55, r: 16})]
        ),
        element(document, "line", {"data-key": "rule", y1: 120, x2: highlight.length * 10})
      ]
    );
  },
  describe: (drawing) => `Of the ${drawing.state.of ?? "price"} it is ${said(drawing)}.`,
  table: ({records}) => ({
    caption: "What is shared",
    columns: ["what", "says"],
    rows: records.ids.map((id) => [{text: id}, {text: "nearly half"}])
  })
});

/** The length of the bar, which says half where no share is supposed. */
function lengthOf(width: number, share: string): number {
  return Math.round((width * (Number.parseInt(share, 10) || 50)) / 100);
}

function shareOf({state: {share = "as-said"}}: Dialled): Quantity | null {
  return share === "as-said" ? null : number(Number.parseInt(share, 10) / 100);
}

function amountOf(drawing: Dialled): Quantity | null {
  const share = shareOf(drawing);
  if (share === null) return null;
  const made = multiply(share, drawing.records.fact("bakery.price").quantity);
  if ("error" in made) throw new Error(made.error);
  return {...made.quantity, significantFigures: 2};
}

function said(drawing: Dialled): string {
  const amount = amountOf(drawing);
  return amount === null
    ? "nearly half"
    : `${formatSpoken(amount)}, if it is ${drawing.state.share}`;
}

/** A story of one scene of the kind: a plain step, one whose state can be set, a plain one again. */
export function dialText(attributes = 'of=price share="as-said"'): string {
  return `---
title: Bread
---
::::scene{#loaf kind=dial facts="bakery.price A:bakery.share"}
## What a loaf costs
:::step{#first}
Words of the first step, which has nothing to set.
:::
:::step{#play ${attributes}}
Words of the step whose state can be set.
:::
:::step{#last highlight="A:bakery.share"}
Words of the last step, which has nothing to set.
:::
::::
`;
}

/** Binds a story's text to the bakery, its kind the dial or another. */
export function bindDial(
  text: string,
  kind: Kind = dial
): {bound: BoundStory | null; diagnostics: readonly Diagnostic[]} {
  const {story} = parseStory(text, "stories/bread/story.md");
  return bindStory(story!, bakery, {dial: kind}, guards);
}

/** The body of the page of a story of the dial. */
export function dialBody(text = dialText(), kind?: Kind): string {
  const {bound, diagnostics} = bindDial(text, kind);
  if (bound === null) throw new Error(diagnostics.map(({message}) => message).join());
  const drawings = drawStates(bound, new Memo(), createDocument());
  return pageBody(renderStory(bound, drawings.svg, {variants: drawings.variants}));
}
