import fc from "fast-check";
import {expect, test} from "vitest";
import {divide, mean, multiply, number, subtract} from "../src/arithmetic.ts";
import {digitsOf} from "../src/decimal.ts";
import {formats, formatShort, formatSpoken} from "../src/format.ts";
import type {Quantity} from "../src/quantity.ts";
import {readQuantity} from "../src/wording.ts";
import {
  about,
  atLeast,
  atMost,
  bare,
  between,
  exactly,
  got,
  justOver,
  lessThan,
  moreThan,
  nearly,
  unknown,
  upTo
} from "./quantities.ts";
import {inShort, rowsOf, tables} from "./wordings/rows.ts";

function read(wording: string, expected?: string): Quantity {
  const reading = readQuantity(wording, expected);
  if ("error" in reading) throw new Error(reading.error);
  return reading.quantity;
}

function spoken(wording: string): string {
  return formatSpoken(read(wording));
}

function short(wording: string): string {
  return formatShort(read(wording));
}

test("formatSpoken(quantity) says hedge, number and unit in English", () => {
  expect(spoken("at least $600 million")).toBe("at least $600 million");
  expect(spoken("nearly half")).toBe("nearly half");
  expect(spoken("approximately 80%")).toBe("about 80%");
  expect(spoken("exceeding $2.5 billion")).toBe("more than $2.5 billion");
  expect(spoken("single-digit")).toBe("single-digit");
  expect(spoken("3–5%")).toBe("between 3% and 5%");
  expect(spoken("RMB 18,971 million")).toBe("RMB 18.971 billion");
  expect(spoken("HK$165")).toBe("HKD 165");
  expect(spoken("two-year-old")).toBe("2 years");
  expect(spoken("one year")).toBe("1 year");
  expect(spoken("2 to 3 years")).toBe("between 2 and 3 years");
  expect(spoken("25 basis points")).toBe("0.25 percentage points");
  expect(spoken("tripled")).toBe("3 times");
  expect(spoken("100,000 units")).toBe("100,000");
  expect(spoken("fell 2%")).toBe("−2%");
  expect(spoken("fell at least 2%")).toBe("at most −2%");
  expect(spoken("0 per cent")).toBe("0%");
});

test("formatShort(quantity) says the same for the eye", () => {
  expect(short("at least $600 million")).toBe("≥ $600M");
  expect(short("exceeding $2.5 billion")).toBe("> $2.5B");
  expect(short("approximately 80%")).toBe("≈ 80%");
  expect(short("at most 5%")).toBe("≤ 5%");
  expect(short("less than 5%")).toBe("< 5%");
  expect(short("up to $4bn")).toBe("up to $4B");
  expect(short("nearly $400 million")).toBe("nearly $400M");
  expect(short("just over $400 million")).toBe("just over $400M");
  expect(short("between 3% and 5%")).toBe("3–5%");
  expect(short("$1.5 to $2 billion")).toBe("$1.5–2B");
  expect(short("$500 million to $1 billion")).toBe("$500M–$1B");
  expect(short("−3% to −2%")).toBe("−3% to −2%");
  expect(short("2–3 times")).toBe("2–3×");
  expect(short("RMB 18.97 billion")).toBe("RMB 18.97B");
  expect(short("100,000 units")).toBe("100K");
  expect(short("12,345 units")).toBe("12,345");
  expect(short("2 percentage points")).toBe("2 pp");
});

test("formats of what nobody states say so", () => {
  for (const format of Object.values(formats))
    expect(format({...unknown(), verbatim: ""})).toBe("not stated");
});

test("formats.change shows the sign of a rise and keeps the hedge", () => {
  expect(formats.change(read("an increase of 33%"))).toBe("+33%");
  expect(formats.change(read("down 2%"))).toBe("−2%");
  expect(formats.change(read("grew at least 3%"))).toBe("at least +3%");
  expect(formats.change(read("about half"))).toBe("about +50%");
  expect(formats.change(read("−2% to +3%"))).toBe("between −2% and +3%");
});

test("formats.words spells small whole numbers out", () => {
  expect(formats.words(read("the four leading start-ups"))).toBe("four");
  expect(formats.words(read("at least 3 years"))).toBe("at least three years");
  expect(formats.words(read("2 to 3 years"))).toBe("between two and three years");
  expect(formats.words(read("10 to 12 firms"))).toBe("between 10 and 12");
  expect(formats.words(read("doubled"))).toBe("two times");
  expect(formats.words(read("12 firms"))).toBe("12");
  expect(formats.words(read("2.5"))).toBe("2.5");
  expect(formats.words(read("$4"))).toBe("$4");
  expect(formats.words(read("3 quarters"))).toBe("3 quarters");
});

