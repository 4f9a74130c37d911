import fc from "fast-check";
import {expect, test} from "vitest";
import {findQuantities, readQuantity} from "../src/wording.ts";
import type {Found} from "../src/wording.ts";
import {inShort, linesOf, rowsOf, tables} from "./wordings/rows.ts";

const rows = tables.flatMap(rowsOf);

function read(fragment: string, expected?: string): string {
  const reading = readQuantity(fragment, expected);
  return "error" in reading ? reading.error : inShort(reading.quantity);
}

function found(text: string): string[] {
  return findQuantities(text).map(({quantity}) => `${quantity.verbatim} = ${inShort(quantity)}`);
}

test("readQuantity(fragment) gives hedge, bounds, unit and figures of the words that it read", () => {
  expect(readQuantity("a round of at least $600 million for MiniMax")).toEqual({
    quantity: {
      verbatim: "at least $600 million",
      hedge: "at-least",
      value: 600e6,
      lower: 600e6,
      upper: null,
      lowerOpen: false,
      upperOpen: false,
      unit: "USD",
      significantFigures: 1
    }
  });
});

for (const table of tables)
  test(`readQuantity(fragment) reads the wordings of ${table}.txt`, () => {
    for (const {fragment, verbatim, reads} of rowsOf(table)) {
      const reading = readQuantity(fragment);
      const got = "error" in reading ? reading.error : inShort(reading.quantity);
      expect.soft(got, fragment).toBe(reads);
      if ("quantity" in reading) expect.soft(reading.quantity.verbatim, fragment).toBe(verbatim);
    }
  });

test("readQuantity(fragment) reads nothing in the fragments of nothing.txt", () => {
  for (const fragment of linesOf("nothing"))
    expect.soft(read(fragment), fragment).toMatch(/^(no|two) quantit/);
});

test("the tables have no fragment twice", () => {
  const all = [...rows.map(({fragment}) => fragment), ...linesOf("nothing")];
  expect(all.length).toBeGreaterThan(550);
  expect(all.filter((fragment, i) => all.indexOf(fragment) !== i)).toEqual([]);
});

test("readQuantity(fragment) refuses two quantities and names them", () => {
  expect(readQuantity("2.5 billion yuan (US$342 million)")).toEqual({
    error:
      'two quantities in "2.5 billion yuan (US$342 million)": "2.5 billion yuan" and "US$342 million"'
  });
  expect(read("rose 6 per cent to 26.5 billion yuan")).toMatch(/^two quantities/);
  expect(read("grew from 5% to 7%")).toMatch(/^two quantities/);
  expect(read("rose $1 billion to $5 billion")).toMatch(/^two quantities/);
  expect(read("one of four start-ups")).toMatch(/^two quantities/);
  expect(read("half of the $1bn")).toMatch(/^two quantities/);
  expect(read("5 per cent and 7 per cent")).toMatch(/^two quantities/);
  expect(read("10 to 5 per cent")).toMatch(/^two quantities/);
});

test("readQuantity(fragment) says what it could not read, shortened", () => {
  expect(readQuantity("a lot")).toEqual({error: 'no quantity in "a lot"'});
  expect(readQuantity("  a\n lot ")).toEqual({error: 'no quantity in "a lot"'});
  const {error} = readQuantity("word ".repeat(100)) as {error: string};
  expect(error.length).toBeLessThan(90);
});

test("readQuantity(fragment, expect) gives a bare number the unit of its measure", () => {
  expect(read("has reached 3 billion", "USD")).toBe("3000000000 USD");
  expect(read("2.5", "pp")).toBe("2.5 pp");
  expect(read("0.8", "ratio")).toBe("0.8 ratio");
  expect(read("100,000 units", "chip")).toBe("100000 chip");
  expect(read("hundreds of millions", "USD")).toBe("class [200000000 1000000000) USD");
  expect(read("a seven-figure sum", "USD")).toBe("class [1000000 10000000) USD");
});

test("readQuantity(fragment, expect) never overrules what is printed, nor counts of things", () => {
  expect(read("$3 billion", "CNY")).toBe("3000000000 USD");
  expect(read("80%", "pp")).toBe("0.8 ratio");
  expect(read("four start-ups", "USD")).toBe("4 count");
  expect(read("80", "ratio")).toBe("80 count");
  expect(read("2024", "count")).toBe('no quantity in "2024"');
});

