import {readScale} from "./numeral.ts";
import type {Numeral} from "./numeral.ts";
import {at, isGlued, isHyphen} from "./token.ts";
import type {Token} from "./token.ts";
import {currencyOf, prefixed, rareMarks, signs} from "./units.ts";

/** A unit read behind a numeral: what it is, and what it makes of the digits. */
export interface UnitWords {
  readonly end: number;
  readonly unit: string;
  /** Power of ten that the digits are taken to: -2 for per cent. */
  readonly shift: number;
  /** How many of the unit one is: 7 for a week, in days. */
  readonly times: number;
  /** Whether it says how many times, as "fold" and "times" do. */
  readonly multiple: boolean;
}

/** A currency that stands before its number: its code and the token after it, or null. */
export function readCurrency(
  tokens: readonly Token[],
  start: number
): {readonly code: string; readonly end: number} | null {
  const {kind, text, word, capitals} = at(tokens, start);
  if (kind === "sign") {
    // Letters glued to "$" name some other dollar, of which nothing may be guessed.
    const foreign = isGlued(tokens, start) && at(tokens, start - 1).kind === "word";
    const code = foreign ? undefined : signs.get(text);
    return code === undefined ? null : {code, end: start + 1};
  }
  if (kind !== "word") return null;
  const sign = at(tokens, start + 1);
  if (signs.get(sign.text) !== undefined && isGlued(tokens, start + 1)) {
    const code = prefixed.get(text + sign.text);
    return code === undefined || capitals === "none" ? null : {code, end: start + 2};
  }
  const name = coinAt(tokens, start);
  if (name !== null && isScaled(tokens, name.end)) return {code: name.unit, end: name.end};
  // In "yuan 5 billion" the name stands where a code does.
  if (word.coin === "CNY" && sign.kind === "number" && sign.gap)
    return {code: "CNY", end: start + 1};
  if (word.code === undefined || !isCode(text, capitals)) return null;
  const end = text === "rs" && at(tokens, start + 1).text === "." ? start + 2 : start + 1;
  // "USD $5 million" says it twice.
  return {code: word.code, end: signs.get(at(tokens, end).text) === undefined ? end : end + 1};
}

function isCode(text: string, capitals: Token["capitals"]): boolean {
  if (capitals === "all") return true;
  // Other codes are words or names in small letters: try, cad, all.
  return small.has(text) || (capitals === "some" && /^(rs|rp)$/.test(text));
}

const small: ReadonlySet<string> = new Set(`rmb cny usd eur gbp hkd ${rareMarks}`.split(" "));

/** Whether a number with a scale stands here: "dollars 5bn" is money, "in dollars 5 years" is not. */
function isScaled(tokens: readonly Token[], start: number): boolean {
  const {kind, gap} = at(tokens, start);
  return kind === "number" && gap && readScale(tokens, start + 1, true).exponent > 2;
}

/** Reads the unit behind a numeral, after a space, a hyphen or nothing; null where there is none. */
export function readUnit(
  tokens: readonly Token[],
  start: number,
  numeral: Numeral
): UnitWords | null {
  const hyphen = isHyphen(tokens, start);
  const from = hyphen ? start + 1 : start;
  return (
    readPercent(tokens, from, numeral) ??
    readTimes(tokens, from, numeral) ??
    readCoin(tokens, from) ??
    readSpan(tokens, from, numeral, hyphen) ??
    readMeasure(tokens, from)
  );
}

