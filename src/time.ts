import {partMonths, readEdtf} from "./moment.ts";
import type {Edge, Moment, Precision} from "./moment.ts";

/** When something is, as EDTF says it, and the days that it runs over. */
export interface Time {
  readonly edtf: string;
  /** First and last day, ISO 8601; null where that end is open or unknown, or no year is stated. */
  readonly start: string | null;
  readonly end: string | null;
  /** `unspecified` where a digit is left open (XXXX-02) or the days are not told (a season). */
  readonly precision: Precision;
}

const months = [
  ...["January", "February", "March", "April", "May", "June"],
  ...["July", "August", "September", "October", "November", "December"]
];
const plainForms = [
  /^\d{4}$/,
  /^\d{4}-(0[1-9]|1[0-2])$/,
  /^\d{4}-3[3-6]$/,
  /^\d{4}-(0[1-9]|1[0-2])-[0-3]\d$/
];
const seasons = ["spring", "summer", "autumn", "winter"];

/**
 * Reads an EDTF string: dates to the day, X for unspecified digits, `~ ? %`, seasons, quarters (33
 * to 36) and other parts of a year, and intervals of these with open (`..`) or unknown (empty) ends.
 * Sets, eras and years of other than four digits are errors, as is a day that no calendar has.
 */
export function readTime(edtf: string): Time | {readonly error: string} {
  const reading = readEdtf(edtf);
  if ("error" in reading) return reading;
  if (!("from" in reading)) {
    const {start, end, precision} = reading;
    return {edtf, start, end, precision};
  }
  const {from, to} = reading;
  const start = typeof from === "string" ? null : from.start;
  const end = typeof to === "string" ? null : to.end;
  return {edtf, start, end, precision: "interval"};
}

/**
 * Words for an EDTF string: "31 October 2023", "February, year not stated", "since 2022", "quarter
 * to March 2022". Throws if the string cannot be read.
 */
export function formatTime(edtf: string): string {
  const reading = readEdtf(edtf);
  if ("error" in reading) throw new Error(`invalid date: ${edtf}`);
  if (!("from" in reading)) {
    const words = describe(reading);
    return reading.uncertain ? `${words}, uncertain` : words;
  }
  const {from, to} = reading;
  if (to === "open") return `since ${edgeWords(from, 0)}`;
  if (from === "open") return `until ${edgeWords(to, 1)}`;
  if (to === "unknown") return `from ${edgeWords(from, 0)}, end not stated`;
  if (from === "unknown") return `to ${edgeWords(to, 1)}, start not stated`;
  const [first, last] = [edgeWords(from, 0), edgeWords(to, 1)];
  return first === last ? last : `${withoutRepeated(first, last, from, to)} to ${last}`;
}

/**
 * Orders times for a series, strings or read ones: by first day, an open start before all; then by
 * last day, an open end after all; then as written. Where no year is stated, a time comes last.
 * Throws if a string cannot be read.
 */
export function compareTime(a: string | Time, b: string | Time): number {
  if (typeof a === "string" && typeof b === "string" && sortsAsWritten(a, b))
    return a < b ? -1 : a > b ? 1 : 0;
  const [x, y] = [rank(a), rank(b)];
  for (let i = 0; i < x.length; ++i) if (x[i] !== y[i]) return x[i]! < y[i]! ? -1 : 1;
  return 0;
}

/** Whether both are years, months, quarters or days, which nearly all members of a series are. */
function sortsAsWritten(a: string, b: string): boolean {
  return plainForms.some((form) => form.test(a) && form.test(b));
}

/** Strings that sort as their times do: the empty string before a date, "~" after it. */
function rank(time: string | Time): readonly string[] {
  const read = typeof time === "string" ? readTime(time) : time;
  if ("error" in read) throw new Error(`invalid date: ${String(time)}`);
  const {edtf, start, end} = read;
  const opens = edtf.startsWith("/") || edtf.startsWith("..");
  return [start ?? (opens ? "" : "~"), end ?? "~", edtf];
}

function describe(moment: Moment): string {
  const {year, part} = moment;
  const words = part === null ? dateWords(moment) : partWords(year, part);
  return moment.approximate ? `about ${words}` : words;
}

function dateWords({year, month, day}: Moment): string {
  const fixed = (digits: string | null): digits is string =>
    digits !== null && !digits.includes("X");
  const undated = year.startsWith("X");
  const missing = [
    ...(day === null || fixed(day) ? [] : ["day"]),
    ...(month === null || fixed(month) ? [] : ["month"]),
    ...(undated ? ["year"] : [])
  ];
  if (missing.length === 3) return "date not stated";
  const stated = fixed(month)
    ? [...(fixed(day) ? [Number(day)] : []), months[Number(month) - 1]]
    : fixed(day)
      ? [`day ${Number(day)}`, ...(undated ? [] : ["of"])]
      : [];
  if (!undated) stated.push(yearWords(year, stated.length > 0));
  if (missing.length === 0) return stated.join(" ");
  return [
    ...(stated.length > 0 ? [stated.join(" ")] : []),
    `${missing.join(" and ")} not stated`
  ].join(", ");
}

function yearWords(year: string, follows: boolean): string {
  if (!year.includes("X")) return year;
  const words = /^\d{3}X$/.test(year)
    ? `the ${year.replace("X", "0")}s`
    : `a year from ${year.replaceAll("X", "0")} to ${year.replaceAll("X", "9")}`;
  return follows ? `in ${words}` : words;
}

function partWords(year: string, part: number): string {
  if (part < 33) return `${seasons[(part - 21) % 4]} ${year}`;
  const [first, last] = partMonths[part]!;
  if (part < 37) return `quarter to ${months[last - 1]} ${year}`;
  if (part < 40) return `${months[first - 1]} to ${months[last - 1]} ${year}`;
  return `${part === 40 ? "first" : "second"} half of ${year}`;
}

/** An end of an interval, which a quarter or a half of a year has at its first or last month. */
function edgeWords(edge: Edge, side: 0 | 1): string {
  if (typeof edge === "string") return edge;
  const month = partMonths[edge.part ?? 0]?.[side];
  const words = describe(
    month === undefined ? edge : {...edge, part: null, month: String(month).padStart(2, "0")}
  );
  return edge.uncertain ? `${words} (uncertain)` : words;
}

/** The words of a first end without what those of the last repeat: "5" of "5 to 9 February 2024". */
function withoutRepeated(first: string, last: string, from: Edge, to: Edge): string {
  if (typeof from === "string" || typeof to === "string") return first;
  const year = from.year.startsWith("X") ? ", year not stated" : ` ${from.year}`;
  if (!first.endsWith(year) || !last.endsWith(year)) return first;
  const short = first.slice(0, -year.length);
  if (from.month === null || from.month !== to.month) return short;
  const month = ` ${months[Number(from.month) - 1]}`;
  return short.endsWith(month) ? short.slice(0, -month.length) : short;
}
