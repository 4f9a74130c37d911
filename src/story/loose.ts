import type {Quantity} from "../quantity.ts";
import {findWordings} from "../wording.ts";

/** A date in running text, as far as it is written. */
export interface DateWords {
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
}

/** A number in text that nothing binds: what it reads as, and its words. */
export type Loose =
  | {readonly kind: "quantity"; readonly text: string; readonly quantity: Quantity}
  | {readonly kind: "date"; readonly text: string; readonly date: DateWords}
  | {readonly kind: "digits"; readonly text: string};

/** Where a loose number stands in its text, UTF-16 offsets. */
export type Found = Loose & {readonly start: number; readonly end: number};

const months = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december"
];
const monthName = `(?:${months.map((m) => (m.length > 4 ? `${m}|${m.slice(0, 3)}` : m)).join("|")}|sept)`;
const yearDigits = "(?:1[5-9]|20|21)\\d\\d";
const datePatterns = [
  `(?<day>\\d{1,2})(?:st|nd|rd|th)?(?:\\s+of)?\\s+(?<month>${monthName})\\b\\.?(?:,?\\s+(?<year>${yearDigits})(?!\\d))?`,
  `(?<month>${monthName})\\b\\.?\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?,?\\s+(?<year>${yearDigits})(?!\\d)`,
  `(?<month>${monthName})\\b\\.?,?\\s+(?<year>${yearDigits})(?!\\d)`,
  `(?<year>${yearDigits})-(?<number>\\d\\d)(?:-(?<day>\\d\\d))?(?!\\d)`,
  `Q(?<quarter>[1-4])\\s+(?<year>${yearDigits})(?!\\d)`,
  `(?<year>${yearDigits})(?=\\p{Pd}?s?(?![\\p{L}\\p{N}]))`
].map((source) => new RegExp(`(?<![\\p{L}\\p{N}.,])${source}`, "giu"));

/**
 * Finds every number in a text, in order: dates, what the wording reader takes for a quantity, and
 * digits of any script or shape that are neither.
 */
export function findLoose(text: string): Found[] {
  const quantities = findWordings(text).map(({start, end, quantity}): Found => {
    return {kind: "quantity", start, end, text: text.slice(start, end), quantity};
  });
  const dates: Found[] = [];
  for (const pattern of datePatterns)
    for (const match of text.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (dates.some((other) => overlap(other, {start, end}))) continue;
      // A year alone is only a year where no quantity makes more of it: "2022 firms".
      const bare = /^\d+$/.test(match[0]);
      if (bare && quantities.some((q) => overlap(q, {start, end}) && q.end - q.start > 4)) continue;
      dates.push({kind: "date", start, end, text: match[0], date: readDate(match.groups ?? {})});
    }
  const kept = quantities.filter((q) => !dates.some((date) => overlap(q, date)));
  const taken = [...dates, ...kept];
  return [...taken, ...findDigits(text, taken)].sort((a, b) => a.start - b.start);
}

/** Text without the punctuation around it, and what that took off its start. */
export function trimWord(word: string): {text: string; from: number} {
  const from = word.search(/[\p{L}\p{N}]/u);
  if (from < 0) return {text: "", from: 0};
  // No word is longer; and a run of punctuation would be read again from each of its characters.
  const shown = word.slice(from, from + longestWord);
  return {text: shown.replace(/(?:['’]s)?[^\p{L}\p{N}%]*$/u, ""), from};
}

const longestWord = 60;

/** Words with digits outside of what was found already. */
function findDigits(text: string, taken: readonly Found[]): Found[] {
  let free = "";
  let from = 0;
  for (const {start, end} of [...taken].sort((a, b) => a.start - b.start)) {
    free += text.slice(from, start) + " ".repeat(end - start);
    from = end;
  }
  free += text.slice(from);
  return [...free.matchAll(/[^\s\uFFFC\uFFFD]+/g)].flatMap(({index, 0: word}): Found[] => {
    if (!/\p{N}/u.test(word)) return [];
    const trimmed = trimWord(word);
    const start = index + trimmed.from;
    return [{kind: "digits", start, end: start + trimmed.text.length, text: trimmed.text}];
  });
}

function readDate(groups: Record<string, string | undefined>): DateWords {
  const name = groups["month"]?.toLowerCase().slice(0, 3);
  const quarter = groups["quarter"];
  const month =
    name !== undefined
      ? months.findIndex((m) => m.startsWith(name)) + 1
      : quarter !== undefined
        ? Number(quarter) * 3
        : numberOf(groups["number"]);
  return {year: numberOf(groups["year"]), month, day: numberOf(groups["day"])};
}

function numberOf(digits: string | undefined): number | null {
  return digits === undefined ? null : Number(digits);
}

function overlap(a: {start: number; end: number}, b: {start: number; end: number}): boolean {
  return a.start < b.end && b.start < a.end;
}
