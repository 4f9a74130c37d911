import {at} from "./token.ts";
import type {Token} from "./token.ts";

/** A negation with a number in its scope. */
export interface Negation {
  /** Index of its first token, an auxiliary verb before it included: "did not", "has never". */
  readonly start: number;
  /**
   * Whether nothing but verbs of being, having and moving stands between, so that the words after
   * it are plainly turned round: what "did not exceed 5%" was at most that.
   */
  readonly plain: boolean;
  /** Whether "top" stands before the number: what never topped 5% was at most that. */
  readonly tops: boolean;
  /**
   * "Hardly half" is on neither side of it for certain; "not half" is something else; what "could
   * reach half" has not.
   */
  readonly kind: "not" | "hardly" | "perhaps";
}

function set(words: string): ReadonlySet<string> {
  return new Set(words.split(" "));
}

const plainly = set(
  "not never cannot didnt doesnt dont isnt arent wasnt werent hasnt havent hadnt wont wouldnt cant"
);
const hardly = set("hardly barely scarcely");
const negators = set(
  "no none neither nor nobody nothing nowhere without rarely seldom unlikely unable fail fails " +
    "failed failing failure refuse refuses refused refusing avoid avoids avoided avoiding"
);
/** Verbs that say that a number is not so, or comes to nothing. */
const deniers = set(
  "deny denies denied denying denial miss misses missed missing reject rejects rejected rejecting " +
    "rejection dispute disputes disputed disputing refute refutes refuted refuting rebuff rebuffs " +
    "rebuffed rebuffing spurn spurns spurned spurning contradict contradicts contradicted"
);
const perhaps = set(
  "perhaps maybe possibly potentially conceivably probably likely could may might if unless whether"
);
/** Negations of several words that reach over a verb, by the last of them. */
const phrases = new Map([
  ["to", set("yet decline declines declined declining")],
  ["of", set("short")],
  ["down", set("turn turns turned turning vote votes voted")],
  ["out", set("rule rules ruled ruling")],
  ["off", set("call calls called calling")]
]);
/** All of these, since most words are none and one look is cheaper than six. */
const known: ReadonlySet<string> = new Set([
  "t",
  ...[plainly, hardly, negators, deniers, perhaps].flatMap((words) => [...words]),
  ...phrases.keys()
]);
/** Those that hold only of what follows at once. */
const close = [
  "rather than",
  "instead of",
  "far from",
  "anything but",
  "nothing like",
  "other than",
  "as opposed to"
].map((phrase) => phrase.split(" "));
const auxiliaries = set(
  "did does do has have had is are was were be been will would could should can must may might"
);
/** What leaves "did not … exceed" as it is. */
const neutral = set(
  "be been being have has had having to by at yet ever even once go goes going gone went come came"
);
/** Words of grammar that a negation reaches over, though it is no longer plain what it denies. */
const passed = set("a an of all both each every any more most still already also up off over out");
/** Nothing before these bears on what follows. */
const ends = set(
  "and or but that if when while since because as than what which who whose how why where whether " +
    "include includes included including count counting mention mentioning"
);
const only = set("only just merely simply solely");

// "Has no plans to raise $5bn": what is denied is seldom further off than two words of content.
const reach = 6;
const content = 2;

/**
 * The negation whose scope a number is in: "did not exceed", "never reached", "rather than". `start`
 * is where the number or its hedge begins; nothing before `floor` is looked at. Null where none is.
 */
