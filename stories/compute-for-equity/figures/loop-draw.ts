import {recedes} from "../../../src/figure/emphasis.ts";
import {line, linkWidth} from "../../../src/figure/glyphs.ts";
import type {Drawing} from "../../../src/figure/kind.ts";
import {element, group, words} from "../../../src/figure/svg.ts";
import type {Box, Meaning, Words} from "../../../src/figure/svg.ts";
import {wrap, wrapEvenly} from "../../../src/figure/text.ts";
import {paint, size} from "../../../src/figure/theme.ts";
import {sumsHeld} from "./loop-amounts.ts";
import type {Amounts} from "./loop-amounts.ts";
import {arrow, computedMark, flowPart} from "./loop-flows.ts";
import {places} from "./loop-places.ts";
import type {Places} from "./loop-places.ts";
import {wordsOf} from "./loop-words.ts";
import type {LoopWords} from "./loop-words.ts";

/** Draws the ring: what flows where as article A tells it, and what nobody states. */
export function drawRoute(drawing: Drawing, amounts: Amounts): SVGGElement {
  const {document, records, width} = drawing;
  const at = places[width];
  const said = wordsOf(records, amounts, width);
  return element(document, "g", {}, [
    held(drawing, at, said, amounts),
    counted(drawing, at, said, amounts),
    ...inReturn(drawing, at, said),
    ...nodes(drawing, at, said, amounts)
  ]);
}

/** A group for one record of the loop. */
function of(
  {document, highlight}: Drawing,
  key: string,
  meaning: Meaning,
  children: readonly (Node | null)[]
): SVGGElement {
  const {fact, claim, record} = meaning;
  return group(document, key, meaning, recedes(highlight, record, claim, fact), children);
}

function held(
  drawing: Drawing,
  {held: flow, credits, rest}: Places,
  said: LoopWords,
  amounts: Amounts
): SVGGElement {
  const {document, width} = drawing;
  const wide = width === 640;
  const computed = amounts.share === null;
  const {edited} = amounts;
  const fill = wide && computed ? paint.onFill : edited.credits ? paint.edited : paint.ink;
  // The mark of what is computed stands before the words; the narrow drawing tells no rest.
  const indent = wide && computed ? linkWidth : 0;
  const lines = said.credits.map((text, i): Words => ({
    ...credits,
    text,
    x: credits.x + indent,
    y: credits.y + i * size.line,
    face: "sansStrong",
    fill,
    key: `held-words:${i}`
  }));
  const restLine: Words = {
    ...rest,
    text: said.rest,
    x: rest.x + indent,
    fill: edited.rest && wide ? paint.edited : paint.muted,
    key: "rest-words"
  };
  return element(document, "g", {}, [
    of(drawing, "held", {fact: "moonshot.credits"}, [
      keyed(document, "held-credits", flowPart(drawing, flow, "credits", amounts)),
      ...lines.map((each) => words(document, each)),
      keyed(document, "held-link", computed ? computedMark(document, lines.at(-1)!) : [])
    ]),
    of(drawing, "held-rest", {fact: "moonshot.rest-of-investment"}, [
      keyed(document, "held-rest-bar", flowPart(drawing, flow, "rest", amounts)),
      words(document, restLine),
      keyed(document, "rest-link", computed && wide ? computedMark(document, restLine) : [])
    ])
  ]);
}

function counted(
  drawing: Drawing,
  {counted: flow, revenue, unit}: Places,
  said: LoopWords,
  amounts: Amounts
): SVGGElement {
  const {document, width} = drawing;
  const wide = width === 640;
  const fontSize = wide ? size.quote : size.label;
  const quote = wrapEvenly(said.revenue, "serif", fontSize, revenue.width);
  const [sum, other] = said.held;
  const [isSumEdited, isOtherEdited] = sumsHeld(amounts).map((each) => amounts.edited[each]);
  const below: Part[] = [
    ...(other === ""
      ? []
      : [
          {
            text: other,
            face: wide ? "sansStrong" : "sans",
            ...(isOtherEdited ? {fill: paint.edited} : {})
          } as const
        ]),
    ...said.why.map((text) => ({text, fill: paint.muted}))
  ];
  const [first, pitch] = wide ? [10, 24] : [3, 19];
  const sums: Omit<Words, "x" | "y">[] = [
    {
      text: sum,
      face: "sansStrong",
      size: wide ? 21 : size.label,
      ...(isSumEdited ? {fill: paint.edited} : {})
    },
    // As many lines whatever is supposed: what stands in one may change, not what is there.
    ...[0, 1].map((i) => below[i] ?? {text: ""})
  ];
  const lines = [
    ...quote.map((text, i) => ({
      text,
      face: "serif" as const,
      size: fontSize,
      y: revenue.y + i * (fontSize + (wide ? 5 : 2))
    })),
    ...sums.map((line, i) => ({
      ...line,
      y: revenue.y + (quote.length - 1) * (fontSize + (wide ? 5 : 2)) + first + (i + 1) * pitch
    }))
  ];
  const sumLine: Words = {...lines[quote.length]!, x: revenue.x, anchor: revenue.anchor!};
  // All that was invested is stated; only its part is computed.
  const computed = amounts.share === null && amounts.money !== "all";
  return of(drawing, "counted", {record: "A:counts-as-revenue"}, [
    keyed(document, "counted-credits", flowPart(drawing, flow, "credits", amounts)),
    keyed(document, "counted-rest", flowPart(drawing, flow, "rest", amounts)),
    ...lines.map((each, i) =>
      words(document, {
        ...each,
        x: revenue.x,
        anchor: revenue.anchor!,
        key: `counted-words:${i}`
      })
    ),
    keyed(document, "counted-link", computed ? computedMark(document, sumLine) : []),
    words(document, {...unit, text: said.unit, fill: paint.muted, key: "unit-words"})
  ]);
}

