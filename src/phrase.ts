import {readClass} from "./class-words.ts";
import {isDispersionNear} from "./dispersion.ts";
import {isAlone, isAttached, isOther} from "./doubt.ts";
import {figuresIn, numberOf, readMeasured, unitName} from "./measured.ts";
import {prefixOf, withoutRange} from "./reading.ts";
import type {Core} from "./reading.ts";
import {why} from "./refusals.ts";
import {at, isHyphen} from "./token.ts";
import type {Token} from "./token.ts";

/** Where a search stands. */
export interface Scan {
  readonly tokens: readonly Token[];
  readonly expect: string | undefined;
  /** The token after the last quantity; nothing before it is read again. */
  floor: number;
  /** The token after the last number that was none. */
  cut: number;
}

/** A class, a multiple in one word, "a year and a half". */
export function readPhrase(scan: Scan, first: number): Core | null {
  const {tokens, expect, floor} = scan;
  // Multi-millions and a near-doubling are not what their ends say.
  if (isAttached(tokens, first)) return null;
  const span = readClass(tokens, first, expect);
  if (span !== null) {
    const unit = span.open && expect !== undefined && expect !== "ratio" ? expect : span.unit;
    const prefix = withoutRange(prefixOf(tokens, first, floor), first);
    const ends = [span.lower, span.upper] as const;
    const form = "class";
    return {first, end: span.end, unit, figures: 1, value: null, ends, form, suffix: null, prefix};
  }
  const multiple = readMultiple(scan, first);
  if (multiple !== null) return multiple;
  const {text} = at(tokens, first);
  const {span: spell} = at(tokens, first + 1).word;
  if (!/^(a|an|one)$/.test(text) || spell === undefined) return null;
  const rest = ["and", "a", "half"].every((word, n) => at(tokens, first + 2 + n).text === word);
  if (!rest) return null;
  const prefix = withoutRange(prefixOf(tokens, first, floor), first);
  const [unit, times] = spell;
  const [end, value, form] = [first + 5, 1.5 * times, "point"] as const;
  return {first, end, unit, figures: 2, value, ends: null, form, suffix: null, prefix};
}

/** Doubled, tenfold, twice; "double" only where no noun follows. */
function readMultiple(scan: Scan, first: number): Core | null {
  const {tokens, floor} = scan;
  const {multiple, loose} = at(tokens, first).word;
  if (multiple === undefined || isHyphen(tokens, first + 1)) return null;
  const prefix = withoutRange(prefixOf(tokens, first, floor), first);
  const next = at(tokens, first + 1);
  if (next.text === "down" || (loose && /^(up|check|standard|s)$/.test(next.text))) return null;
  if (loose && prefix.phrases.length === 0 && !isAlone(next)) return null;
  return {
    first,
    end: first + 1,
    unit: "ratio",
    figures: 1,
    value: Number(multiple),
    ends: null,
    form: "point",
    multiple: true,
    suffix: null,
    prefix
  };
}

/**
 * "±3%" or "plus or minus 3%" alone: as far off on either side. `start` is the token after the sign.
 * Where it gives nothing, the token to go on with: "minus" alone would make a sign of its own.
 */
export function readAround(
  {tokens, floor, expect}: Scan,
  first: number,
  start: number
): Core | number {
  const by = readMeasured(tokens, start);
  if (by === null) return start;
  if (by.suffix !== null || by.sign < 0) return by.end;
  const around = {tokens, hedged: false, bounded: false, follows: false, expect};
  if (unitName(by) === null && isOther(by, around)) return by.end;
  const prefix = withoutRange(prefixOf(tokens, first, floor), first);
  const off = numberOf(by);
  const [end, unit, figures] = [by.end, unitName(by) ?? "count", figuresIn(by)];
  const ends = [0 - off, off] as const;
  const refusal = isDispersionNear(tokens, first, end) ? why.dispersion : undefined;
  const form = "range";
  return {first, end, unit, figures, value: null, ends, form, suffix: null, prefix, refusal};
}
