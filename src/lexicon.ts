import {measures, money, rareCodes, rareMarks, shared, someCurrency, spans} from "./units.ts";

/** What the wording reader knows of a word, by the parts that it can play; most words play none. */
export interface Word {
  /** Four, twenty: a number below a hundred. */
  readonly cardinal?: number;
  /** Hundred, million, crore: the power of ten that a number before it is taken to. */
  readonly scale?: number;
  /** The same abbreviated: k, mn, bn. */
  readonly short?: number;
  /** Hundreds, millions: a power of ten that can stand without a number. */
  readonly plural?: number;
  /** Half, third: what one is divided by. */
  readonly part?: number;
  /** Halves, thirds. */
  readonly parts?: number;
  /** First, second, ninth: never a quantity, and makes none of "twenty-first". */
  readonly ordinal?: true;
  /** Doubled, tenfold: a ratio in a word. */
  readonly multiple?: string;
  /** Double, triple: a ratio only in some company. */
  readonly loose?: true;
  /** RMB, USD: a currency that may stand before its number; written in capitals but for some. */
  readonly code?: string;
  /** Yuan, dollars: a currency that stands after its number. */
  readonly coin?: string;
  /** US, Hong: begins the name of a currency. */
  readonly nation?: true;
  /** Years, weeks: a span of time in one of the units, and how many of it. */
  readonly span?: readonly [unit: string, times: number];
  /** Megawatts: the symbol of a unit that measures keep as it is. */
  readonly measure?: string;
  readonly month?: true;
  /** The, with, its: a word of grammar, that names nothing. */
  readonly plain?: true;
  /** Hosts, backs: a verb that heads a count in a headline, where a name would make it a version. */
  readonly verb?: true;
  /** Page, phase: what follows is a label and no quantity. */
  readonly label?: true;
  /** A, minus, low: begins a quantity with what follows. */
  readonly opens?: true;
  /** -1 for fell and down, 1 for rose and up. */
  readonly change?: -1 | 1;
  /** Cut, lost: falls only where what is lost is said in per cent. */
  readonly transitive?: true;
}

/**
 * Plays no part. All words have the same properties in the same order, since the engine reads those
 * of records that are made alike several times as fast.
 */
export const noWord: Word = {
  cardinal: undefined,
  scale: undefined,
  short: undefined,
  plural: undefined,
  part: undefined,
  parts: undefined,
  ordinal: undefined,
  multiple: undefined,
  loose: undefined,
  code: undefined,
  coin: undefined,
  nation: undefined,
  span: undefined,
  measure: undefined,
  month: undefined,
  plain: undefined,
  verb: undefined,
  label: undefined,
  opens: undefined,
  change: undefined,
  transitive: undefined
};

const words = new Map<string, Word>();

function give(list: string, parts: Word): void {
  for (const word of list.split(" ")) words.set(word, {...noWord, ...words.get(word), ...parts});
}

const cardinals =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen " +
  "sixteen seventeen eighteen nineteen";
cardinals.split(" ").forEach((word, i) => give(word, {cardinal: i}));
"twenty thirty forty fifty sixty seventy eighty ninety"
  .split(" ")
  .forEach((word, i) => give(word, {cardinal: 20 + 10 * i}));
give("fourty", {cardinal: 40});

for (const [singular, scale, shorts] of [
  ["hundred", 2, ""],
  ["thousand", 3, "k"],
  ["lakh", 5, ""],
  ["lac", 5, ""],
  ["million", 6, "m mn mln mil mio mm"],
  ["crore", 7, "cr"],
  ["billion", 9, "b bn bln bil bio"],
  ["milliard", 9, ""],
  ["trillion", 12, "t tn trn trln tril"],
  ["quadrillion", 15, ""],
  ["quintillion", 18, ""]
] as const) {
  give(singular, {scale});
  give(`${singular}s`, {scale, plural: scale});
  if (shorts !== "") give(shorts, {short: scale});
}
give("tens", {plural: 1});

const ordinals =
  "third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth " +
  "fifteenth sixteenth seventeenth eighteenth nineteenth";
ordinals.split(" ").forEach((word, i) => {
  give(word, {part: i + 3, ordinal: true});
  give(`${word}s`, {parts: i + 3});
});
for (const [word, n] of [
  ["twentieth", 20],
  ["thirtieth", 30],
  ["fortieth", 40],
  ["fiftieth", 50],
  ["hundredth", 100],
  ["thousandth", 1000]
] as const) {
  give(word, {part: n, ordinal: true});
  give(`${word}s`, {parts: n});
}
give("first second sixtieth seventieth eightieth ninetieth millionth billionth", {ordinal: true});
give("half", {part: 2});
give("halves", {parts: 2});
give("quarter", {part: 4});
give("quarters", {parts: 4});

