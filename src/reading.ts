import {changeBefore, fallAfter} from "./change.ts";
import type {Change} from "./change.ts";
import {phraseAt, phraseBefore} from "./hedge.ts";
import type {Found as FoundPhrase, Part} from "./hedge.ts";
import {readMeasured} from "./measured.ts";
import {numberOf, unitName} from "./measured.ts";
import {durationUnits} from "./quantity.ts";
import type {Hedge, Quantity} from "./quantity.ts";
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
  readonly form: "point" | "range" | "class" | "part" | "multiple";
  readonly suffix: Hedge | null;
  /** The hedges before it. */
  readonly prefix: Prefix;
}

/** A quantity with the tokens that it was read from. */
export interface Reading {
  readonly start: number;
  readonly end: number;
  /** Its verbatim still empty. */
  readonly quantity: Quantity;
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
    const found = phraseBefore(tokens, start, floor);
    if (found === null || isSum(tokens, found)) return {start, phrases};
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
 * Puts hedges and falls to a core. A fall mirrors the hedge with the number: what fell at least 2%
 * is at most −2%, what fell nearly 10% is just over −10%.
 */
export function finish(tokens: readonly Token[], core: Core, floor: number): Reading {
  const {prefix} = core;
  const hedge = hedgeOf(core, prefix.phrases);
  const plain = bounded(core, hedge);
  const widened =
    hedge === core.suffix || core.ends !== null ? null : secondBound(tokens, core, plain);
  const base = widened?.quantity ?? plain;
  const end = widened?.end ?? core.end;
  const before = changeBefore(tokens, prefix.start, floor);
  if (before !== null && falls(tokens, core, before, end))
    return {start: before.index, end, quantity: mirror(base)};
  if (before === null || before.direction < 0) {
    const after = fallBehind(tokens, core, prefix.start, end);
    if (after > 0) return {start: prefix.start, end: after, quantity: mirror(base)};
  }
  return {start: prefix.start, end, quantity: base};
}

function falls(tokens: readonly Token[], core: Core, change: Change, end: number): boolean {
  if (change.direction > 0 || core.form === "multiple" || (core.value ?? 0) < 0) return false;
  if (core.unit === "ratio" || core.unit === "pp")
    return !(change.transitive && !change.plainly && at(tokens, end).text === "of");
  if (core.unit === "count") return change.plainly;
  return /^[A-Z]{3}$/.test(core.unit) && (change.plainly || !change.transitive);
}

function fallBehind(tokens: readonly Token[], core: Core, start: number, end: number): number {
  const relative = core.unit === "ratio" || core.unit === "pp";
  if (core.form === "multiple" || (core.value ?? 0) < 0 || core.unit === "count") return -1;
  const articles = /^(a|an|the|its|this|their|another|of)$/;
  const article =
    articles.test(at(tokens, start - 1).text) || articles.test(at(tokens, core.first - 1).text);
  const after = fallAfter(tokens, end, article);
  if (after < 0) return -1;
  const adverb = after === end + 1 && at(tokens, end).word.plain === true;
  // "A third decline" is one after two others; "$2bn less" is a level as often as a fall.
  if (core.form === "part") return adverb ? after : -1;
  if (relative) return after;
  return /^[A-Z]{3}$/.test(core.unit) && !adverb ? after : -1;
}

/** Of several hedges "about" wins, as in calculations; else the outermost. */
function hedgeOf({suffix}: Core, phrases: readonly FoundPhrase[]): Hedge | null {
  const parts: Part[] = phrases.map(({phrase}) => phrase.part).filter((part) => part !== "range");
  const all = [...(suffix === null ? [] : [suffix]), ...parts] as Hedge[];
  if (all.includes("approx")) return "approx";
  if (all.includes("exactly") && new Set(all).size > 1) return "approx";
  return all.at(-1) ?? null;
}

/** The bounds that a hedge's words entail, and no more (DESIGN section 1). */
function bounded(core: Core, hedge: Hedge | null): Quantity {
  const {value, ends, unit, figures} = core;
  if (ends !== null) return boundedSpan(core, ends, hedge);
  const lower = hedge !== null && /^(at-least|more-than|just-over|exactly)$/.test(hedge);
  const upper = hedge !== null && /^(at-most|less-than|up-to|nearly|exactly)$/.test(hedge);
  return {
    verbatim: "",
    hedge: hedge ?? "none",
    value,
    lower: lower ? value : null,
    upper: upper ? value : null,
    lowerOpen: hedge === "more-than" || hedge === "just-over",
    upperOpen: hedge === "less-than" || hedge === "nearly",
    unit,
    significantFigures: figures
  };
}

/**
 * A hedged span: "at least 3 to 5%" is at least 3%, "up to 3–5%" up to 5%. Other hedges are dropped:
 * nobody can say how far "about 3 to 5%" reaches, and without its ends it would say nothing.
 */
function boundedSpan(
  {value, form, unit, figures}: Core,
  [low, high]: readonly [number, number],
  hedge: Hedge | null
): Quantity {
  const isClass = form === "class";
  const floor = hedge === "at-least" || hedge === "more-than";
  const cap = hedge === "at-most" || hedge === "less-than" || hedge === "up-to";
  const open = cap ? isClass || hedge === "less-than" : isClass && !floor;
  return {
    verbatim: "",
    hedge: floor ? hedge : cap ? (isClass ? "less-than" : hedge) : isClass ? "class" : "between",
    value: floor ? low : cap ? high : value,
    lower: cap ? null : low,
    upper: floor ? null : high,
    lowerOpen: hedge === "more-than",
    upperOpen: open,
    unit,
    significantFigures: figures
  };
}

/** "More than 3% and less than 5%": the other bound of the same number, if it follows at once. */
function secondBound(
  tokens: readonly Token[],
  core: Core,
  first: Quantity
): {readonly quantity: Quantity; readonly end: number} | null {
  if (first.lower === null || first.upper !== null || first.hedge === "just-over") return null;
  if (!/^(and|but)$/.test(at(tokens, core.end).text)) return null;
  const found = phraseAt(tokens, core.end + 1);
  if (found === null || !/^(at-most|less-than|up-to)$/.test(found.phrase.part)) return null;
  const other = readMeasured(tokens, found.end);
  if (other === null || other.suffix !== null) return null;
  const unit = unitName(other);
  const upper = numberOf(other);
  if (unit !== core.unit && !(unit === null && core.unit === "count")) return null;
  if (upper <= first.lower) return null;
  const upperOpen = found.phrase.part === "less-than";
  const figures = Math.max(core.figures, other.numeral.figures);
  return {
    quantity: {
      ...first,
      hedge: "between",
      value: null,
      upper,
      upperOpen,
      significantFigures: figures
    },
    end: other.end
  };
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

function mirror(q: Quantity): Quantity {
  const negate = (n: number | null): number | null => (n === null ? null : 0 - n);
  return {
    ...q,
    hedge: mirrored[q.hedge] ?? q.hedge,
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
  if (found === undefined || found.phrase.words.join(" ") !== "over") return false;
  if (!(durationUnits as readonly string[]).includes(unit) || floor === 0) return false;
  for (let i = found.start - 1; i >= Math.max(floor, found.start - 12); --i)
    if (/^[.;¶]$/.test(at(tokens, i).text)) return false;
  return found.start - floor < 12;
}
