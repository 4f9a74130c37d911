import {expect, test} from "vitest";
import {compile, marks} from "./project.ts";

/** A source with one event, one statement and one claim whose words of ours are given. */
function source(words: {what?: string; gist?: string; label?: string; reason?: string}): string {
  const {
    what = "Beta raises",
    gist = "Beta grows",
    label = "price",
    reason = "They differ."
  } = words;
  return `source: {id: A, title: Report A}
quantities:
  beta.valuation: {says: at around $2.5 billion, label: ${JSON.stringify(label)}}
events:
  raise:
    what: ${JSON.stringify(what)}
    says: raised $600 million
statements:
  grows:
    gist: ${JSON.stringify(gist)}
    says: grew by nearly half
    by: three people
contrasts:
  odd:
    between: ["A:grows", A:beta.valuation]
    reason: ${JSON.stringify(reason)}
`;
}

const ours: readonly (readonly [string, Parameters<typeof source>[0], string[]])[] = [
  ["a gist with another number", {gist: "Beta grew by half"}, ["PL144 10:11"]],
  ["a gist with a count", {gist: "Beta grew in four cities"}, ["PL144 10:11"]],
  ["a gist without the fragment's hedge", {gist: "It grew by half, not “nearly”"}, ["PL144 10:11"]],
  ["what happened with another sum", {what: "Beta raises $700 million"}, ["PL144 6:11"]],
  ["a label with another sum", {label: "price over $2 billion"}, ["PL144 3:57"]],
  ["a reason with a share of its own", {reason: "It leaves just over half."}, ["PL144 16:13"]],
  ["the same number twice, once", {reason: "It is $7, and again $7."}, ["PL144 16:13"]],
  ["a gist that repeats its fragment", {gist: "Beta grew by nearly half"}, []],
  ["a gist that counts its speakers", {gist: "Three people say that Beta grew"}, []],
  ["a sum in other words of the same meaning", {what: "Beta raises US$600m"}, []],
  ["a label that repeats its claim", {label: "price of around $2.5 billion"}, []],
  ["a label that says what is measured", {label: "price, of the top 10%, 15 to 24 years"}, []],
  ["a reason with both sides' numbers", {reason: "Nearly half, at about $2.5 billion."}, []],
  ["a reason that counts", {reason: "The two are one, in two sentences, two months on."}, []],
  ["a year", {gist: "Beta grew in 2023", reason: "In May 2024 it did."}, []]
];
for (const [what, words, expected] of ours)
  test(`assemble(…) ${expected.length > 0 ? "reports" : "lets stand"} ${what}`, () => {
    expect(marks(compile({A: source(words)}))).toEqual(expected);
  });

test("assemble(…) reads what the author says of a gist in another language", () => {
  const text = (gloss: string): string =>
    `source: {id: A, title: Report A}\nstatements:\n` +
    `  half: {gist: Half of it is Beta's, says: 一半, lang: zh, gloss: ${gloss}}\n`;
  expect(marks(compile({A: text("half of it")}))).toEqual([]);
  expect(marks(compile({A: text("a part of it")}))).toEqual(["PL144 3:16"]);
});

test("assemble(…) holds a decision's reason against the claims that it decides between", () => {
  const sources = {
    A: "  beta.valuation: {says: $2.5 billion}\n",
    B: "  beta.valuation: {says: around $2.5 billion}\n"
  };
  const decided = (reason: string): string[] =>
    marks(
      compile(sources, {
        reconcile: `decisions:\n  beta.valuation: {prefer: B:beta.valuation, reason: "${reason}"}\n`
      })
    );
  expect(decided("A has $2.5 billion, B about $2.5 billion.")).toEqual([]);
  expect(decided("Others have $3 billion.")).toEqual(["PL144 2:54"]);
});

test("assemble(…) holds a derived fact's words against its parents and its own number", () => {
  const sources = {
    A: "  acme.in-beta: {says: invested $800 million}\n  acme.share: {says: nearly half}\n"
  };
  const derived = (reason: string): string[] =>
    marks(
      compile(sources, {
        derived: `beta.round: {formula: acme.share * acme.in-beta, reason: "${reason}"}\n`
      })
    );
  expect(derived("Nearly half of $800 million is nearly $400 million.")).toEqual([]);
  expect(derived("About $300 million.")).toEqual(["PL144 1:58"]);
});

test("assemble(…) holds a series' words against all that was made for it", () => {
  const growth =
    "  acme.growth/2022-03: {says: grew 12%}\n  acme.growth/2022-06: {says: grew 2%}\n";
  const derived = (reason: string): string[] =>
    marks(
      compile(
        {A: growth},
        {
          derived:
            "acme.mean-growth:\n  each: acme.growth[2022-03..2022-06]\n" +
            `  formula: mean(acme.growth[2022-03..period])\n  reason: "${reason}"\n`
        }
      )
    );
  expect(derived("From 12% and 2% come 7%.")).toEqual([]);
  expect(derived("It is 8%.")).toEqual(["PL144 4:11"]);
});

test("assemble(…) reports numbers in the words of measures and assumptions", () => {
  const {diagnostics} = compile(
    {},
    {
      measures:
        "valuation: {label: price over $1 billion, unit: USD}\n" +
        "firms: {label: firms worth over $1 billion, unit: count}\n",
      assumptions:
        'beta.valuation: {says: $3 billion, reason: "$3 billion is more than $2 billion"}\n'
    }
  );
  expect(diagnostics.map(({file, severity, message}) => [file, severity, message])).toEqual([
    [
      "data/assumptions.yaml",
      "error",
      'beta.valuation.reason — says "more than $2 billion", which the words behind it do not'
    ],
    [
      "data/measures.yaml",
      "warning",
      'valuation.label — says "over $1 billion", which the words behind it do not'
    ]
  ]);
});

test("assemble(…) says nothing of a reason whose record was refused", () => {
  const broken = source({reason: "It grew by nearly half."}).replace(
    "around $2.5 billion",
    "a lot"
  );
  expect(marks(compile({A: broken}))).not.toContain("PL144 16:13");
});
