import {readMeasured, unitName} from "./measured.ts";
import {at, isHyphen} from "./token.ts";
import type {Token} from "./token.ts";

const sorts: ReadonlySet<string> = new Set(["confidence", "credible", "uncertainty"]);
const nouns: ReadonlySet<string> = new Set(["interval", "intervals"]);
const allCapitals: ReadonlySet<string> = new Set(["ci", "ui", "cri"]);
const someCapitals: ReadonlySet<string> = new Set(["cis", "uis", "cri", "cris"]);
const leads: ReadonlySet<string> = new Set(": , = ( [ of from between was is".split(" "));

/** Words that name the interval of a number, for whoever has them as text. */
export const intervalWords = /\b(?:[Ii]ntervals?|CIs?|C\.I\.|UIs?|CrIs?)(?![\p{L}\p{N}])/u;

/** Its level, in text: "95% " of "95% CI". */
export const levelWords =
  /\d+(?:\.\d+)?\s?(?:%|per\s?cent)[\s-]?(?=confidence|credible|uncertainty|C\.?I|UI|CrI|interval)/giu;

/** What names an interval: "95% CI", "95% interval", "confidence interval", or only "CI". */
export interface IntervalName {
  /** Index of the token after it. */
  readonly end: number;
  /** Whether it has a level or a sort, so that nothing else can be meant. */
  readonly sure: boolean;
}

/** Reads the name of an interval that begins at a token; null where none does. */
export function readIntervalName(tokens: readonly Token[], start: number): IntervalName | null {
  const level = at(tokens, start).kind === "number" ? readMeasured(tokens, start) : null;
  // What has neither level nor sort is one of time or space: "5 years (interval 3–8 years)".
  if (level === null) return nouns.has(at(tokens, start).text) ? null : readSort(tokens, start);
  if (unitName(level) !== "ratio" || level.suffix !== null) return null;
  const end = readSort(tokens, pastHyphen(tokens, level.end))?.end;
  return end === undefined ? null : {end, sure: true};
}

/** Whether a share that ends before a token is the level of an interval: 95% of "95% CI". */
export function isLevel(tokens: readonly Token[], end: number): boolean {
  return readSort(tokens, pastHyphen(tokens, end)) !== null;
}

/**
 * Whether what begins at a token is an end of an interval: of "a 95% CI of 38 to 46%". Where the
 * number is that it belongs to, nobody has read.
 */
export function isIntervalEnd(tokens: readonly Token[], first: number): boolean {
  let end = first;
  while (end > first - 3 && leads.has(at(tokens, end - 1).text)) --end;
  return endsName(tokens, end);
}

/** Whether the name of an interval, with its level or its sort, ends before a token. */
export function endsName(tokens: readonly Token[], end: number): boolean {
  const {text} = at(tokens, end - 1);
  if (!nouns.has(text) && !allCapitals.has(text) && !someCapitals.has(text)) return false;
  // 95 per cent CI
  for (let start = end - 2; start >= end - 4; --start) {
    const name = readIntervalName(tokens, start);
    if (name?.end === end && name.sure) return true;
  }
  return false;
}

function readSort(tokens: readonly Token[], start: number): IntervalName | null {
  const {text, capitals} = at(tokens, start);
  const short = capitals === "all" ? allCapitals : capitals === "some" ? someCapitals : null;
  if (short?.has(text) === true) return {end: start + 1, sure: false};
  const sure = sorts.has(text);
  const last = sure ? start + 1 : start;
  return nouns.has(at(tokens, last).text) ? {end: last + 1, sure} : null;
}

function pastHyphen(tokens: readonly Token[], i: number): number {
  return isHyphen(tokens, i) ? i + 1 : i;
}
