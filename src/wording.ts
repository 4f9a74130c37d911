import {areTimes, isAttached, isDoubted, isOther} from "./doubt.ts";
import {expectedUnit, settledUnit} from "./expected-unit.ts";
import {figuresIn, numberOf, readMeasured, unitName} from "./measured.ts";
import type {Measured} from "./measured.ts";
import {isIntervalEnd, isLevel} from "./interval-names.ts";
import {isFactor, isFallenTimes, isMultiple} from "./multiple.ts";
import {readAround, readPhrase} from "./phrase.ts";
import type {Scan} from "./phrase.ts";
import type {Quantity} from "./quantity.ts";
import {readRange, readShare} from "./range.ts";
import {finish, prefixOf, tookSoLong, withoutRange} from "./reading.ts";
import type {Core, Prefix} from "./reading.ts";
import {why} from "./refusals.ts";
import type {NoRange} from "./span.ts";
import {aroundEnd} from "./spread-words.ts";
import {at, isGlued, tokenize} from "./token.ts";
import type {Token} from "./token.ts";
import {signs, yenOrYuan} from "./units.ts";

/** A quantity in running text; `start` and `end` are UTF-16 offsets, hedge to unit. */
export interface Found {
  readonly start: number;
  readonly end: number;
  readonly quantity: Quantity;
}

/** A number in running text, with the reason if its words give no quantity. */
export interface Wording extends Found {
  /** Why it may not be read, such as "it says what the number is not"; null where it may. */
  readonly refusal: string | null;
}

/**
 * Reads the one quantity of an English fragment, by the hedge lexicon (DESIGN section 1, "Reading a
 * quantity"). `expect` is the unit of the measure, if known: it gives a bare number its unit and
 * decides what is open, such as "three quarters" or "¥", and never overrules a unit that is printed.
 * Gives an error sentence for a fragment without a quantity, with two, or whose words only say what
 * a number is not, or pull two ways.
 */
export function readQuantity(
  fragment: string,
  expect?: string
): {readonly quantity: Quantity} | {readonly error: string} {
  const found = find(fragment, expect, 2);
  const first = found[0];
  const second = found[1];
  // Of "up from $2bn to $5bn" the second is what it is.
  const moved = first?.refusal === why.oldLevel && second?.refusal === null;
  const last = moved ? lastLevel(fragment, expect) : null;
  if (last !== null) return {quantity: last};
  if (first === undefined) return {error: `no quantity in ${quoted(fragment)}`};
  if (second === undefined)
    return first.refusal === null
      ? {quantity: first.quantity}
      : {error: `no quantity in ${quoted(fragment)}: ${first.refusal}`};
  const both = `${quoted(first.quantity.verbatim)} and ${quoted(second.quantity.verbatim)}`;
  return {error: `two quantities in ${quoted(fragment)}: ${both}`};
}

/** The number that something moved to, if nothing but that and where it moved from stands there. */
function lastLevel(fragment: string, expect: string | undefined): Quantity | null {
  const [from, to, more] = find(fragment, expect, 3);
  if (from === undefined || to === undefined || more !== undefined) return null;
  if (!/^\s+to\s+$/i.test(fragment.slice(from.end, to.start))) return null;
  // "To raise from $5m to $10m" is a range of plans.
  return /\b(up|down|\w+ed|rose|risen|fell|fallen|grew|grown|sank|slid|went)\b[^.,;]*\sfrom\s+$/i.test(
    fragment.slice(0, from.start)
  )
    ? to.quantity
    : null;
}

/** Finds every quantity in running text, in order, none overlapping another. Takes linear time. */
export function findQuantities(text: string): Found[] {
  return findWordings(text)
    .filter(({refusal}) => refusal === null)
    .map(({start, end, quantity}) => ({start, end, quantity}));
}

/**
 * Finds what findQuantities finds, and the numbers besides that stand in the text without being
 * claimed by it ("not half"), each with the reason and the number as it would be alone.
 */
