import {at, isHyphen} from "./token.ts";
import type {Token} from "./token.ts";

/** Why a number in words may be none: what stands around it has to tell. */
export type Doubt = "one" | "zero" | "half" | "ordinal" | "quarter" | "quarters" | "slash";

/** A number as it is written, without its unit: digits and what they are scaled and divided by. */
export interface Numeral {
  /** Index of the token after it. */
  readonly end: number;
  /** Decimal digits, "2.5". */
  readonly digits: string;
  /** Power of ten of its scale words. */
  readonly exponent: number;
  readonly divisor: number;
  readonly figures: number;
  /** A part is a fraction in words or signs: half, two-thirds, ¾. */
  readonly form: "digits" | "words" | "part";
  /** Whether it has a scale of its own: 5 million. */
  readonly scaled: boolean;
  readonly doubt: Doubt | null;
}

/** The number that a numeral stands for, in a unit that takes a further power of ten. */
export function valueOf({digits, exponent, divisor}: Numeral, shift = 0): number {
  // The decimal exponent scales without an error in the last place; a product would not.
  const value = Number(`${digits}e${exponent + shift}`);
  return divisor === 1 ? value : value / divisor;
}

/** Digits that carry meaning: trailing zeros of a whole number do not. */
export function figuresOf(digits: string): number {
  const plain = digits.includes(".") ? digits.replace(".", "") : digits.replace(/0+$/, "");
  return Math.max(1, plain.replace(/^0+/, "").length);
}

/**
 * Reads the number that begins at a token: digits, words, a fraction. `money` says that a currency
 * stands before it, which makes "5 m" five million. Null where there is none.
 */
export function readNumeral(
  tokens: readonly Token[],
  start: number,
  money = false
): Numeral | null {
  const token = at(tokens, start);
  if (token.kind === "number") return readDigits(tokens, start, money);
  if (token.kind === "fraction") return readFraction(tokens, start, money);
  if (token.kind !== "word") return null;
  return readPart(tokens, start) ?? readWords(tokens, start);
}

function readDigits(tokens: readonly Token[], start: number, money: boolean): Numeral | null {
  const part = readPart(tokens, start);
  if (part !== null) return part;
  let digits = at(tokens, start).text;
  let end = start + 1;
  const next = at(tokens, end);
  if (next.kind === "fraction" && !digits.includes(".")) {
    const fraction = decimal(next.text);
    if (fraction !== null && !fraction.startsWith("1")) {
      digits += fraction.slice(1);
      ++end;
    }
  } else {
    const more = digits.includes(".") ? null : readAndPart(tokens, end);
    if (more !== null) {
      digits += more.fraction.slice(1);
      end = more.end;
    }
  }
  const scale = readScale(tokens, end, money);
  return {
    end: scale.end,
    digits,
    exponent: scale.exponent,
    divisor: 1,
    figures: figuresOf(digits),
    form: "digits",
    scaled: scale.end > end,
    doubt: null
  };
}

/** Million, bn, hundred thousand, lakh crore after a number; glued, after a hyphen or a space. */
function readScale(
  tokens: readonly Token[],
  start: number,
  money: boolean
): {readonly end: number; readonly exponent: number} {
  let end = start;
  let exponent = 0;
  for (let last = 0; ;) {
    const from = isHyphen(tokens, end) ? end + 1 : end;
    const {word, gap, text, capitals} = at(tokens, from);
    const spelled = word.scale;
    // "10 m" may be metres; "10 M" is ten million.
    const vague = gap && text.length === 1 && !money && capitals === "none";
    const short = vague ? undefined : word.short;
    // "mm" are millimetres, and "5-m" is a length.
    const small = (text === "mm" && capitals !== "all") || (from > end && short !== undefined);
    const scale = spelled ?? (small || end > start ? undefined : short);
    if (scale === undefined || (last !== 0 && spelled === undefined)) return {end, exponent};
    if (last !== 0 && scale < last) return {end, exponent};
    exponent += scale;
    last = scale;
    end = from + 1;
  }
}

const slashes: ReadonlySet<string> = new Set(["1/2", "1/3", "2/3", "1/4", "3/4"]);

function readFraction(tokens: readonly Token[], start: number, money: boolean): Numeral | null {
  const {text, start: from, end: to} = at(tokens, start);
  const [above = 0, below = 0] = text.split("/").map(Number);
  if (above === 0 || above >= below) return null;
  const scale = readScale(tokens, partEnd(tokens, start + 1), money);
  const end = scale.exponent > 0 ? scale.end : start + 1;
  const doubt = to - from > 1 && !slashes.has(text) ? "slash" : null;
  return fraction(above, below, end, scale.exponent, doubt);
}

