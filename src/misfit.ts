import {movesBefore, offBefore} from "./change.ts";
import {isCurrency} from "./quantity.ts";
import {at, isGlued, isHyphen} from "./token.ts";
import type {Token} from "./token.ts";
import {someCurrency} from "./units.ts";

/** A number with its unit, as far as what stands around it is concerned. */
export interface Placed {
  /** Its first token, without hedges. */
  readonly first: number;
  /** The token after it. */
  readonly end: number;
  readonly unit: string;
  readonly form: "point" | "range" | "class" | "part" | "multiple";
}

/** Said of an old level, beside which a new one may stand. */
export const oldLevel = "it is where something moved from";

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
  {first, unit}: Placed,
  start: number,
  floor: number
): string | null {
  if (unit === someCurrency) return unknownCurrency;
  if (at(tokens, first).word.cardinal !== undefined && isRest(tokens, first, floor)) return piece;
  if (start <= floor) return null;
  const {text, kind} = at(tokens, start - 1);
  if (kind === "word" && isOldLevel(tokens, unit, start, floor)) return oldLevel;
  if (!suspects.has(text)) return null;
  const outer = at(tokens, start - 2).text;
  switch (text) {
    case "or":
      // "A year or two"
      if (unit === "count" && /^(an?|one)$/.test(at(tokens, start - 3).text)) return piece;
      return start < first && comparing.has(outer) ? leftOver : null;
    case "and":
    case "nor":
      return start < first && start - 2 >= floor && comparing.has(outer) ? leftOver : null;
    case "off":
      return offBefore(tokens, start - 1, floor) === "unclear"
        ? "it may be how far something fell, or what was taken off"
        : null;
    case "by":
      return outer === "off" ? "it says how far off it was" : null;
    case "but":
      return /^(all|every|everyone|everything|nothing)$/.test(outer) ? leftOut : null;
    case "except":
    case "excluding":
    case "excludes":
      return leftOut;
    case "of":
      return unit === "count" && scores.has(outer) ? units : null;
    case "to":
    case "like":
    case "on":
    case "with":
      return nearing.has(`${outer} ${text}`) ? vague : null;
    case "best":
    case "worst":
      return outer === "at" ? vague : null;
    case "nearer":
    case "pushing":
    case "nudging":
      return vague;
    default:
      // "Declined a $5m offer": no number fell.
      return /^declin/.test(outer) && unit !== "ratio" && unit !== "pp"
        ? "it may be what was declined"
        : null;
  }
}

const suspects = set(
  "or and nor off by but except excluding excludes of to like on with best worst nearer pushing " +
    "nudging a an the its any"
);
const scores = set("percentage proportion rate ratio score index age temperature multiple");
const nearing: ReadonlySet<string> = new Set([
  "closer to",
  "nearer to",
  "more like",
  "bordering on",
  "verging on",
  "flirting with"
]);

const unknownCurrency = "nobody can say which currency that is";
const leftOver = "one of two hedges is left over";
const leftOut = "it says what is left out";
const vague = "nobody can say on which side of the number that is";
const piece = "it may be a piece of a longer number";

const comparing = set(
  "more less fewer greater higher larger lower smaller bigger longer shorter over above under below " +
    "least most than equal exactly about around nearly almost roughly much many up"
);

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

function misfitBehind(tokens: readonly Token[], {end, unit, form}: Placed): string | null {
  const next = at(tokens, end);
  if (next.kind === "end") return null;
  if (!next.gap) {
    const why = stuck(tokens, end);
    if (why !== null) return why;
    return next.text === "," && isAfterthought(tokens, end + 1) ? vague : null;
  }
  if (next.kind !== "word") return null;
  // "$5 G"; "5 s" has a unit that its measure may know.
  if (next.text.length === 1 && next.text !== "a" && isCurrency(unit)) return stray(next.text);
  if (next.word.cardinal !== undefined && isInWords(at(tokens, end - 1))) return piece;
  if (isBare(tokens, end, unit)) {
    const why = noUnit(tokens, end);
    if (why !== null) return why;
  }
  if (unit === "GBP" && next.text === "of" && /^pounds?$/.test(at(tokens, end - 1).text))
    return "it may be a weight or a sum";
  if (form === "multiple" || at(tokens, end - 1).text === "times")
    return fewer.has(next.text) ? "nobody can say what is left" : null;
  const {text} = next;
  if (isAfterthought(tokens, end)) return vague;
  if (text === "upward" || text === "upwards" || text === "downward" || text === "downwards")
    return "it may be a bound, or how far something moved";
  return isRelative(tokens, end) ? "it says how far from something else that is" : null;
}

