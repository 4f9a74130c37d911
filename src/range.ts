import {changeBefore, movesBefore} from "./change.ts";
import {plus} from "./decimal.ts";
import {isDay, isYear} from "./doubt.ts";
import {phraseAt} from "./hedge.ts";
import type {Part} from "./hedge.ts";
import {figuresIn, numberOf, readMeasured, unitName} from "./measured.ts";
import type {Measured} from "./measured.ts";
import {isPlain, valueOf} from "./numeral.ts";
import {at, isGlued, isHyphen} from "./token.ts";
import type {Token} from "./token.ts";
import {readUnit} from "./unit-words.ts";

/** Two ends of a range, or a number with what it may be off by. */
export interface Range {
  readonly end: number;
  readonly lower: number;
  readonly upper: number;
  /** The number in the middle of "5% ± 1%"; null for a plain range. */
  readonly centre: number | null;
  readonly figures: number;
  readonly unit: string;
  /** Whether neither end has a unit. */
  readonly bare: boolean;
  /** Which ends are left out: "3% to nearly 5%" has no upper one. */
  readonly opens: {readonly lower: boolean; readonly upper: boolean};
  /** Whether a hedge inside leaves nobody knowing where the range ends: "from about 3% to 5%". */
  readonly vague: boolean;
  /** Whether these are years, days or a time: no quantity, and nothing in it is one. */
  readonly void: boolean;
}

/** What stands before the first end. */
export interface Lead {
  /** "Between", "from" or null. */
  readonly word: "between" | "from" | null;
  /** Where it begins, hedges included. */
  readonly start: number;
  readonly floor: number;
  /** The hedges between that word and the first end. */
  readonly inner: readonly Part[];
}

/**
 * Reads the rest of a range whose first end is given: "3 to 5%", "$1.5–2 billion", "two or three",
 * "5% ± 1%". The ends share unit and scale. Null where what follows is no second end: where two
 * units stand, where the numbers go down, where something rises from one to the other.
 */
export function readRange(tokens: readonly Token[], low: Measured, lead: Lead): Range | null {
  if (low.suffix !== null) return null;
  const spread = readSpread(tokens, low);
  if (spread !== null) return spread;
  const joint = jointAt(tokens, low, lead);
  if (joint === null) return null;
  // 7-Eleven is a shop.
  const dash = at(tokens, joint - 1).text === "-";
  if (dash && at(tokens, joint).word.cardinal !== undefined && low.numeral.form === "digits")
    return null;
  const hedge = phraseAt(tokens, joint);
  const skip = hedge !== null && hedges.has(hedge.phrase.part);
  const high = readMeasured(tokens, skip ? hedge.end : joint);
  if (high === null || high.suffix !== null) return null;
  // "A third and a fourth" are ordinals, "between a third and a quarter" are parts.
  const ordinal = low.numeral.doubt === "ordinal" || high.numeral.doubt === "ordinal";
  if (ordinal && lead.word === null && low.numeral.form !== high.numeral.form) return null;
  if (ordinal && lead.word === null && at(tokens, low.end).text !== "to") return null;
  const bare = unitName(low) === null && unitName(high) === null;
  // Odds, "3 to 1", go down.
  const odds = /^(to|-)$/.test(at(tokens, joint - 1).text) && numberOf(low) > numberOf(high);
  if (bare && ((odds && lead.word === null) || isVoid(tokens, low, high)))
    return voidRange(high.end);
  if (moves(tokens, low, lead)) return null;
  // "Between 2022 and 5%" has no second end, and nobody knows what its first is.
  if (isYear(low, tokens) && unitName(low) === null && /^(ratio|pp)$/.test(unitName(high) ?? ""))
    return voidRange(high.end);
  if (isMuddled(tokens, low, high)) return voidRange(high.end);
  // "$5 to 2024" is how long something stayed there.
  if (unitName(low) !== null && numberOf(low) < 1000 && isYear(high, tokens)) return null;
  const ends = endsOf(low, high);
  if (ends === null) return null;
  const [lower, upper] = ends;
  // "Between a third and a quarter" says it the other way round, and so does "−2% to −3%".
  const turned = lower > upper && (lead.word === "between" || lower < 0);
  // "10–5%" is a slip of some kind, and its second end no number of its own.
  if (lower > upper && !turned && isGlued(tokens, joint)) return voidRange(high.end);
  if (lower >= upper && !turned) return null;
  const top = skip ? hedge.phrase.part : null;
  const soft = [
    ...lead.inner.filter((part) => !floors.has(part)),
    ...(top === null || caps.has(top) ? [] : [top])
  ];
  return {
    end: high.end,
    lower: turned ? upper : lower,
    upper: turned ? lower : upper,
    centre: null,
    figures: Math.max(figuresIn(low), figuresIn(high)),
    unit: unitName(high) ?? unitName(low) ?? "count",
    bare,
    opens: {
      lower: lead.inner.some((part) => part === "more-than" || part === "just-over"),
      upper: top === "less-than" || top === "nearly"
    },
    vague: soft.length > 0 || (turned && (top !== null || lead.inner.length > 0)),
    void: false
  };
}

