import {changeBefore, fallAfter, isFallFurtherOn} from "./change.ts";
import type {Change} from "./change.ts";
import {bounded, hedgeOf} from "./entailed.ts";
import {phraseBefore} from "./hedge.ts";
import type {Found as FoundPhrase} from "./hedge.ts";
import {intervalAfter} from "./interval-clause.ts";
import {isIntervalEnd} from "./interval-names.ts";
import {misfitOf} from "./misfit.ts";
import {negationBefore} from "./negation.ts";
import {durationUnits} from "./quantity.ts";
import type {Hedge, Quantity} from "./quantity.ts";
import {why} from "./refusals.ts";
import {secondBound} from "./second-bound.ts";
import {at} from "./token.ts";
import type {Token} from "./token.ts";

/** A number, range or class as found, before the words around it have their say. */
export interface Core {
  readonly first: number;
  /** Index of the token after it. */
  readonly end: number;
  readonly unit: string;
  readonly figures: number;
  /** The number that is named; null for a range or class. */
  readonly value: number | null;
  /** The ends of a range or class, null for a number. */
  readonly ends: readonly [number, number] | null;
  readonly form: "point" | "range" | "class" | "part";
  /** Whether it says how many times; it does not, if not given. */
  readonly multiple?: boolean;
  readonly suffix: Hedge | null;
  /** The hedges before it. */
  readonly prefix: Prefix;
  /** Which ends of a range are left out of it; neither, if not given. */
  readonly opens?: {readonly lower: boolean; readonly upper: boolean};
  /** Whether an end has a sign of its own; none has, if not given. */
  readonly signed?: boolean;
  /** Why nothing may be read here, if nothing may. */
  readonly refusal?: string | undefined;
}

/** A quantity with the tokens that it was read from. */
export interface Reading {
  readonly start: number;
  readonly end: number;
  /** Its verbatim still empty. */
  readonly quantity: Quantity;
  /** Why the words give no quantity after all; null where they do. */
  readonly refusal: string | null;
}

/** Hedges before a number, from the innermost out. */
export interface Prefix {
  readonly start: number;
  readonly phrases: readonly FoundPhrase[];
}

/** All hedge phrases that end where a number begins, over words such as "a further". */
export function prefixOf(tokens: readonly Token[], first: number, floor: number): Prefix {
  const phrases: FoundPhrase[] = [];
  let start = first;
  for (;;) {
    const aside = start === first ? asideBefore(tokens, first, floor) : null;
    const found = phraseBefore(tokens, aside?.start ?? start, floor);
    if (found === null || isSum(tokens, found)) return {start, phrases};
    if (aside?.any === true && !leading.has(found.phrase.words.at(-1)!)) return {start, phrases};
    if (aside !== null && aside.phrase !== null) phrases.push(aside.phrase);
    if (found.phrase.part === "filler") {
      const outer = phraseBefore(tokens, found.start, floor);
      // "Over a two-year period" is how long it took.
      const spans =
        outer?.phrase.words.length === 1 && /^(over|under)$/.test(outer.phrase.words[0]!);
      if (
        outer === null ||
        outer.phrase.part === "filler" ||
        outer.phrase.part === "range" ||
        spans
      )
        return {start, phrases};
      start = found.start;
      continue;
    }
    phrases.push(found);
    start = found.start;
  }
}

// Hedges that want a number after them, so that one is still to come after any aside.
const leading: ReadonlySet<string> = new Set(
  "nearly almost roughly approximately exactly exceeding than as to".split(" ")
);

const marks: ReadonlySet<string> = new Set([",", "–", "—", "(", ")"]);

/**
 * "Nearly, but not quite, half": an aside between hedge and number, with the hedge that it is; `any`
 * where nothing in the aside itself says that it belongs to a hedge.
 */
