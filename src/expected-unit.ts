import {isAlone} from "./doubt.ts";
import {numberOf} from "./measured.ts";
import type {Measured} from "./measured.ts";
import type {Scan} from "./phrase.ts";
import {isCurrency} from "./quantity.ts";
import {at} from "./token.ts";
import {yenOrYuan} from "./units.ts";

/** The unit of a number that ends before `end`, from its measure where the words leave it open. */
export function expectedUnit(scan: Scan, unit: string | null, low: Measured, end: number): string {
  const {tokens, expect} = scan;
  if (unit === yenOrYuan) return settledUnit(scan, unit);
  const bare = unit === null || unit === "count";
  if (!bare || expect === undefined) return unit ?? "count";
  if (expect === "ratio") {
    const value = numberOf(low);
    return low.numeral.digits.includes(".") && value >= 0 && value <= 1 ? expect : "count";
  }
  const known = isCurrency(expect) || /^(pp|year|month|day|quarter)$/.test(expect);
  // Before a noun a number counts it: "four start-ups" are no four dollars.
  const counts = !isAlone(at(tokens, end)) && !low.numeral.scaled;
  return known && counts ? "count" : expect;
}

/** Of the currencies that share a sign the one that the measure has, if it has one. */
export function settledUnit({expect}: Scan, unit: string): string {
  return unit === yenOrYuan && (expect === "CNY" || expect === "JPY") ? expect : unit;
}
