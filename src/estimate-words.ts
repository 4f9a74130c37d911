import {intervalBehind, pastLead} from "./interval-clause.ts";
import type {IntervalClause} from "./interval-clause.ts";
import {readIntervalName} from "./interval-names.ts";
import {figuresIn, numberOf, readMeasured, suffixBehind, unitName} from "./measured.ts";
import type {Measured} from "./measured.ts";
import {isMultiple} from "./multiple.ts";
import {readScale} from "./numeral.ts";
import {why} from "./refusals.ts";
import {dashAt, inScaleOf, isContinued, isHundredfold, isMeasure, isNoun, plain} from "./span.ts";
import type {NoRange, Range} from "./span.ts";
import {at} from "./token.ts";
import type {Token} from "./token.ts";
import {readUnit} from "./unit-words.ts";

/** A number and the ends of its interval, as they stand in the text. */
type Three = readonly [estimate: Measured, low: Measured, high: Measured];

/**
 * Reads the interval of an estimate: "42% (95% CI 38–46%)", "1.8 [95% confidence interval, 1.2 to
 * 2.6]", "42% (CI 38–46%)". Its level is no number. Null where no interval with two ends, and
 * nothing else, stands behind it; a reason where one does and leaves anything open.
 */
export function readEstimate(tokens: readonly Token[], estimate: Measured): Range | NoRange | null {
  const clause = intervalBehind(tokens, estimate.end);
  if (clause === null) return null;
  const found = readThree(tokens, estimate, clause);
  if (found === null) return null;
  const {three, end: closed} = found;
  const behind = withUnitBehind(tokens, closed, three);
  const end = behind?.end ?? closed;
  const hedged = three.some(({suffix}) => suffix !== null);
  if (hedged || suffixBehind(tokens, end) !== null) return {end, reason: why.hedgedInterval};
  if (behind === null || isContinued(tokens, end, estimate.numeral))
    return {end, reason: why.unitBehind};
  // "5 kg, 95% CI 3 to 8 g": as short as a unit is, and none that is known.
  const short = at(tokens, end).text.length <= 3 && isNoun(tokens, end);
  if (isMeasure(unitName(three[0])) && unitName(three[2]) === null && short)
    return {end, reason: why.unitOfOne};
  if (isHundredfold(tokens, three[1], three[2])) return {end, reason: why.scaleOfOne};
  const numbers = inOneUnit(behind.three);
  if (typeof numbers === "string") return {end, reason: numbers};
  const [centre, lower, upper] = numbers;
  if (lower >= upper) return {end, reason: why.turned};
  if (centre < lower || centre > upper) return {end, reason: why.outside};
  const unit = unitName(behind.three[0]);
  return {
    ...plain,
    end,
    lower,
    upper,
    centre,
    figures: figuresIn(estimate),
    unit: unit ?? "count",
    bare: unit === null,
    multiple: isMultiple(...behind.three),
    signed: three.slice(1).some((bound) => isSigned(tokens, bound))
  };
}

/** Both ends, where nothing else stands in the clause. */
function readThree(
  tokens: readonly Token[],
  estimate: Measured,
  {first, close}: IntervalClause
): {readonly three: Three; readonly end: number} | null {
  const name = readIntervalName(tokens, first);
  if (name === null) return null;
  let i = pastLead(tokens, name.end);
  const lead = at(tokens, i - 1).text;
  // 95% CI [38, 46]
  const open = at(tokens, i).text;
  const inner = open === "(" ? ")" : open === "[" ? "]" : "";
  if (inner !== "") ++i;
  const low = readMeasured(tokens, i);
  const joint = low === null ? null : jointAt(tokens, low.end, lead);
  const high = joint === null ? null : readMeasured(tokens, joint);
  if (low === null || high === null) return null;
  let {end} = high;
  for (const bracket of [inner, close])
    if (bracket !== "" && at(tokens, end++).text !== bracket) return null;
  return {three: [estimate, low, high], end};
}

/** The token after what joins the ends: "to", a dash, a comma; "and" after "between". */
function jointAt(tokens: readonly Token[], i: number, lead: string): number | null {
  const {text} = at(tokens, i);
  if (lead === "between") return text === "and" ? i + 1 : null;
  return text === "to" || text === "," ? i + 1 : dashAt(tokens, i);
}

/**
 * A scale and a unit behind the bracket, which all three numbers share: "2.1 (95% CI 1.8–2.4)
 * million". Null where one of them has its own.
 */
function withUnitBehind(
  tokens: readonly Token[],
  start: number,
  three: Three
): {readonly three: Three; readonly end: number} | null {
  const [{numeral, currency}] = three;
  const scale = readScale(tokens, start, currency !== null);
  const words = readUnit(tokens, scale.end, numeral);
  const end = words?.end ?? scale.end;
  if (end === start) return {three, end};
  const own = three.some((one) => one.numeral.scaled || one.words !== null);
  if (own || (words !== null && three.some((one) => unitName(one) !== null))) return null;
  const share = (one: Measured): Measured => ({
    ...one,
    words,
    numeral: {
      ...one.numeral,
      exponent: one.numeral.exponent + scale.exponent,
      scaled: scale.end > start
    }
  });
  return {three: [share(three[0]), share(three[1]), share(three[2])], end};
}

/** The three numbers in the estimate's unit and one scale; the reason where that is in doubt. */
function inOneUnit([estimate, low, high]: Three): readonly [number, number, number] | string {
  const [unit, below, above] = [unitName(estimate), unitName(low), unitName(high)];
  if ((below ?? unit) !== unit || (above ?? unit) !== unit) return why.unitOfOne;
  // "3% to 5" and "5 to $10" say two things, "$3 to 5" and "5 to 10%" one.
  if (below !== null && above === null && low.currency === null) return why.unitOfOne;
  if (above !== null && below === null && high.currency !== null) return why.unitOfOne;
  const value = numberOf(estimate);
  const top = above === null ? {...high, words: estimate.words} : high;
  const bottom = below === null ? {...low, words: above === null ? top.words : high.words} : low;
  const own = [value, numberOf(bottom), numberOf(top)] as const;
  const {scaled} = estimate.numeral;
  if (!low.numeral.scaled && !high.numeral.scaled) {
    if (!scaled) return own;
    // "2.1 million (95% CI 1.8–2.4)": mostly one scale alone has the estimate inside.
    const shared = [value, inScaleOf(bottom, estimate), inScaleOf(top, estimate)] as const;
    if (holds(own) && holds(shared)) return why.scaleOfOne;
    return holds(own) ? own : shared;
  }
  if (!scaled) return why.scaleOfOne;
  if (low.numeral.scaled) return own;
  const lower = inScaleOf(bottom, top);
  if (lower <= value) return [value, lower, own[2]];
  return Math.abs(own[1]) >= 1000 ? own : why.scaleOfOne;
}

function holds([value, lower, upper]: readonly [number, number, number]): boolean {
  return lower <= value && value <= upper;
}

function isSigned(tokens: readonly Token[], {first, sign}: Measured): boolean {
  return sign < 0 || at(tokens, first).text === "+";
}
