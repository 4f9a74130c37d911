import {fractions, isDigit, isLetter, isSpace, longSigns, plainSigns} from "./character.ts";
import {lookUp, noWord} from "./lexicon.ts";
import type {Word} from "./lexicon.ts";
import {someCurrency} from "./units.ts";

/** A word, number or sign of a text. Offsets are UTF-16 units of the text as it was given. */
export interface Token {
  /** `name` is letters and digits in one piece (H100, 01.ai), and no number. */
  readonly kind: "word" | "number" | "fraction" | "sign" | "name" | "end";
  readonly start: number;
  readonly end: number;
  /** In lower case; of a number its digits and point; of a sign its plain form. */
  readonly text: string;
  /** Whether white space or the beginning stands before it. */
  readonly gap: boolean;
  /** Which of its letters are capitals. */
  readonly capitals: "none" | "some" | "all";
  readonly word: Word;
}

/** Stands before the first token and after the last. */
const nowhere: Token = {
  kind: "end",
  start: 0,
  end: 0,
  text: "",
  gap: true,
  capitals: "none",
  word: noWord
};

/** The token at an index, or a token that matches nothing. */
export function at(tokens: readonly Token[], index: number): Token {
  // Tested before, since a look outside an array's bounds is slow.
  return index >= 0 && index < tokens.length ? tokens[index]! : nowhere;
}

/** Whether the token at an index follows the one before it without a space. */
export function isGlued(tokens: readonly Token[], index: number): boolean {
  const token = at(tokens, index);
  return index > 0 && token.kind !== "end" && !token.gap;
}

/** Whether a hyphen without spaces stands at the index, as in "two-year". */
export function isHyphen(tokens: readonly Token[], index: number): boolean {
  return at(tokens, index).text === "-" && isGlued(tokens, index) && isGlued(tokens, index + 1);
}

// No word of the lexicon is longer, and no number that anybody means.
const longestWord = 20;
const longestNumber = 30;

/**
 * Splits a text from an offset on into at most `limit` tokens. Spaces of every kind separate; where
 * a paragraph ends stands a sign "¶", so that nothing is read across it. Takes linear time.
 */
export function tokenize(text: string, from = 0, limit = Infinity): Token[] {
  const tokens: Token[] = [];
  let i = from;
  while (i < text.length && tokens.length < limit) {
    if (isSpace(text.charCodeAt(i))) {
      const start = i;
      let lines = 0;
      for (; i < text.length && isSpace(text.charCodeAt(i)); ++i)
        if (text[i] === "\n" || (text[i] === "\r" && text[i + 1] !== "\n")) ++lines;
      if (lines > 1) tokens.push(signToken(text, start, i, "¶"));
      continue;
    }
    const token = readToken(text, i);
    tokens.push(token);
    i = token.end;
  }
  return tokens;
}

function readToken(text: string, start: number): Token {
  const c = text.charCodeAt(start);
  const next = text.charCodeAt(start + 1);
  if (isDigit(c)) return readNumber(text, start);
  if (c === 46 && isDigit(next) && !isGluedAt(text, start)) return readNumber(text, start);
  if (isLetter(c)) return readWord(text, start);
  const vulgar = fractions[text[start]!];
  if (vulgar !== undefined) return make(text, "fraction", start, start + 1, vulgar);
  for (const [long, sign] of longSigns)
    if (text.startsWith(long, start)) return signToken(text, start, start + long.length, sign);
  const sign = text[start]!;
  phone.lastIndex = start;
  if (sign === "(" && phone.test(text)) return make(text, "name", start, phone.lastIndex, "");
  return signToken(text, start, start + 1, plainSigns[sign] ?? sign);
}

function readWord(text: string, start: number): Token {
  let end = start;
  while (isLetter(text.charCodeAt(end))) ++end;
  end = abbreviationEnd(text, start, end);
  const raw = text.slice(start, Math.min(end, start + longestWord + 1));
  const small = isSmall(raw);
  const lower = raw.length > longestWord ? "" : small ? raw : plainWord(raw);
  const word = lookUp(lower);
  if (isDigit(text.charCodeAt(end)) && !isIso(word.code)) return readName(text, start, end);
  const gap = !isGluedAt(text, start);
  const capitals = small ? "none" : capitalsOf(raw);
  return {kind: "word", start, end, text: lower, gap, capitals, word};
}

