import {expect, test} from "vitest";
import {dataOf, plotCode} from "../../src/figure/code.ts";
import {Plot} from "../../src/figure/plot.ts";
import {recordsFor} from "../../src/figure/records.ts";
import {createDocument} from "../../src/compile/dom.ts";
import type {Dataset} from "../../src/facts/dataset.ts";
import {everyHedge, growth} from "./datasets.ts";

function records(dataset: Dataset, ids: readonly string[]) {
  const found = recordsFor(dataset, ids);
  if ("unknown" in found) throw new Error(found.unknown.join());
  return found.records;
}

const hedged = () =>
  records(everyHedge(), ["A:firm.share@nearly", "A:firm.share@at-least", "A:firm.share@between"]);

/** Runs a program that `plotCode` printed, with Plot as its only import; gives what it draws. */
function run(code: string): Element {
  const document = createDocument();
  const body = code.replace(/^import .*$/m, "");
  const plot = {...Plot, plot: (options: object) => Plot.plot({...options, document})};
  new Function("Plot", "document", body)(plot, document);
  return document.body;
}

test("dataOf(records) keeps hedge, bounds, words and source of each quantity", () => {
  expect(dataOf(hedged())).toMatchObject([
    {id: "A:firm.share@nearly", hedge: "nearly", lower: null, upperOpen: true, source: "article A"},
    {id: "A:firm.share@at-least", hedge: "at-least", upper: null, lowerOpen: false},
    {id: "A:firm.share@between", hedge: "between", value: null}
  ]);
  for (const {says, reads} of dataOf(hedged())) {
    expect(says).not.toBe("");
    expect(reads).not.toBe("");
  }
});

test("dataOf(records) gives a series member by member, in its order", () => {
  const periods = dataOf(records(growth(), ["cloud.growth"])).map(({period}) => period!);
  expect(periods.length).toBeGreaterThan(3);
  expect([...periods].sort()).toEqual(periods);
});

test("plotCode(records) is a program that draws a mark for each number, hedges in words", () => {
  const drawn = run(plotCode(hedged()));
  expect(drawn.querySelectorAll("circle").length).toBe(3);
  for (const {reads} of dataOf(hedged())) expect(drawn.textContent).toContain(reads);
  expect(drawn.textContent).toContain("→");
});

test("plotCode(records) draws a series over its periods", () => {
  const of = records(growth(), ["cloud.growth"]);
  const drawn = run(plotCode(of));
  const known = dataOf(of).filter(({value}) => value !== null);
  expect(drawn.querySelectorAll("rect").length).toBe(known.length);
});

test("plotCode(records) of a scene without a quantity is empty", () => {
  expect(plotCode(records(growth(), []))).toBe("");
});