// What can be said of an end and still leaves the range inside it.
const floors: ReadonlySet<Part> = new Set<Part>(["at-least", "more-than", "just-over", "exactly"]);
const caps: ReadonlySet<Part> = new Set<Part>([
  "at-most",
  "less-than",
  "up-to",
  "nearly",
  "exactly"
]);
const hedges: ReadonlySet<Part> = new Set<Part>([...floors, ...caps, "approx"]);

/** The token after "to", "and", "–" or "or", where one joins the ends; null otherwise. */
function jointAt(tokens: readonly Token[], low: Measured, {word}: Lead): number | null {
  let i = low.end;
  // "Two- to three-year": the hyphen waits for its word.
  const hanging = at(tokens, i).text === "-" && isGlued(tokens, i) && at(tokens, i + 1).gap;
  if (hanging || (isHyphen(tokens, i) && at(tokens, i + 1).text === "to")) ++i;
  const {text, gap} = at(tokens, i);
  if (text === "to") return isHyphen(tokens, i + 1) ? i + 2 : i + 1;
  if (text === "and") return word === "between" ? i + 1 : null;
  if (word === "between") return dashAt(tokens, i);
  if (text === "or" && unitName(low) === null && gap) return i + 1;
  return dashAt(tokens, i);
}

function dashAt(tokens: readonly Token[], i: number): number | null {
  const {text, gap} = at(tokens, i);
  const even = gap === at(tokens, i + 1).gap;
  if (text === "-" || text === "−") return isGlued(tokens, i) && even ? i + 1 : null;
  return text === "–" && even ? i + 1 : null;
}

/** Whether something goes from the first number to the second: those are two. */
function moves(tokens: readonly Token[], low: Measured, {word, start, floor}: Lead): boolean {
  if (word === "between") return false;
  if (word === "from") return movesBefore(tokens, start, floor);
  const to = at(tokens, low.end).text === "to";
  return to && unitName(low) !== null && changeBefore(tokens, start, floor) !== null;
}

/** Years, days of a month, hours, phone numbers: 2019–23, 5 to 7 March, 10–12 p.m., 555-1234. */
function isVoid(tokens: readonly Token[], low: Measured, high: Measured): boolean {
  const after = at(tokens, high.end);
  if (isYear(low, tokens) && (isYear(high, tokens) || high.numeral.digits.length === 2))
    return true;
  if (isDay(high, tokens) || isDay(low, tokens) || /^(am|pm|o)$/.test(after.text)) return true;
  const phone = low.numeral.digits.length === 3 && high.numeral.digits.length === 4;
  return phone && at(tokens, low.end).text === "-" && after.kind !== "word";
}

const neither = {lower: false, upper: false};

function voidRange(end: number): Range {
  return {
    end,
    lower: 0,
    upper: 0,
    centre: null,
    figures: 1,
    unit: "",
    bare: true,
    opens: neither,
    vague: false,
    void: true
  };
}

/** Both numbers in the unit that they share; null where they share none. */
function endsOf(low: Measured, high: Measured): readonly [number, number] | null {
  const [unit, other] = [unitName(low), unitName(high)];
  const upper = numberOf(high);
  if (unit !== null && other !== null)
    return unit === other ? [sharedScale(low, high, upper), upper] : null;
  if (other !== null)
    // "5 to $10" is nothing; "5 to 10 dollars" is.
    return high.currency !== null && low.currency === null
      ? null
      : [sharedScale({...low, words: high.words}, high, upper), upper];
  // "$3 to 5" shares the sign; "3% to 5" says two things.
  if (unit !== null && low.words !== null) return null;
  return [sharedScale(low, high, upper), upper];
}

/** "$3–2bn" goes down in one scale and up, past all belief, in two. */
function isMuddled(tokens: readonly Token[], low: Measured, high: Measured): boolean {
  // "Three or four hundred", "two or three dozen"
  const last = at(tokens, high.numeral.end - 1).text;
  const inWords = low.numeral.form === "words" && high.numeral.form === "words";
  if (inWords && numberOf(low) < 20 && (last === "dozen" || hasHundred(tokens, high))) return true;
  if (low.numeral.scaled || !high.numeral.scaled || low.numeral.form === "part") return false;
  const own = numberOf(low);
  return own >= 0 && own < 1000 && sharedScale(low, high, Infinity) >= numberOf(high);
}

