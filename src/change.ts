import {at} from "./token.ts";
import type {Token} from "./token.ts";

/** A word of rising or falling that goes with a number. */
export interface Change {
  /** Index of the token that it begins at. */
  readonly index: number;
  /** Index of the word itself: of "negative growth" the second. */
  readonly word: number;
  readonly direction: -1 | 1;
  /** Whether it takes an object: "cut" falls by 2%, and cuts half of something without falling. */
  readonly transitive: boolean;
  /** Whether "by" or "down" joins it to the number, so that even a count of things is a change. */
  readonly plainly: boolean;
  /** Whether "by" joins it to the number, so that it changes by that, in whatever unit. */
  readonly by: boolean;
  /** Whether it is the noun of a fall with its "of": "a cut of $5bn", whose verb takes an object. */
  readonly noun: boolean;
}

/**
 * The word of change before a number: "fell 2%", "down by some 2 per cent", "a decline in sales of
 * 2%", "slid a surprising 2%". `start` is where the number or its hedge begins; nothing before
 * `floor` is looked at. Null where none stands there: "fell to 2%" is where it fell to.
 */
export function changeBefore(
  tokens: readonly Token[],
  number: number,
  floor: number
): Change | null {
  const start = pastAverage(tokens, number);
  let i = start - 1;
  const own = at(tokens, i).text;
  if (own !== "by" && own !== "of") i = skipArticle(tokens, i);
  const joint = at(tokens, i).text === "by" ? "by" : own;
  if (joint === "by" || joint === "of") --i;
  // "Fell sharply, by 12%"
  if (joint === "by" && /^[,–—(]$/.test(at(tokens, i).text)) --i;
  const from = i;
  for (let n = 0; n < 2 && at(tokens, i).text.endsWith("ly"); ++n) --i;
  const near = changeAt(tokens, i, floor, joint);
  if (near !== null) return near;
  if (joint === "off" && offBefore(tokens, start - 1, floor) === "fall")
    return {
      index: start - 1,
      word: start - 1,
      direction: -1,
      transitive: false,
      plainly: true,
      by: false,
      noun: false
    };
  if (joint === "by") return search(tokens, from, floor, 8, joint);
  if (joint !== "of") return null;
  const far = search(tokens, from, floor, 5, joint);
  // A decline in sales of 2%: what declines stands between.
  return far !== null && at(tokens, far.word + 1).text === "in" ? far : null;
}

/**
 * Back over what only says how many falls the number is of: "an average of", "on average", "at an
 * annual rate of".
 */
function pastAverage(tokens: readonly Token[], start: number): number {
  const {text} = at(tokens, start - 1);
  const outer = at(tokens, start - 2).text;
  if ((text === "average" && outer === "on") || (text === "total" && outer === "in"))
    return start - 2;
  if (text !== "of" || !sums.has(outer)) return start;
  let i = start - 3;
  for (let n = 0; n < 2 && at(tokens, i).kind === "word" && !at(tokens, i).word.plain; ++n) --i;
  if (!/^an?$/.test(at(tokens, i).text)) return start;
  const rate = /^(rate|pace)$/.test(outer) && at(tokens, i - 1).text === "at";
  return rate ? i - 1 : i;
}

const sums: ReadonlySet<string> = new Set("average total mean median sum rate pace".split(" "));

/** Whether something rises or falls right before "from A to B", which are then two levels. */
export function movesBefore(tokens: readonly Token[], start: number, floor: number): boolean {
  return search(tokens, start - 1, floor, 6, "") !== null;
}

/**
 * What an "off" before a number is: a fall, "shares were off 5%"; the rest of a verb, "laid off 5% of
 * its staff"; or neither for certain.
 */
export function offBefore(
  tokens: readonly Token[],
  off: number,
  floor: number
): "fall" | "verb" | "unclear" {
  const {kind, text, word} = at(tokens, off - 1);
  if (off <= floor || kind !== "word" || priced.has(text)) return "fall";
  return /.(ed|ing)$/.test(text) || parting.has(text) || word.change !== undefined
    ? "verb"
    : "unclear";
}

const priced: ReadonlySet<string> = new Set(
  (
    "is are was were be been closed ended opened trading traded share shares stock stocks index " +
    "futures price prices sales revenue profit profits"
  ).split(" ")
);
const parting: ReadonlySet<string> = new Set(
  (
    "lay lays laid pay pays paid sell sells sold spin spins spun write writes wrote written take takes " +
    "took hive hives carve carves split splits set sets"
  ).split(" ")
);

/** Back over "a further" and "a disappointing". */
function skipArticle(tokens: readonly Token[], from: number): number {
  const {kind, text, word} = at(tokens, from);
  if (text === "off") return from - 1;
  if (text === "another" || text === "a" || text === "an") return from - 1;
  const adjective = kind === "word" && !word.plain && word.change === undefined;
  return adjective && /^an?$/.test(at(tokens, from - 1).text) ? from - 2 : from;
}

function changeAt(
  tokens: readonly Token[],
  index: number,
  floor: number,
  joint: string
): Change | null {
  const {word, text} = at(tokens, index);
  if (index < floor || word.change === undefined) return null;
  const by = joint === "by";
  const negative = word.change > 0 && index > floor && at(tokens, index - 1).text === "negative";
  return {
    index: negative ? index - 1 : index,
    word: index,
    direction: negative ? -1 : word.change,
    transitive: word.transitive === true,
    plainly: by || text === "down",
    by,
    noun: joint === "of" && falls.has(text)
  };
}

/** The nearest word of change going back over words and hyphens, within one clause. */
function search(
  tokens: readonly Token[],
  from: number,
  floor: number,
  reach: number,
  joint: string
): Change | null {
  for (let i = from; i >= floor && i > from - reach; --i) {
    const {kind, text} = at(tokens, i);
    if (kind === "sign" && text !== "-" && text !== "'") return null;
    const found = changeAt(tokens, i, floor, joint);
    if (found !== null) return found;
  }
  return null;
}

/**
 * The index after a word that makes a fall of the number before it: "a 2% year-on-year decline",
 * "2% lower"; -1 where there is none. `start` is the token after the number, `article` whether an
 * article stands before it, without which "80% fall short" is a verb.
 */
export function fallAfter(tokens: readonly Token[], start: number, article: boolean): number {
  let i = start;
  while (i < start + 7 && isBetween(tokens, i)) ++i;
  const {text} = at(tokens, i);
  const next = at(tokens, i + 1).text;
  if (i === start && lower.has(text)) return next === "payment" ? -1 : i + 1;
  if (!falls.has(text) || next === "of") return -1;
  return article || !ahead.has(next) ? i + 1 : -1;
}

/** Whether a token may stand between a number and its fall: "year-on-year", "y/y". */
function isBetween(tokens: readonly Token[], i: number): boolean {
  const {text} = at(tokens, i);
  const [last, next] = [at(tokens, i - 1).text, at(tokens, i + 1).text];
  if (text === "/") return last === next && adjectives.has(last);
  return adjectives.has(text) || text === "-";
}

/**
 * Whether a fall stands behind a number and words of which nobody can say whether the number is
 * theirs: "a 12% mortality reduction", "a 12% tariff cut".
 */
export function isFallFurtherOn(tokens: readonly Token[], start: number): boolean {
  for (let i = start; i < start + 4; ++i) {
    const {kind, text, word} = at(tokens, i);
    if (falls.has(text)) return i > start && at(tokens, i + 1).text !== "of";
    if (kind !== "word" || word.plain === true || word.change !== undefined) return false;
  }
  return false;
}

const adjectives: ReadonlySet<string> = new Set(
  (
    "year quarter month on over yoy qoq mom wow y q m w o yr qtr annual annualised annualized quarterly yearly monthly " +
    "weekly daily sequential percentage revenue sales profit net steep sharp slight modest further " +
    "surprise disappointing relative absolute risk"
  ).split(" ")
);
const lower: ReadonlySet<string> = new Set(
  "lower down less fewer smaller weaker cheaper".split(" ")
);
const falls: ReadonlySet<string> = new Set(
  (
    "decline drop fall decrease contraction reduction slump dip slide plunge tumble cut downturn " +
    "shrinkage"
  ).split(" ")
);
const ahead: ReadonlySet<string> = new Set(
  "short below under into behind outside within off to on out through prey victim".split(" ")
);