/** Half, a third, two-thirds, three quarters, "half a million", "a quarter of a percentage point". */
function readPart(tokens: readonly Token[], start: number): Numeral | null {
  const first = at(tokens, start);
  const next = start + (isHyphen(tokens, start + 1) ? 2 : 1);
  const hyphen = next > start + 1;
  if (first.word.part === 2) return readHalf(tokens, start);
  if (first.text === "quarter") return readQuarter(tokens, start);
  const above = numerator(first);
  if (above === null) return null;
  const {part, parts} = at(tokens, next).word;
  // "One third-party" vendor is one of them.
  if (!hyphen && isHyphen(tokens, next + 1) && !halves(at(tokens, next + 2))) return null;
  const singular = above === 1 || hyphen;
  const below = singular ? (part ?? parts) : parts;
  if (below === undefined || above >= below * 2) return null;
  if (below === 2) return above === 1 ? readHalf(tokens, next) : null;
  const article = first.text === "a" || first.text === "an";
  let doubt: Doubt | null = article && below !== 4 ? "ordinal" : null;
  if (below === 4 && !hyphen) {
    if (first.kind === "number" || (above !== 1 && above !== 3)) return null;
    if (part !== undefined && at(tokens, next).text === "quarter") doubt = "quarter";
    else if (at(tokens, next).text === "quarters") doubt = "quarters";
    else if (article) doubt = "ordinal";
  }
  // Two-quarter is a span; three-quarter and one-quarter are parts.
  if (below === 4 && hyphen && above !== 1 && above !== 3) return null;
  return partOf(tokens, above, below, next + 1, doubt);
}

function numerator({kind, text, word}: Token): number | null {
  if (text === "a" || text === "an") return 1;
  if (kind === "number") return /^\d{1,2}$/.test(text) ? Number(text) : null;
  return word.cardinal !== undefined && word.cardinal > 0 && word.cardinal < 20
    ? word.cardinal
    : null;
}

/** Half, half a million, half-dozen; not half-hearted nor half-year. */
function readHalf(tokens: readonly Token[], start: number): Numeral | null {
  if (isHyphen(tokens, start + 1) && !halves(at(tokens, start + 2))) return null;
  if (idle.has(at(tokens, start + 1).text)) return null;
  return partOf(tokens, 1, 2, start + 1, "half");
}

/** What "half-" can be put before without becoming another word. */
function halves({text, word}: Token): boolean {
  return word.scale !== undefined || spanned.has(text);
}

const spanned: ReadonlySet<string> = new Set(
  "dozen century decade hour percent per percentage point points minute".split(" ")
);
const idle: ReadonlySet<string> = new Set(
  "year years way time brother sister past marathon term price moon mast life hearted".split(" ")
);

/** Quarter-million, quarter-point, quarter century: without an article only before these. */
function readQuarter(tokens: readonly Token[], start: number): Numeral | null {
  const next = at(tokens, isHyphen(tokens, start + 1) ? start + 2 : start + 1);
  const fits = next.word.scale !== undefined || spanned.has(next.text);
  return fits ? partOf(tokens, 1, 4, start + 1, null) : null;
}

function partOf(
  tokens: readonly Token[],
  above: number,
  below: number,
  end: number,
  doubt: Doubt | null
): Numeral {
  const inner = partEnd(tokens, end);
  const from = isHyphen(tokens, inner) ? inner + 1 : inner;
  const {word, text} = at(tokens, from);
  // "A third hundred" would be a count of hundreds, "half a hundred" is fifty.
  if (text === "dozen" && below === 2) return {...fraction(6 * above, 1, from + 1), form: "words"};
  if (word.scale !== undefined && (inner > end || below === 2 || below === 4 || from > inner))
    return fraction(above, below, from + 1, word.scale);
  return fraction(above, below, inner, 0, inner > end ? null : doubt);
}

/** Past "a" or "of a" behind a part, where a scale or a unit follows: half a million, half a year. */
function partEnd(tokens: readonly Token[], end: number): number {
  const article = at(tokens, end).text === "of" ? end + 1 : end;
  const {text, word} = at(tokens, article + 1);
  // "Half of one per cent"
  const one = article > end && /^(one|1)$/.test(at(tokens, article).text);
  if (one) return /^(%|per|percent|percentage)$/.test(text) ? article + 1 : end;
  if (!/^an?$/.test(at(tokens, article).text)) return end;
  const unit = word.scale ?? word.span ?? word.coin ?? word.measure;
  return unit !== undefined || spanned.has(text) ? article + 1 : end;
}

function fraction(
  above: number,
  below: number,
  end: number,
  exponent = 0,
  doubt: Doubt | null = null
): Numeral {
  const common = {end, figures: 1, form: "part", scaled: exponent > 0, doubt} as const;
  // Halves and tenths have decimals that end, and then nothing is divided.
  if (1000 % below === 0)
    return {...common, digits: String((above * 1000) / below), exponent: exponent - 3, divisor: 1};
  return {...common, digits: String(above), exponent, divisor: below};
}

/** Decimals of a fraction that has an end: "0.25" of "1/4"; null for thirds. */
function decimal(text: string): string | null {
  const [above = 0, below = 1] = text.split("/").map(Number);
  return 1000 % below === 0 ? String(above / below) : null;
}

