import {readClass} from "./class-words.ts";
import {areTimes, isAlone, isAttached, isDoubted, isOther} from "./doubt.ts";
import {figuresIn, numberOf, readMeasured, unitName} from "./measured.ts";
import type {Measured} from "./measured.ts";
import {isCurrency} from "./quantity.ts";
import type {Quantity} from "./quantity.ts";
import {readRange, readShare} from "./range.ts";
import {finish, prefixOf, tookSoLong, withoutRange} from "./reading.ts";
import type {Core, Prefix} from "./reading.ts";
import {at, isGlued, isHyphen, tokenize} from "./token.ts";
import type {Token} from "./token.ts";
import {signs} from "./units.ts";

/** A quantity in running text; `start` and `end` are UTF-16 offsets, hedge to unit. */
export interface Found {
  readonly start: number;
  readonly end: number;
  readonly quantity: Quantity;
}

/**
 * Reads the one quantity of an English fragment, by the hedge lexicon (DESIGN section 1, "Reading a
 * quantity"). `expect` is the unit of the measure, if known: it gives a bare number its unit and
 * decides what is open, such as "three quarters", and never overrules a unit that is printed. Gives
 * an error sentence for a fragment without a quantity, or with two.
 */
export function readQuantity(
  fragment: string,
  expect?: string
): {readonly quantity: Quantity} | {readonly error: string} {
  const found = find(fragment, expect, 2);
  const [first, second] = found;
  if (first === undefined) return {error: `no quantity in ${quoted(fragment)}`};
  if (second === undefined) return {quantity: first.quantity};
  const both = `${quoted(first.quantity.verbatim)} and ${quoted(second.quantity.verbatim)}`;
  return {error: `two quantities in ${quoted(fragment)}: ${both}`};
}

/** Finds every quantity in running text, in order, none overlapping another. Takes linear time. */
export function findQuantities(text: string): Found[] {
  return find(text, undefined, Infinity);
}

function quoted(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return `"${line.length > 60 ? `${line.slice(0, 59).trimEnd()}…` : line}"`;
}

// A text is read in stretches, so that what a huge one needs in memory stays small. Each begins
// with some tokens of the one before it, and ends where what follows might still matter.
const stretch = 20_000;
const context = 64;

function find(text: string, expect: string | undefined, most: number): Found[] {
  const found: Found[] = [];
  let from = 0;
  let resume = 0;
  while (found.length < most) {
    const tokens = tokenize(text, from, stretch);
    const last = tokens.length < stretch;
    const scan: Scan = {tokens, expect, floor: 0, cut: 0};
    let i = 0;
    while (i < tokens.length && tokens[i]!.start < resume) ++i;
    scan.floor = scan.cut = i;
    if (i > 0 && found.at(-1)?.end !== undefined)
      scan.floor = tokens.findIndex((token) => token.start >= found.at(-1)!.end);
    const until = last ? tokens.length : tokens.length - context;
    while (i < until && found.length < most) i = step(scan, i, text, found);
    if (last) break;
    resume = at(tokens, i).start;
    from = at(tokens, Math.max(1, i - context)).start;
  }
  return found;
}

/** Where a search stands. */
interface Scan {
  readonly tokens: readonly Token[];
  readonly expect: string | undefined;
  /** The token after the last quantity; nothing before it is read again. */
  floor: number;
  /** The token after the last number that was none. */
  cut: number;
}

/** Reads what begins at a token, if anything does, and gives the token to go on with. */
function step(scan: Scan, i: number, text: string, found: Found[]): number {
  const {tokens, floor} = scan;
  if (!canBegin(tokens, i)) return i + 1;
  const prefix = prefixOf(tokens, i, floor);
  const core = readCore(scan, i, prefix);
  if (core === null) return i + 1;
  if (typeof core === "number") {
    scan.cut = core;
    return core;
  }
  const range = core.ends !== null && !core.isClass;
  const own = range ? prefix : withoutRange(prefix, i);
  const late = tookSoLong(tokens, core.unit, own, floor) ? {start: i, phrases: []} : own;
  const {start, end, quantity} = finish(tokens, core, late, floor);
  const offsets = {start: at(tokens, start).start, end: at(tokens, end - 1).end};
  const verbatim = text.slice(offsets.start, offsets.end);
  found.push({...offsets, quantity: {verbatim, ...quantity}});
  scan.floor = end;
  return end;
}

function canBegin(tokens: readonly Token[], i: number): boolean {
  const {kind, text, word} = at(tokens, i);
  if (kind === "number" || kind === "fraction") return true;
  if (kind === "sign") return signs.has(text) || /^[-–−+±]$/.test(text);
  if (kind !== "word") return false;
  if (word.cardinal !== undefined || word.part !== undefined || word.multiple !== undefined)
    return true;
  if (word.plural !== undefined || word.code !== undefined || word.opens === true) return true;
  return isGlued(tokens, i + 1) && signs.has(at(tokens, i + 1).text);
}

