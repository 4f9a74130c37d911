import {multiply, number, subtract} from "../../../src/arithmetic.ts";
import type {Result} from "../../../src/arithmetic.ts";
import {reachOf} from "../../../src/facts/agreement.ts";
import {formats} from "../../../src/format.ts";
import type {Records} from "../../../src/figure/kind.ts";
import type {Quantity} from "../../../src/quantity.ts";
import type {RecordId} from "../ids.ts";

/** The records of the scene, by ids that the data has. */
export type LoopRecords = Omit<Records<RecordId>, "ids">;

/** What a step supposes of the money; nothing where article A's words are left as they are. */
export interface Supposed {
  /** Which money the article means: the credits or all that was invested; it does not say. */
  readonly money?: "either" | "credits" | "all" | undefined;
  /** The share that "nearly half" is, as in "45%", or "as-said". */
  readonly share?: string | undefined;
}

/** The sums of the loop, as stated and computed, or as they follow from what is supposed. */
export interface Amounts {
  readonly invested: Quantity;
  readonly credits: Quantity;
  readonly rest: Quantity;
  /** The supposed share; null where the words are left as they are. */
  readonly share: Quantity | null;
  readonly money: "either" | "credits" | "all";
  /** Which of the sums somebody has edited, or the words that they follow from. */
  readonly edited: Readonly<Record<Sum, boolean>>;
}

export type Sum = "invested" | "credits" | "rest";

const invested = "A:alibaba.in-moonshot";
const nearlyHalf = "A:moonshot.credits-share";

/** What the records of the scene, and what is supposed, come to. */
export function amountsOf(records: LoopRecords, supposed: Supposed): Amounts {
  const {money = "either", share: said = "as-said"} = supposed;
  const {quantity: whole, origin} = records.claim(invested);
  const isEdited = origin === "edited";
  if (said === "as-said") {
    const credits = records.fact("moonshot.credits");
    const rest = records.fact("moonshot.rest-of-investment");
    return {
      invested: whole,
      credits: credits.quantity,
      rest: rest.quantity,
      share: null,
      money,
      edited: {
        invested: isEdited,
        credits: credits.origin === "edited",
        rest: rest.origin === "edited"
      }
    };
  }
  const share = number(Number.parseInt(said, 10) / 100);
  const credits = fullyWritten(multiply(share, whole));
  const rest = fullyWritten(subtract(whole, credits));
  const edited = {invested: isEdited, credits: isEdited, rest: isEdited};
  return {invested: whole, credits, rest, share, money, edited};
}

/** Per cents that the words for the credits' share permit, least first: whole ones, and not many. */
export function sharesPermitted(records: LoopRecords): string[] {
  const {lower, upper} = reachOf(records.claim(nearlyHalf).quantity);
  const per = (share: number) => Math.round(Math.min(Math.max(share, 0), 1) * 100);
  const first = per(lower.at) + (lower.open ? 1 : 0);
  const last = per(upper.at) - (upper.open ? 1 : 0);
  const step = Math.ceil((last - first + 1) / 20);
  return Array.from(
    {length: Math.floor((last - first) / step) + 1},
    (_, i) => `${first + i * step}%`
  );
}

/** Whether the words for the credits' share say how small it may be. */
export function setsFloor(records: LoopRecords): boolean {
  return records.claim(nearlyHalf).quantity.lower !== null;
}

/** The words that the article has for the credits' share. */
export function shareWords(records: LoopRecords): string {
  return records.claim(nearlyHalf).quantity.verbatim;
}

/** Which sums are held in escrow, by the words or by what is supposed: the lesser first. */
export function sumsHeld({money}: Amounts): Sum[] {
  return money === "either" ? ["credits", "invested"] : [money === "all" ? "invested" : "credits"];
}

/** Sums that are held in escrow: the lesser first. */
export function heldOf(amounts: Amounts): Quantity[] {
  return sumsHeld(amounts).map((sum) => amounts[sum]);
}

/**
 * What the sum that is held hangs on, as clauses of which the first begins with "if"; none where
 * nothing is supposed. All of it is the same sum whatever the share.
 */
export function ifClauses({money, share}: Amounts, words: string): string[] {
  const parts = [
    ...(money === "credits" ? ["the credits only are held"] : []),
    ...(money === "all" ? ["all of it is held"] : []),
    ...(share === null || money === "all" ? [] : [`“${words}” is ${formats.percent(share)}`])
  ];
  return parts.map((part, i) => `${i === 0 ? "if" : "and"} ${part}`);
}

// A share that is supposed is exact, and so is what follows from it: all figures are written.
function fullyWritten(result: Result): Quantity {
  if ("error" in result) throw new Error(result.error);
  return {...result.quantity, significantFigures: 3};
}