/** "And a half", or "-and-a-half", at the token after a number; the fraction is "0.5". */
function readAndPart(
  tokens: readonly Token[],
  start: number
): {readonly fraction: string; readonly end: number} | null {
  const and = isHyphen(tokens, start) ? start + 1 : start;
  if (at(tokens, and).text !== "and") return null;
  const first = step(tokens, and);
  const {text, word} = at(tokens, first);
  const above = /^an?$/.test(text) ? 1 : (word.cardinal ?? 0);
  const second = step(tokens, first);
  const {part, parts} = at(tokens, second).word;
  const below = above === 1 ? part : parts;
  if (below === undefined || above === 0 || above >= below || below > 8) return null;
  const ends = decimal(`${above}/${below}`);
  return ends === null ? null : {fraction: ends, end: second + 1};
}

/** The token after this one, over a hyphen. */
function step(tokens: readonly Token[], index: number): number {
  return isHyphen(tokens, index + 1) ? index + 2 : index + 1;
}

/** Twenty-five, six hundred million, a dozen, one and a half billion, two point five. */
function readWords(tokens: readonly Token[], start: number): Numeral | null {
  const {text} = at(tokens, start);
  const article = text === "a" || text === "an";
  let total = 0;
  let group = -1;
  let last = Infinity;
  let end = start;
  if (article) {
    const from = isHyphen(tokens, start + 1) ? start + 2 : start + 1;
    const {word, text: after} = at(tokens, from);
    if (word.scale === undefined && after !== "dozen") return null;
    if (word.plural !== undefined) return null;
    group = 1;
    end = from;
  }
  for (;;) {
    let from = end > start && isHyphen(tokens, end) ? end + 1 : end;
    const joined = at(tokens, from).text === "and" && from === end && end > start;
    if (joined) ++from;
    const {word, text: now} = at(tokens, from);
    const {cardinal, scale} = word;
    if (cardinal !== undefined) {
      const sum = join(group, cardinal, joined, total > 0);
      if (sum === null) break;
      group = sum;
    } else if (joined) break;
    else if (scale === 2 && group > 0 && group < 100) group *= 100;
    else if (scale !== undefined && scale > 2 && group > 0 && scale < last) {
      total += group * 10 ** scale;
      last = scale;
      group = -1;
    } else if (
      scale !== undefined &&
      scale > 2 &&
      group < 0 &&
      total * 10 ** scale > 0 &&
      total * 10 ** scale < 1e18
    ) {
      total *= 10 ** scale;
    } else if (now === "dozen" && group > 0) return whole(group * 12, from + 1);
    else break;
    end = from + 1;
  }
  if (end === start) return null;
  // Twenty-first and one-off are other words.
  if (isHyphen(tokens, end) && at(tokens, end + 1).word.ordinal) return null;
  return finishWords(tokens, start, end, total, group, last);
}

/** A number below a hundred joined to the digits before it, null if it does not go with them. */
function join(group: number, cardinal: number, and: boolean, more: boolean): number | null {
  if (group < 0) return and && !more ? null : cardinal;
  if (group >= 100 && group % 100 === 0) return group + cardinal;
  const tens = group % 100;
  if (!and && tens >= 20 && tens % 10 === 0 && cardinal > 0 && cardinal < 10)
    return group + cardinal;
  return null;
}

function finishWords(
  tokens: readonly Token[],
  start: number,
  end: number,
  total: number,
  group: number,
  last: number
): Numeral {
  const {text} = at(tokens, end);
  const small = total === 0 ? group : -1;
  if (small >= 0 || group < 0) {
    const more = readAndPart(tokens, end);
    if (more !== null && small >= 0)
      return scaled(tokens, String(small + Number(more.fraction)), more.end);
    if (more !== null) {
      const digits = String(total / 10 ** last + Number(more.fraction));
      return {
        ...whole(0, more.end),
        digits,
        exponent: last,
        figures: figuresOf(digits),
        scaled: true
      };
    }
  }
  if (text === "point" && small >= 0) {
    let decimals = "";
    let i = end + 1;
    for (let d; (d = at(tokens, i).word.cardinal) !== undefined && d < 10; ++i) decimals += d;
    if (decimals !== "") return scaled(tokens, `${small}.${decimals}`, i);
  }
  const sum = total + Math.max(group, 0);
  const single = end === start + 1;
  const doubt = single && sum === 1 ? "one" : single && sum === 0 ? "zero" : null;
  return {...whole(sum, end), scaled: total > 0, doubt};
}

function scaled(tokens: readonly Token[], digits: string, start: number): Numeral {
  const {end, exponent} = readScale(tokens, start, false);
  return {
    ...whole(0, end),
    digits,
    exponent,
    figures: figuresOf(digits),
    scaled: end > start
  };
}

function whole(n: number, end: number): Numeral {
  const digits = String(n);
  return {
    end,
    digits,
    exponent: 0,
    divisor: 1,
    figures: figuresOf(digits),
    form: "words",
    scaled: false,
    doubt: null
  };
}

/** Whether a numeral is a whole number without a scale, such as a year or a day has. */
export function isPlain(numeral: Numeral): boolean {
  return (
    !numeral.scaled &&
    numeral.divisor === 1 &&
    numeral.form !== "part" &&
    !numeral.digits.includes(".")
  );
}
