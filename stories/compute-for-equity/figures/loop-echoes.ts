import {recedes} from "../../../src/figure/emphasis.ts";
import {line} from "../../../src/figure/glyphs.ts";
import type {Artboard, Drawing} from "../../../src/figure/kind.ts";
import {quoted} from "../../../src/figure/labels.ts";
import {barMark, styleOf} from "../../../src/figure/marks.ts";
import {element, group, words} from "../../../src/figure/svg.ts";
import type {Words} from "../../../src/figure/svg.ts";
import {widthOf} from "../../../src/figure/text.ts";
import {paint, size} from "../../../src/figure/theme.ts";
import {formatSpoken} from "../../../src/format.ts";
import {isStated} from "../../../src/quantity.ts";
import type {Quantity} from "../../../src/quantity.ts";
import type {ClaimId, FactId, StatementId} from "../ids.ts";
import type {LoopRecords} from "./loop-amounts.ts";

/** One investment that is said to be built like the others, and what is known of its form. */
export interface Echo {
  readonly who: string;
  /** How much, and who says so. */
  readonly sum: string;
  readonly isEdited: boolean;
  readonly sumFact: FactId;
  readonly sumClaim: ClaimId | null;
  readonly share: Quantity;
  readonly shareFact: FactId;
  /** What else is said of its form, and in which words. */
  readonly note: readonly [string, string];
  readonly noteRecord: StatementId | null;
}

/** The investments, Alibaba's first. */
export function echoesOf(records: LoopRecords): Echo[] {
  const claim = records.claim("A:alibaba.in-moonshot");
  const microsoft = records.claim("scmp-2023-01:microsoft.in-openai");
  const first = records.claim("cnbc-2024-03:amazon.in-anthropic-at-first");
  const later = records.claim("cnbc-2024-03:amazon.in-anthropic-later");
  const named = (source: string) => records.source(source).label.split(",")[0]!;
  // What somebody edited, no source says.
  const sumOf = (words: string, ...claims: (typeof later)[]): Pick<Echo, "sum" | "isEdited"> => {
    const isEdited = claims.some(({origin}) => origin === "edited");
    const told = isEdited ? "edited" : `says ${named(claims.at(-1)!.source)}`;
    return {sum: `${words}, ${told}`, isEdited};
  };
  const when = records.source(later.source).label.split(", ").at(-1)!;
  const semafor = records.statement("semafor-2023-11:compute-instead-of-cash");
  return [
    {
      who: "Alibaba in Moonshot AI",
      ...sumOf(formatSpoken(claim.quantity), claim),
      sumFact: "alibaba.in-moonshot",
      sumClaim: "A:alibaba.in-moonshot",
      share: records.claim("A:moonshot.credits-share").quantity,
      shareFact: "moonshot.credits-share",
      note: ["held in escrow, one author says of such deals", ""],
      noteRecord: "A:escrow"
    },
    {
      who: "Microsoft in OpenAI",
      ...sumOf(`${formatSpoken(microsoft.quantity)} over several years`, microsoft),
      sumFact: "microsoft.in-openai",
      sumClaim: "scmp-2023-01:microsoft.in-openai",
      share: records.fact("microsoft.compute-share").quantity,
      shareFact: "microsoft.compute-share",
      note: [`for a part of it, says ${named(semafor.source)}:`, quoted(semafor.says)],
      noteRecord: "semafor-2023-11:compute-instead-of-cash"
    },
    {
      who: "Amazon in Anthropic",
      ...sumOf(
        `${formatSpoken(first.quantity)}, then ${formatSpoken(later.quantity)}`,
        first,
        later
      ),
      sumFact: "amazon.in-anthropic",
      sumClaim: null,
      share: records.fact("amazon.compute-share").quantity,
      shareFact: "amazon.compute-share",
      note: [`by ${when}; nothing more is reported here`, ""],
      noteRecord: null
    }
  ];
}

const sizes = {
  340: {thickness: 34, bar: 43},
  640: {thickness: 46, bar: 26}
} as const;

/** From where the bar ends to the lines below it. */
const noteLine = 22;

/** Draws the investments in rows, each a whole of its own, filled as far as anybody says. */
export function drawEchoes(drawing: Drawing): SVGGElement {
  const {document, records, width, height} = drawing;
  const echoes = echoesOf(records);
  const {thickness, bar} = sizes[width];
  const heights = echoes.map(({note: [, says]}) => {
    const lines = width === 340 && says !== "" ? 1 : 0;
    return bar + thickness + noteLine + lines * size.line + 5;
  });
  const taken = heights.reduce((sum, each) => sum + each, 0);
  const gap = Math.floor((height - 8 - taken) / (echoes.length - 1));
  let top = 4;
  return element(
    document,
    "g",
    {},
    echoes.map((echo, i) => {
      const row = drawEcho(drawing, echo, top);
      top += heights[i]! + Math.min(gap, 48);
      return row;
    })
  );
}