test("readQuantity(fragment, expect) decides what its words leave open", () => {
  expect(read("three quarters")).toBe("0.75 ratio");
  expect(read("three quarters", "quarter")).toBe("3 quarter");
  expect(read("¥500 billion", "CNY")).toBe("500000000000 CNY");
  expect(read("in single digits", "count")).toBe("class [1 10) count");
  expect(read("one author", "count")).toBe("1 count");
});

test("readQuantity(fragment) counts figures as printed", () => {
  const figures = (fragment: string): number => {
    const reading = readQuantity(fragment);
    return "error" in reading ? 0 : reading.quantity.significantFigures;
  };
  expect(figures("2.50")).toBe(3);
  expect(figures("$1 billion")).toBe(1);
  expect(figures("100,000")).toBe(1);
  expect(figures("1,200")).toBe(2);
  expect(figures("80%")).toBe(1);
  expect(figures("80.0%")).toBe(3);
  expect(figures("0.05")).toBe(1);
  expect(figures("half")).toBe(1);
  expect(figures("a third")).toBe(1);
  expect(figures("three quarters")).toBe(1);
  expect(figures("two and a half")).toBe(2);
  expect(figures("twenty-five")).toBe(2);
  expect(figures("three weeks")).toBe(2);
  expect(figures("RMB31,742 million")).toBe(5);
});

test("readQuantity(fragment) scales by decimal exponent, without an error in the last place", () => {
  for (let hundredths = 0; hundredths < 3000; ++hundredths) {
    const digits = `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, "0")}`;
    for (const [wording, exponent] of [
      [`${digits}%`, -2],
      [`$${digits} billion`, 9],
      [`${digits}m`, 6]
    ] as const) {
      const reading = readQuantity(wording);
      expect("quantity" in reading && reading.quantity.value).toBe(Number(`${digits}e${exponent}`));
    }
  }
});

test("findQuantities(text) finds every quantity of a story and nothing else", () => {
  expect(
    found(
      "In February 2024 the group put $800 million into the maker of Kimi 2, nearly half of it as " +
        "credits. Two quarters later its unit, which hosts half of the 130 or so firms with a " +
        "GPT-4 of their own, grew 6 per cent, its second rise in four quarters."
    )
  ).toEqual([
    "$800 million = 800000000 USD",
    "nearly half = nearly 0.5 ratio",
    "Two quarters = 2 quarter",
    "half = 0.5 ratio",
    "130 or so = approx 130 count",
    "6 per cent = 0.06 ratio",
    "four quarters = 4 quarter"
  ]);
});

test("findQuantities(text) leaves “one” alone as a pronoun", () => {
  const text = "One of the people said that no one, not one author, knew which one it was.";
  expect(found(text)).toEqual([]);
  expect(found("One in five, one per cent, one year, one of four.")).toEqual([
    "One in five = 0.2 ratio",
    "one per cent = 0.01 ratio",
    "one year = 1 year",
    "one = 1 count",
    "four = 4 count"
  ]);
});

test("findQuantities(text) tells how long something took from what was longer", () => {
  expect(found("It invests $10 billion over five years.")).toEqual([
    "$10 billion = 10000000000 USD",
    "five years = 5 year"
  ]);
  expect(found("It pays $10 billion. Over five years passed.")).toEqual([
    "$10 billion = 10000000000 USD",
    "Over five years = more-than 5 year"
  ]);
});

test("findQuantities(text) reads nothing across the end of a paragraph", () => {
  expect(found("more than\n\n600 million")).toEqual(["600 million = 600000000 count"]);
  expect(found("more than\r\n600 million")).toEqual([
    "more than\r\n600 million = more-than 600000000 count"
  ]);
});

const word = fc.constantFrom(
  ..."a an the one two five twenty hundred million half third quarter quarters and or to in of from".split(
    " "
  ),
  ..."between about at least more than up just under fell down by 2 5% 10 2024 3.5 1,000 $ US$ RMB".split(
    " "
  ),
  ..."bn billion per cent % percentage points years week - – — −  . , ; ( ) ± ~ ≥ \n\n May March GPT-4".split(
    " "
  ),
  ..."single digit double digits low mid figure dozens tens millions times x fold doubled plus odd".split(
    " "
  ),
  ..."constructor __proto__ toString valueOf hasOwnProperty ½ 1/3 ’ “ ” U.S. yuan dollars lorem".split(
    " "
  )
);
const soup = fc.oneof(
  fc
    .array(fc.tuple(word, fc.constantFrom("", " ", " ", "\u00a0")), {maxLength: 25})
    .map((parts) => parts.flat().join("")),
  fc.string({unit: "binary", maxLength: 60}),
  fc.string({maxLength: 60})
);

