import type {Claim, Fact, Origin} from "../../facts/dataset.ts";
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
  /** The share and its noun, as one phrase. */
  readonly phrase: string;
  /** What it is a share of. */
  readonly noun: string;
  /** Whether any record says how many that is. */
  readonly counted: boolean;
  /** The source's words in quotation marks, and that the phrase is a translation if they are foreign. */
  readonly says: string;
  /** The words before the share, which hold the verb; empty where the fragment begins with it. */
  readonly lead: string;
}

/** What a figure of shares says where no record counts the whole. */
export const uncounted = "How many that is, nobody here says.";

/** Rows of the given claims and facts, in their order. */
export function rowsOf(records: Records, ids: readonly string[]): Row[] {
  return ids.map((id) => {
    const kind = records.kindOf(id);
    if (kind === "claim") return rowOf(records, id, records.claim(id), id);
    if (kind !== "fact") throw new Error(`invalid record of shares: ${id} is a ${kind}`);
    const {preferred} = records.fact(id);
    const claim = preferred === null ? null : records.claim(preferred);
    return rowOf(records, id, claim, null);
  });
}

function rowOf(records: Records, id: string, claim: Claim | null, claimId: string | null): Row {
  const factId = claim?.fact ?? id;
  const fact = records.fact(factId);
  const quantity = claimId === null ? fact.quantity : claim!.quantity;
  const source = claim === null ? null : records.source(claim.source);
  const when = claim?.when ?? source?.datePublished ?? null;
  // A label may hedge its date, as "February or March" does; where the words themselves have no date.
  const labelled = claim?.when == null ? (datedLabel.exec(source?.label ?? "")?.[1] ?? null) : null;
  const whole = claim?.of == null ? null : records.fact(claim.of);
  const says = claim === null ? "" : claim.says;
  const start = quantity.verbatim === "" ? -1 : says.indexOf(quantity.verbatim);
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
    share: shareOf(quantity),
    phrase: isStated(quantity)
      ? `${shareOf(quantity)} of ${nounOf(fact, whole)}`
      : `share of ${nounOf(fact, whole)}: not stated`,
    noun: nounOf(fact, whole),
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

function nounOf(fact: Fact, whole: Fact | null): string {
  const text = whole === null ? measureOf(fact).replace(/^.*?\bshare of /, "") : measureOf(whole);
  return text.replaceAll("'", "’");
}
