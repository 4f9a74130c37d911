import {formatSpoken} from "../../../src/format.ts";
import type {Artboard} from "../../../src/figure/kind.ts";
import {quoted} from "../../../src/figure/labels.ts";
import {heldOf, ifClauses, shareWords} from "./loop-amounts.ts";
import type {Amounts, LoopRecords} from "./loop-amounts.ts";

/** Statements that money is held in escrow, the one that the story is about first. */
const escrow = ["A:escrow", "tr-im-second-article:escrow"] as const;

/** What is written in the loop, as the records have it and as it follows from what is supposed. */
export interface LoopWords {
  readonly invested: string;
  /** How many authors say that there is an escrow account. */
  readonly authors: string;
  /** On the narrow artboard two lines. */
  readonly credits: readonly string[];
  readonly rest: string;
  /** That it counts as revenue, in the source's words. */
  readonly revenue: string;
  /** How much is held, and what else it may be. */
  readonly held: readonly [string, string];
  /** Why that much; nothing on the narrow artboard, where the line before says it. */
  readonly why: readonly string[];
  /** Which part of Alibaba counts it as revenue. */
  readonly unit: string;
  readonly stake: string;
  readonly cash: string;
}

/** The words of a state on an artboard. */
export function wordsOf(records: LoopRecords, amounts: Amounts, width: Artboard): LoopWords {
  const {credits, share, money, invested} = amounts;
  const narrow = width === 340;
  const [held, other] = heldOf(amounts).map(formatSpoken);
  const sum = formatSpoken(credits);
  const clauses = ifClauses(amounts, shareWords(records));
  const assumed = share === null ? "" : ", assumed";
  return {
    invested: `invests ${formatSpoken(invested)}`,
    authors: authorsOf(records),
    credits: narrow ? [`credits${assumed}:`, sum] : [`cloud credits: ${sum}${assumed}`],
    rest: restWords(amounts, narrow, assumed),
    revenue: quoted(records.statement("A:counts-as-revenue").says),
    held: [
      money === "all" ? held! : held! + assumed,
      other === undefined ? (narrow ? shortIf[money] : "") : `or all ${other}`
    ],
    why: narrow ? [] : clauses.length === 0 ? ["The sentence fits both."] : clauses,
    unit: `which unit${narrow ? "" : " counts it"}: not stated`,
    stake: formatSpoken(records.fact("alibaba.disclosed-stake-in-moonshot").quantity),
    cash: money === "all" ? "none, if so" : "not stated"
  };
}

const shortIf = {either: "", credits: "if credits only", all: "if it is all"} as const;

function restWords({money, rest}: Amounts, narrow: boolean, assumed: string): string {
  const amount = narrow ? "" : `, ${formatSpoken(rest)}${assumed}`;
  switch (money) {
    case "either":
      return `the rest${amount}: also held?`;
    case "credits":
      return `without the rest${amount}`;
    case "all":
      return `and the rest${amount}`;
  }
}

/** "one author only", where all who speak of the escrow account are the same. */
export function authorsOf(records: LoopRecords): string {
  const authors = new Set(
    escrow.flatMap((id) => records.source(records.statement(id).source).authors)
  );
  return authors.size === 1 ? "one author only" : "more than one author";
}
