import {expect, test} from "vitest";
import {Dataset} from "../../src/facts/dataset.ts";
import {compile, marks} from "./project.ts";

const valuation = (says: string): string => `  beta.valuation: {says: "${says}"}\n`;

test("assemble(…) gives a dataset that its schema accepts", () => {
  const {dataset, diagnostics} = compile({A: valuation("at $2.5 billion")});
  expect(diagnostics).toEqual([]);
  expect(Dataset.safeParse(JSON.parse(JSON.stringify(dataset))).success).toBe(true);
});

test("assemble(…) keys a claim by source, fact and place", () => {
  const {dataset} = compile({A: "  beta.valuation@headline: {says: at $2.5 billion}\n"});
  expect(Object.keys(dataset.claims)).toEqual(["A:beta.valuation@headline"]);
  expect(dataset.facts["beta.valuation"]?.claims).toEqual(["A:beta.valuation@headline"]);
});

test("assemble(…) prints the more cautious of agreeing claims", () => {
  const {dataset} = compile({
    A: valuation("at $2.5 billion"),
    B: valuation("at around $2.5 billion")
  });
  expect(dataset.facts["beta.valuation"]).toMatchObject({
    agreement: "compatible",
    preferred: "B:beta.valuation",
    quantity: {hedge: "approx", value: 2.5e9}
  });
});

test("assemble(…) calls equal claims of two origins corroborated, of one origin one witness", () => {
  const twice = {A: valuation("at $2.5 billion"), B: valuation("worth $2.5 billion")};
  expect(compile(twice).dataset.facts["beta.valuation"]?.agreement).toBe("corroborated");
  const rewrite = (id: string, rests: string): string =>
    `source: {id: ${id}, title: t, restsOn: ${rests}}\nquantities:\n${valuation("at $2.5 billion")}`;
  const {dataset} = compile({A: rewrite("A", "B"), B: rewrite("B", "wire")});
  expect(dataset.facts["beta.valuation"]?.agreement).toBe("same-origin");
});

test("assemble(…) counts one named speaker as one witness, however many documents retell", () => {
  const said = (by: string): string => `  beta.valuation: {says: at $2.5 billion, by: ${by}}\n`;
  const agreement = (a: string, b: string): string | undefined =>
    compile({A: said(a), B: said(b)}).dataset.facts["beta.valuation"]?.agreement;
  expect(agreement("ann", "ann")).toBe("same-origin");
  expect(agreement("ann", "acme")).toBe("corroborated");
  expect(agreement("[people familiar with it]", "[people familiar with it]")).toBe("corroborated");
});

test("assemble(…) takes the last of several speakers for the witness: the others retell", () => {
  const said = (by: string): string => `  beta.valuation: {says: at $2.5 billion, by: [${by}]}\n`;
  const agreement = (a: string, b: string): string | undefined =>
    compile({A: said(a), B: said(b)}).dataset.facts["beta.valuation"]?.agreement;
  expect(agreement("acme, ann", "beta, ann")).toBe("same-origin");
  expect(agreement("ann, acme", "ann, beta")).toBe("corroborated");
});

test("assemble(…) joins witnesses through what a document rests on", () => {
  const source = (id: string, rests: string, by: string): string =>
    `source: {id: ${id}, title: t, restsOn: ${rests}}\n` +
    `quantities:\n  beta.valuation: {says: at $2.5 billion${by}}\n`;
  const {dataset} = compile({
    A: source("A", "wire", ", by: ann"),
    B: source("B", "wire", ""),
    C: source("C", "speech", ", by: ann")
  });
  expect(dataset.facts["beta.valuation"]?.agreement).toBe("same-origin");
});

