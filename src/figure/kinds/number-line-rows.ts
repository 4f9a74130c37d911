import type {Origin} from "../../facts/dataset.ts";
import {formatSpoken} from "../../format.ts";
import type {Quantity} from "../../quantity.ts";
import {isStated} from "../../quantity.ts";
import type {Records} from "../kind.ts";
import {
  capital,
  hedgeWord,
  measureOf,
  originBefore,
  originWord,
  placeOf,
  quoted,
  sourceOf,
  subjectOf,
  withOrigin
} from "../labels.ts";

export const groups = ["articles", "context", "computed", "beside"] as const;
export type Group = (typeof groups)[number];

/** One row of a number line: whose number, in which words, and what the words say of it. */
export interface Row {
  /** As the scene declares it. */
  readonly id: string;
  readonly fact: string;
  /** Null for a fact's own row. */
  readonly claim: string | null;
  readonly group: Group;
  readonly origin: Origin;
  /** Who and where. */
  readonly label: string;
  /** The document's words, or ours where there are none. */
  readonly says: string;
  readonly isQuote: boolean;
  readonly quantity: Quantity;
  /** Further claims of a fact that is in conflict. */
  readonly others: readonly Quantity[];
  /** The hedge in a word, and the origin where it is not evidence. */
  readonly word: string;
  /** What the number is of, where it is not what the line measures; null where it is. */
  readonly crossed: string | null;
  readonly measure: string;
  /** The measure as a heading. */
  readonly heading: string;
}

/**
 * Rows of all declared facts and claims, grouped: the articles' claims first, then what others
 * reported, then what was computed or supposed, each in the author's order; facts whose measure is
 * `beside` stand last. A claim of another measure than most of the articles' is crossed.
 * Throws where there is no record, where one is neither claim nor fact, and where units differ.
 */
export function rowsOf(records: Records, beside: string | undefined): Row[] {
  if (records.ids.length === 0) throw new Error("facts= names no claim or fact for the line");
  const rows = records.ids.map((id) => rowOf(records, id, beside));
  const units = new Set(rows.map(({quantity}) => quantity.unit));
  if (units.size > 1)
    throw new Error(`invalid number line: ${[...units].join(" and ")} on one line`);
  const main = mainMeasure(rows);
  const ofMain = rows.find((row) => row.measure === main);
  const name = ofMain === undefined ? main : measureOf(records.fact(ofMain.fact));
  return groups
    .flatMap((group) => rows.filter((row) => row.group === group))
    .map((row) =>
      row.measure === main || row.group === "computed" || row.group === "beside"
        ? row
        : {...row, crossed: `not a ${name}`}
    );
}

/** The measure of most rows of the articles, or of most rows where there are none. */
export function mainMeasure(rows: readonly Row[]): string {
  const own = rows.filter(({group}) => group === "articles");
  const counts = new Map<string, number>();
  for (const {measure, group} of own.length > 0 ? own : rows) {
    if (group !== "beside") counts.set(measure, (counts.get(measure) ?? 0) + 1);
  }
  return [...counts].reduce((best, next) => (next[1] > best[1] ? next : best), ["", 0])[0];
}

function rowOf(records: Records, id: string, beside: string | undefined): Row {
  const kind = records.kindOf(id);
  if (kind === "claim") return claimRow(records, id, beside);
  if (kind === "fact") return factRow(records, id, beside);
  throw new Error(`invalid record of a number line: ${id} is a ${kind}`);
}

function claimRow(records: Records, id: string, beside: string | undefined): Row {
  const claim = records.claim(id);
  const fact = records.fact(claim.fact);
  const place = placeOf(id);
  const source = sourceOf(records, claim);
  return {
    id,
    fact: claim.fact,
    claim: id,
    group: groupOf(records.source(claim.source).origin, fact.measure, beside),
    origin: claim.origin,
    label: inContext(
      place === null ? `${subjectOf(records, fact)}, ${source}` : capital(`${place} of ${source}`),
      records.source(claim.source).origin
    ),
    says: quoted(claim.says),
    isQuote: true,
    quantity: claim.quantity,
    others: [],
    word: wordOf(claim.quantity, claim.origin),
    crossed: null,
    measure: fact.measure,
    heading: capital(measureOf(fact))
  };
}

function factRow(records: Records, id: string, beside: string | undefined): Row {
  const fact = records.fact(id);
  const claims = fact.claims.map((claimId) => ({id: claimId, claim: records.claim(claimId)}));
  const preferred = claims.find((claim) => claim.id === fact.preferred);
  return {
    id,
    fact: id,
    claim: null,
    group: groupOf(originBefore(records, fact), fact.measure, beside),
    origin: fact.origin,
    label:
      preferred === undefined
        ? fact.label
        : // The words below it are that source's, and nobody else's.
          inContext(
            `${subjectOf(records, fact)}, ${sourceOf(records, preferred.claim)}`,
            originBefore(records, fact)
          ),
    says:
      preferred === undefined ? capital(formatSpoken(fact.quantity)) : quoted(preferred.claim.says),
    isQuote: preferred !== undefined,
    quantity: fact.quantity,
    others:
      fact.agreement === "conflict"
        ? claims.filter((claim) => claim !== preferred).map(({claim}) => claim.quantity)
        : [],
    word: wordOf(fact.quantity, fact.origin),
    crossed: null,
    measure: fact.measure,
    heading: capital(measureOf(fact))
  };
}

// What was computed, supposed or edited is said beside the mark.
function inContext(label: string, origin: Origin): string {
  return origin === "context" ? withOrigin(label, origin) : label;
}

function groupOf(origin: Origin, measure: string, beside: string | undefined): Group {
  if (measure === beside) return "beside";
  if (origin === "context") return "context";
  return origin === "derived" || origin === "assumed" ? "computed" : "articles";
}

// The words of what was computed or supposed are our own, and have the hedge already.
function wordOf(quantity: Quantity, origin: Origin): string {
  const word = hedgeWord(quantity);
  if (!isStated(quantity) || origin === "seed" || origin === "context") return word;
  const from = originWord(origin);
  return origin !== "edited" || word === "no hedge" ? from : `${word}, ${from}`;
}
