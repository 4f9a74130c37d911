import {expect, test} from "vitest";
import type {Fact} from "../../../src/facts/dataset.ts";
import {compileFacts, told} from "./flagship.ts";

const {claims, facts, statements, events, contrasts} = compileFacts().dataset;

function fact(id: string): Fact {
  const found = facts[id];
  if (found === undefined) throw new Error(`no fact ${id}`);
  return found;
}

function value(id: string): number {
  return fact(id).quantity.value!;
}

test("the credits are nearly $400 million and the rest is just over $400 million", () => {
  expect(told(fact("moonshot.credits").quantity)).toBe("nearly 400000000 […, 400000000) USD");
  expect(told(fact("moonshot.rest-of-investment").quantity)).toBe(
    "just-over 400000000 (400000000, …] USD"
  );
  expect(fact("moonshot.credits").quantity.verbatim).toBe("nearly $400 million");
  expect(fact("moonshot.rest-of-investment").quantity.verbatim).toBe("just over $400 million");
});

test("the two rounds together have a floor and no ceiling, and are nobody's own money", () => {
  const {quantity, origin, parents, reason} = fact("alibaba.rounds-led");
  expect(told(quantity)).toBe("at-least 1600000000 [1600000000, …] USD");
  expect({origin, parents}).toEqual({
    origin: "derived",
    parents: ["moonshot.round", "minimax.round"]
  });
  expect(reason).toContain("not Alibaba's own money");
});

test("Alibaba's part of either round is not stated, and nothing bounds it", () => {
  for (const id of ["alibaba.in-moonshot-round", "alibaba.in-minimax-round"]) {
    const {quantity, formula, claims: said} = fact(id);
    expect(quantity.verbatim, id).toBe("not stated");
    expect([quantity.value, quantity.lower, quantity.upper], id).toEqual([null, null, null]);
    expect({formula, said}, id).toEqual({formula: null, said: []});
  }
});

test("the disclosed total and stake imply about $2.2 billion, as the newspaper prints it", () => {
  const {quantity, origin, parents} = fact("moonshot.stake-implied-value");
  expect(parents).toEqual(["alibaba.disclosed-in-moonshot", "alibaba.disclosed-stake-in-moonshot"]);
  expect(quantity.hedge).toBe("approx");
  expect(quantity.value).toBeCloseTo(0.8e9 / 0.36, 0);
  expect(quantity.verbatim).toBe("about $2.2 billion");
  expect(origin).toBe("derived");
  expect(fact("moonshot.implied-value").quantity.value).toBe(2.2e9);
});

test("no fact is 80 % of the round or 32 % of the valuation, and no words say so", () => {
  const near = (target: number) =>
    Object.entries(facts)
      .filter(
        ([, {quantity: q}]) => q.unit === "ratio" && Math.abs((q.value ?? 0) - target) < 0.005
      )
      .map(([id]) => id);
  expect(near(0.8)).toEqual(["alibaba-cloud.share-of-tech-companies"]);
  expect(near(0.32)).toEqual([]);
  for (const [id, {parents}] of Object.entries(facts)) {
    const wholes = parents.filter((parent) => /moonshot\.(round|valuation)$/.test(parent));
    if (parents.includes("alibaba.in-moonshot")) expect(wholes, id).toEqual([]);
  }
  const words = [
    ...Object.values(facts).flatMap(({label, reason}) => [label, reason ?? ""]),
    ...Object.values(statements).map(({gist}) => gist),
    ...Object.values(events).map(({what}) => what),
    ...Object.values(contrasts).map(({reason}) => reason)
  ];
  for (const text of words) expect(text).not.toMatch(/\b(80|32) ?(%|per ?cent)/i);
});

const quarters = (measure: string): string[] =>
  Object.keys(facts)
    .filter((id) => id.startsWith(`alibaba-cloud.${measure}/`))
    .map((id) => id.slice(id.indexOf("/") + 1))
    .sort();

test("the quarters are those with a good source; the one to December 2021 has none", () => {
  const all = [2021, 2022, 2023, 2024, 2025].flatMap((year) =>
    ["03", "06", "09", "12"].map((month) => `${year}-${month}`)
  );
  expect(quarters("growth")).toEqual(
    [...all, "2026-03"].filter((quarter) => quarter !== "2021-12")
  );
  const stated = [37, 29, 33, 12, 10, null, 3, -2, 4, 2, 3, 3.4, 6, 7, 13, 18, 26, 34, 36, 38];
  quarters("growth").forEach((quarter, i) => {
    const {quantity, origin} = fact(`alibaba-cloud.growth/${quarter}`);
    const expected = stated[i];
    expect(origin, quarter).toBe(expected === null ? "derived" : "context");
    if (expected != null) expect(quantity.value, quarter).toBe(expected / 100);
  });
});

test("the growth to September 2022 is computed from the two revenues, 3.76 %", () => {
  const {quantity, parents} = fact("alibaba-cloud.growth/2022-09");
  expect(quantity.value).toBeCloseTo(20.76 / 20.007 - 1, 10);
  expect((100 * quantity.value!).toFixed(2)).toBe("3.76");
  expect(parents).toEqual(["alibaba-cloud.revenue/2022-09", "alibaba-cloud.revenue/2021-09"]);
});

test("revenue on the old basis ends where revenue on the new one begins, and no formula mixes them", () => {
  expect(quarters("revenue").every((quarter) => quarter < "2023-06")).toBe(true);
  expect(quarters("segment-revenue").every((quarter) => quarter >= "2023-06")).toBe(true);
  expect(quarters("segment-revenue")[0]).toBe("2023-06");
  const readers = Object.entries(facts).filter(([, {parents}]) =>
    parents.some((id) => id.includes("revenue"))
  );
  expect(readers.map(([id]) => id)).toEqual(["alibaba-cloud.growth/2022-09"]);
});

test("the eight quarters then public average 4.5 %, in single digits; two are not, and one shrank", () => {
  const {quantity, parents} = fact("alibaba-cloud.mean-growth-then-public");
  expect(parents.length).toBe(8);
  expect((100 * quantity.value!).toFixed(1)).toBe("4.5");
  const band = claims["A:alibaba-cloud.average-growth"]!.quantity;
  expect(quantity.value).toBeGreaterThan(band.lower!);
  expect(quantity.value).toBeLessThan(band.upper!);
  const values = parents.map(value);
  expect(values.filter((growth) => growth >= 0.1).length).toBe(2);
  expect(values.filter((growth) => growth < 0).length).toBe(1);
});

test("the running mean leaves single digits in December 2025, a year after the quarters do", () => {
  const means = quarters("mean-growth");
  expect(means[0]).toBe("2022-03");
  expect(means.at(-1)).toBe("2026-03");
  expect(value("alibaba-cloud.mean-growth/2025-09")).toBeLessThan(0.1);
  expect(value("alibaba-cloud.mean-growth/2025-12")).toBeGreaterThanOrEqual(0.1);
  for (const quarter of quarters("growth").filter((q) => q >= "2022-09"))
    expect(value(`alibaba-cloud.growth/${quarter}`) >= 0.1, quarter).toBe(quarter >= "2024-12");
  const all = quarters("growth").filter((quarter) => quarter >= "2022-03");
  const sum = all.reduce((total, q) => total + value(`alibaba-cloud.growth/${q}`), 0);
  expect(value("alibaba-cloud.mean-growth/2026-03")).toBeCloseTo(sum / all.length, 10);
});
