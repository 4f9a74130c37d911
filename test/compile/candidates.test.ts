import {expect, test} from "vitest";
import {findHarvest} from "../../src/compile/harvest.ts";
import {findCandidates} from "../../src/compile/new/candidates.ts";
import type {Candidate} from "../../src/compile/new/candidates.ts";
import {draftScenes, nameClaims} from "../../src/compile/new/draft.ts";

const candidates = (text: string): Candidate[] => findCandidates(text, findHarvest(text));
const measures = (text: string): string[] =>
  candidates(text).map(({says, measure: {id, unit}}) => `${says} | ${id} | ${unit}`);

test("what is counted is a unit of its own, where the word behind the number names it", () => {
  expect(measures("It has about 40 hives. It lost 3 people. Then 12 older boats came.")).toEqual([
    "It has about 40 hives | number-of-hives | hives",
    "It lost 3 people | number-of-people | people",
    "Then 12 | number | count"
  ]);
});

test("a share names its whole, where the words do; a percentage of nothing named is none", () => {
  expect(measures("Nearly half of the hives died. 12% of honey is lost. Sales grew 9%.")).toEqual([
    "Nearly half of the hives | share-of-hives | ratio",
    "12% | percentage | ratio",
    "Sales grew 9% | percentage | ratio"
  ]);
});

test("money and measures keep the units that the words have", () => {
  expect(measures("Rent is €900. The pump used 85 kWh, for ten years.")).toEqual([
    "Rent is €900 | amount-in-eur | EUR",
    "The pump used 85 kWh | amount-in-kwh | kWh",
    "kWh, for ten years | time-in-years | year"
  ]);
});

test.each([
  ["stands twice", "It has 40 hives. It has 40 hives."],
  ["is a difference", "They are 12 hives fewer than before, and 9% more."]
])("what %s is no claim as it stands", (_, text) => {
  expect(findHarvest(text).length).toBeGreaterThan(0);
  expect(measures(text)).toEqual([]);
});

test("a fragment has eight words at most; a number that takes more words stays a comment", () => {
  const long =
    "It cost somewhere between 3 hundred thousand and as many as 4 hundred thousand euros.";
  expect(findHarvest(long)).toHaveLength(1);
  expect(measures(long)).toEqual([]);
  expect(measures("the keeper by the mill counted not more than twenty thousand hives")).toEqual([
    "mill counted not more than twenty thousand hives | number-of-hives | hives"
  ]);
});

test("a draft shows what is counted most often, three claims a scene, each of a subject of its own", () => {
  const text =
    "It has 40 hives. It had 30 hives. It wants 50 hives. It sold 7 hives. One pump used 85 kWh. " +
    "Another used 90 kWh. A third of the bees died. Rent is €900. Tea is for 3 days.";
  const scenes = draftScenes(candidates(text));
  expect(
    scenes.map(({kind, claims}) => `${kind} ${claims[0]!.measure.id} ${claims.length}`)
  ).toEqual([
    "number-line number-of-hives 3",
    "number-line amount-in-kwh 2",
    "shares share-of-bees 1"
  ]);
  const names = nameClaims(scenes).map(({fact}) => fact);
  expect(names[0]).toBe("subject-a.number-of-hives");
  expect(new Set(names.map((fact) => fact.split(".")[0])).size).toBe(6);
});

test("a number that stands alone is drawn where there is little else", () => {
  const scenes = draftScenes(candidates("Rent is €900. The pump used 85 kWh."));
  expect(scenes.map(({claims}) => claims.length)).toEqual([1, 1]);
});