/** The end of "U.S." or "p.m.": letters with a point after each; else the end as given. */
function abbreviationEnd(text: string, start: number, end: number): number {
  if (end !== start + 1) return end;
  let i = start;
  let letters = 0;
  while (
    isLetter(text.charCodeAt(i)) &&
    !isLetter(text.charCodeAt(i + 1)) &&
    text[i + 1] === "." &&
    letters < 4
  ) {
    i += 2;
    ++letters;
  }
  if (letters === 1 && isLetter(text.charCodeAt(i)) && !isLetter(text.charCodeAt(i + 1)))
    return i + 1;
  return letters > 1 ? i : end;
}

/** A name goes on through letters, digits, and points and commas between digits: Qwen2.5, v1.2. */
function readName(text: string, start: number, from: number): Token {
  let end = from;
  for (;;) {
    const c = text.charCodeAt(end);
    if (isLetter(c) || isDigit(c)) ++end;
    else if (joins.includes(text[end] ?? " ") && isDigit(text.charCodeAt(end + 1))) ++end;
    else
      return {
        ...make(text, "name", start, end, text[end - 1] === "σ" ? "σ" : ""),
        capitals: "some"
      };
  }
}

// (555) 123-4567
const phone = /\(\d{3}\)[ \u00a0]?\d{3}[-.\u2010\u2011\u2013 ]\d{4}(?!\d)/y;

// The last is the point of Lancet's decimals.
const joins = ".,:/·";

/** A number with its separators; or a name, where something that is no part of a number sticks to it. */
function readNumber(text: string, start: number): Token {
  let end = start;
  while (isDigit(text.charCodeAt(end))) ++end;
  let digits = text.slice(start, Math.min(end, start + longestNumber + 1));
  const whole = end - start;
  if (whole <= 3) {
    end = groupsEnd(text, end);
    if (end - start > whole) digits = text.slice(start, end).replace(/\D/g, "");
  }
  if (text[end] === "/" && whole === end - start && isDigit(text.charCodeAt(end + 1)))
    return readRatio(text, start, end);
  if (text[end] === "." && isDigit(text.charCodeAt(end + 1))) {
    const point = end++;
    while (isDigit(text.charCodeAt(end))) ++end;
    digits += text.slice(point, Math.min(end, point + longestNumber + 1));
  }
  const identifier = digits.length > 1 && digits[0] === "0" && digits[1] !== ".";
  if (identifier || digits.length > longestNumber || runsOn(text, end))
    return readName(text, start, end);
  if (isLetter(text.charCodeAt(end)) && !isSuffix(text, end)) return readName(text, start, end);
  // 2024-03-05 and 1-800-555 go on as often as they like; a range has two ends.
  const second = hyphenated(text, end);
  if (second > end && hyphenated(text, second) > second)
    return readName(text, start, hyphenated(text, second));
  return make(text, "number", start, end, digits[0] === "." ? `0${digits}` : digits);
}

/** Past the groups of digits after a first one: 1,234,567; 20 000 with a thin space; 1,00,000. */
function groupsEnd(text: string, from: number): number {
  const separator = text[from] ?? "";
  if (separator === "" || !separators.includes(separator)) return from;
  let end = from;
  let pairs = from;
  while (text[pairs] === "," && digitsAt(text, pairs + 1) === 2) pairs += 3;
  if (pairs > from && text[pairs] === "," && digitsAt(text, pairs + 1) === 3) return pairs + 4;
  while (text[end] === separator && digitsAt(text, end + 1) === 3) {
    // "100 200" are two numbers, "100 000" is one.
    if (separator === " " && !text.startsWith("000", end + 1)) break;
    end += 4;
  }
  return end;
}