/** %, per cent, pct; percentage points, pp; basis points. */
function readPercent(tokens: readonly Token[], start: number, numeral: Numeral): UnitWords | null {
  const {text} = at(tokens, start);
  const skip = isHyphen(tokens, start + 1) ? 2 : 1;
  const next = at(tokens, start + skip).text;
  const short = text === "pc" && at(tokens, start).capitals === "none";
  if (text === "%" || text === "percent" || text === "pct" || short)
    return isPoint(next) ? unit("pp", start + skip + 1) : unit("ratio", start + 1, -2);
  if (text === "per" && next === "cent") {
    const after = start + skip + 1;
    const word = isHyphen(tokens, after) ? after + 1 : after;
    return isPoint(at(tokens, word).text) ? unit("pp", word + 1) : unit("ratio", after, -2);
  }
  if (text === "per" && next === "mille") return unit("ratio", start + skip + 1, -3);
  if (text === "percentage" && isPoint(next)) return unit("pp", start + skip + 1);
  if (text === "percentage" && numeral.form === "part") return null;
  if (points.has(text)) return unit("pp", start + 1);
  // "3200 BP" is before the present.
  const era = text === "bp" && at(tokens, start).capitals === "all" && at(tokens, start).gap;
  if ((text === "bp" && !era) || text === "bps") return unit("pp", start + 1, -2);
  if (text === "basis" && isPoint(next)) return unit("pp", start + skip + 1, -2);
  if (text === "‰") return unit("ratio", start + 1, -3);
  // Only a part of a point is one of per cent: a quarter-point cut.
  if (numeral.form === "part" && isPoint(text)) return unit("pp", start + 1);
  return null;
}

const points: ReadonlySet<string> = new Set(["pp", "ppt", "ppts", "pps"]);

function isPoint(text: string): boolean {
  return text === "point" || text === "points" || text === "pt" || text === "pts";
}

/** Times, fold, 2x. */
function readTimes(tokens: readonly Token[], start: number, numeral: Numeral): UnitWords | null {
  const {text} = at(tokens, start);
  const word = text === "times" || text === "fold";
  if (!word && !((text === "x" || text === "×") && isCross(tokens, start, numeral))) return null;
  return {...unit("ratio", start + 1), multiple: true};
}

/** Whether an x is glued to digits, and no number follows that it would multiply. */
function isCross(tokens: readonly Token[], start: number, {form}: Numeral): boolean {
  return form === "digits" && isGlued(tokens, start) && at(tokens, start + 1).kind !== "number";
}

/** Yuan, US dollars, EUR behind the number; of several words the country goes with the name. */
function readCoin(tokens: readonly Token[], start: number): UnitWords | null {
  const {kind, text, word, capitals} = at(tokens, start);
  if (text === "¢") return unit("USD", start + 1, -2);
  if (kind === "sign") {
    // "600 million €"; in "5 $10 notes" the sign belongs to what follows.
    const code = signs.get(text);
    const own = at(tokens, start + 1).kind !== "number";
    return code === undefined || !own ? null : unit(code, start + 1);
  }
  const name = coinAt(tokens, start);
  // "5 euro cents"
  if (name !== null && /^cents?$/.test(at(tokens, name.end).text))
    return unit(name.unit, name.end + 1, -2);
  if (name !== null) return name;
  if (word.code !== undefined && isCode(text, capitals)) return unit(word.code, start + 1);
  if (text === "cents" || text === "cent") return unit("USD", start + 1, -2);
  return text === "pence" ? unit("GBP", start + 1, -2) : null;
}

/** The name of a currency, with its country: yuan, US dollars, pounds sterling. */
function coinAt(tokens: readonly Token[], start: number): UnitWords | null {
  const {word} = at(tokens, start);
  if (word.nation)
    for (const length of [3, 2]) {
      const code = currencyOf(words(tokens, start, length));
      if (code !== null) return unit(code, start + length);
    }
  if (word.coin === undefined) return null;
  const sterling = at(tokens, start + 1).text === "sterling" ? 2 : 1;
  return unit(word.coin, start + sterling);
}

function words(tokens: readonly Token[], start: number, length: number): string {
  let name = "";
  for (let i = 0; i < length; ++i) name += `${i > 0 ? " " : ""}${at(tokens, start + i).text}`;
  return name;
}