test("assemble(…) takes a document for the witness of its own words, and of who retells them", () => {
  const source = (id: string, rests: string, claims: string): string =>
    `source: {id: ${id}, title: t, restsOn: ${rests}}\nquantities:\n${claims}`;
  const own = "  beta.valuation@headline: {says: at $2.5 billion, own: true}\n";
  const agreement = (a: string, b: string): string | undefined =>
    compile({A: a, B: b}).dataset.facts["beta.valuation"]?.agreement;
  const told = valuation("at $2.5 billion");
  expect(agreement(source("A", "wire", own), source("B", "wire", told))).toBe("corroborated");
  expect(agreement(source("A", "wire", own), source("B", "A", told))).toBe("same-origin");
  // No document is a second witness to itself.
  expect(agreement(source("A", "wire", own + told), source("B", "wire", told))).toBe("same-origin");
});

test("assemble(…) says of a record that its words are the document's own, and of no other", () => {
  const {dataset, diagnostics} = compile({
    A:
      "source: {id: A, title: t}\nquantities:\n  beta.valuation: {says: $2.5 billion, own: true}\n" +
      "statements:\n  one: {gist: One., says: one, own: true}\n  two: {gist: Two., says: two, own: false}\n"
  });
  expect(diagnostics).toEqual([]);
  expect(dataset.claims["A:beta.valuation"]).toHaveProperty("own", true);
  expect(dataset.statements["A:one"]).toHaveProperty("own", true);
  expect(dataset.statements["A:two"]).not.toHaveProperty("own");
  expect(Dataset.safeParse(JSON.parse(JSON.stringify(dataset))).success).toBe(true);
});

test("assemble(…) keeps a conflict visible and warns until it is decided", () => {
  const sources = {A: valuation("about $2.2 billion"), B: valuation("around $2.5 billion")};
  const open = compile(sources);
  expect(open.dataset.facts["beta.valuation"]).toMatchObject({
    agreement: "conflict",
    preferred: "A:beta.valuation"
  });
  expect(open.diagnostics.map(({code, severity}) => [code, severity])).toEqual([
    ["PL143", "warning"]
  ]);
  const decided = compile(sources, {
    reconcile: "decisions:\n  beta.valuation: {prefer: B:beta.valuation, reason: It is later.}\n"
  });
  expect(decided.diagnostics).toEqual([]);
  expect(decided.dataset.facts["beta.valuation"]).toMatchObject({
    agreement: "conflict",
    preferred: "B:beta.valuation",
    reason: "It is later.",
    quantity: {value: 2.5e9}
  });
});

test("assemble(…) prints the first of conflicting claims, however cautious a later one is", () => {
  const {dataset} = compile({A: valuation("$2.2 billion"), B: valuation("about $2.5 billion")});
  expect(dataset.facts["beta.valuation"]).toMatchObject({
    agreement: "conflict",
    preferred: "A:beta.valuation"
  });
});

test("assemble(…) never averages claims", () => {
  const {dataset} = compile({A: valuation("$2.4 billion"), B: valuation("about $2.5 billion")});
  expect([2.4e9, 2.5e9]).toContain(dataset.facts["beta.valuation"]?.quantity.value);
});

const investment =
  "  acme.in-beta: {says: invested $800 million}\n" +
  "  acme.share: {says: nearly half, of: acme.in-beta}\n";

test("assemble(…) computes nearly half of a sum, and just over half for the rest", () => {
  const {dataset, diagnostics} = compile(
    {A: investment},
    {
      derived:
        "beta.in-beta: {formula: acme.share * acme.in-beta}\n" +
        "beta.round: {formula: acme.in-beta - beta.in-beta}\n"
    }
  );
  expect(diagnostics).toEqual([]);
  expect(dataset.facts["beta.in-beta"]).toMatchObject({
    origin: "derived",
    formula: "acme.share * acme.in-beta",
    parents: ["acme.share", "acme.in-beta"],
    quantity: {hedge: "nearly", value: 4e8, upper: 4e8, upperOpen: true, lower: null, unit: "USD"}
  });
  expect(dataset.facts["beta.round"]?.quantity).toMatchObject({
    hedge: "just-over",
    value: 4e8,
    lower: 4e8,
    lowerOpen: true,
    upper: null
  });
});