function asideBefore(
  tokens: readonly Token[],
  first: number,
  floor: number
): {
  readonly start: number;
  readonly phrase: FoundPhrase | null;
  readonly any: boolean;
} | null {
  const isMark = (i: number): boolean => marks.has(at(tokens, i).text);
  if (first - 1 <= floor || !isMark(first - 1)) return null;
  let open = first - 2;
  while (open > floor && open > first - 8 && at(tokens, open).kind === "word") --open;
  if (open <= floor || !isMark(open)) return null;
  const any = !/^(but|if|though|albeit|perhaps|maybe|say)$/.test(at(tokens, open + 1).text);
  const phrase = phraseBefore(tokens, first - 1, open + 2);
  return {start: open, phrase: phrase?.start === open + 2 ? phrase : null, any};
}

/** "Added up to $3bn" is a sum, and no bound. */
function isSum(tokens: readonly Token[], {phrase, start}: FoundPhrase): boolean {
  return phrase.part === "up-to" && /^(add|sum)/.test(at(tokens, start - 1).text);
}

/** The prefix without what belongs to a range, for a number that turned out to begin none. */
export function withoutRange({start, phrases}: Prefix, first: number): Prefix {
  const range = phrases.findIndex((found) => found.phrase.part === "range");
  if (range < 0) return {start, phrases};
  const kept = phrases.slice(0, range);
  return {start: kept.at(-1)?.start ?? first, phrases: kept};
}

/**
 * Puts hedges, negations and falls to a core. A fall mirrors the hedge with the number: what fell at
 * least 2% is at most −2%, what fell nearly 10% is just over −10%.
 */
export function finish(tokens: readonly Token[], core: Core, floor: number): Reading {
  const reading = settle(tokens, core, floor);
  // What no reading took in is not left behind as if it were not there.
  const left = intervalAfter(tokens, reading.end);
  if (left === null) return reading;
  return {...reading, end: left.end, refusal: reading.refusal ?? why.interval};
}

function settle(tokens: readonly Token[], core: Core, floor: number): Reading {
  const {prefix} = core;
  const negation = negationBefore(tokens, prefix.start, floor);
  const outcome = hedgeOf(core, prefix.phrases, negation);
  const turned = negation !== null && negation.kind !== "perhaps";
  const start = turned ? negation.start : prefix.start;
  const refused = (refusal: string): Reading => {
    return {start, end: core.end, quantity: bounded(core, null), refusal};
  };
  if ("refusal" in outcome) return refused(outcome.refusal);
  if (core.refusal !== undefined) return refused(core.refusal);
  if (isIntervalEnd(tokens, prefix.start)) return refused(why.intervalOf);
  const misfit = misfitOf(tokens, core, prefix.start, floor);
  if (misfit !== null) return refused(misfit);
  // What more than halved is less than half of what it was.
  const shrinks = at(tokens, core.first).word.multiple === "0.5";
  const hedge = shrinks ? opposite(outcome.hedge) : outcome.hedge;
  const plain = bounded(core, hedge);
  const single = core.ends === null && !turned && !shrinks;
  const widened = single ? secondBound(tokens, core, plain) : null;
  const base = widened?.quantity ?? plain;
  const end = widened?.end ?? core.end;
  const before = changeBefore(tokens, prefix.start, floor);
  const level = before === null ? null : levelOf(tokens, before, prefix);
  if (level === "perhaps" && before!.direction < 0)
    return refused("it may be how far something fell, or what it fell to");
  if (level === "level") return {start, end, quantity: base, refusal: null};
  if (before?.direction === -1 && core.signed === true) return refused(why.signed);
  if (before !== null && falls(tokens, core, before, end))
    return {
      start: Math.min(before.index, start),
      end,
      quantity: mirror(base),
      refusal: null
    };
  if (before === null || before.direction < 0) {
    const after = fallBehind(tokens, core, end);
    if (after > 0 && core.multiple === true) return refused(why.left);
    if (after > 0 && core.signed === true) return refused(why.signed);
    if (after > 0) return {start, end: after, quantity: mirror(base), refusal: null};
    if (isRelative(core) && hasArticle(tokens, core) && isFallFurtherOn(tokens, end))
      return refused(why.off);
  }
  return {start, end, quantity: base, refusal: null};
}

