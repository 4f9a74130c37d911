import {at, isHyphen} from "./token.ts";
import type {Token} from "./token.ts";

/** Why a number in words may be none: what stands around it has to tell. */
export type Doubt = "one" | "zero" | "half" | "ordinal" | "quarter" | "quarters" | "slash";

/** A number as it is written, without its unit: digits and what they are scaled and divided by. */
export interface Numeral {
  /** Index of the token after it. */
  readonly end: number;
  /** Decimal digits, "2.5". */
  readonly digits: string;
  /** Power of ten of its scale words. */
  readonly exponent: number;
  readonly divisor: number;
  readonly figures: number;
  /** A part is a fraction in words or signs: half, two-thirds, ¾. */
  readonly form: "digits" | "words" | "part";
  /** Whether it has a scale of its own: 5 million. */
  readonly scaled: boolean;
  readonly doubt: Doubt | null;
}

/** The number that a numeral stands for, in a unit that takes a further power of ten. */
export function valueOf({digits, exponent, divisor}: Numeral, shift = 0): number {
  // The decimal exponent scales without an error in the last place; a product would not.
  const value = Number(`${digits}e${exponent + shift}`);
  return divisor === 1 ? value : value / divisor;
}

/** Digits that carry meaning: trailing zeros of a whole number do not. */
export function figuresOf(digits: string): number {
  const plain = digits.includes(".") ? digits.replace(".", "") : digits.replace(/0+$/, "");
  return Math.max(1, plain.replace(/^0+/, "").length);
}

/** Million, bn, hundred thousand, lakh crore after a number; glued, after a hyphen or a space. */
export function readScale(
  tokens: readonly Token[],
  start: number,
  money: boolean
): {readonly end: number; readonly exponent: number} {
  let end = start;
  let exponent = 0;
  for (let last = 0; ;) {
    const from = isHyphen(tokens, end) ? end + 1 : end;
    const {word, gap, text, capitals} = at(tokens, from);
    const spelled = word.scale;
    // "10 m" may be metres; "10 M" is ten million.
    const vague = gap && text.length === 1 && !money && capitals === "none";
    const short = vague ? undefined : word.short;
    // "mm" are millimetres but of money, and "5-m" is a length.
    const small =
      (text === "mm" && capitals !== "all" && !money) ||
      (from > end && short !== undefined && !money);
    const scale = spelled ?? (small || end > start ? undefined : short);
    if (scale === undefined || (last !== 0 && spelled === undefined)) return {end, exponent};
    if (last !== 0 && scale < last) return {end, exponent};
    exponent += scale;
    last = scale;
    end = from + 1;
  }
}

/** Whether a numeral is a whole number without a scale, such as a year or a day has. */
export function isPlain(numeral: Numeral): boolean {
  return (
    !numeral.scaled &&
    numeral.divisor === 1 &&
    numeral.form !== "part" &&
    !numeral.digits.includes(".")
  );
}
