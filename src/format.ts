import {classPhrase} from "./class-print.ts";
import {isSmall, printNumber, whole} from "./number-print.ts";
import type {Printed, Style} from "./number-print.ts";
import {isStated} from "./quantity.ts";
import type {Hedge, Quantity} from "./quantity.ts";
import {literalFigures} from "./significance.ts";
import {isEstimate, spreadOf} from "./spread.ts";
import type {Estimate} from "./spread.ts";

const prose: Style = {short: false, percent: false, signed: false, spelled: false};
const chart: Style = {...prose, short: true};

/** A hedge in front of its number, in prose and on a chart. */
const hedgeWords: Readonly<Record<Hedge, readonly [spoken: string, short: string]>> = {
  none: ["", ""],
  exactly: ["exactly ", "exactly "],
  approx: ["about ", "≈ "],
  nearly: ["nearly ", "nearly "],
  "just-over": ["just over ", "just over "],
  "at-least": ["at least ", "≥ "],
  "more-than": ["more than ", "> "],
  "at-most": ["at most ", "≤ "],
  "less-than": ["less than ", "< "],
  "up-to": ["up to ", "up to "],
  between: ["", ""],
  class: ["", ""]
};

/**
 * A quantity for prose and screen readers: "at least $600 million", "nearly half", "about 80%",
 * "between 3% and 5%", "single-digit"; "not stated" where nothing is known. What the wording reader
 * gave prints so that reading it again gives the same; a calculated number prints its figures.
 */
export function formatSpoken(q: Quantity): string {
  return format(q, prose);
}

/** A quantity for the eye, on charts: "≥ $600M", "> $2.5B", "≈ 80%", "3–5%", "not stated". */
export function formatShort(q: Quantity): string {
  return format(q, chart);
}

/** The formats that `{{fact | name}}` can name. Each keeps the hedge. */
export const formats = {
  /** For prose, and where no format is named: "at least $600 million". */
  spoken: formatSpoken,
  /** For labels: "≥ $600M". */
  short: formatShort,
  /** The words as the source has them, hedge to unit; of a calculated number its spoken form. */
  verbatim: (q: Quantity): string => (q.verbatim === "" ? formatSpoken(q) : q.verbatim),
  /** A rise or fall with its sign: "+3%", "−2%", "at least +3%". */
  change: (q: Quantity): string => format(q, {...prose, percent: true, signed: true}),
  /** Whole numbers up to ten spelled out: "four", "about two years". */
  words: (q: Quantity): string => format(q, {...prose, spelled: true}),
  /** Shares in per cent whatever the words were: "nearly 50%". */
  percent: (q: Quantity): string => format(q, {...prose, percent: true})
} as const;

function format(q: Quantity, style: Style): string {
  if (!isStated(q)) return "not stated";
  const phrase = q.hedge === "class" ? classPhrase(q) : null;
  if (phrase !== null) return phrase;
  if (q.lower !== null && q.upper !== null && q.lower !== q.upper) return formatSpan(q, style);
  const {hedge} = q;
  const x = q.value ?? q.lower ?? q.upper ?? 0;
  const rounding = q.lower !== null ? "down" : q.upper !== null ? "up" : "nearest";
  const number = whole(printNumber(q, x, hedge === "exactly" ? "nearest" : rounding, style));
  // Of a signed number "nearly" would be heard as of its size: just under −10% is below it.
  const words =
    x < 0 && hedge === "nearly" ? "just under " : hedgeWords[hedge][style.short ? 1 : 0];
  return words + number;
}

/** Both ends: "between 3% and 5%", "3–5%", "more than 3% and less than 5%"; and a number inside. */
function formatSpan(q: Quantity, style: Style): string {
  if (isEstimate(q)) return formatEstimate(q, style);
  const [lower, upper] = [q.lower!, q.upper!];
  const ends = {...q, value: null};
  // "Between ten and 12" would mix words and digits.
  const own = {...style, spelled: style.spelled && isSmall(ends, lower) && isSmall(ends, upper)};
  const number = (x: number, up: boolean, full = false): Printed =>
    printNumber(ends, x, up ? "up" : "down", own, full);
  let [from, to] = [number(lower, false), number(upper, true)];
  // "5 to 20 million" would lend its scale to the five.
  if (from.scale === "" && to.scale !== "") to = number(upper, true, true);
  if (q.lowerOpen || q.upperOpen) {
    const [low, high] = style.short
      ? [q.lowerOpen ? "> " : "≥ ", q.upperOpen ? "< " : "≤ "]
      : [q.lowerOpen ? "more than " : "at least ", q.upperOpen ? "less than " : "at most "];
    return `${low}${whole(from)} and ${high}${whole(to)}`;
  }
  return joined(from, to, lower < 0, style);
}

function joined(from: Printed, to: Printed, signed: boolean, style: Style): string {
  if (!style.short) {
    // A unit of several letters is said once: between 2 and 3 years.
    const once = to.back.startsWith(" ") && from.scale === "";
    return `between ${whole(once ? {...from, back: ""} : from)} and ${whole(to)}`;
  }
  if (from.phrase || to.phrase || signed) return `${whole(from)} to ${whole(to)}`;
  if (from.scale !== to.scale) return `${whole(from)}–${whole(to)}`;
  return `${from.front}${from.digits}–${to.digits}${to.scale}${to.back}`;
}

/** "5% ± 1%", "42% (uncertainty interval 38–46%)": by that name whatever its level and its sort are. */
function formatEstimate(q: Estimate, style: Style): string {
  // Its ends are as somebody stated them, whatever figures the number has.
  const stated = {...q, significantFigures: literalFigures};
  const by = spreadOf(q);
  if (by !== null) {
    const print = (full: boolean): readonly [Printed, Printed] => [
      printNumber(q, q.value, "nearest", style, full),
      printNumber(stated, by, "up", {...style, signed: false}, full)
    ];
    // One of the two without a scale would leave whose the other's is in doubt.
    const scaled = print(false);
    const [number, off] = scaled.every(({scale}) => scale !== "") ? scaled : print(true);
    return `${whole(number)} ${style.short ? "±" : "plus or minus"} ${whole(off)}`;
  }
  const own = {...style, spelled: false};
  const print = (of: Quantity, x: number, full: boolean): Printed =>
    printNumber(of, x, "nearest", own, full);
  // One of the three without a scale would leave that of the others in doubt.
  const full = [q.lower, q.value, q.upper].some((x) => print(stated, x, false).scale === "");
  const [from, to] = [print(stated, q.lower, full), print(stated, q.upper, full)];
  return `${whole(print(q, q.value, full))} (uncertainty interval ${joined(from, to, q.lower < 0, style)})`;
}
