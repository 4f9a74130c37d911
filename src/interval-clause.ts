import {endsName, readIntervalName} from "./interval-names.ts";
import {readMeasured} from "./measured.ts";
import {at} from "./token.ts";
import type {Token} from "./token.ts";

/** Where an interval stands behind a number. */
export interface IntervalClause {
  /** Index of the token that its name begins at, if nothing else stands there. */
  readonly first: number;
  /** Index of the token after it: past its bracket, or past its name where it stands in none. */
  readonly end: number;
  /** The bracket that closes it; empty where it stands in none. */
  readonly close: "" | ")" | "]";
}

// No interval has more words around it in its bracket.
const reach = 60;

/**
 * The interval that stands behind a number, which ends before `start`: in brackets, after a comma or
 * "with". It need not be one that can be read; null where there is none.
 */
export function intervalBehind(tokens: readonly Token[], start: number): IntervalClause | null {
  const {text} = at(tokens, start);
  if (text === "(" || text === "[") return bracketed(tokens, start, text === "(" ? ")" : "]");
  const comma = text === "," || text === ";";
  // Behind most numbers stands none of these.
  if (!comma && text !== "with") return null;
  let first = comma ? start + 1 : start;
  if (at(tokens, first).text === "with") ++first;
  if (/^an?$/.test(at(tokens, first).text)) ++first;
  const end = namedAt(tokens, first, text === ",");
  return end === null ? null : {first, end, close: ""};
}

// "42% of all the patients in the second group (95% CI 38–46%)"
const words = 9;

/**
 * The interval that stands behind a number or some words further on: "42% of patients (95% CI
 * 38–46%)". Null where there is none, or where something else than words comes before it.
 */
export function intervalAfter(tokens: readonly Token[], start: number): IntervalClause | null {
  for (let i = start; i < start + words; ++i) {
    const {kind, text} = at(tokens, i);
    const clause = kind === "word" && text !== "with" ? null : intervalBehind(tokens, i);
    if (clause !== null || kind !== "word") return clause;
  }
  return null;
}

function bracketed(
  tokens: readonly Token[],
  start: number,
  close: ")" | "]"
): IntervalClause | null {
  const {last, closed} = bracketEnd(tokens, start);
  const clause = (named: number): IntervalClause => ({
    first: start + 1,
    // A bracket that nobody closes may go on for ever.
    end: closed ? last : named,
    close
  });
  const leading = namedAt(tokens, start + 1, true);
  if (leading !== null) return clause(leading);
  for (let end = start + 2; end <= last; ++end) if (endsName(tokens, end)) return clause(end);
  return null;
}

/** Past the name of an interval; what may be another word is one only before a number. */
function namedAt(tokens: readonly Token[], first: number, leading: boolean): number | null {
  const name = readIntervalName(tokens, first);
  if (name === null || name.sure) return name?.end ?? null;
  if (!leading) return null;
  return readMeasured(tokens, pastLead(tokens, name.end)) === null ? null : name.end;
}

/** Past what may stand between the name of an interval and its first end. */
export function pastLead(tokens: readonly Token[], start: number): number {
  const i = /^[:,=]$/.test(at(tokens, start).text) ? start + 1 : start;
  return /^(?:of|from|between)$/.test(at(tokens, i).text) ? i + 1 : i;
}

/** The token after a bracket, or after what is looked at of one that its paragraph does not close. */
function bracketEnd(
  tokens: readonly Token[],
  open: number
): {readonly last: number; readonly closed: boolean} {
  let depth = 0;
  let i = open;
  for (; i < Math.min(tokens.length, open + reach); ++i) {
    const {text} = at(tokens, i);
    if (text === "¶") break;
    if (text === "(" || text === "[") ++depth;
    if ((text === ")" || text === "]") && --depth === 0) return {last: i + 1, closed: true};
  }
  return {last: i, closed: false};
}
