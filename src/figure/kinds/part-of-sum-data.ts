import type {Claim, Origin} from "../../facts/dataset.ts";
import type {Quantity} from "../../quantity.ts";
import type {Records} from "../kind.ts";
import {capital, listed, measureOf, quoted, sourceOf, withOrigin} from "../labels.ts";
import {extentOf} from "../parts.ts";

/** A number of the figure, and who gives it in which words. */
export interface Given {
  /** As the scene declares it. */
  readonly id: string;
  readonly fact: string;
  /** Null for a fact's own number. */
  readonly claim: string | null;
  /** The claim whose words stand for it: of a fact the preferred one. */
  readonly told: string | null;
  readonly origin: Origin;
  readonly quantity: Quantity;
  /** What is measured, without its subject. */
  readonly measure: string;
  /** The fact's whole label. */
  readonly label: string;
  readonly who: string;
  /** Whom the source has it from, where it says so. */
  readonly by: string;
  /** The source's words in quotation marks; empty where there are none. */
  readonly says: string;
}

/** A statement in its source's words. */
export interface Said {
  readonly id: string;
  readonly says: string;
}

/** What somebody else says of the same sum, or of the same share of it. */
export interface Other extends Given {
  readonly of: "sum" | "share";
  /** What else the same source says. */
  readonly notes: readonly Said[];
}

/** One sum, the share of it that is told, and what is computed from the two. */
export interface Sum {
  readonly sum: Given;
  readonly share: Given;
  readonly amount: Given | null;
  readonly remainder: Given | null;
}

/** Ids of the facts that are computed from a sum and its share. */
export interface Computed {
  readonly amount?: string | undefined;
  readonly remainder?: string | undefined;
}

/**
 * The sum of a scene, which is the first amount it declares, and its share, which is the first share.
 * Throws where either is missing, where the share is of something else, and where what was computed
 * is not in the sum's unit.
 */
export function sumOf(records: Records, computed: Computed): Sum {
  const own = [computed.amount, computed.remainder];
  const given = records.ids.filter((id) => isNumber(records, id) && !own.includes(id));
  const numbers = given.map((id) => givenOf(records, id));
  const sum = numbers.find(({quantity}) => quantity.unit !== "ratio");
  const share = numbers.find(({quantity}) => quantity.unit === "ratio");
  if (sum === undefined || share === undefined)
    throw new Error("invalid part of a sum: declare the sum and the share, in facts=");
  const whole = share.told === null ? null : records.claim(share.told).of;
  if (whole !== null && whole !== sum.fact)
    throw new Error(`invalid part of a sum: ${share.id} is a share of ${whole}, not ${sum.fact}`);
  if (extentOf(sum.quantity).length === 0)
    throw new Error(`invalid part of a sum: ${sum.id} is not stated`);
  const derived = (id: string | undefined): Given | null => {
    if (id === undefined) return null;
    const found = givenOf(records, id);
    if (found.quantity.unit !== sum.quantity.unit)
      throw new Error(`invalid part of a sum: ${id} is not in ${sum.quantity.unit}`);
    return found;
  };
  return {sum, share, amount: derived(computed.amount), remainder: derived(computed.remainder)};
}

/**
 * What others say, in the given order: claims and facts, each with the statements of its source that
 * are given too. Throws where a statement has no number of its source to stand with.
 */
export function othersOf(records: Records, ids: readonly string[], {sum}: Sum): Other[] {
  const statements = ids.filter((id) => records.kindOf(id) === "statement");
  const numbers = ids.filter((id) => isNumber(records, id));
  const others = numbers.map((id): Other => {
    const given = givenOf(records, id);
    const {unit} = given.quantity;
    if (unit !== "ratio" && unit !== sum.quantity.unit)
      throw new Error(`invalid part of a sum: ${id} is not in ${sum.quantity.unit}`);
    const source = given.told === null ? null : records.claim(given.told).source;
    const notes = statements.filter((other) => records.statement(other).source === source);
    return {
      ...given,
      of: unit === "ratio" ? "share" : "sum",
      notes: notes.map((note) => saidOf(records, note))
    };
  });
  const placed = others.flatMap(({notes}) => notes.map(({id}) => id));
  const loose = ids.find((id) => !numbers.includes(id) && !placed.includes(id));
  if (loose !== undefined)
    throw new Error(`invalid part of a sum: ${loose} stands with no number of its source`);
  return others;
}

/** A statement's words. */
export function saidOf(records: Records, id: string): Said {
  return {id, says: quoted(records.statement(id).says)};
}

/** Whether a record is a number: a claim or a fact. */
export function isNumber(records: Records, id: string): boolean {
  const kind = records.kindOf(id);
  return kind === "claim" || kind === "fact";
}

/** A declared claim or fact; a fact's words are those of its preferred claim. */
export function givenOf(records: Records, id: string): Given {
  const isClaim = records.kindOf(id) === "claim";
  const factId = isClaim ? records.claim(id).fact : id;
  const fact = records.fact(factId);
  const told = isClaim ? id : fact.preferred;
  const claim = told === null ? null : records.claim(told);
  const origin = isClaim ? claim!.origin : fact.origin;
  const measure = measureOf(fact);
  return {
    id,
    fact: factId,
    claim: isClaim ? id : null,
    told,
    origin,
    quantity: isClaim ? claim!.quantity : fact.quantity,
    measure,
    label: fact.label,
    who: capital(withOrigin(claim === null ? measure : sourceOf(records, claim), origin)),
    by: claim === null ? "" : namedBy(records, claim),
    says: claim === null ? "" : quoted(claim.says)
  };
}

// A source's label may name who speaks already.
function namedBy(records: Records, claim: Claim): string {
  const source = sourceOf(records, claim);
  const names = claim.by.map((by) => (/^[a-z][a-z0-9-]*$/.test(by) ? records.entity(by).name : by));
  return listed(names.filter((name) => !source.includes(name)));
}