test("assemble(…) says so where nobody states a number", () => {
  const {dataset} = compile({}, {derived: "acme.round: {unstated: No document says.}\n"});
  expect(dataset.facts["acme.round"]).toMatchObject({
    reason: "No document says.",
    quantity: {verbatim: "not stated", value: null, lower: null, upper: null, unit: "USD"}
  });
});

const series =
  "  acme.growth/2022-06: {says: fell 2%}\n" +
  "  acme.growth/2022-03: {says: grew 12%}\n" +
  "  acme.growth/2022-12: {says: grew 5%}\n";

test("assemble(…) makes one derived fact for each member of a series, in order of the periods", () => {
  const {dataset} = compile(
    {A: series},
    {
      derived:
        "acme.mean-growth:\n  each: acme.growth[2022-03..]\n  formula: mean(acme.growth[2022-03..period])\n"
    }
  );
  const mean = (period: string): number | null | undefined =>
    dataset.facts[`acme.mean-growth/${period}`]?.quantity.value;
  expect(["2022-03", "2022-06", "2022-12"].map(mean)).toEqual([0.12, 0.05, 0.05]);
  expect(dataset.facts["acme.mean-growth/2022-06"]).toMatchObject({
    formula: "mean(acme.growth[2022-03..2022-06])",
    parents: ["acme.growth/2022-03", "acme.growth/2022-06"]
  });
});

test("assemble(…) reports a cycle once, and what rests on it not at all", () => {
  const result = compile(
    {A: investment},
    {
      derived:
        "beta.round: {formula: beta.in-beta + acme.in-beta}\n" +
        "beta.in-beta: {formula: beta.round - acme.in-beta}\n" +
        "acme.round: {formula: beta.round + acme.in-beta}\n"
    }
  );
  expect(result.diagnostics.map(({code}) => code)).toEqual(["PL132"]);
  expect(result.dataset.facts["acme.round"]).toBeUndefined();
});

test("assemble(…) makes what is computed from an assumption assumed, from an edit edited", () => {
  const derived = "beta.in-beta: {formula: acme.share * acme.in-beta}\n";
  const assumed = compile(
    {A: "  acme.in-beta: {says: invested $800 million}\n"},
    {derived, assumptions: "acme.share: {says: 40%, reason: A guess.}\n"}
  );
  expect(assumed.dataset.facts["beta.in-beta"]?.origin).toBe("assumed");
  const edited = compile(
    {A: investment.replace("nearly half,", "nearly half, edited: about 40%,")},
    {derived}
  );
  expect(edited.dataset.facts["beta.in-beta"]?.origin).toBe("edited");
  expect(edited.dataset.claims["A:acme.share"]).toMatchObject({
    says: "nearly half",
    origin: "edited",
    quantity: {hedge: "approx", value: 0.4}
  });
});

test("assemble(…) refuses a date that does not parse and keeps the claim without it", () => {
  const result = compile({A: '  beta.valuation: {says: at $2.5 billion, when: "2024-13"}\n'});
  expect(marks(result)).toEqual(["PL114 3:49"]);
  expect(result.dataset.claims["A:beta.valuation"]?.when).toBeNull();
});

test("assemble(…) answers a number too large to be one with a diagnostic", () => {
  const result = compile(
    {A: investment},
    {derived: "beta.round: {formula: acme.in-beta * 1e400}\n"}
  );
  expect(result.diagnostics.map(({code}) => code)).toEqual(["PL131"]);
});

test("assemble(…) takes a measure's own unit where the wording has a bare count", () => {
  const {dataset} = compile({A: "  acme.power: {says: 40 megawatts}\n"});
  expect(dataset.claims["A:acme.power"]?.quantity).toMatchObject({value: 40, unit: "MW"});
});

