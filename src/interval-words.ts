import {numberOf, readMeasured, unitName} from "./measured.ts";
import type {Measured} from "./measured.ts";
import {at, isGlued} from "./token.ts";
import type {Token} from "./token.ts";

/** An interval that stands beside an estimate; null where it is not one of that number. */
export interface StatedInterval {
  readonly end: number;
  readonly ends: readonly [number, number] | null;
}

const abbreviations: ReadonlySet<string> = new Set(["ci", "cis", "cri", "ui"]);
const sorts: ReadonlySet<string> = new Set([
  "confidence",
  "credible",
  "credibility",
  "uncertainty",
  "prediction"
]);

/**
 * Reads the interval of an estimate: "42% (95% CI 38–46)", "1.8 [95% confidence interval, 1.2 to
 * 2.6]", "42%, interval between 38% and 46%". Its level is words only. Null where none follows.
 */
export function readInterval(tokens: readonly Token[], estimate: Measured): StatedInterval | null {
  let i = estimate.end;
  const text = (n = i): string => at(tokens, n).text;
  // Most numbers have none, and are many.
  if (!/^(?:[,([]|with|interval)$/.test(text())) return null;
  if (text() === ",") ++i;
  if (/^[([]$/.test(text())) ++i;
  if (text() === "with") ++i;
  if (/^an?$/.test(text())) ++i;
  const level = readMeasured(tokens, i);
  if (level !== null && unitName(level) === "ratio") i = level.end;
  if (abbreviations.has(text())) ++i;
  else {
    if (sorts.has(text())) ++i;
    if (text() !== "interval") return null;
    ++i;
  }
  while (/^(?:[:,=([]|of|from|between)$/.test(text())) ++i;
  const low = readMeasured(tokens, i);
  if (low === null) return null;
  const joint = jointEnd(tokens, low.end);
  const high = joint === null ? null : readMeasured(tokens, joint);
  if (high === null) return null;
  let end = high.end;
  while (/^[)\]]$/.test(text(end))) ++end;
  return {end, ends: endsOf(estimate, low, high)};
}

/** The token after "to", "and", "," or a dash. */
function jointEnd(tokens: readonly Token[], i: number): number | null {
  const {text} = at(tokens, i);
  if (/^(?:to|and|,|–)$/.test(text)) return i + 1;
  return /^[-−]$/.test(text) && isGlued(tokens, i) ? i + 1 : null;
}

/**
 * Both ends in the estimate's unit; where they have no scale of their own, and the estimate lies
 * between them only so, in its scale. Null where it lies outside.
 */
function endsOf(
  estimate: Measured,
  low: Measured,
  high: Measured
): readonly [number, number] | null {
  const unit = unitName(estimate);
  const other = unitName(high) ?? unitName(low);
  if (other !== null && other !== unit) return null;
  if ([low, high].some((end) => end.suffix !== null)) return null;
  const value = numberOf(estimate);
  // The lower end shares the upper one's scale, as in any range.
  for (const {scaled, exponent} of [high.numeral, estimate.numeral]) {
    const inScale = (end: Measured): number => {
      const words = end.words ?? high.words ?? estimate.words;
      const own = numberOf({...end, words});
      const shares = scaled && !end.numeral.scaled && Math.abs(own) < 1000;
      return shares ? numberOf({...end, words, numeral: {...end.numeral, exponent}}) : own;
    };
    const [lower, upper] = [inScale(low), inScale(high)];
    if (lower <= value && value <= upper && lower < upper) return [lower, upper];
  }
  return null;
}