/** Whether no unit is printed, so that what follows may be one: the measure's own is none of these. */
function isBare(tokens: readonly Token[], end: number, unit: string): boolean {
  if (unit === "count") return true;
  const {kind, word} = at(tokens, end - 1);
  const printed = kind !== "number" && word.cardinal === undefined && word.scale === undefined;
  if (printed || isCurrency(unit) || unit === "ratio" || unit === "pp") return false;
  return !at(tokens, end).text.startsWith(unit);
}

const fewer = set("less fewer lower smaller cheaper shorter");

function isInWords({kind, word}: Token): boolean {
  return kind === "word" && (word.cardinal !== undefined || word.scale !== undefined);
}

/** What sticks to a number without being a unit: "$5q", "10²", "5.%". */
function stuck(tokens: readonly Token[], end: number): string | null {
  const {kind, text} = at(tokens, end);
  const {kind: own} = at(tokens, end - 1);
  const digits = own === "number" || own === "fraction" || at(tokens, end - 1).text === "+";
  if (digits && (kind === "word" || kind === "name" || kind === "number")) return stray(text);
  if (digits && /^[²³¹⁰-⁹′″]$/.test(text)) return "it has an exponent, or a note";
  if (/^[.,]$/.test(text) && isGlued(tokens, end + 1) && at(tokens, end + 1).text === "%")
    return "it is a slip of some kind";
  // "A 5-mm bolt", "5-bn"
  return isHyphen(tokens, end) && at(tokens, end + 1).word.short !== undefined ? units : null;
}

function stray(letters: string): string {
  return `nobody can say what "${letters}" is behind it`;
}

/** "Or possibly more", "perhaps less", "if that", "at best": as good as a bound, and none. */
function isAfterthought(tokens: readonly Token[], start: number): boolean {
  const joint = /^(or|and|but)$/.test(at(tokens, start).text) ? start + 1 : start;
  const {text} = at(tokens, joint);
  const next = at(tokens, joint + 1).text;
  if (text === "at") return next === "best" || next === "worst";
  if (text === "if") return next === "that";
  if (text === "negative") return true;
  if (joint > start && /^(nearly|almost|close|near)$/.test(text)) return true;
  if (!/^(perhaps|maybe|possibly|probably|likely|even|quite|if)$/.test(text)) return false;
  let last = joint + 1;
  while (/^(even|not|possibly|perhaps|much)$/.test(at(tokens, last).text)) ++last;
  return /^(more|less|fewer|higher|lower|above|below|over|under|longer|greater)$/.test(
    at(tokens, last).text
  );
}

const units = "nobody can say what it counts";

const noUnits = set(
  "percentage point points pt pts mm dozen zillion gazillion bazillion jillion score billiard billiards"
);

/** A word behind a bare number that makes no count of it. */
function noUnit(tokens: readonly Token[], end: number): string | null {
  const {text, capitals} = at(tokens, end);
  if (noUnits.has(text) || /^(points|pts)$/.test(at(tokens, end + 1).text)) return units;
  if (text === "past" && at(tokens, end + 1).word.cardinal !== undefined)
    return "it is a time of day";
  const per = text === "parts" ? end + 1 : end;
  if (at(tokens, per).text === "per") {
    const {kind, word} = at(tokens, per + 1);
    return kind === "number" || word.scale !== undefined || word.cardinal !== undefined
      ? "it is a rate, of which the reader knows no unit"
      : null;
  }
  // "Jamaican dollars", "Qatari riyals"
  if (capitals === "none") return null;
  const coin = at(tokens, end + 1).word.coin ?? at(tokens, end + 2).word.coin;
  const named =
    at(tokens, end + 1).word.coin !== undefined || at(tokens, end + 1).capitals !== "none";
  return coin !== undefined && named ? unknownCurrency : null;
}

const apart = set("above below beneath off");
const relations = set("over under behind ahead short shy than");
const goals = set(
  "target targets goal goals plan plans plan's budget budgets forecast forecasts forecasted " +
    "expectation expectations expected estimate estimates estimated consensus guidance schedule " +
    "anticipated projected projection projections hoped planned asking peak par limit cap quota"
);

/** "5% below target", "$2bn short of it", "3% less than expected". */
function isRelative(tokens: readonly Token[], end: number): boolean {
  const {text} = at(tokens, end);
  if (apart.has(text)) return true;
  const next = at(tokens, end + 1).text;
  if ((text === "short" || text === "shy") && next === "of") return true;
  const relation = relations.has(text) || next === "than";
  if (!relation) return false;
  for (let i = end + 1; i < end + 6; ++i) {
    const {kind, text: word} = at(tokens, i);
    if (goals.has(word)) return true;
    if (kind !== "word" && word !== "'" && word !== "-") return false;
  }
  return false;
}