test("formats.percent says every share in per cent", () => {
  expect(formats.percent(read("nearly half"))).toBe("nearly 50%");
  expect(formats.percent(read("doubled"))).toBe("200%");
  expect(formats.percent(read("$4"))).toBe("$4");
});

test("formats.verbatim gives the source’s words, and of a calculated number its spoken form", () => {
  expect(formats.verbatim(read("valued at around $2.5 billion"))).toBe("around $2.5 billion");
  expect(formats.verbatim(atLeast(600e6))).toBe("at least $600 million");
});

test("formatSpoken(quantity) rounds a calculated number to its figures, two at least", () => {
  const growth = [12, 10, 4, 3, -2, 4, 2, 3].map((percent) => read(`${percent}%`));
  expect(formatSpoken(got(mean(growth)))).toBe("4.5%");
  const implied = got(divide(read("about $0.8bn"), read("about 36%")));
  expect(formatSpoken(implied)).toBe("about $2.2 billion");
  const third = got(divide(read("$1 billion"), number(3)));
  expect(formatSpoken(third)).toBe("$330 million");
  expect(formatSpoken(got(divide(read("$1.00 billion"), number(3))))).toBe("$333 million");
});

test("formatSpoken(quantity) keeps nearly and just over through a calculation", () => {
  const credits = got(multiply(read("nearly half"), read("$800 million")));
  expect(formatSpoken(credits)).toBe("nearly $400 million");
  const rest = got(subtract(read("$800 million"), credits));
  expect(formatSpoken(rest)).toBe("just over $400 million");
  expect(formatShort(rest)).toBe("just over $400M");
  expect(formatSpoken(got(subtract(number(1), read("nearly half"))))).toBe("just over half");
});

test("formatSpoken(quantity) never rounds a bound inwards", () => {
  const ratio = "ratio";
  const rough = {significantFigures: 1};
  expect(formatSpoken({...atLeast(0.04479, ratio), ...rough})).toBe("at least 4.47%");
  expect(formatSpoken({...moreThan(0.04479, ratio), ...rough})).toBe("more than 4.47%");
  expect(formatSpoken({...atMost(0.04471, ratio), ...rough})).toBe("at most 4.48%");
  expect(formatSpoken({...lessThan(0.09996, ratio), ...rough})).toBe("less than 10%");
  expect(formatSpoken({...between(0.04479, 0.06471, ratio), ...rough})).toBe(
    "between 4.47% and 6.48%"
  );
  expect(formatSpoken({...atLeast(-0.04471, ratio), ...rough})).toBe("at least −4.48%");
  expect(formatSpoken(between(3, 5, "count", {lowerOpen: true}))).toBe("more than 3 and at most 5");
});

test("formats print what was read so that it reads the same again", () => {
  const known = ({significantFigures: _, verbatim: __, ...q}: Quantity): unknown => q;
  for (const {fragment} of tables.flatMap(rowsOf)) {
    const q = read(fragment);
    const printed = {
      spoken: formatSpoken(q),
      short: formatShort(q),
      // Nought and one in words are pronouns more often than numbers.
      words: q.value === 0 || q.value === 1 ? formatSpoken(q) : formats.words(q)
    };
    for (const [name, text] of Object.entries(printed))
      expect.soft(known(read(text)), `${name} of ${fragment}: ${text}`).toEqual(known(q));
  }
});

test("formats.percent and formats.change read again within the rounding of thirds", () => {
  for (const {fragment} of tables.flatMap(rowsOf)) {
    const q = read(fragment);
    for (const format of [formats.percent, formats.change]) {
      const again = read(format(q));
      expect.soft([again.hedge, again.unit], format(q)).toEqual([q.hedge, q.unit]);
      for (const part of ["value", "lower", "upper"] as const) {
        if (q[part] === null) expect.soft(again[part], format(q)).toBe(null);
        else
          expect
            .soft(Math.abs(again[part]! - q[part]), format(q))
            .toBeLessThan(Math.max(0.005, Math.abs(q[part]) * 1e-9));
      }
    }
  }
});

const units = ["USD", "CNY", "HKD", "ratio", "pp", "count", "year", "quarter", "GB"] as const;

/** Numbers with at most five figures, from hundredths to trillions, as words could give them. */
const printable = fc
  .tuple(fc.integer({min: 1, max: 99999}), fc.integer({min: -3, max: 10}), fc.boolean())
  .map(([digits, exponent, negative]) => Number(`${negative ? "-" : ""}${digits}e${exponent}`));