function hasHundred(tokens: readonly Token[], {first, numeral}: Measured): boolean {
  for (let i = first; i < numeral.end; ++i) if (at(tokens, i).text === "hundred") return true;
  return false;
}

/** The lower end, in the scale of the upper one if that keeps it lower: "1.5–2 billion". */
function sharedScale(low: Measured, high: Measured, upper: number): number {
  if (low.numeral.scaled || !high.numeral.scaled || low.numeral.form === "part")
    return numberOf(low);
  const exponent = high.numeral.form === "words" ? wordScale(high) : high.numeral.exponent;
  const shared = numberOf({...low, numeral: {...low.numeral, exponent}});
  return shared < upper ? shared : numberOf(low);
}

/** The scale of a number in words, whose digits are written out: six of "two million". */
function wordScale({numeral}: Measured): number {
  const zeros = numeral.digits.length - numeral.digits.replace(/0+$/, "").length;
  return numeral.exponent + Math.floor(zeros / 3) * 3;
}

/** "5% ± 1%", "80 plus or minus 3 per cent". */
function readSpread(tokens: readonly Token[], low: Measured): Range | null {
  const i = low.end;
  const sign = at(tokens, i).text === "±";
  const words = ["plus", "or", "minus"].every((word, n) => at(tokens, i + n).text === word);
  if (!sign && !words) return null;
  const off = readMeasured(tokens, i + (sign ? 1 : 3));
  if (off === null || off.suffix !== null || off.sign < 0) return null;
  const [unit, other] = [unitName(low), unitName(off)];
  const points = unit === "ratio" && other === "pp";
  if (unit !== null && other !== null && unit !== other && !points) return null;
  const words_ = low.words ?? off.words;
  // "5 million ± 3%" is off by a part of itself.
  if (unit === null && other === "ratio" && low.numeral.scaled) return voidRange(off.end);
  // "12.3 million ± 0.4" may be off by less than one, or by hundreds of thousands.
  const inDoubt = low.numeral.scaled && !off.numeral.scaled && numberOf(off) < 1000;
  if (inDoubt && off.currency === null && off.words === null) return voidRange(off.end);
  // "12.3 ± 0.4 million" shares its scale, as the ends of a range do.
  const whole = {...low, words: words_};
  const [own, shared] = [numberOf(whole), sharedScale(whole, off, Infinity)];
  // Nobody writes "1,200 ± 50 million" of one thousand two hundred, or not so that one could tell.
  if (own !== shared && Math.abs(own) >= 1000) return voidRange(off.end);
  // "(42 ± 3)%", "3.2 ± 0.1 × 10⁵": the unit or the power is that of all.
  if (isContinued(tokens, off)) return voidRange(off.end);
  const centre = shared;
  const by = points
    ? valueOf(off.numeral, -2)
    : numberOf({...off, words: off.words ?? low.words}, words_?.shift ?? 0);
  return {
    end: off.end,
    lower: plus(centre, -by),
    upper: plus(centre, by),
    centre,
    figures: figuresIn(low),
    unit: unit ?? other ?? "count",
    bare: unit === null && other === null && isPlain(low.numeral),
    opens: neither,
    vague: false,
    void: false
  };
}

/** Whether a unit, a scale or a power follows, past a closing bracket too. */
function isContinued(tokens: readonly Token[], {end, numeral}: Measured): boolean {
  const closed = at(tokens, end).text === ")";
  const i = closed ? end + 1 : end;
  if (/^[x×]$/.test(at(tokens, i).text)) return true;
  return (
    closed && (at(tokens, i).word.scale !== undefined || readUnit(tokens, i, numeral) !== null)
  );
}

/** A ratio in words: "one in five", "four out of five", "3 in every 10". Null where it is none. */
export function readShare(
  tokens: readonly Token[],
  part: Measured
): {readonly end: number; readonly value: number; readonly figures: number} | null {
  if (unitName(part) !== null || !isPlain(part.numeral) || part.suffix !== null) return null;
  const hyphen = isHyphen(tokens, part.end);
  let i = hyphen ? part.end + 1 : part.end;
  if (at(tokens, i).text === "out" && at(tokens, i + 1).text === "of") i += 2;
  else if (at(tokens, i).text === "in") i += 1;
  else return null;
  if (at(tokens, i).text === "every") ++i;
  if (hyphen && isHyphen(tokens, i)) ++i;
  const of = readMeasured(tokens, i);
  if (of === null || unitName(of) !== null || of.suffix !== null || isYear(of, tokens)) return null;
  const [above, below] = [numberOf(part), numberOf(of)];
  // "4 in 2.5" and "three in two" are no shares; "5 in 2024" is a year.
  if (!Number.isInteger(below) || above >= below || above <= 0 || above > 99) return null;
  return {end: of.end, value: above / below, figures: Math.max(1, part.numeral.figures)};
}
