import {readCurrency, readUnit} from "./unit-words.ts";
import type {Numeral} from "./numeral.ts";
import {isCurrency} from "./quantity.ts";
import {at, isHyphen} from "./token.ts";
import type {Token} from "./token.ts";

/** A phrase for a whole span of numbers, the lower end in it and the upper end out. */
export interface ClassWords {
  readonly start: number;
  readonly end: number;
  readonly lower: number;
  readonly upper: number;
  readonly unit: string;
  /** Whether nothing says what is counted, so that a measure's own unit fits. */
  readonly open: boolean;
}

const tallies: ReadonlyMap<string, number> = new Map([
  ["single", 0],
  ["double", 1],
  ["triple", 2],
  ["one", 0],
  ["two", 1],
  ["three", 2]
]);

// Where in the class something lies: no bound follows, since nobody agrees where "low" ends.
const thirds: ReadonlyMap<string, number> = new Map([
  ["low", 1],
  ["mid", 2],
  ["middle", 2],
  ["high", 3]
]);

/**
 * Reads a class that begins at a token: "single-digit", "high single digits", "tens of billions of
 * dollars", "seven-figure". Digits are of per cent unless something else is named; "a single-digit
 * number" is a count.
 */
export function readClass(
  tokens: readonly Token[],
  start: number,
  expect: string | undefined
): ClassWords | null {
  const {word, text} = at(tokens, start);
  if (word.plural !== undefined || text === "dozens") return readPlural(tokens, start);
  const tally = thirds.has(text) || tallies.has(text) ? readTally(tokens, start, expect) : null;
  if (tally !== null || word.cardinal === undefined) return tally;
  return readFigures(tokens, start, expect);
}

/** Hundreds of millions of dollars: from twice the first word's number to ten times it. */
function readPlural(tokens: readonly Token[], start: number): ClassWords | null {
  const {plural = 0, scale} = at(tokens, start).word;
  const dozens = at(tokens, start).text === "dozens";
  let end = start + 1;
  let exponent = plural;
  const of = at(tokens, end).text === "of";
  const {scale: inner = 0, plural: inners} = at(tokens, end + 1).word;
  const nested = of && inners !== undefined && inner > plural && !dozens && plural <= 3;
  if (nested) {
    exponent += inner;
    end += 2;
  }
  // "Millions" alone may be hundreds of them: it reaches up to the next word, billions.
  const open = !nested && scale !== undefined && scale >= 3;
  const upper = dozens ? 100 : Number(`1e${exponent + (open ? 3 : 1)}`);
  const lower = dozens ? 24 : Number(`2e${exponent}`);
  const coin = readCoinOf(tokens, end);
  if (coin === null) return {start, end, lower, upper, unit: "count", open: true};
  return {start, end: coin.end, lower, upper, unit: coin.unit, open: false};
}

/** Dollars or "of US dollars" behind a class. */
function readCoinOf(
  tokens: readonly Token[],
  start: number
): {readonly unit: string; readonly end: number} | null {
  const from = at(tokens, start).text === "of" ? start + 1 : start;
  const {word, kind} = at(tokens, from);
  if (kind !== "word") return null;
  if (word.nation || word.coin !== undefined) {
    const unit = readUnit(tokens, from, one);
    return unit === null ? null : {unit: unit.unit, end: unit.end};
  }
  const code = readCurrency(tokens, from);
  return code === null ? null : {unit: code.code, end: code.end};
}

const one: Numeral = {
  end: 0,
  digits: "1",
  exponent: 0,
  divisor: 1,
  figures: 1,
  form: "words",
  scaled: false,
  doubt: null
};

/** Single-digit, "low double digits", "mid- to high-single-digit". */
function readTally(
  tokens: readonly Token[],
  start: number,
  expect: string | undefined
): ClassWords | null {
  let i = start;
  const first = thirds.get(at(tokens, i).text);
  if (first !== undefined) {
    i = step(tokens, i);
    if (at(tokens, i).text === "to") {
      const last = thirds.get(at(tokens, step(tokens, i)).text);
      if (last === undefined || last <= first) return null;
      i = step(tokens, step(tokens, i));
    }
  }
  const digits = tallies.get(at(tokens, i).text);
  i = step(tokens, i);
  if (digits === undefined || !/^digits?$/.test(at(tokens, i).text)) return null;
  return tally(tokens, start, i + 1, digits, expect);
}

function tally(
  tokens: readonly Token[],
  start: number,
  end: number,
  digits: number,
  expect: string | undefined
): ClassWords {
  const make = (shift: number, unit: string, to: number, open = false): ClassWords => ({
    start,
    end: to,
    lower: Number(`1e${digits + shift}`),
    upper: Number(`1e${digits + shift + 1}`),
    unit,
    open
  });
  const {text, word} = at(tokens, end);
  if (text === "percentage" && /^points?$/.test(at(tokens, end + 1).text))
    return make(0, "pp", end + 2);
  if (word.scale !== undefined && word.scale >= 3) {
    const coin = readCoinOf(tokens, end + 1);
    if (coin !== null) return make(word.scale, coin.unit, coin.end);
    return make(word.scale, "count", end + 1, true);
  }
  if (/^numbers?$/.test(text)) return make(0, "count", end + 1);
  if (expect === "count") return make(0, "count", end);
  return make(-2, "ratio", end);
}

/**
 * Seven-figure: a number written with seven digits. "Four figures" are four pictures, and from five
 * on digits, unless the measure counts something.
 */
function readFigures(
  tokens: readonly Token[],
  start: number,
  expect: string | undefined
): ClassWords | null {
  const figures = at(tokens, start).word.cardinal!;
  const hyphen = isHyphen(tokens, start + 1) && at(tokens, start + 2).text === "figure";
  const money = expect === undefined || isCurrency(expect);
  // "The six figures" are in front of the reader; "in the six figures" is a sum.
  const shown =
    /^(the|these|those|its|their|our|all)$/.test(at(tokens, start - 1).text) &&
    !/^(in|into)$/.test(at(tokens, start - 2).text);
  const long = figures > 4 && figures < 16 && at(tokens, start + 1).text === "figures";
  const plural = long && money && !shown;
  if (figures < 2 || !(hyphen || plural)) return null;
  const lower = Number(`1e${figures - 1}`);
  const end = start + (hyphen ? 3 : 2);
  const coin = readCoinOf(tokens, end);
  const span = {start, lower, upper: lower * 10};
  if (coin !== null) return {...span, end: coin.end, unit: coin.unit, open: false};
  return {...span, end, unit: "count", open: true};
}

/** The token after this one, over a hyphen. */
function step(tokens: readonly Token[], index: number): number {
  return at(tokens, index + 1).text === "-" ? index + 2 : index + 1;
}
