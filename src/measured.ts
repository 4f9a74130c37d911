import {exponentOf, times} from "./decimal.ts";
import {suffixAt} from "./hedge.ts";
import type {Found} from "./hedge.ts";
import {readNumeral} from "./number-words.ts";
import {valueOf} from "./numeral.ts";
import type {Numeral} from "./numeral.ts";
import type {Hedge} from "./quantity.ts";
import {at, isGlued, isHyphen} from "./token.ts";
import type {Token} from "./token.ts";
import {readCurrency, readUnit} from "./unit-words.ts";
import type {UnitWords} from "./unit-words.ts";
import {signs, yenOrYuan} from "./units.ts";

/** A number with its unit, sign and what hedges it from behind, as it stands in the text. */
export interface Measured {
  readonly first: number;
  /** Index of the token after it. */
  readonly end: number;
  readonly numeral: Numeral;
  readonly sign: 1 | -1;
  /** The currency that stands before it. */
  readonly currency: string | null;
  /** The unit that stands behind it. */
  readonly words: UnitWords | null;
  readonly suffix: Hedge | null;
}

/** Reads a number and its unit at a token; null where none begins there. */
export function readMeasured(tokens: readonly Token[], first: number): Measured | null {
  const signed = readSign(tokens, first);
  let sign = signed === null ? 1 : signed.sign;
  let start = signed === null ? first : signed.end;
  const money = readCurrency(tokens, start);
  if (money !== null) {
    start = money.end;
    const inner = sign === 1 && isGlued(tokens, start) ? minusAt(tokens, start) : null;
    if (inner !== null) {
      sign = -1;
      start = inner;
    }
  }
  let numeral = readNumeral(tokens, start, money !== null);
  if (numeral === null || isTooLarge(numeral)) return null;
  const currency = money === null ? null : money.code;
  const inner = innerSuffix(tokens, numeral.end);
  const scale = inner === null || numeral.scaled ? undefined : at(tokens, inner.end).word.scale;
  if (inner !== null && scale !== undefined)
    numeral = {...numeral, end: inner.end + 1, exponent: numeral.exponent + scale, scaled: true};
  // "0.5 of a percentage point"
  if (numeral.digits.startsWith("0.") && numeral.form === "digits")
    numeral = {...numeral, end: pointEnd(tokens, numeral.end)};
  const split = inner !== null && scale !== undefined;
  const words =
    (inner === null || split ? null : unitOf(tokens, inner.end, numeral, currency)) ??
    unitOf(tokens, numeral.end, numeral, currency);
  const between = split || (inner !== null && words !== null && words.end > inner.end);
  const end = words === null ? numeral.end : halfMore(tokens, words.end, words).end;
  const last = between ? null : suffixBehind(tokens, end);
  const found = between ? inner : last;
  return {
    first,
    end: last === null ? end : last.end,
    numeral: words === null ? numeral : withHalf(numeral, tokens, words),
    sign,
    currency,
    words,
    suffix: found === null ? null : (found.phrase.part as Hedge)
  };
}

/** Whether scales are piled up on a number until no double holds it. */
function isTooLarge(numeral: Numeral): boolean {
  return numeral.exponent > 200 && !Number.isFinite(valueOf(numeral));
}

/** The unit of a measured number; null where it counts things, or nothing. */
export function unitName({currency, words, numeral}: Measured): string | null {
  if (words !== null) return words.unit;
  return currency ?? (numeral.form === "part" && !numeral.scaled ? "ratio" : null);
}

/** Its number in its unit, sign included. */
export function numberOf({numeral, words, sign}: Measured, shift = words?.shift ?? 0): number {
  const value = valueOf(numeral, shift);
  const own = words === null || words.times === 1 ? value : times(value, words.times);
  return sign < 0 ? 0 - own : own;
}

/**
 * Its figures; where weeks became days, those that reach about as far as the weeks did: 21 days have
 * one, since "three weeks" may be half a week off.
 */
export function figuresIn(measured: Measured): number {
  const {numeral, words} = measured;
  if (words === null || words.times === 1) return numeral.figures;
  const [stated, own] = [valueOf(numeral), numberOf(measured)];
  if (stated === 0) return numeral.figures;
  const place = exponentOf(stated) + 1 - numeral.figures + Math.round(Math.log10(words.times));
  return Math.max(1, exponentOf(own) + 1 - place);
}

/** Past "of a" before a percentage point. */
function pointEnd(tokens: readonly Token[], end: number): number {
  const of = at(tokens, end).text === "of" && /^(a|one)$/.test(at(tokens, end + 1).text);
  return of && /^(percent|per|percentage)$/.test(at(tokens, end + 2).text) ? end + 2 : end;
}

