import {readScale} from "./numeral.ts";
import type {Doubt, Numeral} from "./numeral.ts";
import {at, isHyphen} from "./token.ts";
import type {Token} from "./token.ts";

const slashes: ReadonlySet<string> = new Set(["1/2", "1/3", "2/3", "1/4", "3/4"]);

/** A fraction in signs: ½, 2/3, and scaled ones. */
export function readFraction(
  tokens: readonly Token[],
  start: number,
  money: boolean
): Numeral | null {
  const {text, start: from, end: to} = at(tokens, start);
  const [above = 0, below = 0] = text.split("/").map(Number);
  if (above === 0 || above >= below) return null;
  const scale = readScale(tokens, partEnd(tokens, start + 1), money);
  const end = scale.exponent > 0 ? scale.end : start + 1;
  const doubt = to - from > 1 && !slashes.has(text) ? "slash" : null;
  return fraction(above, below, end, scale.exponent, doubt);
}

/** Half, a third, two-thirds, three quarters, "half a million", "a quarter of a percentage point". */
export function readPart(tokens: readonly Token[], start: number): Numeral | null {
  const first = at(tokens, start);
  const next = start + (isHyphen(tokens, start + 1) ? 2 : 1);
  const hyphen = next > start + 1;
  if (first.word.part === 2) return readHalf(tokens, start);
  if (first.text === "quarter") return readQuarter(tokens, start);
  const above = numerator(first);
  if (above === null) return null;
  const {part, parts} = at(tokens, next).word;
  // "One third-party" vendor is one of them.
  if (!hyphen && isHyphen(tokens, next + 1) && !halves(at(tokens, next + 2))) return null;
  const singular = above === 1 || hyphen;
  const below = singular ? (part ?? parts) : parts;
  if (below === undefined || above >= below * 2) return null;
  if (below === 2) return above === 1 ? readHalf(tokens, next) : null;
  const article = first.text === "a" || first.text === "an";
  let doubt: Doubt | null = article && below !== 4 ? "ordinal" : null;
  if (below === 4 && !hyphen) {
    if (first.kind === "number" || (above !== 1 && above !== 3)) return null;
    if (part !== undefined && at(tokens, next).text === "quarter") doubt = "quarter";
    else if (at(tokens, next).text === "quarters") doubt = "quarters";
    else if (article) doubt = "ordinal";
  }
  // Two-quarter is a span; three-quarter and one-quarter are parts.
  if (below === 4 && hyphen && above !== 1 && above !== 3) return null;
  return partOf(tokens, above, below, next + 1, doubt);
}

function numerator({kind, text, word}: Token): number | null {
  if (text === "a" || text === "an") return 1;
  if (kind === "number") return /^\d{1,2}$/.test(text) ? Number(text) : null;
  return word.cardinal !== undefined && word.cardinal > 0 && word.cardinal < 20
    ? word.cardinal
    : null;
}

/** Half, half a million, half-dozen; not half-hearted nor half-year. */
function readHalf(tokens: readonly Token[], start: number): Numeral | null {
  const article = isHyphen(tokens, start + 1) && at(tokens, start + 2).text === "a";
  const next = article && isHyphen(tokens, start + 3) ? start + 4 : start + 2;
  if (isHyphen(tokens, start + 1) && !halves(at(tokens, next))) return null;
  if (idle.has(at(tokens, start + 1).text)) return null;
  // Half-a-million is joined throughout.
  return partOf(tokens, 1, 2, next === start + 4 ? start + 3 : start + 1, "half");
}

/** What "half-" can be put before without becoming another word. */
function halves({text, word}: Token): boolean {
  return word.scale !== undefined || spanned.has(text);
}

const spanned: ReadonlySet<string> = new Set(
  "dozen century decade hour percent per percentage point points minute".split(" ")
);
const idle: ReadonlySet<string> = new Set(
  "year years way time brother sister past marathon term price moon mast life hearted".split(" ")
);

