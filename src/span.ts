import {numberOf} from "./measured.ts";
import type {Measured} from "./measured.ts";
import type {Numeral} from "./numeral.ts";
import {at, isGlued} from "./token.ts";
import type {Token} from "./token.ts";
import {readUnit} from "./unit-words.ts";

/** Two ends of a range, or a number with an interval around it. */
export interface Range {
  readonly end: number;
  readonly lower: number;
  readonly upper: number;
  /** The number inside: of "5% ± 1%", of "42% (95% CI 38–46%)"; null for a plain range. */
  readonly centre: number | null;
  readonly figures: number;
  readonly unit: string;
  /** Whether neither end has a unit. */
  readonly bare: boolean;
  /** Which ends are left out: "3% to nearly 5%" has no upper one. */
  readonly opens: {readonly lower: boolean; readonly upper: boolean};
  /** Whether a hedge inside leaves nobody knowing where the range ends: "from about 3% to 5%". */
  readonly vague: boolean;
  /** Whether its numbers say how many times, as "fold" does. */
  readonly multiple: boolean;
  /** Whether an end has a sign of its own, which after "fell" may point either way. */
  readonly signed: boolean;
}

/** What looks like a range and gives none: nothing in it is a number of its own either. */
export interface NoRange {
  readonly end: number;
  /** What the author is told; null where years, days or a time are no quantity anyway. */
  readonly reason: string | null;
}

/** A range that its words leave closed and plain. */
export const plain = {
  opens: {lower: false, upper: false},
  vague: false,
  signed: false
} as const;

/** The lower end, in the scale of the upper one if that keeps it lower: "1.5–2 billion". */
export function sharedScale(low: Measured, high: Measured, upper: number): number {
  if (low.numeral.scaled || !high.numeral.scaled || low.numeral.form === "part")
    return numberOf(low);
  const shared = inScaleOf(low, high);
  return shared < upper ? shared : numberOf(low);
}

/** A number without a scale, in that of another. */
export function inScaleOf(own: Measured, {numeral}: Measured): number {
  // The digits of a number in words are written out: the scale of "two million" is six of them.
  const zeros = numeral.digits.length - numeral.digits.replace(/0+$/, "").length;
  const written = numeral.form === "words" ? Math.floor(zeros / 3) * 3 : 0;
  return numberOf({...own, numeral: {...own.numeral, exponent: numeral.exponent + written}});
}

/** "Two or three hundred", "two to three dozen": of what the first is, nobody can be sure. */
export function isHundredfold(tokens: readonly Token[], low: Measured, high: Measured): boolean {
  const inWords = low.numeral.form === "words" && high.numeral.form === "words";
  if (!inWords || numberOf(low) >= 20) return false;
  const {end} = high.numeral;
  if (at(tokens, end - 1).text === "dozen") return true;
  for (let i = high.first; i < end; ++i) if (at(tokens, i).text === "hundred") return true;
  return false;
}

/** The token after a dash that joins two ends: one with as much space behind it as before it. */
export function dashAt(tokens: readonly Token[], i: number): number | null {
  const {text, gap} = at(tokens, i);
  const even = gap === at(tokens, i + 1).gap;
  if (text === "-" || text === "−") return isGlued(tokens, i) && even ? i + 1 : null;
  return text === "–" && even ? i + 1 : null;
}

/** Whether numbers in a unit always have a word behind them: in kilograms, not in dollars or per cent. */
export function isMeasure(unit: string | null): boolean {
  return unit !== null && !/^(?:[A-Z]{3}|ratio|pp|count)$/.test(unit);
}

// What may follow a number that has its unit already.
const small =
  /^(?:in|of|per|and|or|to|for|at|on|by|from|with|than|as|over|under|an?|the|is|was|were|are|but|if|so|we|it|he|she|who|had|has|not|vs|all|out|up|off|its|due|ago|did|may|can|now|one|two|each|after|before|between|since|that|which)$/;

/** Whether a word that is no small one stands right behind a number, where a unit would. */
export function isNoun(tokens: readonly Token[], end: number): boolean {
  const {text} = at(tokens, end);
  return /^[\p{L}µ]+$/u.test(text) && !small.test(text);
}

/** Whether a unit, a scale or a power follows, past a closing bracket too. */
export function isContinued(tokens: readonly Token[], end: number, numeral: Numeral): boolean {
  const closed = /^[)\]]$/.test(at(tokens, end).text);
  const i = closed ? end + 1 : end;
  if (/^[x×]$/.test(at(tokens, i).text)) return true;
  return (
    closed && (at(tokens, i).word.scale !== undefined || readUnit(tokens, i, numeral) !== null)
  );
}
