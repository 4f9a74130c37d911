import {changeBefore, movesBefore} from "./change.ts";
import {isDay, isYear} from "./doubt.ts";
import {readEstimate} from "./estimate-words.ts";
import {phraseAt} from "./hedge.ts";
import type {Part} from "./hedge.ts";
import {figuresIn, numberOf, readMeasured, unitName} from "./measured.ts";
import type {Measured} from "./measured.ts";
import {isMultiple} from "./multiple.ts";
import {isPlain} from "./numeral.ts";
import {dashAt, isHundredfold, sharedScale} from "./span.ts";
import type {NoRange, Range} from "./span.ts";
import {readSpread} from "./spread-words.ts";
import {at, isGlued, isHyphen} from "./token.ts";
import type {Token} from "./token.ts";

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
 * "5% ± 1%", "42% (95% CI 38–46%)". The ends share unit and scale. Null where what follows is no
 * second end: where two units stand, where the numbers go down, where something rises from one to
 * the other.
 */
export function readRange(
  tokens: readonly Token[],
  low: Measured,
  lead: Lead
): Range | NoRange | null {
  const estimate = readEstimate(tokens, low);
  if (estimate !== null) return estimate;
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
    return {end: high.end, reason: null};
  if (moves(tokens, low, lead)) return null;
  // "Between 2022 and 5%" has no second end, and nobody knows what its first is.
  if (isYear(low, tokens) && unitName(low) === null && /^(ratio|pp)$/.test(unitName(high) ?? ""))
    return {end: high.end, reason: null};
  if (isMuddled(tokens, low, high)) return {end: high.end, reason: null};
  // "$5 to 2024" is how long something stayed there.
  if (unitName(low) !== null && numberOf(low) < 1000 && isYear(high, tokens)) return null;
  const ends = endsOf(low, high);
  if (ends === null) return null;
  const [lower, upper] = ends;
  // "Between a third and a quarter" says it the other way round, and so does "−2% to −3%".
  const turned = lower > upper && (lead.word === "between" || lower < 0);
  // "10–5%" is a slip of some kind, and its second end no number of its own.
  if (lower > upper && !turned && isGlued(tokens, joint)) return {end: high.end, reason: null};
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
    multiple: isMultiple(low, high),
    vague: soft.length > 0 || (turned && (top !== null || lead.inner.length > 0)),
    signed: false
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
  if (isHundredfold(tokens, low, high)) return true;
  if (low.numeral.scaled || !high.numeral.scaled || low.numeral.form === "part") return false;
  const own = numberOf(low);
  return own >= 0 && own < 1000 && sharedScale(low, high, Infinity) >= numberOf(high);
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