/** Whether what stands after a fall says where it ended: "fell below 5%" is a level under 5%. */
function levelOf(
  tokens: readonly Token[],
  {transitive, plainly}: Change,
  {start, phrases}: Prefix
): "level" | "perhaps" | null {
  const words = phrases.at(-1)?.phrase.words ?? [];
  if (/^(by|of)$/.test(at(tokens, start - 1).text)) return null;
  const last = words.at(-1) ?? "";
  if (last === "under") {
    // "Lost just under 5%" is how much; "fell just under 5%" may be either.
    if (transitive) return null;
    return words.length > 1 || plainly ? "perhaps" : "level";
  }
  const level =
    /^(below|beneath|above|beyond)$/.test(last) || /(short|south|north) of$/.test(words.join(" "));
  return level ? "level" : null;
}

function falls(tokens: readonly Token[], core: Core, change: Change, end: number): boolean {
  if (change.direction > 0 || (core.value ?? 0) < 0) return false;
  if (isRelative(core))
    return !(change.transitive && !change.plainly && at(tokens, end).text === "of");
  if (core.unit === "count") return change.plainly;
  // "Down two years" is how long it was so, "down by two years" how far it fell.
  if (change.by) return true;
  return /^[A-Z]{3}$/.test(core.unit) && (change.plainly || change.noun || !change.transitive);
}

const articles: ReadonlySet<string> = new Set("a an the its this their another of".split(" "));

function hasArticle(tokens: readonly Token[], {first, prefix}: Core): boolean {
  return (
    articles.has(at(tokens, prefix.start - 1).text) || articles.has(at(tokens, first - 1).text)
  );
}

function isRelative({unit}: Core): boolean {
  return unit === "ratio" || unit === "pp";
}

function fallBehind(tokens: readonly Token[], core: Core, end: number): number {
  if ((core.value ?? 0) < 0 || core.unit === "count") return -1;
  const after = fallAfter(tokens, end, hasArticle(tokens, core));
  if (after < 0) return -1;
  const adverb = after === end + 1 && at(tokens, end).word.plain === true;
  // "A third decline" is one after two others, "a two-thirds drop" is one of so much; "$2bn less" is
  // a level as often as a fall.
  if (core.form === "part" && !adverb)
    return core.unit === "ratio" && isCountedPart(tokens, core) && hasArticle(tokens, core)
      ? after
      : -1;
  if (isRelative(core)) return after;
  return /^[A-Z]{3}$/.test(core.unit) && !adverb ? after : -1;
}

/** Whether a part says how many of them it is: two-thirds, 2/3. */
function isCountedPart(tokens: readonly Token[], {first}: Core): boolean {
  const {kind, word} = at(tokens, first);
  return kind === "fraction" || word.cardinal !== undefined;
}

const mirrored: Readonly<Partial<Record<Hedge, Hedge>>> = {
  "at-least": "at-most",
  "at-most": "at-least",
  // A fall of up to 2% is a change of −2% or more, and "up to" would now point the other way.
  "up-to": "at-least",
  "more-than": "less-than",
  "less-than": "more-than",
  nearly: "just-over",
  "just-over": "nearly"
};

function opposite(hedge: Hedge | null): Hedge | null {
  return hedge === null ? null : (mirrored[hedge] ?? hedge);
}

function mirror(q: Quantity): Quantity {
  const negate = (n: number | null): number | null => (n === null ? null : 0 - n);
  return {
    ...q,
    hedge: opposite(q.hedge) ?? q.hedge,
    value: negate(q.value),
    lower: negate(q.upper),
    upper: negate(q.lower),
    lowerOpen: q.upperOpen,
    upperOpen: q.lowerOpen
  };
}

/** Whether "over" before a span of time says how long something took, after what it was. */
export function tookSoLong(
  tokens: readonly Token[],
  unit: string,
  prefix: Prefix,
  floor: number
): boolean {
  const [found] = prefix.phrases;
  if (found === undefined || found.phrase.words.length > 1 || found.phrase.words[0] !== "over")
    return false;
  if (!(durationUnits as readonly string[]).includes(unit) || floor === 0) return false;
  for (let i = found.start - 1; i >= Math.max(floor, found.start - 12); --i)
    if (/^[.;¶]$/.test(at(tokens, i).text)) return false;
  return found.start - floor < 12;
}