export function negationBefore(
  tokens: readonly Token[],
  start: number,
  floor: number
): Negation | null {
  for (const phrase of close) {
    const from = start - phrase.length;
    if (from >= floor && stands(tokens, from, phrase))
      return {start: from, plain: false, tops: false, kind: "not"};
  }
  let plain = true;
  let words = 0;
  let reached = false;
  const tops = at(tokens, start - 1).text === "top";
  for (let i = start - 1; i >= floor && i >= start - reach; --i) {
    // What "declined to 5%" fell to that; what "declined to pay 5%" did not.
    const level = i === start - 1 && at(tokens, i).text === "to";
    const found = level ? null : negatorAt(tokens, i, floor);
    if (found !== null) {
      const limited = only.has(at(tokens, i + 1).text);
      // "Not only raised $5bn" raised it.
      if (limited && reached) return null;
      return {...found, plain: plain && !limited && found.plain, tops};
    }
    const {kind, text, word} = at(tokens, i);
    if (kind === "sign" && /^["“”‘*_(]$/.test(text)) continue;
    const aside = text === "," ? commaBefore(tokens, i, floor) : i;
    if (aside < i && negatorAt(tokens, aside - 1, floor) !== null) {
      i = aside;
      continue;
    }
    if (kind !== "word") return null;
    if (text === "that" && isDenied(tokens, i, floor)) continue;
    if (ends.has(text)) return null;
    if (only.has(text)) continue;
    reached = true;
    if (neutral.has(text) || (word.change !== undefined && !passed.has(text))) continue;
    if (text === "top" && i === start - 1) continue;
    plain = false;
    if (passed.has(text)) continue;
    if (word.plain) {
      // "Not the $5bn that was promised", "not in half of cases"; further off it is another thing.
      if (!isReached(tokens, i, floor)) return null;
      continue;
    }
    if ((word.cardinal !== undefined && text !== "one") || ++words > content) return null;
  }
  return null;
}

/** Whether nothing but words of grammar stands between a negation and one: "none of the", "denied it was". */
function isReached(tokens: readonly Token[], index: number, floor: number): boolean {
  for (let i = index - 1; i >= floor && i > index - 4; --i) {
    const {text, word} = at(tokens, i);
    if (text === "of" || negatorAt(tokens, i, floor) !== null) return true;
    if (text === "that") return isDenied(tokens, i, floor);
    if (word.plain === undefined || ends.has(text)) return false;
  }
  return false;
}

/** Whether "that" begins what is denied: "denied that", "rejected claims that". */
function isDenied(tokens: readonly Token[], that: number, floor: number): boolean {
  const isDenier = (i: number): boolean => i >= floor && deniers.has(at(tokens, i).text);
  return isDenier(that - 1) || isDenier(that - 2);
}

/** The comma that opens an aside, "not, he said, exceeded", where one closes; the same one if none does. */
function commaBefore(tokens: readonly Token[], close: number, floor: number): number {
  for (let i = close - 1; i > floor && i > close - 6; --i) {
    const {kind, text} = at(tokens, i);
    if (text === ",") return i;
    if (kind !== "word") return close;
  }
  return close;
}

/** A negation that ends at a token. */
function negatorAt(
  tokens: readonly Token[],
  index: number,
  floor: number
): Omit<Negation, "tops"> | null {
  const {text, capitals} = at(tokens, index);
  if (!known.has(text)) return null;
  if (text === "t" && at(tokens, index - 1).text === "'" && index - 2 >= floor)
    return at(tokens, index - 2).text.endsWith("n") || at(tokens, index - 2).text === "can"
      ? {start: index - 2, plain: true, kind: "not"}
      : null;
  if (index > floor && phrases.get(text)?.has(at(tokens, index - 1).text) === true)
    return {start: index - 1, plain: false, kind: "not"};
  if (plainly.has(text)) {
    const start = index > floor && auxiliaries.has(at(tokens, index - 1).text) ? index - 1 : index;
    // What "might not exceed 5%" may.
    const sure = start === index || !/^(may|might)$/.test(at(tokens, start).text);
    return {start, plain: sure, kind: "not"};
  }
  if (hardly.has(text)) return {start: index, plain: false, kind: "hardly"};
  if (text === "no" && /^(doubt|wonder|matter|question)$/.test(at(tokens, index + 1).text))
    return null;
  if (negators.has(text) || deniers.has(text)) return {start: index, plain: false, kind: "not"};
  // In May is no possibility.
  const modal = perhaps.has(text) && (text !== "may" || capitals === "none");
  return modal ? {start: index, plain: false, kind: "perhaps"} : null;
}

function stands(tokens: readonly Token[], from: number, words: readonly string[]): boolean {
  return words.every((word, n) => at(tokens, from + n).text === word);
}
