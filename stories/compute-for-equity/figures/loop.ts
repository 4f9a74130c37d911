import {z} from "zod";
import {formatSpoken} from "../../../src/format.ts";
import {defineKind} from "../../../src/figure/kind.ts";
import type {Control} from "../../../src/figure/kind.ts";
import {capital, quoted} from "../../../src/figure/labels.ts";
import {plot} from "../../../src/figure/plot.ts";
import {
  amountsOf,
  heldOf,
  ifClauses,
  setsFloor,
  sharesPermitted,
  shareWords
} from "./loop-amounts.ts";
import type {Amounts, LoopRecords} from "./loop-amounts.ts";
import {drawRoute} from "./loop-draw.ts";
import {drawEchoes, echoesOf, echoSays} from "./loop-echoes.ts";
import {places} from "./loop-places.ts";
import {loopRows} from "./loop-table.ts";
import {authorsOf} from "./loop-words.ts";

const state = z.strictObject({
  /** `route` is the ring that the money is said to take; `echoes` what it is said to be built like. */
  show: z.enum(["route", "echoes"]).default("route"),
  /** Which money is held in escrow. A step that writes it lets readers set it. */
  money: z.enum(["either", "credits", "all"]).optional(),
  /** What "nearly half" is, in whole per cents, or `as-said`. A step that writes it lets readers set it. */
  share: z
    .string()
    .regex(/^(?:\d{1,3}%|as-said)$/, "write per cents as 45%, or as-said")
    .optional()
});

/**
 * The loop that article A tells of: money from Alibaba into an escrow account and on to Alibaba as
 * revenue, computing to the start-up, equity back. Flows are as thick as sums that are stated, or
 * follow from what is; what nobody states is dotted or blank. No step of it has a time, so nothing
 * moves. The scene's `facts` are the ids that the code names.
 */
export const loop = defineKind({
  name: "loop",
  options: z.strictObject({}),
  state,
  measure: () =>
    "US dollars. Of the escrow, article A speaks for start-ups in general; it does not name Moonshot.",
  height: (width) => places[width].height,
  controls: ({records, state: {money, share}}) => [
    ...(money === undefined ? [] : [whichMoney]),
    ...(share === undefined ? [] : [howNear(records)])
  ],
  supposes({records, state}) {
    const {share, credits, rest} = amountsOf(records, state);
    return share === null ? [] : [share, credits, rest];
  },
  draw(drawing) {
    const {document, records, state, width, height} = drawing;
    const route = state.show === "route";
    return plot({
      document,
      width,
      height,
      label: route
        ? "Ring of what flows between Alibaba, an escrow account, Alibaba’s cloud and Moonshot AI"
        : "Investments of Alibaba, Microsoft and Amazon, and what part came as computing",
      marks: [() => (route ? drawRoute(drawing, amountsOf(records, state)) : drawEchoes(drawing))]
    });
  },
  describe({records, state}) {
    if (state.show === "echoes") return echoesOf(records).map(echoSays).join(" ");
    return routeSays(records, amountsOf(records, state));
  },
  table: ({records}) => ({
    caption: "What flows where, what it is said to echo, and who says so",
    columns: ["What", "How much", "Hedge", "Words", "Where from"],
    rows: loopRows(records)
  })
});

const whichMoney: Control = {
  attribute: "money",
  label: "Which money is held in escrow?",
  as: "choice",
  values: [
    {value: "either", text: "not said"},
    {value: "credits", text: "the credits only"},
    {value: "all", text: "all of it"}
  ],
  assumption: true
};

function howNear(records: LoopRecords): Control {
  const words = quoted(shareWords(records));
  const shares = sharesPermitted(records);
  const floor = setsFloor(records) ? "" : ` The words set no floor; ${shares[0]!} is ours.`;
  return {
    attribute: "share",
    label: `How near is ${words}?${floor}`,
    as: "range",
    values: [
      // First: what stands last in a range reads as its most.
      {value: "as-said", text: "not said"},
      ...shares.map((value) => ({value, text: value}))
    ],
    assumption: true
  };
}

function routeSays(records: LoopRecords, amounts: Amounts): string {
  const {invested, credits, rest, share, money} = amounts;
  const computed = share === null ? "computed" : "assumed";
  const [sum, other] = heldOf(amounts).map(formatSpoken);
  const clause = ifClauses(amounts, shareWords(records)).join(" ");
  const held = other === undefined ? sum! : `${sum}, or all ${other}`;
  const stake = formatSpoken(records.fact("alibaba.disclosed-stake-in-moonshot").quantity);
  return [
    `Alibaba invests ${formatSpoken(invested)} in Moonshot AI: ${formatSpoken(credits)} as cloud credits, ${computed}, and ${formatSpoken(rest)} in a form that is not stated, ${computed}.`,
    `Money for start-ups is held in an escrow account that ${quoted(records.statement("A:counts-as-revenue").says)}: so says ${authorsOf(records)}.`,
    clause === ""
      ? `Of the money for Moonshot AI that would be ${held}: the article’s sentence fits both.`
      : `${capital(clause)}, that is ${held}, assumed.`,
    "Which unit of Alibaba counts it is not stated.",
    "Alibaba’s cloud gives Moonshot AI computing; when the credits are spent is not stated.",
    `Moonshot AI gives equity; article A does not say how much. Alibaba itself reports ${stake}.`,
    money === "all"
      ? "No cash then goes to Moonshot AI."
      : "Whether any cash goes to Moonshot AI is not stated."
  ].join(" ");
}