const hedged = fc
  .tuple(
    printable,
    fc.constantFrom(...units),
    fc.constantFrom(
      bare,
      exactly,
      about,
      nearly,
      justOver,
      atLeast,
      moreThan,
      atMost,
      lessThan,
      upTo
    )
  )
  .map(([value, unit, make]) => make(value, unit));

const spans = fc
  .tuple(printable, printable, fc.constantFrom(...units), fc.boolean(), fc.boolean())
  .filter(([a, b]) => a !== b)
  .map(([a, b, unit, lowerOpen, upperOpen]) =>
    between(Math.min(a, b), Math.max(a, b), unit, {lowerOpen, upperOpen, significantFigures: 5})
  );

/** Numbers with an interval around them, which may begin or end at the number itself. */
const estimates = fc
  .tuple(fc.array(printable, {minLength: 3, maxLength: 3}), fc.constantFrom(...units))
  .map(([numbers, unit]) => {
    const [lower, value, upper] = numbers.sort((a, b) => a - b) as [number, number, number];
    return between(lower, upper, unit, {value, significantFigures: digitsOf(value)});
  })
  .filter(({lower, upper}) => lower !== upper);

/** Numbers with an interval near to them, as most are, which may be as far off on either side. */
const narrow = fc
  .tuple(
    fc.tuple(...[9999, 99, 99].map((max) => fc.integer({min: 1, max}))),
    fc.integer({min: -3, max: 10}),
    fc.constantFrom(...units),
    fc.boolean()
  )
  .map(([[digits, below, above], exponent, unit, negative]) => {
    const number = (n: number): number => Number(`${negative ? -n : n}e${exponent}`);
    const [value, a, b] = [number(digits!), number(digits! - below!), number(digits! + above!)];
    const fields = {value, significantFigures: digitsOf(value)};
    return between(Math.min(a, b) + 0, Math.max(a, b) + 0, unit, fields);
  });

test("formatSpoken and formatShort print any quantity so that it reads the same", () => {
  fc.assert(
    fc.property(
      fc.oneof(hedged, spans, estimates, narrow),
      fc.constantFrom(formatSpoken, formatShort),
      (q, print) => {
        expect(`${print(q)}: ${inShort(read(print(q)))}`).toBe(`${print(q)}: ${inShort(q)}`);
      }
    ),
    {numRuns: 6000}
  );
});

test("formats print the interval of an estimate beside it, or what it is off by", () => {
  expect(spoken("42% (95% CI 38–46%)")).toBe("42% (uncertainty interval between 38% and 46%)");
  expect(short("42% (95% CI 38–46%)")).toBe("42% (uncertainty interval 38–46%)");
  expect(short("$2.1bn (95% CI 1.8–2.4bn)")).toBe("$2.1B (uncertainty interval $1.8–2.4B)");
  expect(spoken("1.2 million (95% CI 900,000 to 1.5 million)")).toBe(
    "1,200,000 (uncertainty interval between 900,000 and 1,500,000)"
  );
  expect(short("0.3 (95% CI -0.1-0.7)")).toBe("0.3 (uncertainty interval −0.1 to 0.7)");
  expect(short("0.70 (95% CI 0.6123–0.7891)")).toBe("0.70 (uncertainty interval 0.6123–0.7891)");
  expect(short("three times (95% CI two to five)")).toBe("3× (uncertainty interval 2–5×)");
  expect(spoken("3 years (95% CI 2–5)")).toBe(
    "3 years (uncertainty interval between 2 and 5 years)"
  );
  expect(formats.words(read("3 years (95% CI 2–5)"))).toBe(
    "3 years (uncertainty interval between 2 and 5 years)"
  );
  expect(formats.change(read("rose 2% (95% CI −1 to 5%)"))).toBe(
    "+2% (uncertainty interval between −1% and +5%)"
  );
  expect(short("42% ± 4%")).toBe("42% ± 4%");
  expect(short("5% ± 0.1234%")).toBe("5% ± 0.1234%");
});

test("formatSpoken and formatShort say what is true of whatever the quantity holds", () => {
  const rough = fc
    .tuple(
      fc.double({min: -1e6, max: 1e6, noNaN: true}).filter((x) => x === 0 || Math.abs(x) > 1e-9),
      fc.constantFrom(atLeast, atMost, lessThan)
    )
    .map(([value, make]) => ({...make(value, "count"), significantFigures: 1}));
  fc.assert(
    fc.property(rough, fc.constantFrom(formatSpoken, formatShort), (q, print) => {
      const again = read(print(q));
      if (q.lower !== null) expect(again.lower!).toBeLessThanOrEqual(q.lower);
      if (q.upper !== null) expect(again.upper!).toBeGreaterThanOrEqual(q.upper);
    })
  );
});
