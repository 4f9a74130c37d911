import type {Placed} from "./misfit.ts";
import {isCurrency} from "./quantity.ts";
import {why} from "./refusals.ts";
import {at, isGlued, isHyphen} from "./token.ts";
import type {Token} from "./token.ts";
import {isPartOfUnit, isRate} from "./unit-words.ts";
import {measures} from "./units.ts";

function set(words: string): ReadonlySet<string> {
  return new Set(words.split(" "));
}

/** Why the words behind a number make another thing of it; null where they do not. */
export function misfitBehind(
  tokens: readonly Token[],
  {end, unit, multiple}: Placed
): string | null {
  const next = at(tokens, end);
  if (next.kind === "end") return null;
  if (isBare(tokens, end, unit) && isUnitPastBracket(tokens, end)) return why.unitBehind;
  if (isPartOfUnit(tokens, end)) return why.partOfUnit;
  // Not of hours or dollars: "12 hours per week" says how many hours.
  if (Object.hasOwn(measures, unit) && isRate(tokens, end)) return why.partOfUnit;
  if (/^[x×]$/.test(next.text) && at(tokens, end + 1).kind === "number") return why.product;
  if (!next.gap) {
    const reason = stuck(tokens, end);
    if (reason !== null) return reason;
    if (!asides.has(next.text)) return null;
    return isAfterthought(tokens, end + 1, next.text !== ",") ? why.vague : null;
  }
  if (asides.has(next.text)) return isAfterthought(tokens, end + 1, true) ? why.vague : null;
  if (next.kind !== "word") return null;
  // "$5 G"; "5 s" has a unit that its measure may know.
  if (next.text.length === 1 && next.text !== "a" && isCurrency(unit)) return stray(next.text);
  if (next.word.cardinal !== undefined && isInWords(at(tokens, end - 1))) return why.piece;
  if (isBare(tokens, end, unit)) {
    const reason = noUnit(tokens, end);
    if (reason !== null) return reason;
  }
  if (unit === "GBP" && next.text === "of" && /^pounds?$/.test(at(tokens, end - 1).text))
    return "it may be a weight or a sum";
  if (multiple === true) return fewer.has(next.text) ? why.left : null;
  const {text} = next;
  if (isAfterthought(tokens, end)) return why.vague;
  if (text === "upward" || text === "upwards" || text === "downward" || text === "downwards")
    return "it may be a bound, or how far something moved";
  return isRelative(tokens, end) ? "it says how far from something else that is" : null;
}

/** Whether no unit is printed, so that what follows may be one: the measure's own is none of these. */
function isBare(tokens: readonly Token[], end: number, unit: string): boolean {
  if (unit === "count") return true;
  const {kind, word, text} = at(tokens, end - 1);
  const digits = kind === "number" || text === ")" || text === "]";
  const printed = !digits && word.cardinal === undefined && word.scale === undefined;
  if (printed || isCurrency(unit) || unit === "ratio" || unit === "pp") return false;
  return !at(tokens, end).text.startsWith(unit);
}

