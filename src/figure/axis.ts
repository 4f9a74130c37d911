import {ticks} from "d3";
import {number} from "../arithmetic.ts";
import {formats} from "../format.ts";
import {isCurrency} from "../quantity.ts";

/** A tick's label: the number with its unit, shares in per cent; nought has no unit. */
export function tickLabel(value: number, unit: string): string {
  return value === 0 ? "0" : formats.percent(number(value, unit));
}

/** Few ticks between two ends, both included where they are round: at most about `count`. */
export function fewTicks(from: number, to: number, count: number): number[] {
  return ticks(from, to, count);
}

const currencyNames: Readonly<Record<string, string>> = {
  USD: "US dollars",
  EUR: "euros",
  GBP: "pounds",
  CNY: "yuan",
  HKD: "Hong Kong dollars",
  JPY: "yen",
  INR: "rupees"
};

/** What a unit is called in a line that says what is measured. */
export function unitName(unit: string): string {
  if (isCurrency(unit)) return currencyNames[unit] ?? unit;
  if (unit === "ratio") return "per cent";
  return unit === "pp" ? "percentage points" : unit;
}
