import {expect, test} from "vitest";
import type {Claim, Dataset, Source} from "../../src/facts/dataset.ts";
import type {Quantity} from "../../src/quantity.ts";
import {agreementLine} from "../../src/story/agreeing.ts";
import {bakery, quantity} from "./bakery.ts";

const four = quantity("$4", {value: 4});
const aboutFour = quantity("about $4", {hedge: "approx", value: 4});
const six = quantity("$6", {value: 6});

/** The line for one fact, claimed by the sources A, B, C in turn; `parts` are of their sources. */
function line(
  agreement: Dataset["facts"][string]["agreement"],
  claims: readonly (readonly [source: string, quantity: Quantity, by?: string])[],
  parts: Readonly<Record<string, Partial<Source>>> = {}
): string {
  const own = bakery.sources["A"]!;
  const sources = Object.fromEntries(
    ["A", "B", "C"].map((id) => [id, {...own, label: `paper ${id}`, restsOn: null, ...parts[id]}])
  );
  const made = claims.map(([source, says, by], i): [string, Claim] => [
    `${source}:x${i}`,
    {...bakery.claims["A:bakery.price"]!, source, quantity: says, by: by === undefined ? [] : [by]}
  ]);
  const ids = made.map(([id]) => id);
  const fact = {...bakery.facts["bakery.price"]!, agreement, claims: ids};
  return agreementLine(fact, {...bakery, sources, claims: Object.fromEntries(made)});
}

test("agreementLine(fact, dataset) names the one source that says so", () => {
  expect(line("single", [["A", four]])).toBe("One source says so: paper A.");
  expect(
    line("same-origin", [
      ["A", four],
      ["A", four]
    ])
  ).toBe("One source says so, more than once: paper A.");
});

test("agreementLine(fact, dataset) names the sources that are one witness", () => {
  const claims = [
    ["A", four],
    ["B", four]
  ] as const;
  expect(line("same-origin", claims, {A: {restsOn: "B"}})).toBe(
    "Paper A and paper B come from one origin: they count as one witness."
  );
});

test("agreementLine(fact, dataset) names who is independent and says the same, and who only fits", () => {
  expect(
    line("corroborated", [
      ["A", four],
      ["B", aboutFour],
      ["C", four]
    ])
  ).toBe("Paper A and paper C are independent and say the same. Paper B fits with that.");
});

test("agreementLine(fact, dataset) keeps what one that says the same also says, hedge and all", () => {
  expect(
    line("corroborated", [
      ["A", four],
      ["B", aboutFour],
      ["B", four]
    ])
  ).toBe("Paper A and paper B are independent and say the same. Paper B also says “about $4”.");
});

test("agreementLine(fact, dataset) counts a source with the one that it shares a witness with", () => {
  const claims = [
    ["A", four],
    ["B", aboutFour],
    ["C", aboutFour]
  ] as const;
  expect(line("compatible", claims, {C: {restsOn: "A"}})).toBe(
    "Paper A and paper B are independent; what they say fits together. Paper C counts with paper A as one."
  );
  const spoken = claims.map(([id, says]) => [id, says, id === "B" ? "" : "ann-baker"] as const);
  expect(line("compatible", spoken)).toBe(line("compatible", claims, {C: {restsOn: "A"}}));
});

test("agreementLine(fact, dataset) names every pair that conflicts, and no other", () => {
  expect(
    line("conflict", [
      ["A", four],
      ["B", six],
      ["C", four],
      ["B", four]
    ])
  ).toBe(
    "These do not agree: paper A with paper B; paper B with paper C; paper B with itself. All that they say is shown."
  );
});

test("agreementLine(fact, dataset) says nothing of what no source claims", () => {
  expect(line("single", [])).toBe("");
});
