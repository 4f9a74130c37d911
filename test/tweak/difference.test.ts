import {rmSync} from "node:fs";
import {afterAll, expect, test} from "vitest";
import {differencesOf, sentenceOf} from "../../src/tweak/difference.ts";
import {groupEntries} from "../../src/tweak/entries.ts";
import {describeReading} from "../../src/tweak/quantity-words.ts";
import {readQuantity} from "../../src/wording.ts";
import {compilerOf, writeProject} from "./project.ts";

const root = writeProject();
afterAll(() => rmSync(root, {recursive: true, force: true}));
const compiler = compilerOf(root);
const {source, published} = compiler;

test("differencesOf(…) says what each edit changes, and where it is seen", () => {
  const edits = new Map([
    ["ONE:beta.valuation", "around $3 billion"],
    ["ONE:acme.in-beta", "over $1 billion"],
    ["beta.valuation", "ONE:beta.valuation"],
    ["acme.credits", "acme.in-beta / 2"],
    ["nobody", "$1"]
  ]);
  expect(differencesOf(compiler, edits).map(sentenceOf)).toEqual([
    "Beta Labs: valuation (the Post): valued at $2.5 billion → around $3 billion; 1 number in 2 steps changed",
    "Acme: invested in Beta Labs: invested $800 million → over $1 billion; 2 numbers in 1 step changed",
    "Beta Labs: valuation: the Wire → the Post; 1 number in 2 steps changed",
    "Acme: credits: acme.in-beta * acme.share → acme.in-beta / 2; 1 number in 1 step changed"
  ]);
});

test("groupEntries(…) has every fact once, under the scene that uses it first", () => {
  const groups = groupEntries(source.story, published.assembled, published.inputs);
  expect(groups.map(({title, entries}) => [title, entries.map(({id}) => id)])).toEqual([
    ["Reports that agree on a price", ["beta.valuation", "beta.round"]],
    ["What is in the round", ["acme.in-beta", "acme.share", "acme.credits"]]
  ]);
  const [valuation] = groups[0]!.entries;
  expect(valuation).toMatchObject({
    own: "decision",
    claims: ["ONE:beta.valuation", "TWO:beta.valuation"],
    steps: ["both", "round"]
  });
  expect(valuation!.words).toContain("the wire");
});

test("describeReading(…) tells value, bounds, hedge and unit", () => {
  const described = (words: string): string => {
    const reading = readQuantity(words);
    return "error" in reading ? reading.error : describeReading(reading.quantity);
  };
  expect(
    [
      "more than $2.5 billion",
      "around 3 billion yuan",
      "between 40% and 50%",
      "exactly 12",
      "under 5%"
    ].map(described)
  ).toMatchInlineSnapshot(`
    [
      "more than $2.5 billion · value 2,500,000,000 · above 2,500,000,000 · hedge: more-than · unit: USD",
      "about RMB 3 billion · value 3,000,000,000 · no bounds · hedge: approx · unit: CNY",
      "between 40% and 50% · no single value · from 0.4, up to 0.5 · hedge: between · unit: ratio",
      "exactly 12 · value 12 · hedge: exactly · unit: count",
      "less than 5% · value 0.05 · below 0.05 · hedge: less-than · unit: ratio",
    ]
  `);
});