function drawEcho({document, highlight, width}: Drawing, echo: Echo, top: number): SVGGElement {
  const {thickness, bar} = sizes[width];
  const {sumFact, sumClaim, shareFact, share} = echo;
  const y0 = top + bar;
  const scale = (value: number) => 1 + value * (width - 2);
  const id = shareFact;
  const key = isStated(share) ? "credits" : id;
  const receding = recedes(highlight, sumFact, sumClaim, shareFact);
  return group(document, `echo:${id}`, {}, receding, [
    group(
      document,
      `sum:${sumFact}`,
      {fact: sumFact, claim: sumClaim},
      false,
      heading(document, echo, top, width)
    ),
    group(document, `share:${id}`, {fact: shareFact}, false, [
      element(document, "rect", {
        x: 0.5,
        y: y0,
        width: width - 1,
        height: thickness,
        fill: "none",
        stroke: paint.rule,
        "data-key": `whole:${id}`
      }),
      ...barMark(document, share, {
        scale,
        style: styleOf("seed"),
        axis: "x",
        middle: y0 + thickness / 2,
        thickness,
        id: key,
        total: 1
      }),
      isStated(share)
        ? line(document, [width - 1, y0, width - 1, y0 + thickness], {
            "stroke-width": 2.5,
            "data-key": `end:${id}`
          })
        : null,
      ...inside(document, echo, y0 + thickness / 2 + 5, width)
    ]),
    group(
      document,
      `note:${id}`,
      {record: echo.noteRecord},
      false,
      noteLines(document, echo, y0 + thickness + noteLine, width)
    )
  ]);
}

/** On the narrow artboard a source's own words stand below who says them. */
function noteLines(
  document: Document,
  {note, shareFact}: Echo,
  y: number,
  width: Artboard
): SVGElement[] {
  const [lead, says] = note;
  const line = {fill: paint.muted} as const;
  const beside = Math.round(widthOf(`${lead} `, "sans", size.label));
  return [
    words(document, {...line, text: lead, x: 0, y, key: `note-words:${shareFact}`}),
    ...(says === ""
      ? []
      : [
          words(document, {
            ...line,
            text: says,
            x: width === 640 ? beside : 0,
            y: width === 640 ? y : y + size.line,
            face: "serif",
            key: `note-says:${shareFact}`
          })
        ])
  ];
}

function heading(document: Document, echo: Echo, top: number, width: Artboard): SVGTextElement[] {
  const wide = width === 640;
  return [
    words(document, {
      text: echo.who,
      x: 0,
      y: top + 14,
      face: "sansStrong",
      key: `who:${echo.sumFact}`
    }),
    words(document, {
      text: echo.sum,
      x: wide ? width : 0,
      y: wide ? top + 14 : top + 34,
      anchor: wide ? "end" : "start",
      fill: echo.isEdited
        ? paint.edited
        : echo.sumFact === "alibaba.in-moonshot"
          ? paint.muted
          : paint.context,
      key: `of:${echo.sumFact}`
    })
  ];
}

/** The words on a bar: on what is filled how much that is, on what is blank that nobody says. */
function inside(
  document: Document,
  {share, shareFact}: Echo,
  y: number,
  width: Artboard
): SVGElement[] {
  const wide = width === 640;
  const line = (text: string, x: number, role: string, more: Partial<Words>) =>
    words(document, {text, x, y, size: size.label, ...more, key: `${role}:${shareFact}`});
  if (!isStated(share))
    return [
      line(
        `${wide ? "how much of it in computing" : "in computing"}: not disclosed`,
        12,
        "blank-words",
        {fill: paint.muted}
      )
    ];
  return [
    line(`${share.verbatim}${wide ? " in cloud credits" : ""}`, 12, "share-words", {
      face: "sansStrong",
      fill: paint.onFill
    }),
    line(
      wide ? "the rest: form not stated" : "the rest: not stated",
      width / 2 + 12,
      "rest-share-words",
      {
        fill: paint.muted
      }
    )
  ];
}

/** What the rows say, in sentences. */
export function echoSays({who, sum, share, note}: Echo): string {
  const form = isStated(share)
    ? `${formatSpoken(share)} of it in cloud credits`
    : "how much of it in computing is not disclosed";
  return `${who}: ${sum}; ${form}; ${note.join(" ").trim()}.`;
}
