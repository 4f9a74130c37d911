import {expect, test} from "vitest";
import {emptyLock} from "../../src/facts/lock.ts";
import type {Reading} from "../../src/facts/lock.ts";
import {compile, marks} from "./project.ts";

const hash = "0".repeat(64);

test("assemble(…) tells from the lock what is verified, edited or neither", () => {
  const text =
    `source: {id: A, title: t, document: a.txt, sha256: "${hash}"}\nquantities:\n` +
    "  beta.valuation: {says: at $2.5 billion}\n" +
    "  beta.round: {says: a $2 billion round}\n" +
    "  acme.round: {says: a $3 billion round}\n";
  const result = compile(
    {A: text},
    {
      lock: {
        version: 1,
        sources: {A: {document: "a.txt", sha256: hash}},
        fragments: {
          "A:beta.valuation": {says: "at $2.5 billion", line: 4, start: 9, end: 24},
          "A:beta.round": {says: "a $1 billion round", line: 4, start: 9, end: 24}
        }
      }
    }
  );
  const {claims} = result.dataset;
  expect(claims["A:beta.valuation"]).toMatchObject({verified: true, line: 4, origin: "seed"});
  expect(claims["A:beta.round"]).toMatchObject({verified: false, line: null, origin: "edited"});
  expect(claims["A:acme.round"]).toMatchObject({verified: false, line: null, origin: "seed"});
  expect(marks(result)).toEqual(["PL126 4:22", "PL125 5:3"]);
});

const verified = {says: "grew by 一半", line: 1, start: 0, end: 10};

/** The warnings of a claim whose lock says that it was verified, perhaps with some reading. */
function standing(keys: string, reading?: Reading): string[] {
  const compiled = compile(
    {
      A:
        "source: {id: A, title: t, lang: zh}\nquantities:\n" +
        `  acme.share:\n    says: grew by 一半\n    gloss: by half\n${keys}`
    },
    {lock: {...emptyLock, fragments: {"A:acme.share": {...verified, reading}}}}
  );
  expect(compiled.dataset.claims["A:acme.share"]).toMatchObject({origin: "seed", verified: true});
  return compiled.diagnostics.map(
    ({code, severity, line, column, message}) => `${code} ${severity} ${line}:${column} ${message}`
  );
}

test("assemble(…) tells what was read out of a fragment and edited since its verification", () => {
  const was = {gloss: "by half", when: "2024-02", by: ["ann"]};
  expect(standing("    when: 2024-02\n    by: ann\n", was)).toEqual([]);
  expect(standing("    when: 2024-03\n    by: [ann, beta]\n", was)).toEqual([
    "PL126 warning 6:11 acme.share.when — differs from what was verified: 2024-02",
    "PL126 warning 7:9 acme.share.by — differs from what was verified: ann"
  ]);
  expect(standing("    when: 2024-02\n", was)).toEqual([
    "PL126 warning 3:3 acme.share.by — differs from what was verified: ann"
  ]);
  expect(standing("    unit: ratio\n", {gloss: "by a third"})).toEqual([
    "PL126 warning 5:12 acme.share.gloss — differs from what was verified: by a third",
    "PL126 warning 6:11 acme.share.unit — was not there when this was verified"
  ]);
});

test("assemble(…) tells a record's edits too, and nothing where the lock kept no reading", () => {
  expect(standing("    when: 2024-02\n    by: ann\n")).toEqual([]);
  const lock = {
    ...emptyLock,
    fragments: {"A:hired": {says: "hired Ann", line: 1, start: 0, end: 9, reading: {when: "2024"}}}
  };
  const source =
    "source: {id: A, title: t}\nevents:\n" +
    "  hired: {what: Acme hires Ann, says: hired Ann, when: 2025}\n";
  expect(marks(compile({A: source.replace("2025", '"2025"')}, {lock}))).toEqual(["PL126 3:56"]);
});

const records =
  "source: {id: A, title: t}\n" +
  "quantities:\n  acme.share: {says: nearly half, status: [provisional]}\n" +
  "relations:\n  backs: {from: acme, type: backs, to: beta, says: Acme backs Beta}\n" +
  "events:\n  hired: {what: Acme hires, who: acme, says: hired Ann}\n" +
  "  left: {what: Ann leaves, who: [ann, beta], after: A:hired, says: Ann left}\n" +
  "statements:\n  praise: {about: acme, gist: Acme is liked, says: liked by all}\n";

/** The lock of these records, as verify would write it. */
const lock = {
  ...emptyLock,
  fragments: Object.fromEntries(
    (
      [
        ["acme.share", "nearly half", {status: ["provisional"]}],
        ["backs", "Acme backs Beta", {from: "acme", type: "backs", to: "beta"}],
        ["hired", "hired Ann", {who: ["acme"]}],
        ["left", "Ann left", {who: ["ann", "beta"], after: ["A:hired"]}],
        ["praise", "liked by all", {about: ["acme"]}]
      ] as const
    ).map(([key, says, reading]) => [`A:${key}`, {says, line: 1, start: 0, end: 9, reading}])
  )
} as unknown as typeof emptyLock;

test.each([
  ["from: acme", "from: beta", "backs.from", "acme"],
  ["type: backs", "type: sues", "backs.type", "backs"],
  ["to: beta", "to: acme", "backs.to", "beta"],
  ["who: acme", "who: beta", "hired.who", "acme"],
  ["[ann, beta]", "[ann]", "left.who", "ann, beta"],
  ["after: A:hired, ", "", "left.after", "A:hired"],
  ["about: acme", "about: beta", "praise.about", "acme"],
  ["[provisional]", "[restated-later]", "acme.share.status", "provisional"]
])("assemble(…) tells that %j was edited to %j since its verification", (was, is, path, locked) => {
  expect(records).toContain(was);
  expect(compile({A: records.replace(was, is)}, {lock}).diagnostics).toMatchObject([
    {
      code: "PL126",
      severity: "warning",
      message: `${path} — differs from what was verified: ${locked}`
    }
  ]);
});

test("assemble(…) lets authors change their own words for what was verified", () => {
  const text = records.replace("Acme hires", "Acme takes on").replace("is liked", "is loved");
  expect(compile({A: records}, {lock}).diagnostics).toEqual([]);
  expect(compile({A: text}, {lock}).diagnostics).toEqual([]);
});

test("assemble(…) holds near to the length that a source allows, as it does says", () => {
  const claim = (near: string): string =>
    `  beta.valuation: {says: at $2.5 billion, near: ${near}}\n`;
  expect(marks(compile({A: claim("one two three four five six seven eight")}))).toEqual([]);
  expect(marks(compile({A: claim("one two three four five six seven eight nine")}))).toEqual([
    "PL106 3:49"
  ]);
});
