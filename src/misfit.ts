import {movesBefore, offBefore} from "./change.ts";
import {misfitBehind} from "./misfit-behind.ts";
import {isCurrency} from "./quantity.ts";
import {why} from "./refusals.ts";
import {at} from "./token.ts";
import type {Token} from "./token.ts";
import {someCurrency} from "./units.ts";

/** A number with its unit, as far as what stands around it is concerned. */
export interface Placed {
  /** Its first token, without hedges. */
  readonly first: number;
  /** The token after it. */
  readonly end: number;
  readonly unit: string;
  readonly form: "point" | "range" | "class" | "part";
  readonly multiple?: boolean;
}

function set(words: string): ReadonlySet<string> {
  return new Set(words.split(" "));
}

/**
 * Why the words around a number that hedge and negate nothing still make another thing of it: a unit
 * that is none, a distance from a target, an old level, a piece of a longer number. Null where they
 * do not. `start` is where its hedges begin.
 */
export function misfitOf(
  tokens: readonly Token[],
  placed: Placed,
  start: number,
  floor: number
): string | null {
  return misfitBefore(tokens, placed, start, floor) ?? misfitBehind(tokens, placed);
}

function misfitBefore(
  tokens: readonly Token[],
  {first, unit, form}: Placed,
  start: number,
  floor: number
): string | null {
  if (unit === someCurrency) return why.currency;
  if (at(tokens, first).word.cardinal !== undefined && isRest(tokens, first, floor))
    return why.piece;
  if (start <= floor) return null;
  if (form === "part" && isMixed(tokens, first)) return why.piece;
  if (at(tokens, start - 1).kind !== "word") return null;
  if (isOldLevel(tokens, unit, start, floor)) return why.oldLevel;
  const article = articles.has(at(tokens, start - 1).text);
  const last = article ? start - 2 : start - 1;
  const found = suspects.get(at(tokens, last).text);
  if (found === undefined || last < floor) return null;
  if (typeof found === "string")
    return suspected(tokens, found, {article, last, unit, hedged: start < first, floor});
  const {before, reason} = found;
  return before === null || before.has(at(tokens, last - 1).text) ? reason : null;
}

type Suspicion = "joint" | "off" | "declined" | "score" | "past";

interface Suspect {
  readonly article: boolean;
  readonly last: number;
  readonly unit: string;
  readonly hedged: boolean;
  readonly floor: number;
}

/** What depends on more than the two words before a number. */
function suspected(
  tokens: readonly Token[],
  suspicion: Suspicion,
  {article, last, unit, hedged, floor}: Suspect
): string | null {
  const {text} = at(tokens, last);
  const outer = at(tokens, last - 1).text;
  const share = unit === "ratio" || unit === "pp";
  switch (suspicion) {
    case "joint":
      // "A year or two"
      if (text === "or" && unit === "count" && /^(an?|one)$/.test(at(tokens, last - 2).text))
        return why.piece;
      return hedged && !article && last > floor && comparing.has(outer) ? why.leftOver : null;
    case "off":
      return !article && offBefore(tokens, last, floor) === "unclear" ? why.off : null;
    case "declined":
      // "Declined a $5m offer": no number fell.
      return article && !share ? why.declined : null;
    case "score":
      return unit === "count" && !article && scores.has(outer) ? why.unit : null;
    case "past":
      return !article && (share || isCurrency(unit)) ? why.vague : null;
  }
}

const scores = set("percentage proportion rate ratio score index age temperature multiple");
const articles = set("a an the its any");

/** The last word before a number that makes another thing of it, with those that go before it. */
const suspects: ReadonlyMap<
  string,
  Suspicion | {readonly before: ReadonlySet<string> | null; readonly reason: string}
> = new Map<string, Suspicion | {before: ReadonlySet<string> | null; reason: string}>([
  ["or", "joint"],
  ["and", "joint"],
  ["nor", "joint"],
  ["off", "off"],
  ["of", "score"],
  ["past", "past"],
  ["declined", "declined"],
  ["declines", "declined"],
  ["declining", "declined"],
  ["decline", "declined"],
  ["by", {before: set("off"), reason: "it says how far off it was"}],
  ["but", {before: set("all every everyone everything nothing"), reason: why.leftOut}],
  ["except", {before: null, reason: why.leftOut}],
  ["excluding", {before: null, reason: why.leftOut}],
  ["excludes", {before: null, reason: why.leftOut}],
  ["from", {before: set("apart aside"), reason: why.leftOut}],
  ["for", {before: set("except save"), reason: why.leftOut}],
  ["than", {before: set("other rather"), reason: why.leftOut}],
  ["less", {before: null, reason: "it is taken off something"}],
  ["to", {before: set("closer nearer"), reason: why.vague}],
  ["like", {before: set("more"), reason: why.vague}],
  ["on", {before: set("bordering verging"), reason: why.vague}],
  ["with", {before: set("flirting"), reason: why.vague}],
  ["best", {before: set("at"), reason: why.vague}],
  ["worst", {before: set("at"), reason: why.vague}],
  ["nearer", {before: null, reason: why.vague}],
  ["pushing", {before: null, reason: why.vague}],
  ["nudging", {before: null, reason: why.vague}]
]);

const comparing = set(
  "more less fewer greater higher larger lower smaller bigger longer shorter over above under below " +
    "least most than equal exactly about around nearly almost roughly much many up"
);

/** "Two and three-quarter": a part that goes on a number. */
function isMixed(tokens: readonly Token[], first: number): boolean {
  const {kind, word} = at(tokens, first - 2);
  return at(tokens, first - 1).text === "and" && (kind === "number" || word.cardinal !== undefined);
}

/** Whether a number in words goes on with what stands before it: "hundred and fifty", "two fifty". */
function isRest(tokens: readonly Token[], first: number, floor: number): boolean {
  const {text, word} = at(tokens, first - 1);
  if (word.cardinal !== undefined) return true;
  const scaled = text === "and" ? first - 2 : first - 1;
  const {scale, plural} = at(tokens, scaled).word;
  if (scale === undefined || (plural !== undefined && text === "and")) return false;
  return scaled >= floor || scale === 2;
}

/**
 * "Up from $2 billion", "down from last year's 5%"; of a count only right behind the change, since
 * "raised it from 5 firms" is something else.
 */
function isOldLevel(tokens: readonly Token[], unit: string, start: number, floor: number): boolean {
  let from = start - 1;
  while (from > floor && from > start - 6 && isOwner(at(tokens, from))) --from;
  if (at(tokens, from).text !== "from") return false;
  const {change, transitive} = at(tokens, from - 1).word;
  if (from > floor && change !== undefined && transitive === undefined) return true;
  return unit !== "count" && movesBefore(tokens, from, floor);
}

/** Whether a token may stand between "from" and the number: "last year's", "just". */
function isOwner({kind, text, word}: Token): boolean {
  if (kind === "number") return /^(19|20)\d\d$/.test(text);
  if (kind === "sign") return text === "'";
  return kind === "word" && (word.plain === undefined || owners.has(text));
}

const owners = set("a an the its their last that just only next past");