const separators = ",'’  \u00a0\u2009\u202f";

/** How many digits stand at an offset, up to four. */
function digitsAt(text: string, from: number): number {
  let n = 0;
  while (n < 4 && isDigit(text.charCodeAt(from + n))) ++n;
  return n;
}

/** 2/3, if both sides are short and nothing follows; 9/11/2001 is a name. */
function readRatio(text: string, start: number, slash: number): Token {
  const after = digitsAt(text, slash + 1);
  const end = slash + 1 + after;
  const short = slash - start <= 2 && after <= 2;
  if (!short || runsOn(text, end) || isLetter(text.charCodeAt(end)))
    return readName(text, start, slash);
  return make(text, "fraction", start, end, text.slice(start, end));
}

/** Whether digits follow at once behind a sign that no number has there: 1,5; 10:30; 1.2.3. */
function runsOn(text: string, end: number): boolean {
  const sign = text[end] ?? " ";
  if (joins.includes(sign) && isDigit(text.charCodeAt(end + 1))) return true;
  // 01.ai and 58.com; a sentence that begins without a space begins with a capital.
  return sign === "." && /[a-z]/.test(text[end + 1] ?? " ");
}

function hyphenated(text: string, end: number): number {
  if (!"-\u2010\u2011\u2013".includes(text[end] ?? " ")) return end;
  let i = end + 1;
  while (isDigit(text.charCodeAt(i))) ++i;
  return i > end + 1 ? i : end;
}

/** Whether the letters at an offset can follow a number without a space: 600m, 2x, 10km. */
function isSuffix(text: string, from: number): boolean {
  let end = from;
  while (end < from + longestWord && isLetter(text.charCodeAt(end))) ++end;
  const after = text.charCodeAt(end);
  if (isDigit(after) || after === 0xb2 || after === 0xb3) return false;
  const raw = text.slice(from, end);
  const lower = raw.toLowerCase();
  if (suffixes.has(lower)) return true;
  const {short, scale, code, measure, span} = lookUp(lower);
  if (short !== undefined) return lower !== "t" || raw === "T" || isMoneyBefore(text, from);
  return scale !== undefined || isIso(code) || measure !== undefined || span !== undefined;
}

/** Whether letters name one currency; others are parts of names, as in 36Kr. */
function isIso(code: string | undefined): boolean {
  return code !== undefined && code !== someCurrency;
}

/** A "t" is a trillion behind a currency and a tonne anywhere else. */
function isMoneyBefore(text: string, from: number): boolean {
  let i = from - 1;
  while (i >= 0 && from - i < longestNumber && /[\d.,]/.test(text[i]!)) --i;
  return /[$€£¥₩₹]/.test(text[i] ?? "");
}

const suffixes: ReadonlySet<string> = new Set(
  "x fold times ish percent per pct pc pp ppt ppts pps pc bp bps plus odd yuan euro euros".split(
    " "
  )
);

function signToken(text: string, start: number, end: number, sign: string): Token {
  return make(text, "sign", start, end, sign);
}

function make(text: string, kind: Token["kind"], start: number, end: number, plain: string): Token {
  return {
    kind,
    start,
    end,
    text: plain,
    gap: !isGluedAt(text, start),
    capitals: "none",
    word: noWord
  };
}

function isGluedAt(text: string, start: number): boolean {
  return start > 0 && !isSpace(text.charCodeAt(start - 1));
}

/** Whether it is nothing but a to z, as most words are. */
function isSmall(raw: string): boolean {
  for (let i = 0; i < raw.length; ++i) {
    const c = raw.charCodeAt(i);
    if (c < 97 || c > 122) return false;
  }
  return true;
}

function capitalsOf(raw: string): Token["capitals"] {
  const upper = raw.toUpperCase();
  if (raw === raw.toLowerCase()) return "none";
  return raw === upper ? "all" : "some";
}

function plainWord(raw: string): string {
  const lower = raw.toLowerCase();
  return lower.includes(".") || lower.includes("\u00ad") ? lower.replace(/[.\u00ad]/g, "") : lower;
}
