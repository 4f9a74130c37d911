import {figuresOf, readScale} from "./numeral.ts";
import type {Numeral} from "./numeral.ts";
import {decimal, readAndPart, readFraction, readPart} from "./part-words.ts";
import {at, isHyphen} from "./token.ts";
import type {Token} from "./token.ts";

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
