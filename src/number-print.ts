import {decimalOf, places, round, write} from "./digits.ts";
import type {Decimal, Rounding} from "./digits.ts";
import {levelWords} from "./interval-names.ts";
import {isCurrency} from "./quantity.ts";
import type {Quantity} from "./quantity.ts";
import {literalFigures} from "./significance.ts";

/** How numbers are written: in prose, on a chart, with small ones in words. */
export interface Style {
  readonly short: boolean;
  /** Whether shares are always in per cent, never half or three times. */
  readonly percent: boolean;
  /** Whether a rise has a plus sign. */
  readonly signed: boolean;
  /** Whether small whole numbers are spelled out. */
  readonly spelled: boolean;
}

/** A number of a quantity, with the digits that it prints. */
export interface Printed {
  /** Sign, currency and digits, without scale and unit: "−$2.5". */
  readonly front: string;
  readonly digits: string;
  /** The scale: " billion", "B" or nothing. */
  readonly scale: string;
  /** The unit behind it: "%", " years". */
  readonly back: string;
  /** Whether it is one word or phrase, such as "half", to which no unit is added. */
  readonly phrase: boolean;
}

/** All parts together. */
export function whole({front, digits, scale, back}: Printed): string {
  return front + digits + scale + back;
}

/**
 * Writes one number of a quantity. A value with more digits than its figures vouch for, which only
 * calculations give, is rounded to those, and at least to two; a bound is then rounded outwards, so
 * that what is printed still holds. `full` writes no scale word.
 */
export function printNumber(
  q: Quantity,
  x: number,
  rounding: Rounding,
  style: Style,
  full = false
): Printed {
  if (q.unit === "ratio") {
    const phrase = style.percent ? null : partPhrase(q, x);
    if (phrase !== null)
      return {front: x < 0 ? "minus " : "", digits: phrase, scale: "", back: "", phrase: true};
  }
  const exact = decimalOf(x);
  // A bound moves when it is rounded: less so with a figure more.
  const least = Math.max(rounding === "nearest" ? 2 : 3, q.significantFigures);
  const decimal = round(exact, least, rounding);
  // A range has the figures of its finer end: its other end is not padded to them.
  const pad = q.value === x && q.significantFigures < literalFigures ? q.significantFigures : 1;
  const sign = decimal.negative ? "−" : style.signed && x > 0 ? "+" : "";
  if (style.spelled && isSmall(q, x))
    return {
      front: "",
      digits: numberWords[x]!,
      scale: "",
      back: unitBehind(q, x, style),
      phrase: true
    };
  const scaled = full ? noScale : scaleOf(q, decimal, style);
  const shift = q.unit === "ratio" && !isMultiple(q, style) ? -2 : scaled.exponent;
  return {
    front: sign + unitBefore(q.unit),
    digits: write(decimal, shift, pad),
    scale: scaled.word,
    back: unitBehind(q, x, style),
    phrase: false
  };
}

const numberWords = "zero one two three four five six seven eight nine ten".split(" ");

/** Whether a number is one that words are used for: whole, up to ten, and no part of money. */
export function isSmall(q: Quantity, x: number): boolean {
  if (!Number.isInteger(x) || x < 0 || x > 10 || q.significantFigures > String(x).length)
    return false;
  // "Three quarters" would be read as three of four.
  if (q.unit === "quarter") return x !== 3 && x !== 1;
  return q.unit === "ratio"
    ? x > 1 && isMultiple(q, {percent: false})
    : !isCurrency(q.unit) && q.unit !== "pp";
}

interface Scale {
  readonly exponent: number;
  readonly word: string;
}
const noScale: Scale = {exponent: 0, word: ""};

/** Million, billion, trillion, and on charts K; none where it would leave a tail of decimals. */
function scaleOf({unit, hedge}: Quantity, decimal: Decimal, style: Style): Scale {
  if (unit === "ratio" || unit === "pp") return noScale;
  // 3M is a company.
  const brand = unit === "count" && hedge === "none" && write(decimal, 6, 1) === "3";
  const short = style.short && !brand;
  const {exponent} = decimal;
  const scales: readonly (readonly [number, string, string])[] = [
    [12, " trillion", "T"],
    [9, " billion", "B"],
    [6, " million", "M"]
  ];
  for (const [power, word, letter] of scales)
    if (exponent >= power)
      return places(decimal, power) > 4 ? noScale : {exponent: power, word: short ? letter : word};
  const thousands = short && exponent >= 4 && decimal.digits.length <= 3;
  return thousands ? {exponent: 3, word: "K"} : noScale;
}

function unitBefore(unit: string): string {
  if (unit === "USD") return "$";
  if (unit === "CNY") return "RMB ";
  return isCurrency(unit) ? `${unit} ` : "";
}

function unitBehind(q: Quantity, x: number, style: Style): string {
  const {unit} = q;
  if (unit === "count" || isCurrency(unit)) return "";
  if (unit === "ratio") return isMultiple(q, style) ? (style.short ? "×" : " times") : "%";
  if (unit === "pp")
    return style.short ? " pp" : Math.abs(x) === 1 ? " percentage point" : " percentage points";
  // A symbol has no plural: GB, MW, GB/s.
  const symbol = /[^a-z]/.test(unit) || unit.length < 3;
  return ` ${unit}${symbol || Math.abs(x) === 1 || unit.endsWith("s") ? "" : "s"}`;
}

const percents = /%|per ?cent|pct/i;
const times = /times|fold|twice|thrice|doubl|tripl|trebl|quadrupl|quintupl|sextupl|halv|\dx\b|×/i;

/** Whether its words have a per cent of their own: the level of an interval is none. */
function saysPercent(verbatim: string): boolean {
  return percents.test(verbatim.replace(levelWords, ""));
}

/** Whether a ratio is said as so many times: the words did, or it is a calculated one over two. */
function isMultiple(
  {verbatim, value, lower, upper}: Quantity,
  {percent}: Pick<Style, "percent">
): boolean {
  if (percent || saysPercent(verbatim)) return false;
  return times.test(verbatim) || (verbatim === "" && Math.abs(value ?? lower ?? upper ?? 0) >= 2);
}

const parts: readonly (readonly [number, string])[] = [
  [1 / 2, "half"],
  [1 / 3, "a third"],
  [2 / 3, "two-thirds"],
  [1 / 4, "a quarter"],
  [3 / 4, "three-quarters"]
];

/**
 * Half, two-thirds, "2 in 7": a share as a phrase, where the words had one, or where it is said with
 * one figure and has no decimals that end.
 */
function partPhrase(q: Quantity, x: number): string | null {
  const {verbatim, significantFigures} = q;
  const share = Math.abs(x);
  if (times.test(verbatim) || significantFigures > 1) return null;
  const phrase = parts.find(([value]) => value === share)?.[1];
  const wordy =
    verbatim === "" || /half|halves|third|quarter|fourth|[½⅓⅔¼¾]|\d\/\d/i.test(verbatim);
  if (phrase !== undefined && wordy) return phrase;
  if (verbatim === "" || share >= 1 || decimalOf(share).digits.length < 10) return null;
  for (let below = 3; below <= 1000; ++below) {
    const above = Math.round(share * below);
    if (above / below === share) return `${above} in ${below}`;
  }
  return null;
}