/** What a token begins: a core, the token after a number that is none, or nothing. */
function readCore(scan: Scan, i: number, prefix: Prefix): Core | number | null {
  const {tokens, expect} = scan;
  if (at(tokens, i).kind === "word") {
    const words = readClass(tokens, i, expect);
    if (words !== null) {
      const {end, lower, upper, unit, open} = words;
      const own = open && expect !== undefined && expect !== "ratio" ? expect : unit;
      return {...blank, first: i, end, unit: own, ends: [lower, upper], isClass: true};
    }
    const multiple = readMultiple(tokens, i, prefix.phrases.length > 0);
    if (multiple !== null) return {...blank, ...multiple, changes: false};
    const half = readSpanAndHalf(tokens, i);
    if (half !== null) return {...blank, ...half};
  }
  if (at(tokens, i).text === "±") return readAround(tokens, i);
  const low = readMeasured(tokens, i);
  if (low === null) return null;
  const sub = prefix.phrases[0]?.phrase.words.includes("-") === true;
  if (isAttached(tokens, i) && !sub) return low.end;
  return readPoint(scan, low, prefix);
}

const blank: Omit<Core, "first" | "end" | "unit"> = {
  figures: 1,
  value: null,
  ends: null,
  isClass: false,
  suffix: null,
  changes: true,
  isPart: false
};

/** A range, a share, or the number alone, if the words around it let it be one. */
function readPoint(scan: Scan, low: Measured, prefix: Prefix): Core | number {
  const {tokens, expect, floor} = scan;
  const {first, numeral} = low;
  const own = withoutRange(prefix, first);
  const hedged = own.phrases.some(({phrase}) => phrase.words[0] !== "top");
  const follows = floor === first && first > 0 && floor > scan.cut;
  const around = {tokens, hedged, follows, expect};
  const lead = prefix.phrases.find(({phrase}) => phrase.part === "range");
  const word =
    lead === undefined ? null : lead.phrase.words.includes("between") ? "between" : "from";
  const range = readRange(tokens, low, {word, start: prefix.start, floor});
  if (range !== null) {
    const {end, lower, upper, centre, figures} = range;
    if (range.void) return end;
    if (range.bare && isOther({...low, end}, {...around, hedged: hedged || word !== null}))
      return end;
    const unit = range.bare ? expected(scan, "count", low, end) : range.unit;
    return {...blank, first, end, unit, figures, value: centre, ends: [lower, upper]};
  }
  const share = readShare(tokens, low);
  if (share !== null) return {...blank, first, unit: "ratio", ...share, isPart: true};
  if (isDoubted(low, around)) return numeral.form === "part" ? first + 1 : low.end;
  const times = numeral.doubt === "quarters" && low.words === null && areTimes(low, around);
  if (times) return {...blank, first, end: low.end, unit: "quarter", value: 3, suffix: low.suffix};
  const unit = unitName(low);
  if (unit === null && isOther(low, around)) return low.end;
  return {
    ...blank,
    first,
    end: low.end,
    unit: expected(scan, unit, low, low.end),
    figures: figuresIn(low),
    value: numberOf(low),
    suffix: low.suffix,
    changes: low.words?.multiple !== true,
    isPart: numeral.form === "part"
  };
}

/** The unit of a number, from its measure where the words leave it open. */
function expected(scan: Scan, unit: string | null, low: Measured, end: number): string {
  const {tokens, expect} = scan;
  // "¥" is the sign of two currencies.
  if (unit === "JPY" && expect === "CNY" && at(tokens, low.first).text === "¥") return expect;
  const bare = unit === null || unit === "count";
  if (!bare || expect === undefined) return unit ?? "count";
  if (expect === "ratio") {
    const value = numberOf(low);
    return low.numeral.digits.includes(".") && value >= 0 && value <= 1 ? expect : "count";
  }
  const known = isCurrency(expect) || /^(pp|year|month|day|quarter)$/.test(expect);
  // Before a noun a number counts it: "four start-ups" are no four dollars.
  const counts = !isAlone(at(tokens, end)) && !low.numeral.scaled;
  return known && counts ? "count" : expect;
}

/** Doubled, tenfold, twice; "double" only where no noun follows. */
function readMultiple(
  tokens: readonly Token[],
  first: number,
  hedged: boolean
): Pick<Core, "first" | "end" | "unit" | "value"> | null {
  const {word} = at(tokens, first);
  if (word.multiple === undefined || isHyphen(tokens, first + 1)) return null;
  if (word.loose) {
    const next = at(tokens, first + 1);
    if (/^(down|up|check|standard|s)$/.test(next.text) || (!hedged && !isAlone(next))) return null;
  }
  return {first, end: first + 1, unit: "ratio", value: Number(word.multiple)};
}

/** "A year and a half"; "two years and a half" is a number with a unit. */
function readSpanAndHalf(
  tokens: readonly Token[],
  first: number
): Pick<Core, "first" | "end" | "unit" | "value" | "figures"> | null {
  const {text} = at(tokens, first);
  const span = at(tokens, first + 1).word.span;
  if (!/^(a|an|one)$/.test(text) || span === undefined) return null;
  const rest = ["and", "a", "half"].every((word, n) => at(tokens, first + 2 + n).text === word);
  if (!rest) return null;
  return {first, end: first + 5, unit: span[0], value: 1.5 * span[1], figures: 2};
}

/** "±3%" alone: as far off on either side. */
function readAround(tokens: readonly Token[], first: number): Core | null {
  const by = readMeasured(tokens, first + 1);
  if (by === null || by.suffix !== null || by.sign < 0) return null;
  const off = numberOf(by);
  const unit = unitName(by) ?? "count";
  return {...blank, first, end: by.end, unit, figures: figuresIn(by), ends: [0 - off, off]};
}
