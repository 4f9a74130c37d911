import fc from "fast-check";
import {expect, test} from "vitest";
import {findQuantities, findWordings, readQuantity} from "../src/wording.ts";
import type {Found} from "../src/wording.ts";
import {inShort, rowsOf, tables} from "./wordings/rows.ts";

const rows = tables.flatMap(rowsOf);

function read(fragment: string): string {
  const reading = readQuantity(fragment);
  return "error" in reading ? reading.error : inShort(reading.quantity);
}

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
  ..."did not never n’t hardly rather than exceed top nearly , but not quite , ¥".split(" "),
  ..."95% CI CrI UI interval confidence [ ] (95% (interval million) × kg : =".split(" "),
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
  if (q.hedge === "between" && q.value !== null) {
    expect(q.lower).toBeLessThanOrEqual(q.value);
    expect(q.upper).toBeGreaterThanOrEqual(q.value);
  }
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

test("readQuantity(fragment) reads the one that findQuantities finds, if nothing else stands there", () => {
  fc.assert(
    fc.property(soup, (text) => {
      const all = findWordings(text);
      const kept = all.filter(({refusal}) => refusal === null);
      expect(findQuantities(text)).toEqual(kept.map(({refusal: _, ...found}) => found));
      const reading = readQuantity(text);
      // Of "fell from 10% to 5%" the second is read.
      if (all.length === 2 && all[0]!.refusal?.endsWith("moved from") === true) return;
      expect("quantity" in reading).toBe(all.length === 1 && kept.length === 1);
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
