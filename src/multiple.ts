import {changeBefore} from "./change.ts";
import type {Measured} from "./measured.ts";
import type {Core} from "./reading.ts";
import {at} from "./token.ts";
import type {Token} from "./token.ts";

/** Whether "a factor of" stands before a number or its hedges. */
export function isFactor(tokens: readonly Token[], start: number): boolean {
  return at(tokens, start - 1).text === "of" && at(tokens, start - 2).text === "factor";
}

/** Whether one of some numbers in one unit says how many times: "2- to 3-fold", "1.8 ± 0.2 times". */
export function isMultiple(...numbers: readonly Measured[]): boolean {
  return numbers.some(({words}) => words?.multiple === true);
}

/**
 * Whether something falls by so many times: threefold, by a factor of three. It is left with a
 * third, or so; nobody has written which.
 */
export function isFallenTimes(tokens: readonly Token[], core: Core, floor: number): boolean {
  if (core.multiple !== true) return false;
  const {start} = core.prefix;
  const of = isFactor(tokens, start) ? start - 2 : start;
  const from = of < start && at(tokens, of - 1).text === "a" ? of - 1 : of;
  return changeBefore(tokens, from, floor)?.direction === -1;
}
