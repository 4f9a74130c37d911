import {shortenQuote} from "./text.ts";
import type {Hedge, Quantity} from "../quantity.ts";
import {readQuantity} from "../wording.ts";

/** What an author may write out where no wording carries the number. */
export interface WrittenOut {
  readonly value?: number | undefined;
  readonly hedge?: Hedge | undefined;
  readonly unit?: string | undefined;
}

export interface ReadingError {
  readonly code: "PL104" | "PL105" | "PL128";
  readonly error: string;
  readonly hint: string;
  /** The key at fault, where it is not the wording itself. */
  readonly key?: keyof WrittenOut;
}

// A fragment is a few words; what is longer is a paste gone wrong.
const longest = 2000;

/**
 * Reads the quantity of a claim from its wording, or, where that holds none, from what is written
 * out; what is written out beside a wording that reads can only say the same. `expect` is the unit
 * of the claim's measure. A measure's own unit ("MW") is taken from the measure, since no lexicon
 * can know it.
 */
export function readClaim(
  wording: string,
  expect: string,
  written: WrittenOut = {}
): Quantity | ReadingError {
  if (wording.length > longest)
    return {code: "PL104", error: "is far too long to hold one quantity", hint: "quote less"};
  const reading = readQuantity(wording, expect);
  if ("error" in reading) {
    if (/^two quantities/.test(reading.error))
      return {
        code: "PL105",
        error: `two quantities in "${shortenQuote(wording)}"`,
        hint: "shorten says: to the one that is meant, or write two claims"
      };
    if (written.value !== undefined) return writtenOut(wording, written.value, written, expect);
    // Where the reader says why it refuses a number, the author wants to know.
    const [, why] = /^no quantity in ".*": (.+)$/s.exec(reading.error) ?? [];
    return {
      code: "PL104",
      error: `cannot read a quantity in "${shortenQuote(wording)}"${why === undefined ? "" : `: ${why}`}`,
      hint: "write value: and hedge:"
    };
  }
  const {quantity: q} = reading;
  const own = q.unit === "count" && expect !== "count" && isOwnUnit(expect);
  const quantity = own ? {...q, unit: expect} : q;
  return driftOf(quantity, written) ?? quantity;
}

/** The wording is the data, so whatever is written out beside it may only repeat it. */
function driftOf(quantity: Quantity, written: WrittenOut): ReadingError | null {
  for (const key of ["value", "hedge", "unit"] as const) {
    if (written[key] === undefined || written[key] === quantity[key]) continue;
    const read = quantity[key] === null ? "a range" : String(quantity[key]);
    const hint = `remove ${key}:, which only stands where the words have no number`;
    return {code: "PL128", key, error: `the words read as ${read}, not ${written[key]}`, hint};
  }
  return null;
}

const known: ReadonlySet<string> = new Set([
  "ratio",
  "pp",
  "count",
  "year",
  "month",
  "day",
  "quarter"
]);

/** Whether a unit is neither a currency nor one that the wording reader knows. */
export function isOwnUnit(unit: string): boolean {
  return !known.has(unit) && !/^[A-Z]{3}$/.test(unit);
}

function writtenOut(
  wording: string,
  value: number,
  written: WrittenOut,
  expect: string
): Quantity | ReadingError {
  const hedge = written.hedge ?? "none";
  if (hedge === "between" || hedge === "class")
    return {
      code: "PL104",
      error: `a value cannot be ${hedge}`,
      hint: "a range is read from its wording"
    };
  const lower = hedge === "at-least" || hedge === "more-than" || hedge === "just-over";
  const upper =
    hedge === "at-most" || hedge === "less-than" || hedge === "up-to" || hedge === "nearly";
  const open =
    hedge === "more-than" || hedge === "just-over" || hedge === "less-than" || hedge === "nearly";
  const point = hedge === "exactly";
  return {
    verbatim: wording,
    hedge,
    value,
    lower: lower || point ? value : null,
    upper: upper || point ? value : null,
    lowerOpen: lower && open,
    upperOpen: upper && open,
    unit: written.unit ?? expect,
    significantFigures: figures(value)
  };
}

function figures(value: number): number {
  const [mantissa = ""] = String(Math.abs(value)).split("e");
  const digits = mantissa.replace(".", "").replace(/^0+/, "");
  return Math.max(1, (mantissa.includes(".") ? digits : digits.replace(/0+$/, "")).length);
}
