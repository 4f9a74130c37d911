import type {Hedge} from "./quantity.ts";
import {at} from "./token.ts";
import type {Token} from "./token.ts";

/** What a phrase of the lexicon does: hedges, opens a range, or stands between hedge and number. */
export type Part = Hedge | "range" | "filler";

export interface Phrase {
  readonly part: Part;
  readonly words: readonly string[];
}

/** A phrase found in a text, from its first token to the one after it. */
export interface Found {
  readonly phrase: Phrase;
  readonly start: number;
  readonly end: number;
}

const more = "more greater higher larger bigger longer better";
const less = "less fewer lower smaller shorter";
const above = ["over", "above", ...more.split(" ").map((word) => `${word} than`)];
const below = ["under", "below", "beneath", ...less.split(" ").map((word) => `${word} than`)];
const slightly = "just slightly marginally a_little a_bit a_shade a_touch a_fraction only_just";
const well = "well far much significantly considerably substantially comfortably way rather";

/** Every beginning put before every end; "_" stands for a space within one. */
function each(beginnings: string, ends: readonly string[]): string[] {
  return beginnings
    .split(" ")
    .flatMap((beginning) => ends.map((end) => `${beginning.replaceAll("_", " ")} ${end}`));
}

/**
 * The hedge lexicon: what stands before a number (research/embedding-and-trust.md, 4.9). "Barely",
 * "hardly" and "scarcely" are no hedges, since they are used of either side; nothing is read there.
 */
const before: Readonly<Partial<Record<Part, readonly string[]>>> = {
  exactly: [
    "exactly",
    "precisely",
    "exact",
    "no more and no less than",
    "no more , no less than",
    "no less and no more than",
    ...each("neither", ["more nor less than", "more or less than", "less nor more than"])
  ],
  approx: [
    ...each("at", ["or near", "or about", "or around", "or close to"]),
    ..."about around roughly approximately approx circa ca some estimated near ~ ≈".split(" "),
    "approx .",
    "circa .",
    "ca .",
    "c .",
    "c",
    "est .",
    "somewhere around",
    "an estimated",
    "estimated at",
    "something like",
    "more or less",
    "just about",
    "in the region of",
    "in the neighborhood of",
    "in the neighbourhood of",
    "in the vicinity of",
    "in the order of",
    "on the order of",
    "of the order of",
    "not exactly",
    "not far from",
    "not far off"
  ],
  nearly: [
    ..."nearly almost approaching nearing virtually practically".split(" "),
    "close to",
    "closing in on",
    "close on",
    "nigh on",
    "getting on for",
    "not quite",
    "shy of",
    "just shy of",
    "just short of",
    "little less than",
    ...each(slightly, below),
    ...each("a_little a_bit", ["shy of", "short of"])
  ],
  "just-over": ["little more than", ...each(slightly, above)],
  "at-least": [
    "at least",
    "at the least",
    "at the very least",
    "at very least",
    "at minimum",
    "at a minimum",
    "minimum",
    "minimum of",
    "a minimum of",
    "min .",
    "min",
    ...each("starting start starts", ["at", "from"]),
    ...each("no not never nothing", below),
    ...each("as", ["little as", "few as", "low as"]),
    ...each("at_or", above),
    ...each(
      "at_least equal_to as_much_as as_many_as as_high_as",
      above.map((end) => `or ${end}`)
    ),
    "more than or equal to",
    "greater than or equal to",
    "≥"
  ],
  "more-than": [
    ...above,
    ...each(well, above),
    ..."exceeding exceeds exceeded exceed surpassing surpasses surpassed surpass topping topped tops".split(
      " "
    ),
    ...each("to will would could may might can", ["top"]),
    "beyond",
    "in excess of",
    "upwards of",
    "upward of",
    "north of",
    "well north of",
    ">"
  ],
  "at-most": [
    "at most",
    "at the most",
    "at maximum",
    "maximum",
    "maximum of",
    "a maximum of",
    "max .",
    "max",
    ...each("no not never nothing", above),
    "not exceeding",
    "not to exceed",
    "does not exceed",
    "capped at",
    "limited to",
    ...each("at_or", below),
    ...each(
      "at_most equal_to as_little_as as_few_as as_low_as",
      below.map((end) => `or ${end}`)
    ),
    "less than or equal to",
    "≤"
  ],
  "less-than": [
    ...below,
    ...each(well, below),
    "short of",
    "well short of",
    "south of",
    "not even",
    "not so much as",
    "not nearly",
    "nowhere near",
    "sub -",
    "<"
  ],
  "up-to": [
    "up to",
    "up to and including",
    "up to , and including ,",
    ...each("as", ["much as", "many as", "high as", "large as", "long as"])
  ],
  range: [
    "between",
    "from",
    "anywhere between",
    "anywhere from",
    "somewhere between",
    "ranging from",
    "ranging between",
    "ranges from",
    "ranged from"
  ],
  filler: ["a", "an", "another", "a further", "an additional", "additional", "a total of", "a full"]
};