/** What goes to the start-up and what comes from it: no widths, for no amount is stated. */
function inReturn(drawing: Drawing, at: Places, said: LoopWords): SVGElement[] {
  const {document} = drawing;
  const {computing, equity, cash, alibaba, cloud, moonshot} = at;
  const lines = (key: string, place: Pick<Words, "x" | "y">, texts: readonly Part[]) =>
    texts.map((part, i) =>
      words(document, {...place, ...part, y: place.y + i * size.line, key: `${key}:${i}`})
    );
  return [
    of(drawing, "computing", {claim: "A:moonshot.credits-share"}, [
      ...arrow(document, [cloud.x0, computing.y], [moonshot.x1, computing.y], {
        thickness: 4,
        key: "computing"
      }),
      ...computing.lines.map((y, i) =>
        words(document, {
          x: computing.x,
          y,
          anchor: "middle",
          key: `computing-words:${i}`,
          ...(i === 0
            ? {text: "computing", face: "sansStrong"}
            : {text: "when credits are spent: not stated", fill: paint.muted})
        })
      )
    ]),
    of(drawing, "equity", {fact: "alibaba.disclosed-stake-in-moonshot"}, [
      ...arrow(document, [equity.x, moonshot.y0], [equity.x, alibaba.y1], {
        thickness: 4,
        key: "equity"
      }),
      ...lines("equity-words", equity.words, [
        {text: "equity", face: "sansStrong"},
        {text: "article A:", fill: paint.muted},
        {text: "not stated", fill: paint.muted},
        {text: "Context:", fill: paint.context},
        {text: said.stake, fill: paint.context}
      ])
    ]),
    of(drawing, "cash", {record: "A:money-never-transferred"}, [
      line(document, [cash.x, alibaba.y1 + 6, cash.x, moonshot.y0 - 4], {
        stroke: paint.ink,
        "stroke-width": 3,
        "stroke-dasharray": "0.1 8",
        "stroke-linecap": "round",
        "data-key": "cash-way"
      }),
      ...lines("cash-words", cash.words, [
        {text: "cash:", face: "sansStrong"},
        {text: said.cash, fill: paint.muted}
      ])
    ])
  ];
}

type Part = Pick<Words, "text" | "face" | "fill">;

function nodes(drawing: Drawing, at: Places, said: LoopWords, {edited}: Amounts): SVGElement[] {
  return [
    node(drawing, at.alibaba, "alibaba", {claim: "A:alibaba.in-moonshot"}, [
      {text: "Alibaba"},
      {text: said.invested, fill: edited.invested ? paint.edited : paint.muted}
    ]),
    node(drawing, at.escrow, "escrow", {record: "A:escrow"}, [
      {text: "escrow account"},
      {text: said.authors, fill: paint.muted}
    ]),
    node(drawing, at.cloud, "cloud", {record: "A:alibaba-cloud-is-unit-of-alibaba"}, [
      {text: "Alibaba’s cloud"},
      {text: "a unit of Alibaba", fill: paint.muted}
    ]),
    node(drawing, at.moonshot, "moonshot", {record: "A:alibaba-invests-in-moonshot"}, [
      {text: "Moonshot AI"},
      {text: "the start-up", fill: paint.muted}
    ])
  ];
}

/** A party to the deal: a box with its name and a word on it; the account's is dashed. */
function node(
  drawing: Drawing,
  {x0, y0, x1, y1}: Box,
  key: string,
  meaning: Meaning,
  [name, note]: readonly [Part, Part]
): SVGGElement {
  const {document} = drawing;
  const flat = x1 - x0 > 300;
  const middle = (y0 + y1) / 2 + 5;
  // An edited amount may be longer than the box is wide.
  const notes = flat ? [note.text] : wrap(note.text, "sans", size.label, x1 - x0 - 8);
  const top = middle - 10 - ((notes.length - 1) * size.line) / 2;
  const line = (text: string, i: number): Omit<Words, "face" | "fill" | "key"> =>
    flat
      ? {text, x: i === 0 ? x0 + 12 : x1 - 12, y: middle, anchor: i === 0 ? "start" : "end"}
      : {text, x: (x0 + x1) / 2, y: top + i * size.line, anchor: "middle"};
  return of(drawing, `node:${key}`, meaning, [
    element(document, "rect", {
      x: x0,
      y: y0,
      width: x1 - x0,
      height: y1 - y0,
      fill: paint.paper,
      stroke: paint.ink,
      "stroke-width": 1.5,
      "stroke-dasharray": key === "escrow" ? "6 4" : null,
      "data-key": `box:${key}`
    }),
    words(document, {...line(name.text, 0), face: "sansStrong", key: `name:${key}`}),
    ...notes.map((text, i) =>
      words(document, {
        ...line(text, i + 1),
        ...(note.fill === undefined ? {} : {fill: note.fill}),
        key: i === 0 ? `about:${key}` : `about:${key}:${i}`
      })
    )
  ]);
}

function keyed(document: Document, key: string, marks: readonly SVGElement[]): SVGGElement {
  return element(document, "g", {"data-key": key}, marks);
}
