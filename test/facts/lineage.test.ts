import {expect, test} from "vitest";
import {lineageOf} from "../../src/facts/lineage.ts";
import type {Lineage} from "../../src/facts/lineage.ts";
import {compile} from "./project.ts";

const {dataset} = compile(
  {
    A: `
source: {id: A, title: A report, restsOn: B}
quantities:
  acme.in-beta: {says: invested $800 million in Beta Labs}
  beta.share: {says: nearly half, of: acme.in-beta}
  beta.round: {says: a round of $1 billion, own: true}
statements:
  quick: {about: acme, gist: It was quick., says: quickly done}
contrasts:
  apart: {between: ["A:beta.round", "B:beta.round"], reason: They differ.}
`
  },
  {
    context: {
      B: `
source: {id: B, title: Another report}
quantities:
  acme.in-beta: {says: about $800 million}
  beta.round: {says: more than $900 million}
`
    },
    measures: `
in-beta: {label: invested in Beta Labs, unit: USD, floor: 0}
round: {label: funding round, unit: USD, floor: 0}
share: {label: share, unit: ratio, floor: 0}
credits: {label: credits, unit: USD, floor: 0}
twice: {label: twice the credits, unit: USD, floor: 0}
`,
    derived: `
acme.credits: {formula: acme.in-beta * beta.share}
acme.twice: {formula: acme.credits * 2}
`
  }
);

/** The ids that a record depends on, and those that depend on it, by how far away they are. */
function both(id: string): Pick<Lineage, "id"> & {above: string[]; below: string[]} {
  const {dependsOn, dependents} = lineageOf(dataset, id)!;
  const spell = (all: Lineage["dependsOn"]): string[] =>
    all.map((each) => `${each.steps} ${each.id}`).sort();
  return {id, above: spell(dependsOn), below: spell(dependents)};
}

test("lineageOf(…, id) follows a claim to its document, its whole and what its document rests on", () => {
  expect(both("A:beta.share")).toEqual({
    id: "A:beta.share",
    above: ["1 A", "1 B", "1 acme.in-beta", "2 A:acme.in-beta", "2 B:acme.in-beta"],
    below: ["1 beta.share", "2 acme.credits", "3 acme.twice"]
  });
});

test("lineageOf(…, id) follows a computed fact to every claim under its formula", () => {
  expect(both("acme.twice").above).toEqual([
    "1 acme.credits",
    "2 acme.in-beta",
    "2 beta.share",
    "3 A:acme.in-beta",
    "3 A:beta.share",
    "3 B:acme.in-beta",
    "4 A",
    "4 B"
  ]);
  expect(both("acme.twice").below).toEqual([]);
});

test("lineageOf(…, id) does not lead a document's own words to what it rests on, nor back", () => {
  expect(both("A:beta.round").above).toEqual(["1 A"]);
  expect(both("A:beta.round").below).toEqual(["1 A:apart", "1 beta.round"]);
  const below = both("B").below.map((each) => each.slice(2));
  expect(below).toContain("A");
  expect(below).toContain("A:acme.in-beta");
  expect(below).toContain("A:quick");
  expect(below).not.toContain("A:beta.round");
  expect(both("A").above).toEqual(["1 B"]);
});

test("lineageOf(…, id) is null for what is no record", () => {
  for (const id of ["acme", "acme.in-betta", "__proto__", "constructor", ""])
    expect(lineageOf(dataset, id), id).toBeNull();
});

test("lineageOf(…, id): what one record depends on has it among its dependents, and no other", () => {
  const {sources, claims, facts, relations, events, statements, contrasts} = dataset;
  const ids = [sources, claims, facts, relations, events, statements, contrasts].flatMap(
    Object.keys
  );
  expect(ids.length).toBeGreaterThan(12);
  const pairs = (of: "dependsOn" | "dependents"): string[] =>
    ids
      .flatMap((id) =>
        lineageOf(dataset, id)![of].map((each) =>
          of === "dependsOn" ? `${id} ${each.id} ${each.steps}` : `${each.id} ${id} ${each.steps}`
        )
      )
      .sort();
  expect(pairs("dependsOn")).toEqual(pairs("dependents"));
});