/** What stands behind a number; every one of these is read after a comma too. */
const after: Readonly<Partial<Record<Part, readonly string[]>>> = {
  approx: [
    "or so",
    "or thereabouts",
    "ish",
    "- ish",
    "odd",
    "- odd",
    "give or take",
    "more or less"
  ],
  "at-least": [
    ...each("or", ["more", "above", "higher", "greater", "over", "better", "longer"]),
    ...each("or and", ["upward", "upwards"]),
    ...each("and", ["up", "over", "above", "more", "counting"]),
    "+",
    "plus",
    "- plus",
    "at least",
    "at the least",
    "at the very least",
    "at a minimum",
    "at minimum",
    "minimum",
    "if not more"
  ],
  "at-most": [
    ...each("but and", ["no more", "not more"]),
    ...each("or", ["less", "fewer", "lower", "under", "below", "smaller", "shorter"]),
    ...each("or and", ["downward", "downwards"]),
    ...each("and", ["under", "below"]),
    ..."max maximum tops".split(" "),
    "at most",
    "at the most",
    "at maximum"
  ],
  "more-than": ["and change"],
  exactly: ["exactly", "precisely"]
};

const endingIn = index(before, (phrase) => phrase.words.at(-1)!);
const beginningWith = index(before, (phrase) => phrase.words[0]!);
const suffixes = index(after, (phrase) => phrase.words[0]!);

function index(
  lexicon: Readonly<Partial<Record<Part, readonly string[]>>>,
  keyOf: (phrase: Phrase) => string
): ReadonlyMap<string, readonly Phrase[]> {
  const map = new Map<string, Phrase[]>();
  for (const [part, phrases] of Object.entries(lexicon) as [Part, readonly string[]][])
    for (const text of phrases) {
      const phrase = {part, words: text.split(" ")};
      map.set(keyOf(phrase), [...(map.get(keyOf(phrase)) ?? []), phrase]);
    }
  // The longest is tried first: "no more than" before "more than".
  for (const phrases of map.values()) phrases.sort((a, b) => b.words.length - a.words.length);
  return map;
}

/** The longest phrase that ends right before a token and begins at `floor` or later. */
export function phraseBefore(tokens: readonly Token[], end: number, floor: number): Found | null {
  for (const phrase of endingIn.get(at(tokens, end - 1).text) ?? []) {
    const start = end - phrase.words.length;
    if (start >= floor && matches(tokens, start, phrase)) return {phrase, start, end};
  }
  return null;
}

/** The longest phrase that begins at a token. */
export function phraseAt(tokens: readonly Token[], start: number): Found | null {
  return longest(beginningWith, tokens, start);
}

/** The longest phrase for behind a number that begins at a token, or after a comma there. */
export function suffixAt(tokens: readonly Token[], start: number): Found | null {
  if (at(tokens, start).text !== ",") return longest(suffixes, tokens, start);
  const found = longest(suffixes, tokens, start + 1);
  return found !== null && found.phrase.words.length > 1 ? {...found, start} : null;
}

function longest(
  phrases: ReadonlyMap<string, readonly Phrase[]>,
  tokens: readonly Token[],
  start: number
): Found | null {
  for (const phrase of phrases.get(at(tokens, start).text) ?? [])
    if (matches(tokens, start, phrase)) return {phrase, start, end: start + phrase.words.length};
  return null;
}

function matches(tokens: readonly Token[], start: number, {words}: Phrase): boolean {
  return words.every((word, i) => {
    const {text, capitals} = at(tokens, start + i);
    // "c. 300" is circa; "Series C" is a round.
    return text === word && (text !== "c" || capitals === "none");
  });
}
