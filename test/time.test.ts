import {Date as TheirDate, Season} from "edtf";
import fc from "fast-check";
import {expect, test} from "vitest";
import {compareTime, formatTime, readTime} from "../src/time.ts";
import type {Time} from "../src/time.ts";

function time(text: string): Time {
  const read = readTime(text);
  if ("error" in read) throw new Error(read.error);
  return read;
}

function error(text: string): string {
  const read = readTime(text);
  return "error" in read ? read.error : `no error: ${JSON.stringify(read)}`;
}

test.each([
  ["2024", "2024-01-01", "2024-12-31", "year"],
  ["2024-02", "2024-02-01", "2024-02-29", "month"],
  ["2023-02", "2023-02-01", "2023-02-28", "month"],
  ["2024-02-05", "2024-02-05", "2024-02-05", "day"],
  ["2024-02-05T10:30:00Z", "2024-02-05", "2024-02-05", "day"],
  ["2023-33", "2023-01-01", "2023-03-31", "quarter"],
  ["2023-36", "2023-10-01", "2023-12-31", "quarter"],
  ["2023-41", "2023-07-01", "2023-12-31", "interval"],
  ["2024-21", "2024-01-01", "2024-12-31", "unspecified"],
  ["2022/..", "2022-01-01", null, "interval"],
  ["2023-06/", "2023-06-01", null, "interval"],
  ["../2023", null, "2023-12-31", "interval"],
  ["2022/2024-03", "2022-01-01", "2024-03-31", "interval"],
  ["2022-33/2023-34", "2022-01-01", "2023-06-30", "interval"],
  ["2024/2024", "2024-01-01", "2024-12-31", "interval"],
  ["2000-02-29", "2000-02-29", "2000-02-29", "day"],
  ["XXXX-02", null, null, "unspecified"],
  ["XXXX-02-29", null, null, "unspecified"],
  ["202X", "2020-01-01", "2029-12-31", "unspecified"],
  ["201X-02-29", "2012-02-29", "2016-02-29", "unspecified"],
  ["2024-XX", "2024-01-01", "2024-12-31", "unspecified"]
])('readTime("%s") runs from %s to %s', (text, start, end, precision) => {
  expect(time(text)).toEqual({edtf: text, start, end, precision});
});

test.each(["2024-02~", "2024-02?", "2024-02%", "2024-?02", "~2024-02"])(
  'readTime("%s") has the days of the month that it is unsure about',
  (text) => {
    expect(time(text)).toMatchObject({start: "2024-02-01", end: "2024-02-29", precision: "month"});
  }
);

test.each([
  ...["", " 2024", "2024 ", "24", "2024-1", "2024-13", "2024-00", "2024-02-30", "2024-42"],
  ...[
    "2023-02-29",
    "1900-02-29",
    "2023-04-31",
    "XXXX-02-30",
    "XXXX-33",
    "2024-33-01",
    "12345678",
    "1707091200"
  ],
  ...["February 2024", "05/02/2024", "/", "../..", "2024/2023", "2024//2025", "2024/soon"],
  ...["[2024-02..2024-04]", "{2024,2025}", "Y20240", "-0044", "187", "x".repeat(1e6), "2024\n"]
])("readTime(text) refuses what is no date on a calendar, %#", (text) => {
  expect(error(text)).toMatch(/^cannot read a date in /);
  expect(error(text).length).toBeLessThan(150);
});

test('readTime("2024-Q3") says how a quarter is written', () => {
  expect(error("2024-Q3")).toContain("2024-35");
  expect(time("2024-35")).toMatchObject({start: "2024-07-01", end: "2024-09-30"});
});

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
const year = fc.integer({min: 1, max: 9999}).map((n) => String(n).padStart(4, "0"));
const month = fc.integer({min: 1, max: 12}).map((n) => String(n).padStart(2, "0"));
const day = fc.integer({min: 1, max: 31}).map((n) => String(n).padStart(2, "0"));
const part = fc.integer({min: 33, max: 36}).map(String);

test("readTime(text) has the first and last day that edtf's own classes find", () => {
  const text = fc.oneof(
    year,
    fc.tuple(year, month).map((parts) => parts.join("-")),
    fc.tuple(year, part).map((parts) => parts.join("-")),
    fc.tuple(year, month, day).map((parts) => parts.join("-"))
  );
  fc.assert(
    fc.property(text, (text) => {
      expect(readTime(text)).toMatchObject(expected(text));
    }),
    {numRuns: 1000, seed: 20240305}
  );
});

