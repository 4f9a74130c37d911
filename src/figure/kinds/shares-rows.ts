import type {Claim, Origin} from "../../facts/dataset.ts";
import {formatSpoken} from "../../format.ts";
import type {Quantity} from "../../quantity.ts";
import {isStated} from "../../quantity.ts";
import {formatTime} from "../../time.ts";
import type {Records} from "../kind.ts";
import {listed, measureOf, quoted, sourceOf, withOrigin} from "../labels.ts";

/** One row: who says which share of what, when and in which words. */
export interface Row {
  readonly id: string;
  readonly fact: string;
  readonly claim: string | null;
  readonly origin: Origin;
  readonly when: string;
  readonly who: string;
  readonly quantity: Quantity;
  /** The share in the source's own words: "half", "approximately 80%". */
  readonly share: string;
  /** What it is a share of, as the measure or the whole is called. */
  readonly noun: string;
  /** The share up to its noun, in the source's words where they are there: "50% of the country’s". */
  readonly opening: string;
  /** What tells its noun from the others: "generative AI firms". */
  readonly tail: string;
  /** What it is a share of, as it is drawn: "the country’s generative AI firms". */
  readonly whole: string;
  /** Whether `opening` and `tail` are all that the source says after `lead`. */
  readonly verbatim: boolean;
  /** Whether any record says how many that is. */
  readonly counted: boolean;
  /** The source's words in quotation marks, and that the phrase is a translation if they are foreign. */
  readonly says: string;
  /** The words before the share, which hold the verb; empty where the fragment begins with it. */
  readonly lead: string;
}

/** What a figure of shares says where no record counts the whole. */
export const uncounted = "How many that is, nobody here says.";

/** Rows of the given claims and facts, in their order. Throws where there are none, or one is no share. */
export function rowsOf(records: Records, ids: readonly string[]): Row[] {
  if (ids.length === 0) throw new Error("facts= names no claim or fact that is a share");
  const common = alike(records.ids.map((id) => nounOf(records, sharedBy(records, id))));
  return ids.map((id) => rowOf(records, sharedBy(records, id), common));
}

/** What a row is of: a claim that is declared, or a fact with the claim that it prefers. */
interface Shared {
  readonly id: string;
  readonly claim: Claim | null;
  readonly claimId: string | null;
}

function sharedBy(records: Records, id: string): Shared {
  const kind = records.kindOf(id);
  if (kind === "claim") return {id, claim: records.claim(id), claimId: id};
  if (kind !== "fact") throw new Error(`invalid record of shares: ${id} is a ${kind}`);
  const {preferred} = records.fact(id);
  return {id, claim: preferred === null ? null : records.claim(preferred), claimId: null};
}

function rowOf(records: Records, shared: Shared, common: string): Row {
  const {id, claim, claimId} = shared;
  const factId = claim?.fact ?? id;
  const fact = records.fact(factId);
  const quantity = claimId === null ? fact.quantity : claim!.quantity;
  if (quantity.unit !== "ratio") throw new Error(`${id} is no share: its unit is ${quantity.unit}`);
  const source = claim === null ? null : records.source(claim.source);
  const when = claim?.when ?? source?.datePublished ?? null;
  // A label may hedge its date, as "February or March" does; where the words themselves have no date.
  const labelled = claim?.when == null ? (datedLabel.exec(source?.label ?? "")?.[1] ?? null) : null;
  const whole = claim?.of == null ? null : records.fact(claim.of);
  const noun = nounOf(records, shared);
  const says = claim === null ? "" : claim.says;
  const start = quantity.verbatim === "" ? -1 : says.indexOf(quantity.verbatim);
  const share = shareOf(quantity);
  const own = wordsFrom(share, claim);
  const tail = noun.slice(common.length).trimStart();
  const kept = endShared(own, tail);
  const opening =
    kept === ""
      ? `${isStated(quantity) ? share : "share"} of ${common}`.trimEnd()
      : own.slice(0, -kept.length - 1);
  return {
    id,
    fact: factId,
    claim: claimId,
    origin: claimId === null ? fact.origin : claim!.origin,
    when: labelled ?? (when === null ? "no date given" : formatTime(when)),
    who: withOrigin(
      claim === null ? fact.label : whoSays(records, claim),
      claimId === null ? fact.origin : claim!.origin
    ),
    quantity,
    share,
    noun,
    opening,
    tail: `${kept || tail}${isStated(quantity) ? "" : ": not stated"}`,
    whole: kept === "" ? noun : own.slice(share.length).replace(/^ of /, ""),
    verbatim: kept !== "" && typographic(says).endsWith(own),
    counted: whole !== null && isStated(whole.quantity),
    says:
      says === "" ? "" : `${/^en\b/.test(source!.lang) ? "" : "translated from "}${quoted(says)}`,
    lead: start > 0 ? says.slice(0, start).trim() : ""
  };
}

// The verbatim of a quantity is the part that was read, hedge to unit, and a share's words are the
// figure's subject: "50%" and "half" are told apart.
function shareOf(quantity: Quantity): string {
  return quantity.verbatim === "" ? formatSpoken(quantity) : quantity.verbatim;
}

// What the source, or the translation of it, says from the share on.
function wordsFrom(share: string, claim: Claim | null): string {
  const words = claim === null ? "" : typographic(claim.gloss ?? claim.says);
  const start = words.indexOf(share);
  return start < 0 ? "" : words.slice(start);
}

/** The words that two texts both end with; the first keeps one of its own. */
function endShared(text: string, other: string): string {
  const [words, others] = [text.split(" "), other.split(" ")];
  let count = 0;
  while (
    count < Math.min(words.length - 1, others.length) &&
    words.at(-1 - count) === others.at(-1 - count)
  )
    count += 1;
  return count === 0 ? "" : words.slice(-count).join(" ");
}

function typographic(text: string): string {
  return text.replaceAll("'", "’");
}

const datedLabel = /, ([^,]*\b\d{4})$/;

// A source's label may name its speaker, or the date that stands apart.
function whoSays(records: Records, claim: Claim): string {
  const source = sourceOf(records, claim).replace(datedLabel, "");
  const names = claim.by
    .map((by) => (isEntity(by) ? records.entity(by).name : by))
    .filter((name) => !source.includes(name));
  return names.length === 0 ? source : `${listed(names)}, in ${source}`;
}

function isEntity(by: string): boolean {
  return /^[a-z][a-z0-9-]*$/.test(by);
}

function nounOf(records: Records, {id, claim}: Shared): string {
  const text =
    claim?.of == null
      ? measureOf(records.fact(claim?.fact ?? id)).replace(/^.*?\bshare of /, "")
      : measureOf(records.fact(claim.of));
  return typographic(text);
}

/** The words that all of several texts begin with; each keeps one of its own. */
function alike(texts: readonly string[]): string {
  const [first = [], ...others] = [...new Set(texts)].map((text) => text.split(" "));
  if (others.length === 0) return "";
  const shortest = Math.min(first.length, ...others.map(({length}) => length));
  let end = 0;
  while (end < shortest - 1 && others.every((words) => words[end] === first[end])) end += 1;
  return first.slice(0, end).join(" ");
}