/** Years, months, "-day", "consecutive quarters", "year-old". */
function readSpan(
  tokens: readonly Token[],
  start: number,
  numeral: Numeral,
  hyphen: boolean
): UnitWords | null {
  const from = qualities.has(at(tokens, start).text) && !hyphen ? start + 1 : start;
  const {text, word} = at(tokens, from);
  const span = word.span ?? (hyphen && text === "second" ? (["second", 1] as const) : undefined);
  if (span === undefined) return null;
  // The June 2023 quarter is no 2,023 of them.
  if (!hyphen && /^(1[7-9]|20)\d\d$/.test(numeral.digits) && !text.endsWith("s")) return null;
  // "13 year-on-year" is no span of thirteen years.
  if (isHyphen(tokens, from + 1) && /^(on|over|to|end)$/.test(at(tokens, from + 2).text))
    return null;
  if (word.span?.[0] === "quarter" && numeral.form === "part") return null;
  const old = isHyphen(tokens, from + 1) && /^olds?$/.test(at(tokens, from + 2).text);
  return {...unit(span[0], old ? from + 3 : from + 1), times: span[1]};
}

const qualities: ReadonlySet<string> = new Set(
  (
    "consecutive straight successive full whole entire calendar fiscal financial business working " +
    "trading more additional further extra long short"
  ).split(" ")
);

/**
 * Whether a unit that ends before a token is only the first part of one that the reader does not
 * know: kg of "kg/m²" or "kg m⁻²", km of "km²", days of "days/week".
 */
export function isPartOfUnit(tokens: readonly Token[], end: number): boolean {
  const {measure, span} = at(tokens, end - 1).word;
  if (measure === undefined && span === undefined) return false;
  const {text, kind, gap} = at(tokens, end);
  if (measure !== undefined && isProduct(tokens, end)) return true;
  if (gap) return kind === "word" && text.length <= 3 && isPower(tokens, end + 1);
  if (isPower(tokens, end)) return true;
  if (!/^[/·⋅*×^]$/.test(text) || !isGlued(tokens, end + 1)) return false;
  // "3 days/two nights", "100 MW/200 MWh": another number, and no unit.
  const next = at(tokens, end + 1);
  const letters = next.kind === "word" || next.kind === "name";
  return text === "^" || (letters && next.word.cardinal === undefined);
}

/** The rest of a product of units behind the first: the h of "MW h", the hours of "kW-hours". */
function isProduct(tokens: readonly Token[], end: number): boolean {
  const i = isHyphen(tokens, end) ? end + 1 : end;
  const {kind, text, word, gap} = at(tokens, i);
  if (kind !== "word" || (i === end && !gap)) return false;
  return factors.has(text) || word.measure !== undefined;
}

const factors: ReadonlySet<string> = new Set(
  "h hr hrs hour hours s m g d yr yrs day days year years month months".split(" ")
);

/** Whether what stands behind a number and its unit makes a rate of it: "per hour", "a year", "/ day". */
export function isRate(tokens: readonly Token[], end: number): boolean {
  const {text} = at(tokens, end);
  const next = at(tokens, end + 1);
  if (text === "/") return next.kind === "word" && next.word.cardinal === undefined;
  if (text === "per") return next.kind !== "end";
  return /^(an?|each|every)$/.test(text) && next.word.span !== undefined;
}

/** A power that stands at a letter: ², ⁻¹. */
function isPower(tokens: readonly Token[], i: number): boolean {
  return isGlued(tokens, i) && /^[²³⁻⁺⁴-⁹]$/.test(at(tokens, i).text);
}

/** Gigabytes, MW; "a second" makes a rate of it. */
function readMeasure(tokens: readonly Token[], start: number): UnitWords | null {
  const {measure} = at(tokens, start).word;
  if (measure === undefined) return null;
  const slash = at(tokens, start + 1).text === "/" && at(tokens, start + 2).text === "s";
  const rate = slash || /^(a|per) second$/.test(words(tokens, start + 1, 2));
  return rate ? unit(`${measure}/s`, start + 3) : unit(measure, start + 1);
}

function unit(name: string, end: number, shift = 0): UnitWords {
  return {end, unit: name, shift, times: 1, multiple: false};
}
