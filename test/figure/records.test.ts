import {expect, test} from "vitest";
import {closureOf, recordsFor} from "../../src/figure/records.ts";
import type {Records} from "../../src/figure/kind.ts";
import {growth, hosting, valuations} from "./datasets.ts";

function read(dataset: Parameters<typeof recordsFor>[0], ...ids: string[]): Records {
  const found = recordsFor(dataset, ids);
  if ("unknown" in found) throw new Error(found.unknown.join(" "));
  return found.records;
}

test("recordsFor(…) gives the declared ids once, in the author's order", () => {
  const records = read(valuations(), "luna.implied", "A:luna.valuation", "luna.implied");
  expect(records.ids).toEqual(["luna.implied", "A:luna.valuation"]);
});

test("recordsFor(…) gives the ids that the dataset does not have", () => {
  const ids = ["luna.valuation", "luna.value", "B:nobody", "constructor", "__proto__"];
  expect(recordsFor(valuations(), ids)).toEqual({
    unknown: ["luna.value", "B:nobody", "constructor", "__proto__"]
  });
});

test("a fact brings its claims, a claim its fact, and both their source and entity", () => {
  const fact = read(valuations(), "octo.valuation");
  expect(fact.claim("post:octo.valuation").says).toBe("more than US$2 billion");
  expect(fact.source("post").label).toBe("Morning Post");
  expect(fact.entity("octo").name).toBe("Octo");
  expect(read(valuations(), "B:octo.valuation").fact("octo.valuation").measure).toBe("valuation");
});

test("reading what a scene does not declare throws", () => {
  const records = read(valuations(), "octo.valuation");
  expect(() => records.fact("luna.valuation")).toThrow("undeclared fact: luna.valuation");
  expect(() => records.claim("A:luna.valuation")).toThrow("undeclared claim");
  expect(() => records.entity("luna")).toThrow("undeclared entity");
  expect(() => records.series("luna.valuation")).toThrow("undeclared series");
  expect(() => records.contrasts("luna.valuation")).toThrow("undeclared record");
  expect(() => records.kindOf("luna.valuation")).toThrow("undeclared record");
});

test("a series is its facts in order of their period", () => {
  const records = read(growth(), "cloud.growth");
  expect(records.kindOf("cloud.growth")).toBe("series");
  const periods = records.series("cloud.growth").map(({fact}) => fact.period);
  expect(periods).toEqual([...periods].sort());
  expect(periods.length).toBe(20);
  expect(records.fact("cloud.growth/2022-03").quantity.value).toBe(0.12);
});

test("a computed fact brings the facts that it was computed from", () => {
  const dataset = valuations();
  dataset.facts["luna.implied"]!.parents = ["luna.round"];
  expect(read(dataset, "luna.implied").fact("luna.round").subject).toBe("luna");
  expect(closureOf(dataset, ["luna.implied"])).toContain("A:luna.round");
});

test("a share brings the whole that it is a share of, and who says so", () => {
  const dataset = hosting();
  dataset.claims["B:cloud.share-of-gen-ai-firms"]!.of = "cloud.share-of-tech-companies";
  const records = read(dataset, "B:cloud.share-of-gen-ai-firms");
  expect(records.fact("cloud.share-of-tech-companies").measure).toBe("share-of-tech-companies");
  expect(records.entity("chair").name).toBe("Jo Chairman");
});

test("contrasts(…) gives those that name the record", () => {
  const dataset = valuations();
  const contrast = {between: ["luna.implied", "luna.valuation"] as [string, string], reason: "r"};
  dataset.contrasts["c"] = contrast;
  expect(read(dataset, "luna.implied").contrasts("luna.implied")).toEqual([contrast]);
  expect(read(dataset, "octo.valuation").contrasts("octo.valuation")).toEqual([]);
});
