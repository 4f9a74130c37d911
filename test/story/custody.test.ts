import {expect, test} from "vitest";
import type {Claim, Dataset, Source} from "../../src/facts/dataset.ts";
import {custodyLine, custodyOf, custodyParts} from "../../src/story/custody.ts";
import {bakery} from "./bakery.ts";

/** The bakery with other sources, and with claims that stand beside that of article A. */
function withHands(
  sources: Record<string, Partial<Source>>,
  claims: Record<string, Partial<Claim>> = {}
): Dataset {
  const own = bakery.sources["A"]!;
  const price = bakery.claims["A:bakery.price"]!;
  const made = Object.entries(claims).map(([id, parts]) => {
    const [source = ""] = id.split(":");
    const claim: Claim = {...price, source, by: [], ...parts};
    return [id, claim] as const;
  });
  const hands = Object.entries(sources).map(([id, parts]) => [id, {...own, ...parts}] as const);
  return {
    ...bakery,
    sources: {...bakery.sources, ...Object.fromEntries(hands)},
    claims: {...bakery.claims, ...Object.fromEntries(made)}
  };
}

const paper = {label: "The Paper, March 2021", document: null, restsOn: null};

test("custodyLine(dataset, id) leads from a document to what it rests on and whom that cites", () => {
  const dataset = withHands(
    {A: {restsOn: "P"}, P: paper},
    {"A:bakery.price": {}, "P:bakery.price": {by: ["two people at the mill"]}}
  );
  expect(custodyLine(dataset, "A:bakery.price")).toBe(
    "Article A names nobody who says so; it rests on The Paper (March 2021), which cites two people at the mill."
  );
});

test("custodyLine(dataset, id) ends at the document whose own words they are", () => {
  const sources = {A: {restsOn: "P"}, P: {...paper, restsOn: "Q"}, Q: {...paper, label: "Q"}};
  const own = withHands(sources, {"A:bakery.price": {own: true}, "P:bakery.price": {}});
  expect(custodyLine(own, "A:bakery.price")).toBe(
    "Article A names nobody who says so; this was not found in what it rests on."
  );
  const further = withHands(sources, {
    "A:bakery.price": {},
    "P:bakery.price": {by: ["the mayor"], own: true}
  });
  expect(custodyLine(further, "A:bakery.price")).toBe(
    "Article A names nobody who says so; it rests on The Paper (March 2021), which cites the mayor; this was not found in what it rests on."
  );
  const alone = withHands({A: {restsOn: null}}, {"A:bakery.price": {own: true}});
  expect(custodyLine(alone, "A:bakery.price")).toBe("Article A names nobody who says so.");
});

test("custodyLine(dataset, id) names who says so inside the document, nearest first", () => {
  expect(custodyLine(bakery, "A:bakery.price")).toBe(
    "Article A cites Ann Baker, who has it from people at the counter; it rests on the town's own figures."
  );
  expect(custodyLine(bakery, "A:fresh")).toContain("Article A cites Ann Baker;");
});

test("custodyLine(dataset, id) does not say that a document names nobody of which no copy is held", () => {
  const dataset = withHands({P: paper}, {"P:bakery.price": {}});
  expect(custodyLine(dataset, "P:bakery.price")).toBe("The Paper (March 2021).");
  expect(custodyLine(dataset, "W:bakery.price")).toBe("The wire.");
});

test("custodyLine(dataset, id) follows a chain to its end, and a circle once", () => {
  const chain = withHands(
    {A: {restsOn: "P"}, P: {...paper, restsOn: "Q"}, Q: {...paper, label: "Q", restsOn: "A"}},
    {"A:bakery.price": {}, "P:bakery.price": {by: ["the mayor"]}}
  );
  expect(custodyLine(chain, "A:bakery.price")).toBe(
    "Article A names nobody who says so; it rests on The Paper (March 2021), which cites the mayor and rests on Q."
  );
  expect(custodyOf(chain, "P:bakery.price").map(({source}) => source)).toEqual(["P", "Q", "A"]);
  const silent = withHands(
    {P: {...paper, restsOn: "Q"}, Q: {...paper, label: "Q", restsOn: "the mill"}},
    {"P:bakery.price": {}}
  );
  expect(custodyLine(silent, "P:bakery.price")).toBe(
    "The Paper (March 2021) rests on Q, which rests on the mill."
  );
});

test("custodyLine(dataset, id) takes whom a further document cites from its text before its headline", () => {
  const dataset = withHands(
    {A: {restsOn: "P"}, P: paper},
    {"P:bakery.price@headline": {}, "P:bakery.price": {by: ["The baker"]}}
  );
  expect(custodyLine(dataset, "A:bakery.price")).toContain("which cites the baker.");
});

test("custodyLine(dataset, id) knows a further document's own word on a relation, and on nothing else", () => {
  const owns = bakery.relations["A:owns"]!;
  const dataset: Dataset = {
    ...withHands({A: {restsOn: "P"}, P: paper}),
    relations: {...bakery.relations, "P:buys": {...owns, source: "P", by: ["the miller"]}}
  };
  expect(custodyLine(dataset, "A:owns")).toContain(
    "The Paper (March 2021), which cites the miller."
  );
  expect(custodyLine(dataset, "A:moved")).toMatch(/rests on The Paper \(March 2021\)\.$/);
});

test("custodyParts(chain) has the documents as they are, for who makes links of them", () => {
  const dataset = withHands({A: {restsOn: "P"}, P: paper}, {"A:bakery.price": {}});
  const [first, ...rest] = custodyParts(custodyOf(dataset, "A:bakery.price"));
  expect(first).toEqual({source: "A", name: "Article A", cites: [], own: false});
  expect(rest.filter((part) => typeof part !== "string")).toEqual([
    {source: "P", name: "The Paper (March 2021)", cites: null, own: false}
  ]);
});

test("custodyOf(dataset, id) throws for what has no document", () => {
  expect(() => custodyOf(bakery, "bakery.price")).toThrow("no such claim or record");
});