export function findWordings(text: string): readonly Wording[] {
  if (text.length > longestKept) return find(text, undefined, Infinity);
  let found = kept.get(text);
  if (found !== undefined) return found;
  found = find(text, undefined, Infinity);
  if (kept.size >= mostKept) kept.clear();
  kept.set(text, found);
  return found;
}

// The labels and sentences of a story are read again at every edit of it.
const kept = new Map<string, readonly Wording[]>();
const mostKept = 4000;
const longestKept = 600;

function quoted(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return `"${line.length > 60 ? `${line.slice(0, 59).trimEnd()}…` : line}"`;
}

// A text is read in stretches, so that what a huge one needs in memory stays small. Each begins
// with some tokens of the one before it, and ends where what follows might still matter.
const stretch = 20_000;
const context = 64;

function find(text: string, expect: string | undefined, most: number): Wording[] {
  const found: Wording[] = [];
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

/** Reads what begins at a token, if anything does, and gives the token to go on with. */
function step(scan: Scan, i: number, text: string, found: Wording[]): number {
  const {tokens, floor} = scan;
  if (!canBegin(tokens, i)) return i + 1;
  const core = readCore(scan, i);
  if (core === null) return i + 1;
  // 95% of "95% CI" is a share of nothing.
  const none =
    typeof core === "number" ||
    (core.unit === "ratio" && isLevel(tokens, core.end)) ||
    isFallenTimes(tokens, core, floor);
  if (none) {
    scan.cut = typeof core === "number" ? core : core.end;
    return scan.cut;
  }
  const reading = finish(tokens, core, floor);
  const start = at(tokens, reading.start).start;
  const end = at(tokens, reading.end - 1).end;
  reading.quantity.verbatim = text.slice(start, end);
  const {quantity} = reading;
  // "¥" is the sign of two currencies, and nothing else here says which.
  const two = quantity.unit === yenOrYuan;
  if (two) quantity.unit = "JPY";
  const refusal = reading.refusal ?? (two ? "¥ is the sign of the yen and of the yuan" : null);
  found.push({start, end, quantity, refusal});
  scan.floor = reading.end;
  return reading.end;
}

function canBegin(tokens: readonly Token[], i: number): boolean {
  const {kind, text, word} = at(tokens, i);
  if (kind === "number" || kind === "fraction") return true;
  if (kind === "sign") return signs.has(text) || /^[-–−+±]$/.test(text);
  if (kind !== "word") return false;
  if (word.cardinal !== undefined || word.part !== undefined || word.multiple !== undefined)
    return true;
  if (word.plural !== undefined || word.code !== undefined || word.opens === true) return true;
  if (word.coin !== undefined || word.nation === true || text === "plus") return true;
  return isGlued(tokens, i + 1) && signs.has(at(tokens, i + 1).text);
}

/** What a token begins: a core, the token after a number that is none, or nothing. */
function readCore(scan: Scan, first: number): Core | number | null {
  const {tokens, floor} = scan;
  if (at(tokens, first).kind === "word") {
    const phrase = readPhrase(scan, first);
    if (phrase !== null) return phrase;
  }
  const around = aroundEnd(tokens, first);
  if (around !== null) return readAround(scan, first, around);
  const low = readMeasured(tokens, first);
  if (low === null) return null;
  const prefix = prefixOf(tokens, first, floor);
  const sub = prefix.phrases[0]?.phrase.words.includes("-") === true;
  // 95% CI=1.2–2.6
  const named = isIntervalEnd(tokens, first);
  if (isAttached(tokens, first) && !sub && !named) return low.end;
  const ranged = readRanged(scan, low, prefix);
  if (ranged !== null) return ranged;
  const point = readPoint(scan, low, withoutRange(prefix, first));
  if (typeof point === "number" || point.unit === "count") return point;
  // "From $5" begins what is at least that, or says where something came from.
  if (at(tokens, first - 1).text !== "from") return point;
  // "From $5 upwards"
  const open = /^(up|upwards?|onwards?)$/.test(at(tokens, point.end).text);
  if (open && point.suffix === null && at(tokens, point.end + 1).text !== "to")
    return {...point, end: point.end + 1, suffix: "at-least"};
  const from = at(tokens, first - 2).kind === "end";
  return from ? {...point, refusal: "“from” may begin a range, or name a source"} : point;
}

/** A range or a spread; the token after it where it is one of years or days. */
function readRanged(scan: Scan, low: Measured, prefix: Prefix): Core | number | null {
  const {tokens, expect, floor} = scan;
  const {first} = low;
  const lead = prefix.phrases.find(({phrase}) => phrase.part === "range");
  const between = lead?.phrase.words.includes("between") === true;
  const word = lead === undefined ? null : between ? "between" : "from";
  const leadAt = lead === undefined ? 0 : prefix.phrases.indexOf(lead);
  const inner = prefix.phrases.slice(0, leadAt).map(({phrase}) => phrase.part);
  const range = readRange(tokens, low, {word, start: prefix.start, floor, inner});
  if (range === null) return null;
  const {end} = range;
  if ("reason" in range) return range.reason === null ? end : readRefused(scan, low, prefix, range);
  const {lower, upper, centre: value, figures, bare, opens, vague, signed} = range;
  const factor = bare && isFactor(tokens, prefix.start);
  const around = {
    tokens,
    hedged: prefix.phrases.length > 0,
    bounded: false,
    follows: false,
    expect
  };
  if (bare && isOther({...low, end}, around)) return end;
  const name = factor ? "ratio" : "count";
  const unit = bare ? expectedUnit(scan, name, low, end) : settledUnit(scan, range.unit);
  const ends = [lower, upper] as const;
  // Hedges of its first end alone are in `opens`.
  const outer = {start: prefix.start, phrases: prefix.phrases.slice(leadAt)};
  return {
    first,
    end,
    unit,
    figures,
    value,
    ends,
    form: "range",
    multiple: factor || range.multiple,
    suffix: null,
    prefix: outer,
    opens,
    signed,
    refusal: vague || (value !== null && outer.phrases.length > 0) ? why.vagueEnd : undefined
  };
}

/** A number beside which an interval stands that cannot be read with it. */
function readRefused(
  scan: Scan,
  low: Measured,
  prefix: Prefix,
  {end, reason}: NoRange
): Core | number {
  const point = readPoint(scan, low, withoutRange(prefix, low.first));
  return typeof point === "number" ? end : {...point, end, refusal: reason ?? undefined};
}

/** A share or the number alone, if the words around it let it be one. */
function readPoint(scan: Scan, low: Measured, prefix: Prefix): Core | number {
  const {tokens, expect, floor} = scan;
  const {first, end, numeral, suffix} = low;
  const share = readShare(tokens, low);
  if (share !== null)
    return {first, unit: "ratio", ...share, ends: null, form: "part", suffix: null, prefix};
  const hedged = prefix.phrases.length > 0;
  const follows = floor === first && first > 0 && floor > scan.cut;
  const bounded = prefix.phrases.some(({phrase}) => phrase.words.length > 1);
  const around = {tokens, hedged, bounded, follows, expect};
  if (isDoubted(low, around)) return numeral.form === "part" ? first + 1 : end;
  const multiple = isMultiple(low) || isFactor(tokens, prefix.start);
  const times = numeral.doubt === "quarters" && low.words === null && areTimes(low, around);
  const name = times ? "quarter" : (unitName(low) ?? (multiple ? "ratio" : null));
  if (name === null && isOther(low, around)) return end;
  const unit = expectedUnit(scan, name, low, end);
  const during = tookSoLong(tokens, unit, prefix, floor);
  return {
    first,
    end,
    unit,
    figures: figuresIn(low),
    value: times ? 3 : numberOf(low),
    ends: null,
    form: !multiple && numeral.form === "part" ? "part" : "point",
    multiple,
    suffix,
    prefix: during ? {start: first, phrases: []} : prefix
  };
}