function isSound(text: string, {start, end, quantity: q}: Found): void {
  expect(text.slice(start, end)).toBe(q.verbatim);
  expect(q.verbatim.trim()).toBe(q.verbatim);
  for (const number of [q.value, q.lower, q.upper])
    expect(number === null || (Number.isFinite(number) && !Object.is(number, -0))).toBe(true);
  expect(q.value ?? q.lower ?? q.upper).not.toBe(null);
  expect(q.lowerOpen && q.lower === null).toBe(false);
  expect(q.upperOpen && q.upper === null).toBe(false);
  const bounds = `${q.lower === null ? "" : q.lowerOpen ? "(" : "["}${q.upper === null ? "" : q.upperOpen ? ")" : "]"}`;
  const fits: Readonly<Record<string, RegExp>> = {
    none: /^$/,
    approx: /^$/,
    exactly: /^\[\]$/,
    nearly: /^\)$/,
    "just-over": /^\($/,
    "at-least": /^\[$/,
    "more-than": /^\($/,
    "at-most": /^\]$/,
    "less-than": /^\)$/,
    "up-to": /^\]$/,
    between: /^[[(][\])]$/,
    class: /^(\[\)|\(\])$/
  };
  expect(bounds).toMatch(fits[q.hedge]!);
  if (q.lower !== null && q.upper !== null && q.hedge !== "exactly")
    expect(q.lower).toBeLessThan(q.upper);
  expect(Number.isInteger(q.significantFigures) && q.significantFigures > 0).toBe(true);
  expect(q.unit).not.toBe("");
}

test("findQuantities(text) gives sound quantities, in order, apart, whatever the text", () => {
  fc.assert(
    fc.property(soup, (text) => {
      let last = 0;
      for (const each of findQuantities(text)) {
        isSound(text, each);
        expect(each.start).toBeGreaterThanOrEqual(last);
        expect(each.end).toBeGreaterThan(each.start);
        last = each.end;
      }
    }),
    {numRuns: 3000}
  );
});

test("readQuantity(fragment) reads the one that findQuantities finds", () => {
  fc.assert(
    fc.property(soup, (text) => {
      const all = findQuantities(text);
      const reading = readQuantity(text);
      expect("quantity" in reading).toBe(all.length === 1);
      if ("quantity" in reading) expect(reading.quantity).toEqual(all[0]!.quantity);
    }),
    {numRuns: 1000}
  );
});

test("readQuantity(fragment) reads the same among other words", () => {
  for (const {fragment, reads} of rows) {
    const sentence = `“Lorem” ipsum (dolor): ${fragment}; sit amet, whatever it was.`;
    expect.soft(read(sentence), sentence).toBe(reads);
  }
});

test("readQuantity(fragment) does not care for the kind of space, and offsets stay", () => {
  for (const {fragment, reads, verbatim} of rows)
    for (const space of ["\u00a0", "\u202f", "\n", "  "]) {
      const other = fragment.replaceAll(" ", space);
      // Between two groups of digits a line break separates numbers.
      if (/\d\s\d/.test(fragment)) continue;
      expect.soft(read(other), JSON.stringify(other)).toBe(reads);
      const [first] = findQuantities(other);
      expect.soft(first?.quantity.verbatim).toBe(verbatim.replaceAll(" ", space));
    }
});

test("readQuantity(fragment) reads a sentence’s beginning as it reads its middle", () => {
  for (const {fragment, reads} of rows) {
    // A capital makes another currency, scale or name of some letters.
    if (!/^[a-z]{3}/.test(fragment)) continue;
    const begun = fragment[0]!.toUpperCase() + fragment.slice(1);
    expect.soft(read(begun), begun).toBe(reads);
  }
});

test("findQuantities(text) reads huge texts as it reads their pieces", () => {
  const sentence = "It put at least $600 million into 4 of the 130 firms, or nearly half. ";
  const times = 20_000;
  const text = sentence.repeat(times);
  const all = findQuantities(text);
  expect(all.length).toBe(4 * times);
  for (const n of [0, 1, 999, times - 1]) {
    const four = all.slice(4 * n, 4 * n + 4);
    expect(four.map(({start}) => start - n * sentence.length)).toEqual(
      findQuantities(sentence).map(({start}) => start)
    );
  }
  for (const piece of [
    "1",
    "1,234,",
    "one hundred ",
    "$",
    "-",
    "half a ",
    "\u00a0",
    "9/",
    "a.",
    "up to "
  ])
    expect(() => readQuantity(piece.repeat(1e6 / piece.length))).not.toThrow();
});