give("double treble triple quadruple quintuple halve", {loose: true});
give("doubled doubles doubling double twice", {multiple: "2"});
give("tripled triples tripling triple trebled trebles trebling treble thrice", {multiple: "3"});
give("quadrupled quadruples quadrupling quadruple", {multiple: "4"});
give("quintupled quintuples quintupling quintuple", {multiple: "5"});
give("sextupled", {multiple: "6"});
give("halved halves halving halve", {multiple: "0.5"});
cardinals
  .split(" ")
  .slice(2)
  .forEach((word, i) => give(`${word}fold`, {multiple: String(i + 2)}));
give("twentyfold", {multiple: "20"});
give("hundredfold", {multiple: "100"});
give("thousandfold", {multiple: "1000"});

for (const [code, names] of Object.entries(money)) {
  give(code.toLowerCase(), {code});
  for (const name of names) give(name, {coin: code});
}
give("rmb", {code: "CNY"});
give("cnh", {code: "CNY"});
give("rs", {code: "INR"});
give("rp", {code: "IDR"});
give("rm", {code: "MYR"});
give(shared, {coin: someCurrency});
give(`${rareCodes} ${rareMarks}`, {code: someCurrency});
give(
  "us u.s american hong singapore singaporean australian canadian new taiwan taiwanese chinese " +
    "japanese south korean indian swiss british mexican swedish turkish russian",
  {nation: true}
);
for (const [unit, names] of Object.entries(measures))
  for (const name of names) give(name, {measure: unit});
for (const [name, span] of Object.entries(spans)) give(name, {span});

give("january february march april may june july august september october november december", {
  month: true
});
give("jan feb mar apr jun jul aug sep sept oct nov dec", {month: true});

give(
  "the a an this that these those its their his her our my your in on at by for from to of with " +
    "within over under above below and or but nor so as than then if when while since until " +
    "before after during between among across through into onto per via about around is are was " +
    "were be been being has have had do does did will would can could might must shall should " +
    "not no only just also already still now here there all both each every any some more most " +
    "least less fewer other another such same own what which who whose where how why it they he " +
    "she we you i them us him nearly almost larger smaller higher lower bigger cheaper faster " +
    "slower better worse total last past next because due against without like near off up down",
  {plain: true}
);
give(
  "adds backs bets buys builds bans beats cuts counts covers employs ends expects faces fires " +
    "gains gets gives has hires hits holds hosts invests joins keeps launches leads loses makes " +
    "names needs opens orders owns pays plans pledges puts raises reaches reports runs seeks " +
    "sees sells serves shows signs spends splits takes targets tests tops uses wants wins",
  {verb: true}
);
give(
  "page pages p chapter section article paragraph line figure fig table step part version phase " +
    "tier level type model no nos nr number item question volume vol issue stage act scene room " +
    "flight route top rule form note appendix annex clause category episode season generation gen " +
    "grade class series day week web exhibit slide big",
  {label: true}
);
give(
  "fell fall falls fallen falling drop drops dropped dropping decline declines declined declining " +
    "down decrease decreases decreased decreasing slide slides slid sliding slip slips slipped " +
    "slipping sink sinks sank sunk sinking tumble tumbles tumbled tumbling plunge plunges plunged " +
    "plunging plummet plummets plummeted plummeting dip dips dipped dipping shrink shrinks shrank " +
    "shrunk shrinking contracted contracting contraction slump slumps slumped " +
    "slumping downturn shrinkage crash crashed retreat retreated weaken weakened weakens ease eased eases easing",
  {change: -1}
);
give(
  "lost lose loses losing loss shed sheds shedding cut cuts cutting reduce reduces reduced " +
    "reducing reduction lower lowers lowered lowering trim trims trimmed trimming slash slashes " +
    "slashed slashing",
  {change: -1, transitive: true}
);
give(
  "rose rise rises risen rising grew grow grows grown growing growth increase increases increased " +
    "increasing gain gains gained gaining climb climbs climbed climbing jump jumps jumped jumping " +
    "surge surges surged surging soar soars soared up advance advanced expand expands expanded " +
    "expanding accelerate accelerated accelerates add added boosted raise raised raises raising " +
    "lifted went moved changed moving improved widened",
  {change: 1}
);

give("yuan renminbi a an minus negative dozens low mid middle high single double triple", {
  opens: true
});

/** What is known of a word, in lower case; of most, nothing. */
export function lookUp(word: string): Word {
  return words.get(word) ?? noWord;
}