function expected(text: string): object {
  // Where the package rolls 29 February over, only an error will do.
  if (text.endsWith("-02-29") && !isLeap(Number(text.slice(0, 4))))
    return {error: expect.anything()};
  const iso = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
  try {
    const {min, max} =
      /-3[3-6]$/.test(text) && text.length === 7 ? new Season(text) : new TheirDate(text);
    return {start: iso(min), end: iso(max)};
  } catch {
    return {error: expect.anything()};
  }
}

test.each([
  ["2023-10-31", "31 October 2023"],
  ["2024-02", "February 2024"],
  ["2024", "2024"],
  ["XXXX-02", "February, year not stated"],
  ["XXXX-02-05", "5 February, year not stated"],
  ["XXXX", "year not stated"],
  ["XXXX-XX-XX", "date not stated"],
  ["2024-XX", "2024, month not stated"],
  ["2024-02-XX", "February 2024, day not stated"],
  ["2024-XX-05", "day 5 of 2024, month not stated"],
  ["202X", "the 2020s"],
  ["202X-02", "February in the 2020s"],
  ["20XX", "a year from 2000 to 2099"],
  ["2023-37", "January to April 2023"],
  ["2023-36", "quarter to December 2023"],
  ["2022-33", "quarter to March 2022"],
  ["2024-22", "summer 2024"],
  ["2023-40", "first half of 2023"],
  ["2023-39", "September to December 2023"],
  ["2024-02~", "about February 2024"],
  ["2024?", "2024, uncertain"],
  ["2024%", "about 2024, uncertain"],
  ["2022/..", "since 2022"],
  ["2022~/..", "since about 2022"],
  ["../2023-06", "until June 2023"],
  ["2022/", "from 2022, end not stated"],
  ["/2023", "to 2023, start not stated"],
  ["2022/2024", "2022 to 2024"],
  ["2022-01/2022-03", "January to March 2022"],
  ["2024-02-05/2024-02-09", "5 to 9 February 2024"],
  ["2024-02-05/2024-03-09", "5 February to 9 March 2024"],
  ["2024-02-05/2024-02-05", "5 February 2024"],
  ["2023-12/2024-01", "December 2023 to January 2024"],
  ["2022-33/2023-36", "January 2022 to December 2023"],
  ["XXXX-02/XXXX-05", "February to May, year not stated"],
  ["2024-02?/2024-05", "February 2024 (uncertain) to May 2024"]
])('formatTime("%s") is "%s"', (text, words) => {
  expect(formatTime(text)).toBe(words);
});

test("formatTime(edtf) throws at what nobody should have let through", () => {
  expect(() => formatTime("soon")).toThrow("invalid date: soon");
});

const anyTime = fc.oneof(
  year,
  fc.tuple(fc.constantFrom("2023", "2024", "XXXX"), month).map((parts) => parts.join("-")),
  fc.constantFrom("2023", "2024", "2023-33", "2023-34", "2024-02-05", "2024-02-06", "2024-21"),
  fc.constantFrom("2022/..", "../2023", "../2024", "2022/", "/2023", "2023/2024", "2023/2025"),
  fc.constantFrom("202X", "XXXX", "XXXX-02-05", "2024-02~", "2024?", "XXXX-02/XXXX-05")
);

test("compareTime(a, b) is a total order, of strings as of times", () => {
  fc.assert(
    fc.property(anyTime, anyTime, anyTime, (a, b, c) => {
      expect(compareTime(a, a)).toBe(0);
      expect(compareTime(a, b) + compareTime(b, a)).toBe(0);
      expect(compareTime(a, b) === 0).toBe(a === b);
      expect(compareTime(time(a), time(b))).toBe(compareTime(a, b));
      if (compareTime(a, b) <= 0 && compareTime(b, c) <= 0)
        expect(compareTime(a, c)).toBeLessThanOrEqual(0);
    }),
    {numRuns: 1000, seed: 20240305}
  );
});

test("compareTime(a, b) sorts by first day, then last day, and what has no year to the end", () => {
  const sorted = [
    ...["../2023", "2022/2023", "2022/..", "2022-12", "2023-01", "2023-33", "2023", "2023-03"],
    ...["2024-02-05", "2024-02-06", "XXXX-02", "XXXX-03-01"]
  ];
  expect([...sorted].reverse().sort(compareTime)).toEqual(sorted);
});

test("compareTime(a, b) throws at what nobody should have let through", () => {
  expect(() => compareTime("2024", "soon")).toThrow("invalid date: soon");
});