/** Quarter-million, quarter of a million, quarter century: without an article only before these. */
function readQuarter(tokens: readonly Token[], start: number): Numeral | null {
  const next = at(tokens, isHyphen(tokens, start + 1) ? start + 2 : start + 1);
  // "The first quarter of a million" would be another one.
  const of = next.text === "of" && at(tokens, start - 1).word.ordinal === undefined;
  const scale = of ? at(tokens, partEnd(tokens, start + 1)).word.scale : next.word.scale;
  const fits = scale !== undefined || spanned.has(next.text);
  return fits ? partOf(tokens, 1, 4, start + 1, null) : null;
}

function partOf(
  tokens: readonly Token[],
  above: number,
  below: number,
  end: number,
  doubt: Doubt | null
): Numeral {
  const inner = partEnd(tokens, end);
  const from = isHyphen(tokens, inner) ? inner + 1 : inner;
  const {word, text} = at(tokens, from);
  // "A third hundred" would be a count of hundreds, "half a hundred" is fifty.
  if (text === "dozen" && below === 2) return {...fraction(6 * above, 1, from + 1), form: "words"};
  if (word.scale !== undefined && (inner > end || below === 2 || below === 4 || from > inner))
    return fraction(above, below, from + 1, word.scale);
  return fraction(above, below, inner, 0, inner > end ? null : doubt);
}

/** Past "a" or "of a" behind a part, where a scale or a unit follows: half a million, half a year. */
function partEnd(tokens: readonly Token[], end: number): number {
  const article = at(tokens, end).text === "of" ? end + 1 : end;
  const {text, word} = at(tokens, article + 1);
  // "Half of one per cent"
  const one = article > end && /^(one|1)$/.test(at(tokens, article).text);
  if (one) return /^(%|per|percent|percentage)$/.test(text) ? article + 1 : end;
  if (!/^an?$/.test(at(tokens, article).text)) return end;
  const unit = word.scale ?? word.span ?? word.coin ?? word.measure;
  return unit !== undefined || spanned.has(text) ? article + 1 : end;
}

function fraction(
  above: number,
  below: number,
  end: number,
  exponent = 0,
  doubt: Doubt | null = null
): Numeral {
  // Halves and tenths have decimals that end, and then nothing is divided.
  const ends = 1000 % below === 0;
  return {
    end,
    digits: String(ends ? (above * 1000) / below : above),
    exponent: ends ? exponent - 3 : exponent,
    divisor: ends ? 1 : below,
    figures: 1,
    form: "part",
    scaled: exponent > 0,
    doubt
  };
}

/** Decimals of a fraction that has an end: "0.25" of "1/4"; null for thirds. */
export function decimal(text: string): string | null {
  const [above = 0, below = 1] = text.split("/").map(Number);
  return 1000 % below === 0 ? String(above / below) : null;
}

/** "And a half", or "-and-a-half", at the token after a number; the fraction is "0.5". */
export function readAndPart(
  tokens: readonly Token[],
  start: number
): {readonly fraction: string; readonly end: number} | null {
  const and = isHyphen(tokens, start) ? start + 1 : start;
  if (at(tokens, and).text !== "and") return null;
  const first = step(tokens, and);
  const {text, word} = at(tokens, first);
  const above = /^an?$/.test(text) ? 1 : (word.cardinal ?? 0);
  const second = step(tokens, first);
  const {part, parts} = at(tokens, second).word;
  const below = above === 1 ? part : second > first + 1 ? (parts ?? part) : parts;
  if (below === undefined || above === 0 || above >= below || below > 8) return null;
  const ends = decimal(`${above}/${below}`);
  return ends === null ? null : {fraction: ends, end: second + 1};
}

/** The token after this one, over a hyphen. */
function step(tokens: readonly Token[], index: number): number {
  return isHyphen(tokens, index + 1) ? index + 2 : index + 1;
}