test("assemble(…) reads what is written out where no wording carries the number", () => {
  const {dataset} = compile({A: "  beta.valuation: {says: a lot, value: 2e9, hedge: at-least}\n"});
  expect(dataset.claims["A:beta.valuation"]?.quantity).toMatchObject({
    verbatim: "a lot",
    hedge: "at-least",
    lower: 2e9,
    upper: null
  });
});

test("assemble(…) reads the gloss of a fragment in another language and keeps the fragment", () => {
  const {dataset} = compile({
    A: "  acme.growth/2021-06: {says: 同比放缓至29%, lang: zh, gloss: slowed to 29%}\n"
  });
  expect(dataset.claims["A:acme.growth/2021-06"]).toMatchObject({
    says: "同比放缓至29%",
    quantity: {value: 0.29}
  });
});

test("assemble(…) reads an edit by itself, and what is written out as the quote's", () => {
  const {dataset, diagnostics} = compile({
    A: "  beta.valuation: {says: a lot, value: 2e9, edited: about $3 billion}\n"
  });
  expect(diagnostics.map(({code}) => code)).toEqual(["PL126"]);
  expect(dataset.claims["A:beta.valuation"]?.quantity).toMatchObject({hedge: "approx", value: 3e9});
});

test("assemble(…) keeps the hedge of a wording whose value is written out as well", () => {
  const {dataset, diagnostics} = compile({
    A: "  beta.valuation: {says: at least $2 billion, value: 2e9}\n"
  });
  expect(diagnostics).toEqual([]);
  expect(dataset.claims["A:beta.valuation"]?.quantity).toMatchObject({
    hedge: "at-least",
    lower: 2e9
  });
});

test("assemble(…) reads an English fragment itself, whatever gloss stands beside it", () => {
  const {dataset, diagnostics} = compile({
    A: "  beta.valuation: {says: five million dollars, gloss: six million dollars}\n"
  });
  expect(diagnostics.map(({code}) => code)).toEqual(["PL128"]);
  expect(dataset.claims["A:beta.valuation"]?.quantity.value).toBe(5e6);
});

test("assemble(…) sets context apart from the story's own documents", () => {
  const {dataset} = compile(
    {A: valuation("at $2.5 billion")},
    {context: {wire: valuation("about $2.5 billion")}}
  );
  expect(dataset.claims["wire:beta.valuation"]?.origin).toBe("context");
  expect(dataset.sources["wire"]?.origin).toBe("context");
});

test("placeOf(id) points at the key that an id was written with", () => {
  const {placeOf} = compile({A: valuation("at $2.5 billion")});
  expect(placeOf("A:beta.valuation")).toEqual({file: "seeds/a.yaml", line: 3, column: 3});
  expect(placeOf("beta.valuation")).toEqual({file: "seeds/a.yaml", line: 3, column: 3});
  expect(placeOf("nothing")).toBeNull();
});

test("a dataset's tables have no prototype, so that no id names what objects inherit", () => {
  const {dataset} = compile({});
  expect("toString" in dataset.facts).toBe(false);
});

test("assemble(…) answers a scalar of ten megabytes with a diagnostic", () => {
  const result = compile({A: valuation(`$1 ${"x".repeat(10_000_000)}`)});
  expect(result.diagnostics.map(({code}) => code)).toContain("PL106");
  for (const {message} of result.diagnostics) expect(message.length).toBeLessThan(500);
});

test("assemble(…) warns of a status that is nearly a known one, and lets other words stand", () => {
  const claim = (status: string): string =>
    `  beta.valuation:\n    says: $2.5 billion\n    status: ${status}\n`;
  for (const status of ["provisional", "[figure-only, leaked]", "unaudited", "target"])
    expect(marks(compile({A: claim(status)})), status).toEqual([]);
  const {diagnostics} = compile({A: claim("[leaked, provisonal]")});
  expect(diagnostics).toMatchObject([
    {
      code: "PL110",
      severity: "warning",
      line: 5,
      column: 22,
      hint: 'did you mean "provisional"?'
    }
  ]);
});
