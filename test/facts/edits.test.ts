import {describe, expect, test} from "vitest";
import {assemble} from "../../src/facts/assemble.ts";
import {applyEdits, editableOf, filesOf} from "../../src/facts/edits.ts";
import {inputsOf} from "./project.ts";

const inputs = inputsOf(
  {
    A: `
  acme.in-beta: {says: invested $800 million in Beta Labs}
  beta.valuation: {says: valued at $2.5 billion}
  acme.growth/2022-03: {says: grew 12%}
  acme.growth/2022-06: {says: fell 2 per cent}
`,
    B: `
  beta.valuation: {says: around $2.5 billion}
  beta.round: {says: a $2 billion round}
`
  },
  {
    measures: `
valuation: {label: valuation, unit: USD, floor: 0}
round: {label: funding round, unit: USD, floor: 0}
in-beta: {label: invested in Beta Labs, unit: USD, floor: 0}
share: {label: share, unit: ratio, floor: 0}
credits: {label: credits, unit: USD, floor: 0}
growth: {label: growth on a year earlier, unit: ratio}
mean-growth: {label: mean growth, unit: ratio}
left: {label: what is left, unit: USD}
`,
    derived: `
acme.credits: {formula: acme.in-beta * acme.share}
acme.mean-growth:
  each: acme.growth[2022-03..2022-06]
  formula: mean(acme.growth[2022-03..period])
acme.left: {unstated: Nobody says.}
`,
    assumptions: "acme.share: {says: between 40% and 50%, reason: As a reader might take it.}\n"
  }
);
const published = assemble(inputs);

test("the project of these tests is sound", () => {
  expect(published.diagnostics).toEqual([]);
});

test("editableOf(…) finds the words, formula or decision behind an id, and nothing else", () => {
  const kinds = (id: string) => editableOf(published, id, inputs)?.kind ?? null;
  expect(kinds("A:beta.valuation")).toBe("claim");
  expect(kinds("acme.share")).toBe("assumption");
  expect(kinds("acme.credits")).toBe("formula");
  expect(kinds("acme.mean-growth")).toBe("formula");
  expect(kinds("beta.valuation")).toBe("decision");
  // A fact of one claim, a member of a series, one that nobody states, and what is none at all.
  for (const id of [
    "beta.round",
    "acme.mean-growth/2022-06",
    "acme.left",
    "A",
    "acme",
    "__proto__",
    "toString",
    ""
  ])
    expect(kinds(id), id).toBe(null);
});

describe("an edit shows as edited in what it changes and in all that is made of it", () => {
  const origins = (id: string, words: string) => {
    const {inputs: edited, missing} = applyEdits(inputs, published, new Map([[id, words]]));
    const {dataset, diagnostics} = assemble(edited);
    expect(missing).toEqual([]);
    expect(diagnostics.map(({code, severity}) => `${code} ${severity}`)).toEqual(["PL126 warning"]);
    return Object.entries(dataset.facts).flatMap(([fact, {origin}]) =>
      origin === "edited" ? [fact] : []
    );
  };

  test("a claim's words", () => {
    expect(origins("A:acme.in-beta", "over $1 billion")).toEqual(["acme.in-beta", "acme.credits"]);
  });
  test("a claim that is not the one printed, since agreement follows from all", () => {
    expect(origins("A:beta.valuation", "over $2 billion")).toEqual(["beta.valuation"]);
  });
  test("an assumption's", () => {
    expect(origins("acme.share", "about 20%")).toEqual(["acme.share", "acme.credits"]);
  });
  test("a formula", () => {
    expect(origins("acme.credits", "acme.in-beta / 2")).toEqual(["acme.credits"]);
  });
  test("the formula of a series", () => {
    expect(origins("acme.mean-growth", "max(acme.growth[2022-03..period])")).toEqual([
      "acme.mean-growth/2022-03",
      "acme.mean-growth/2022-06"
    ]);
  });
  test("a decision that nobody had taken", () => {
    expect(origins("beta.valuation", "A:beta.valuation")).toEqual(["beta.valuation"]);
  });
});

test("applyEdits(…) leaves the quote where it is", () => {
  const edits = new Map([["A:acme.in-beta", "over $1 billion"]]);
  const {dataset} = assemble(applyEdits(inputs, published, edits).inputs);
  expect(dataset.claims["A:acme.in-beta"]).toMatchObject({
    says: "invested $800 million in Beta Labs",
    quantity: {verbatim: "over $1 billion", lower: 1e9}
  });
});

test("applyEdits(…) with no text takes an edit away that the files hold", () => {
  const edits = new Map([["A:acme.in-beta", "over $1 billion"]]);
  const edited = applyEdits(inputs, published, edits).inputs;
  const back = applyEdits(edited, assemble(edited), new Map([["A:acme.in-beta", ""]]));
  expect(filesOf(back.inputs)).toEqual(filesOf(inputs));
});

test("applyEdits(…) changes only the files that hold what is edited, and names what is missing", () => {
  const edits = new Map([
    ["A:acme.in-beta", "over $1 billion"],
    ["A:gone.round", "over $1 billion"],
    ["__proto__", "over $1 billion"]
  ]);
  const {inputs: edited, missing} = applyEdits(inputs, published, edits);
  const [before, after] = [filesOf(inputs), filesOf(edited)];
  const changed = [...after.keys()].filter((path) => after.get(path) !== before.get(path));
  expect(changed).toEqual(["seeds/a.yaml"]);
  expect(missing).toEqual(["A:gone.round", "__proto__"]);
});

test("a decision goes to a file of its own where the project has none", () => {
  const {inputs: edited} = applyEdits(
    inputs,
    published,
    new Map([["beta.valuation", "A:beta.valuation"]])
  );
  expect(edited.reconcile).toEqual({
    path: "data/reconcile.yaml",
    text: 'decisions:\n  beta.valuation:\n    edited: "A:beta.valuation"\n'
  });
});

test("an edited decision has to name a claim of its fact, and an unedited one is whole", () => {
  const codes = (reconcile: string) =>
    assemble({
      ...inputs,
      reconcile: {path: "data/reconcile.yaml", text: reconcile}
    }).diagnostics.map(({code, line, column}) => `${code} ${line}:${column}`);
  expect(codes("decisions:\n  beta.valuation: {edited: A:beta.round}\n")).toEqual([
    "PL113 2:28",
    "PL126 2:28"
  ]);
  expect(codes("decisions:\n  beta.valuation: {prefer: A:beta.valuation}\n")).toEqual([
    "PL108 2:3"
  ]);
  expect(codes("decisions:\n")).toEqual([]);
});
