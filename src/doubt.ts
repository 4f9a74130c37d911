import {isPlain} from "./numeral.ts";
import type {Measured} from "./measured.ts";
import {at, isGlued, isHyphen} from "./token.ts";
import type {Token} from "./token.ts";
import {signs} from "./units.ts";

/** What stands around a number and decides whether it is one. */
export interface Surroundings {
  readonly tokens: readonly Token[];
  /** Whether a hedge stands before it: no name is hedged. */
  readonly hedged: boolean;
  /** Whether that hedge is a phrase such as "more than", in which "one" is a number. */
  readonly bounded: boolean;
  /** Whether a quantity ends right before it. */
  readonly follows: boolean;
  /** The unit that its measure has, if that is known. */
  readonly expect: string | undefined;
}

/** Whether a whole number without unit looks like a year. */
export function isYear({numeral, first, sign}: Measured, tokens: readonly Token[]): boolean {
  const {kind, start, end} = at(tokens, first);
  const year = Number(numeral.digits);
  // "2,024" is written as no year is.
  const digits = kind === "number" && end - start === 4 && numeral.form === "digits";
  return digits && sign === 1 && isPlain(numeral) && year >= 1700 && year < 2100;
}

/** Whether a number hangs on something before it and so is a piece of it: GPT-4, #5, and/4. */
export function isAttached(tokens: readonly Token[], first: number): boolean {
  if (!isGlued(tokens, first)) return false;
  const {kind, text} = at(tokens, first - 1);
  if (kind !== "sign") return true;
  if (/^[#@/&^\\=_°§$€£¥₩₹]$/.test(text)) return true;
  if (/^[+*%]$/.test(text) && isGlued(tokens, first - 1))
    return /^(number|word|name)$/.test(at(tokens, first - 2).kind);
  // "$(5)m" is a loss to some, and to others nothing.
  if (text === "(" && isGlued(tokens, first - 1)) return signs.has(at(tokens, first - 2).text);
  if (text === "." && isGlued(tokens, first - 1)) return at(tokens, first - 2).kind !== "word";
  // "=1.2–2.6": what its first end hangs on, its last one does.
  if (text === "–") return isGlued(tokens, first - 1) && at(tokens, first - 2).kind === "number";
  return text === "-" && isGlued(tokens, first - 1);
}

/**
 * Whether a number without unit or scale is something else: a year, a day of a month, a time of day,
 * a label, a piece of a name, one of several numbers that stand side by side.
 */
export function isOther(measured: Measured, around: Surroundings): boolean {
  const {tokens} = around;
  const {first, numeral} = measured;
  if (isYear(measured, tokens) && !countsPeople(measured, around)) return true;
  if (isDay(measured, tokens)) return true;
  if (goesOn(tokens, measured.end)) return true;
  if (!around.follows && isUnitFirst(measured, tokens)) return true;
  if (!around.hedged && around.expect === undefined && isBrand(measured, tokens)) return true;
  const previous = at(tokens, first - 1);
  const short = previous.text === "'" && previous.gap && at(tokens, first).text.length === 2;
  if (short && isGlued(tokens, first) && isPlain(numeral)) return true;
  if (isBeside(measured, tokens)) return true;
  if (around.hedged) return false;
  return isLabelled(measured, tokens) || isNamed(measured, tokens) || isListed(measured, tokens);
}

/** Whether what stands behind a number makes something else of it: a time, a sum to do, a score. */
function goesOn(tokens: readonly Token[], end: number): boolean {
  const next = at(tokens, end);
  if (next.kind === "end") return false;
  // Metres, or millions? Nobody can tell.
  if (next.gap && /^[kmbt]$/.test(next.text)) return true;
  if (/^(am|pm|o|bc|ad|ce|bce|bp|°)$/.test(next.text) && next.capitals !== "some") return true;
  // "5 bucks" and "5 grand" are money of some kind.
  if (next.gap && slang.has(next.text)) return true;
  if (isHyphen(tokens, end) && isQuality(at(tokens, end + 1).text)) return true;
  // 10^9 and 5*3 are sums to do.
  if (/^[+*^#@=\\_]$/.test(next.text) && isGlued(tokens, end)) {
    const after = at(tokens, end + 1);
    if (/^[#@^\\_=]$/.test(next.text) || (after.kind === "number" && !after.gap)) return true;
  }
  // A score, 3-2, goes on with a number that makes no range of it.
  if (/^[-–]$/.test(next.text) && isGlued(tokens, end) && isGlued(tokens, end + 1)) {
    const {kind, text, capitals} = at(tokens, end + 1);
    const more = kind === "number" || at(tokens, end + 1).word.cardinal !== undefined;
    // One-on-one, 4-by-4, a 1-in-100-year flood.
    const joins = /^(in|on|by|for|of|to)$/.test(text) && isHyphen(tokens, end + 2);
    if (more || joins || text === "something" || (text.length === 1 && capitals === "all"))
      return true;
  }
  return false;
}

const slang: ReadonlySet<string> = new Set("grand buck bucks quid".split(" "));

/** Two-way, two-faced, four-star: what something is like, of which nothing is counted. */
function isQuality(text: string): boolean {
  return qualities.has(text) || /.(?:[^e]ed|sional|digit|digits)$/.test(text);
}

const qualities: ReadonlySet<string> = new Set(
  "way star stars step tier ply tone fold dimensional digit digits".split(" ")
);

/** "Per cent 5", "dollars 5": a unit in front, where English has none. */
function isUnitFirst({first, end}: Measured, tokens: readonly Token[]): boolean {
  const {text, word, gap} = at(tokens, first - 1);
  if (!at(tokens, first).gap) return false;
  const per = /^(cent|percent|pct|percentage)$/.test(text) || (text === "%" && gap);
  return per || (word.coin !== undefined && isAlone(at(tokens, end)));
}

/** 4K is a picture and 3M a company, unless things follow: "3M users". */
function isBrand({first, end}: Measured, tokens: readonly Token[]): boolean {
  const [digit, letter] = [at(tokens, first), at(tokens, first + 1)];
  const brand = /^\dk$/.test(digit.text + letter.text) || digit.text + letter.text === "3m";
  if (!brand || letter.gap || letter.capitals !== "all" || end !== first + 2) return false;
  const {text, word} = at(tokens, end);
  return !text.endsWith("s") || text.length < 3 || word.plain === true || word.verb === true;
}

/** "2. What it costs": the number of an item at the beginning of a paragraph. */
function isListed({first, end}: Measured, tokens: readonly Token[]): boolean {
  const {kind, text} = at(tokens, first - 1);
  if ((kind !== "end" && text !== "¶") || !/^[.)]$/.test(at(tokens, end).text)) return false;
  return isGlued(tokens, end) && at(tokens, end + 1).kind !== "end" && at(tokens, end + 1).gap;
}

const people: ReadonlySet<string> = new Set(
  "people employees workers staff users customers subscribers shares units firms companies".split(
    " "
  )
);

/** "2000 employees", "more than 2000 models": the only years that are none. */
function countsPeople(measured: Measured, {tokens, hedged}: Surroundings): boolean {
  const {text} = at(tokens, measured.end);
  const previous = at(tokens, measured.first - 1).text;
  if (/^(in|since|by|of|until|before|after|during|early|late|mid|from|fiscal)$/.test(previous))
    return false;
  // "Above 2019 levels" is a year even so.
  const round = measured.numeral.digits.endsWith("00");
  return people.has(text) || (hedged && round && text.length > 3 && text.endsWith("s"));
}

/** A day of a month that stands before or behind it: March 5, 31 October. */
export function isDay({first, end, numeral}: Measured, tokens: readonly Token[]): boolean {
  if (!isPlain(numeral) || Number(numeral.digits) > 31) return false;
  const of = at(tokens, end).text === "of" ? end + 1 : end;
  const point = at(tokens, first - 1).text === "." ? first - 2 : first - 1;
  return isMonth(at(tokens, of)) || isMonth(at(tokens, point));
}

/** Whether a token is the name of a month; "may" and "march" are others. */
function isMonth({word, capitals}: Token): boolean {
  return word.month === true && capitals !== "none";
}

/** Numbers side by side are pieces of one identifier; a year beside a count is not. */
function isBeside({first, end, numeral}: Measured, tokens: readonly Token[]): boolean {
  if (numeral.form !== "digits" || numeral.scaled) return false;
  const [before, after] = [at(tokens, first - 1), at(tokens, end)];
  return isBareDigits(tokens, end, after) || isBareDigits(tokens, first - 1, before);
}

function isBareDigits(tokens: readonly Token[], index: number, {kind, text}: Token): boolean {
  const next = at(tokens, index + 1);
  const unit = next.text === "%" || (next.kind === "word" && !next.word.plain);
  return kind === "number" && !/^(1[7-9]|20)\d\d$/.test(text) && !unit;
}

/** Page 12, phase two, No. 5, top 10. */
function isLabelled({first, numeral}: Measured, tokens: readonly Token[]): boolean {
  if (numeral.scaled) return false;
  const {word, text} = at(tokens, first - 1);
  if (word.label || text === "aged" || text === "age" || text === "ages") return true;
  const outer = at(tokens, first - 2);
  // "Year 3", but "last year 3 firms"; "half past five"
  if (text === "year") return !passing.has(outer.text);
  if (text === "past" && (outer.word.part !== undefined || outer.word.cardinal !== undefined))
    return true;
  return text === "." && outer.word.label === true && outer.text.length < 4;
}

const passing: ReadonlySet<string> = new Set(
  "last this next past each every per a previous same that".split(" ")
);

/** Llama 3, Boeing 737, S&P 500, Group of Seven: a name goes on with a number. */
function isNamed(measured: Measured, tokens: readonly Token[]): boolean {
  const {first, numeral, end} = measured;
  const own = at(tokens, first);
  if (own.gap === false) return false;
  // A number in words belongs to a name only where it has a capital as well, and no plural follows.
  if (numeral.form === "words" && (own.capitals === "none" || /s$/.test(at(tokens, end).text)))
    return false;
  // "5 million" behind a name is a quantity, "Llama 70B" is not.
  if (numeral.scaled && at(tokens, end - 1).gap) return false;
  const {kind, text, word, capitals, gap} = at(tokens, first - 1);
  if (text === "of" && at(tokens, first - 2).text === "group") return true;
  if (kind === "name") return true;
  // "Llama 2 70B", "Llama-2 70B"
  if (kind === "number" && numeral.scaled) {
    const name = at(tokens, gap ? first - 2 : first - 3);
    return name.kind === "word" && name.capitals !== "none" && !name.word.plain && !name.word.month;
  }
  if (kind !== "word" || capitals === "none") return false;
  if (word.plain || word.verb || word.change !== undefined || word.cardinal !== undefined)
    return false;
  return !/(ing|ed)$/.test(text) || cities.has(text);
}

const cities: ReadonlySet<string> = new Set(["boeing", "beijing", "nanjing", "united"]);

/**
 * Whether a number in words is none in its company: "one" as a pronoun, "the second half", "a third
 * round", "a quarter ago". "One" counts only in "one of four".
 */
export function isDoubted(measured: Measured, around: Surroundings): boolean {
  const {numeral, first, end, words} = measured;
  const {tokens, hedged, expect} = around;
  if (words !== null || measured.currency !== null || numeral.scaled) return false;
  const next = at(tokens, end);
  const previous = at(tokens, first - 1);
  switch (numeral.doubt) {
    case null:
    case "quarters":
      return false;
    case "zero":
      return true;
    case "one":
      if (next.text === "of") return !isCounted(tokens, end + 1);
      return expect !== "count" && (!around.bounded || next.text === "another");
    case "slash":
      return !hedged && next.text !== "of";
    case "half":
      if (/^(first|second|last|latter|final|early|late)$/.test(previous.text)) return true;
      if (/^(the|other|each|either)$/.test(previous.text)) return next.text !== "of";
      // "An hour and a half" is told from the hour.
      return previous.text === "and" && at(tokens, first - 2).word.span !== undefined;
    case "ordinal":
      if (isHyphen(tokens, end)) return true;
      return !hedged && (next.text === "and" || !isAlone(next));
    case "quarter":
      if (hedged || next.text === "of") return false;
      if (around.follows || /^(in|within|per|every|each|during|after|for)$/.test(previous.text))
        return true;
      return isHyphen(tokens, end) || later.has(next.text) || !isAlone(next);
  }
}

const later: ReadonlySet<string> = new Set("ago earlier later before after when since".split(" "));

/** Whether what follows is no noun, so that what stands before it is a number of its own. */
export function isAlone({kind, word}: Token): boolean {
  return kind === "sign" || kind === "end" || word.plain === true;
}

/** "Of 2024", "of fiscal 2024", "of last year": a year has quarters of its own. */
function isInYear(tokens: readonly Token[], of: number): boolean {
  let i = of;
  while (/^(the|its|this|that|last|fiscal|financial|calendar)$/.test(at(tokens, i).text)) ++i;
  const {kind, text} = at(tokens, i);
  if (kind === "number") return /^(19|20)\d\d$/.test(text) && at(tokens, i + 1).kind !== "word";
  return text === "year" && !/^['-]$/.test(at(tokens, i + 1).text);
}

function isCounted(tokens: readonly Token[], index: number): boolean {
  const {kind, word} = at(tokens, index);
  return kind === "number" || word.cardinal !== undefined;
}

/** Whether "three quarters" are a span of time here; a part of a whole otherwise. */
export function areTimes({first, end}: Measured, around: Surroundings): boolean {
  const {tokens, expect} = around;
  const previous = at(tokens, first - 1).text;
  if (/^(past|last|next|first|previous|recent|consecutive|final)$/.test(previous)) return true;
  const next = at(tokens, end).text;
  if (next === "of") return isInYear(tokens, end + 1);
  if (expect === "quarter" || /^(for|after|within|in|the|these|those)$/.test(previous)) return true;
  if (/^(ago|running|straight|earlier|later)$/.test(next)) return true;
  return next === "in" && at(tokens, end + 1).text === "a" && at(tokens, end + 2).text === "row";
}