function readSign(
  tokens: readonly Token[],
  start: number
): {readonly sign: 1 | -1; readonly end: number} | null {
  const {text, gap, kind} = at(tokens, start);
  if (text === "minus" || text === "negative") return {sign: -1, end: start + 1};
  const {kind: before, text: previous} = at(tokens, start - 1);
  const free = gap || (before === "sign" && previous !== "%" && previous !== ")");
  if (kind !== "sign" || !free) return null;
  if (text === "+" && isGlued(tokens, start + 1)) return {sign: 1, end: start + 1};
  const end = minusAt(tokens, start);
  return end === null ? null : {sign: -1, end};
}

/** The token after a minus that is glued to what follows. */
function minusAt(tokens: readonly Token[], start: number): number | null {
  return /^[-–−]$/.test(at(tokens, start).text) && isGlued(tokens, start + 1) ? start + 1 : null;
}

function unitOf(
  tokens: readonly Token[],
  start: number,
  numeral: Numeral,
  currency: string | null
): UnitWords | null {
  const words = readUnit(tokens, start, numeral);
  if (words === null) return null;
  const coin = /^([A-Z]{3}|¥)$/.test(words.unit);
  // "A $2bn quarter" and "$5 a day" have a currency, and the other words are no unit of theirs.
  if (currency !== null) {
    const either = currency === yenOrYuan && /^(JPY|CNY)$/.test(words.unit);
    return coin && (currency === "USD" || either || words.unit === currency) ? words : null;
  }
  // "Three won" something more often than they are money.
  const won = words.unit === "KRW" && at(tokens, words.end - 1).text === "won";
  if (won && !numeral.scaled && valueOf(numeral) < 100) return null;
  if (numeral.form !== "part" || numeral.doubt === null || !(coin || isSpan(words))) return words;
  // "Half a year" has lost its doubt; "half years" is a noun, "half century" and "half hour" are not.
  return numeral.doubt !== "ordinal" && (words.times >= 10 || words.unit === "hour") ? words : null;
}

function isSpan({unit}: UnitWords): boolean {
  return /^(year|quarter|month|day|hour|minute|second)$/.test(unit);
}

/** "Two or more years", "10-plus years", "100+ billion": a hedge between number and unit. */
function innerSuffix(tokens: readonly Token[], start: number): Found | null {
  const found = suffixAt(tokens, start);
  return found !== null && isSuffix(tokens, found) ? found : null;
}

/** What hedges from behind a number and its unit, if it belongs to nothing that follows. */
export function suffixBehind(tokens: readonly Token[], start: number): Found | null {
  const found = innerSuffix(tokens, start);
  if (found === null) return null;
  // "5 firms at least 3 times" and "$5 plus $3": it belongs to what follows.
  const next = at(tokens, found.end);
  if (goesOn(next, found)) return null;
  const joins = /^(at|plus|exactly|precisely|minimum|maximum|more|give)$/.test(
    found.phrase.words[0]!
  );
  const measured = next.kind === "number" || next.word.cardinal !== undefined;
  const priced = readCurrency(tokens, found.end) !== null;
  if (joins && (measured || priced || next.word.part !== undefined)) return null;
  const goes = next.kind === "word" || isHyphen(tokens, found.end);
  return found.phrase.words[0] === "plus" && goes ? null : found;
}

/** "But no more than 10%", "and up to $10m", "and over $10m": the hedge of the next number. */
function goesOn({text, kind, word}: Token, {phrase}: Found): boolean {
  if (phrase.words.length < 2) return false;
  if (text === "than" || (text === "to" && phrase.words.at(-1) === "up")) return true;
  const number = kind === "number" || word.cardinal !== undefined || signs.has(text);
  return number && /^(over|above|under|below)$/.test(phrase.words.at(-1)!);
}

function isSuffix(tokens: readonly Token[], {phrase, start}: Found): boolean {
  const [word] = phrase.words;
  if (word === "-") return isHyphen(tokens, start);
  if (word === "+") return isGlued(tokens, start) && at(tokens, start + 1).kind !== "number";
  return true;
}

/** "Two years and a half". */
function halfMore(
  tokens: readonly Token[],
  end: number,
  words: UnitWords
): {readonly end: number; readonly half: boolean} {
  const half =
    isSpan(words) &&
    at(tokens, end).text === "and" &&
    at(tokens, end + 1).text === "a" &&
    at(tokens, end + 2).text === "half" &&
    at(tokens, end + 3).text !== "-";
  return {end: half ? end + 3 : end, half};
}

function withHalf(numeral: Numeral, tokens: readonly Token[], words: UnitWords): Numeral {
  const whole = numeral.form !== "part" && !numeral.digits.includes(".") && numeral.exponent === 0;
  if (!whole || !halfMore(tokens, words.end, words).half) return numeral;
  return {...numeral, digits: `${numeral.digits}.5`, figures: numeral.figures + 1};
}
