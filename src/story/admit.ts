import type {Dataset} from "../facts/dataset.ts";
import {closureOf} from "../figure/records.ts";
import type {Quantity} from "../quantity.ts";
import {trimWord} from "./loose.ts";
import type {DateWords, Loose} from "./loose.ts";

/** What lets typed numbers stand at a place of the story. */
export interface Allowance {
  /** Numbers that the place's guards name. */
  readonly numbers: readonly number[];
  /** Dates of the records that the place declares or prints. */
  readonly dates: readonly DateWords[];
  /** Words with digits in the names of entities: "01.ai". */
  readonly names: ReadonlySet<string>;
}

/** Whether a typed number may stand: a guarded count, a date of a record, a name. */
export function isAdmitted(loose: Loose, {numbers, dates, names}: Allowance): boolean {
  switch (loose.kind) {
    case "quantity":
      return countsGuarded(loose.quantity, numbers);
    case "date":
      return dates.some((date) => isWithin(loose.date, date));
    case "digits":
      if (names.has(trimWord(loose.text).text)) return true;
      return /^\d+(?:\.\d+)?$/.test(loose.text) && numbers.includes(Number(loose.text));
  }
}

/** Dates of records: of claims and relations `when`, of facts their period, of events `when`. */
export function datesOf(dataset: Dataset, ids: readonly string[]): DateWords[] {
  const edtf = new Set<string>();
  const add = (time: string | null | undefined): void => {
    if (typeof time === "string") for (const end of time.split("/")) edtf.add(end);
  };
  for (const id of closureOf(dataset, ids)) {
    if (Object.hasOwn(dataset.facts, id)) add(dataset.facts[id]!.period);
    else if (Object.hasOwn(dataset.claims, id)) add(dataset.claims[id]!.when);
    else if (Object.hasOwn(dataset.events, id)) add(dataset.events[id]!.when);
    else if (Object.hasOwn(dataset.relations, id)) add(dataset.relations[id]!.when);
  }
  return [...edtf].flatMap((end) => readEnd(end) ?? []);
}

/** The words of letters and digits that entities' names and aliases have; a mere number is none. */
export function namesOf(dataset: Dataset): Set<string> {
  const words = Object.values(dataset.entities).flatMap(({name, aliases}) =>
    [name, ...aliases].flatMap((full) => full.split(/\s+/))
  );
  return new Set(
    words
      .filter((word) => /\p{N}/u.test(word) && /\p{L}/u.test(word))
      .map((word) => trimWord(word).text)
  );
}

const countUnits: ReadonlySet<string> = new Set([
  "count",
  "ratio",
  "pp",
  "year",
  "month",
  "day",
  "quarter"
]);

// Sums of money and whatever is said with "about" are the documents' numbers, never the story's.
function countsGuarded(quantity: Quantity, numbers: readonly number[]): boolean {
  const {hedge, unit, value} = quantity;
  if (!countUnits.has(unit) || value === null) return false;
  if (hedge === "approx" || hedge === "nearly" || hedge === "just-over") return false;
  return numbers.includes(value);
}

function isWithin(words: DateWords, date: DateWords): boolean {
  if (words.year !== null && words.year !== date.year) return false;
  if (words.month !== null && words.month !== date.month) return false;
  return words.day === null || words.day === date.day;
}

function readEnd(end: string): DateWords | null {
  const match = /^(\d{4}|X{4})(?:-(\d\d|XX))?(?:-(\d\d|XX))?[?~%]?$/.exec(end.trim());
  if (match === null) return null;
  const part = (text: string | undefined): number | null =>
    text === undefined || text.includes("X") ? null : Number(text);
  const month = part(match[2]);
  // EDTF writes the quarters of a year as months 33 to 36.
  const quarter = month !== null && month >= 33 && month <= 36 ? (month - 32) * 3 : null;
  return {
    year: part(match[1]),
    month: quarter ?? (month !== null && month <= 12 ? month : null),
    day: part(match[3])
  };
}
