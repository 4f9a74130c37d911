import {formatSpoken} from "../format.ts";
import {isStated} from "../quantity.ts";
import type {Quantity} from "../quantity.ts";

/** Value, bounds, hedge and unit of a quantity, for whoever wants to see how words were read. */
export function describeReading(quantity: Quantity): string {
  const {hedge, value, lower, upper, lowerOpen, upperOpen, unit} = quantity;
  if (!isStated(quantity)) return "no number";
  const number = (n: number): string =>
    n.toLocaleString("en", {maximumFractionDigits: Math.abs(n) < 10 ? 6 : 2});
  const bounds = [
    ...(lower === null ? [] : [`${lowerOpen ? "above" : "from"} ${number(lower)}`]),
    ...(upper === null ? [] : [`${upperOpen ? "below" : "up to"} ${number(upper)}`])
  ];
  const point = lower !== null && lower === upper;
  return [
    formatSpoken(quantity),
    value === null ? "no single value" : `value ${number(value)}`,
    ...(point ? [] : [bounds.length === 0 ? "no bounds" : bounds.join(", ")]),
    hedge === "none" ? "no hedge" : `hedge: ${hedge}`,
    `unit: ${unit}`
  ].join(" · ");
}
