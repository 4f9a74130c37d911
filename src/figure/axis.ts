import {ticks} from "d3";
import {number} from "../arithmetic.ts";
import {formats} from "../format.ts";
import {isCurrency} from "../quantity.ts";

/** A tick's label: the number with its unit, shares in per cent; nought has no unit. */
export function tickLabel(value: number, unit: string): string {
  return value === 0 ? "0" : formats.percent(number(value, unit));
}

const scales = [
  [1e12, "T"],
  [1e9, "B"],
  [1e6, "M"],
  [1e3, "K"]
] as const;

/** A tick's label where its unit has no room, and is named elsewhere: "200", "2K". */
export function bareTickLabel(value: number): string {
  const [size, letter] = scales.find(([size]) => Math.abs(value) >= size) ?? [1, ""];
  return `${tickLabel(value / size, "count")}${letter}`;
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
