import {expect, test} from "vitest";
import type {Dataset} from "../../src/facts/dataset.ts";
import {formulaWords} from "../../src/story/formula.ts";
import {bakery} from "./bakery.ts";

const sales = bakery.facts["bakery.sales/2021-03"]!;
const ends = ["2021-03", "2021-06", "2021-09", "2021-12", "2022-03", "2022-06"];
const ids = ends.map((period) => `bakery.sales/${period}`);
const dataset: Dataset = {
  ...bakery,
  facts: {
    ...bakery.facts,
    ...Object.fromEntries(ends.map((period) => [`bakery.sales/${period}`, {...sales, period}]))
  }
};

test("formulaWords(…) fills in the numbers, hedges in words", () => {
  const parents = ["bakery.price", "bakery.share"];
  expect(formulaWords("bakery.price * bakery.share - 1", parents, dataset)).toBe(
    "$4 × nearly half − 1"
  );
});

test("formulaWords(…) names a long series by how many, and from when to when", () => {
  const words = "the 6 quarters to June 2022";
  expect(formulaWords("mean(bakery.sales[2021-03..2022-06])", ids, dataset)).toBe(
    `the mean of ${words}`
  );
  expect(formulaWords("sum(bakery.sales[..]) / 2", ids, dataset)).toBe(`(the sum of ${words}) ÷ 2`);
});

test("formulaWords(…) fills in a short series number by number", () => {
  expect(formulaWords("max(bakery.sales[2021-03..2021-09])", ids.slice(0, 3), dataset)).toBe(
    "the most of 12, 12 and 12"
  );
  expect(formulaWords("sum(bakery.sales[2021-03..2021-03], 1)", ids.slice(0, 1), dataset)).toBe(
    "sum(12, 1)"
  );
});

test("formulaWords(…) does not call a series with gaps the last of its periods", () => {
  const gappy = ids.filter((_, i) => i !== 3);
  expect(formulaWords("mean(bakery.sales[..])", gappy, dataset)).toBe(
    "the mean of 5 quarters from March 2021 to June 2022"
  );
});