/** "5.2 (SD 0.3) kg": whether a unit or a scale stands behind the bracket that a number has. */
function isUnitPastBracket(tokens: readonly Token[], open: number): boolean {
  if (!/^[([]$/.test(at(tokens, open).text)) return false;
  for (let i = open + 1; i < open + longestBracket; ++i) {
    const {kind, text} = at(tokens, i);
    if (kind === "end" || /^[¶([]$/.test(text)) return false;
    if (!/^[)\]]$/.test(text)) continue;
    const {text: behind, word} = at(tokens, i + 1);
    const {measure, span, coin, scale, short} = word;
    if (/^(%|percent|percentage|pct|pp|points?|bps?|times|fold|[x×])$/.test(behind)) return true;
    if (behind === "per") return /^(cent|mille)$/.test(at(tokens, i + 2).text);
    return [measure, span, coin, scale, short].some((part) => part !== undefined);
  }
  return false;
}

const longestBracket = 24;

const asides = new Set([",", "(", "–", "—"]);

const fewer = set("less fewer lower smaller cheaper shorter");

function isInWords({kind, word}: Token): boolean {
  return kind === "word" && (word.cardinal !== undefined || word.scale !== undefined);
}

/** What sticks to a number without being a unit: "$5q", "10²", "5.%". */
function stuck(tokens: readonly Token[], end: number): string | null {
  const {kind, text} = at(tokens, end);
  const {kind: own} = at(tokens, end - 1);
  const digits = own === "number" || own === "fraction" || at(tokens, end - 1).text === "+";
  if (kind === "number" || (digits && (kind === "word" || kind === "name"))) return stray(text);
  if (digits && /^[²³¹⁰-⁹′″]$/.test(text)) return "it has an exponent, or a note";
  if (/^[.,]$/.test(text) && isGlued(tokens, end + 1) && at(tokens, end + 1).text === "%")
    return "it is a slip of some kind";
  // "A 5-mm bolt", "5-bn", "5m-wide"
  if (!isHyphen(tokens, end)) return null;
  const joined = at(tokens, end + 1);
  const length = at(tokens, end - 1).text === "m" && lengths.has(joined.text);
  return joined.word.short !== undefined || length ? why.unit : null;
}

const lengths = set("long wide high tall deep thick");

function stray(letters: string): string {
  return `nobody can say what "${letters}" is behind it`;
}

/** "Or possibly more", "perhaps less", "if that", "at best": as good as a bound, and none. */
function isAfterthought(tokens: readonly Token[], start: number, apart = false): boolean {
  const joint = /^(or|and|but)$/.test(at(tokens, start).text) ? start + 1 : start;
  const {text} = at(tokens, joint);
  const next = at(tokens, joint + 1).text;
  if (text === "at") return next === "best" || next === "worst";
  if (text === "if") return next === "that";
  if (text === "negative") return true;
  if (joint > start && /^(nearly|almost|close|near)$/.test(text)) return true;
  const soft = /^(perhaps|maybe|possibly|probably|likely|even|quite|if)$/.test(text);
  if (!soft && !apart) return false;
  let last = soft ? joint + 1 : joint;
  while (/^(even|not|possibly|perhaps|much)$/.test(at(tokens, last).text)) ++last;
  return /^(more|less|fewer|higher|lower|above|below|over|under|longer|greater)$/.test(
    at(tokens, last).text
  );
}

const noUnits = set(
  "percentage point points pt pts mm dozen zillion gazillion bazillion jillion score billiard billiards"
);

/** A word behind a bare number that makes no count of it. */
function noUnit(tokens: readonly Token[], end: number): string | null {
  const {text, capitals} = at(tokens, end);
  if (noUnits.has(text) || /^(points|pts)$/.test(at(tokens, end + 1).text)) return why.unit;
  if (text === "past" && at(tokens, end + 1).word.cardinal !== undefined)
    return "it is a time of day";
  const per = text === "parts" ? end + 1 : end;
  if (at(tokens, per).text === "per") {
    const {kind, word} = at(tokens, per + 1);
    return kind === "number" || word.scale !== undefined || word.cardinal !== undefined
      ? "it is a rate, of which the reader knows no unit"
      : null;
  }
  // "5m long" is a length, and no number of things.
  if (at(tokens, end - 1).text === "m" && lengths.has(text)) return why.unit;
  // "Jamaican dollars", "Qatari riyals", "US cents"
  if (capitals === "none") return null;
  const [near, far] = [at(tokens, end + 1), at(tokens, end + 2)];
  if (/^cents?$/.test(near.text) || /^cents?$/.test(far.text)) return why.currency;
  const coin = near.word.coin ?? far.word.coin;
  const named = near.word.coin !== undefined || near.capitals !== "none";
  return coin !== undefined && named ? why.currency : null;
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
