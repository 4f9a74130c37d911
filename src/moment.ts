import {parse} from "edtf";

export type Precision = "day" | "month" | "quarter" | "year" | "interval" | "unspecified";

/** One date, or one part of a year, as it is written. */
export interface Moment {
  /** Four digits, X for each that is not specified; likewise month and day. */
  readonly year: string;
  readonly month: string | null;
  readonly day: string | null;
  /** A season, quarter, third or half of the year, 21 to 41. */
  readonly part: number | null;
  readonly approximate: boolean;
  readonly uncertain: boolean;
  /** First and last day, ISO 8601; null where no year is stated. */
  readonly start: string | null;
  readonly end: string | null;
  readonly precision: Precision;
}

export type Edge = Moment | "open" | "unknown";

/** An interval; one of its ends at least is a moment. */
export interface Span {
  readonly from: Edge;
  readonly to: Edge;
}

type Failure = {readonly error: string};

/** First and last month of the parts of a year that have months; seasons differ by hemisphere. */
export const partMonths: Readonly<Record<number, readonly [number, number]>> = {
  33: [1, 3],
  34: [4, 6],
  35: [7, 9],
  36: [10, 12],
  37: [1, 4],
  38: [5, 8],
  39: [9, 12],
  40: [1, 6],
  41: [7, 12]
};

/** No date is longer; what is would cost the grammar more than it is worth. */
const longest = 60;

/** Reads an EDTF string as a moment or an interval of moments, or says why it is neither. */
export function readEdtf(text: string): Moment | Span | Failure {
  const moment = readMoment(text);
  if (moment !== null) return moment;
  if (text.length > longest) return {error: `cannot read a date in ${text.length} characters`};
  const ends = text.split("/");
  if (ends.length === 1) return readRare(text);
  const [from, to] = ends.map(readEdge);
  if (ends.length > 2 || from === undefined || to === undefined) return unreadable(text);
  if (typeof from === "string" && typeof to === "string")
    return unreadable(text, "neither end is stated");
  if (typeof from === "string" || typeof to === "string") return {from, to};
  if (from.start !== null && to.end !== null && from.start > to.end)
    return unreadable(text, "it ends before it starts");
  return {from, to};
}

function readEdge(text: string): Edge | undefined {
  if (text === "..") return "open";
  if (text === "") return "unknown";
  const reading = readMoment(text) ?? readRare(text);
  return "error" in reading ? undefined : reading;
}

/** The forms that almost all dates have, without the grammar, which takes a hundred times longer. */
function readMoment(text: string): Moment | null {
  const match = /^([\dX]{4})(?:-([\dX]{2})(?:-([\dX]{2}))?)?([?~%])?$/.exec(text);
  if (match === null) return null;
  const [, year = "", month = null, day = null, mark = ""] = match;
  const marks = {
    approximate: mark === "~" || mark === "%",
    uncertain: mark === "?" || mark === "%"
  };
  if (Number(month ?? 0) > 20) return day === null ? readPart(year, Number(month), marks) : null;
  const start = dayThatFits(year, month, day, 1);
  const end = dayThatFits(year, month, day, -1);
  if (start === null || end === null) return null;
  const dated = !year.startsWith("X");
  const precision = day ? "day" : month ? "month" : "year";
  return {
    year,
    month,
    day,
    part: null,
    ...marks,
    start: dated ? start : null,
    end: dated ? end : null,
    precision: text.includes("X") ? "unspecified" : precision
  };
}

function readPart(
  year: string,
  part: number,
  marks: Pick<Moment, "approximate" | "uncertain">
): Moment | null {
  if (part > 41 || year.includes("X")) return null;
  const [first, last] = partMonths[part] ?? [1, 12];
  return {
    year,
    month: null,
    day: null,
    part,
    ...marks,
    start: iso(Number(year), first, 1),
    end: iso(Number(year), last, daysIn(Number(year), last)),
    precision: part < 33 ? "unspecified" : part < 37 ? "quarter" : "interval"
  };
}

/** What is left of EDTF, such as a mark inside a date: the grammar says whether it is one. */
function readRare(text: string): Moment | Failure {
  const quarter = /^(\d{4})-?Q([1-4])$/i.exec(text);
  if (quarter !== null)
    return unreadable(text, `write ${quarter[1]}-3${2 + Number(quarter[2])} for that quarter`);
  if (/^\d{4}-\d\d(-\d\d)?$/.test(text)) return unreadable(text, "no calendar has it");
  let type;
  try {
    ({type} = parse(text));
  } catch {
    return unreadable(text);
  }
  if ((type !== "Date" && type !== "Season") || text.startsWith("-"))
    return unreadable(text, "sets, eras and years of other than four digits are not supported");
  // The grammar lets 2023-02-29 pass and makes it 1 March, so the date goes by our calendar again.
  const moment = readMoment(text.replace(/T.*$|[?~%]/g, ""));
  if (moment === null) return unreadable(text, "no calendar has it");
  return {...moment, approximate: /[~%]/.test(text), uncertain: /[?%]/.test(text)};
}

function unreadable(text: string, reason = ""): Failure {
  return {error: `cannot read a date in "${text}"${reason === "" ? "" : `: ${reason}`}`};
}

/** The first (1) or last (-1) day that fits the digits, ISO 8601; null if no calendar has one. */
function dayThatFits(
  year: string,
  month: string | null,
  day: string | null,
  step: 1 | -1
): string | null {
  if (!`${year}${month}${day}`.includes("X")) return wholeDay(year, month, day, step);
  for (const y of numbersThatFit(year, 0, 9999, step))
    for (const m of numbersThatFit(month ?? "XX", 1, 12, step))
      for (const d of numbersThatFit(day ?? "XX", 1, daysIn(y, m), step)) return iso(y, m, d);
  return null;
}

/** The same where no digit is left open, as in nearly all dates: nothing to search for. */
function wholeDay(
  year: string,
  month: string | null,
  day: string | null,
  step: 1 | -1
): string | null {
  const y = Number(year);
  const m = month === null ? (step > 0 ? 1 : 12) : Number(month);
  if (m < 1 || m > 12) return null;
  const last = daysIn(y, m);
  const d = day === null ? (step > 0 ? 1 : last) : Number(day);
  return d < 1 || d > last ? null : iso(y, m, d);
}

function* numbersThatFit(
  digits: string,
  least: number,
  greatest: number,
  step: 1 | -1
): Generator<number> {
  const fixed = Number(digits);
  if (fixed >= least && fixed <= greatest) yield fixed;
  if (!Number.isNaN(fixed)) return;
  const pattern = new RegExp(`^${digits.replaceAll("X", "\\d")}$`);
  for (let n = step > 0 ? least : greatest; n >= least && n <= greatest; n += step)
    if (pattern.test(padded(n, digits.length))) yield n;
}

function daysIn(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

function iso(year: number, month: number, day: number): string {
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`;
}

function padded(n: number, length: number): string {
  return String(n).padStart(length, "0");
}
