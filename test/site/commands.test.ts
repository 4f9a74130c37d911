import {existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, expect, test, vi} from "vitest";
import {parseEvents} from "js-yaml";
import {run as verify} from "../../src/compile/commands/verify.ts";
import type {Diagnostic} from "../../src/diagnostic.ts";
import {Lock} from "../../src/facts/lock.ts";
import {fixtureProject, root, runCommand} from "./command.ts";

const scratch = mkdtempSync(join(tmpdir(), "plumbline-commands-"));
afterAll(() => rmSync(scratch, {recursive: true, force: true}));

test("read -- fragment prints the quantity as one line of JSON and nothing else", () => {
  const {status, out, err} = runCommand(root, ["read", "at least $600 million"]);
  expect({status, err}).toEqual({status: 0, err: ""});
  expect(out.endsWith("\n")).toBe(true);
  expect(out.trim().split("\n")).toHaveLength(1);
  expect(JSON.parse(out)).toEqual({
    verbatim: "at least $600 million",
    hedge: "at-least",
    value: 600_000_000,
    lower: 600_000_000,
    upper: null,
    lowerOpen: false,
    upperOpen: false,
    unit: "USD",
    significantFigures: 1
  });
});

test("read without an argument answers each line with one line, in order", () => {
  const input = "nearly half\n\na lot\n2024\r\n$2.5 billion";
  const {status, out} = runCommand(root, ["read"], input);
  const answers = out
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as {error?: string; value?: number});
  expect(status).toBe(0);
  expect(answers).toHaveLength(5);
  expect(answers.map(({value}) => value)).toEqual([0.5, undefined, undefined, undefined, 2.5e9]);
  expect(answers.map(({error}) => typeof error)).toEqual([
    "undefined",
    "string",
    "string",
    "string",
    "undefined"
  ]);
});

test("read -- --document FILE gives YAML that is valid as it is and when uncommented", () => {
  const file = join(scratch, "note.txt");
  writeFileSync(file, "A note\n\nThe firm raised at least $600 million from 12 backers.\n");
  const {out} = runCommand(root, ["read", "--document", file]);
  expect(() => parseEvents(out, {filename: "note.yaml"})).not.toThrow();
  expect(out).toContain("at least $600 million");
  const kept = out.replace(/^ {2}# (subject\.measure:|  says:)/gm, "  $1");
  expect(() => parseEvents(kept.replace("subject.measure:", "a.b:"), {filename: ""})).not.toThrow();
});

test("check -- --json prints an array of positioned diagnostics", () => {
  const {out, status} = runCommand(root, ["check", "--json"]);
  expect(Array.isArray(JSON.parse(out))).toBe(true);
  expect(status).toBe(0);
});

test("an unknown command fails with its name", () => {
  const {status, err} = runCommand(root, ["nonsense"]);
  expect(status).toBe(2);
  expect(err).toContain("nonsense");
});

const document = "Title\n\nThe firm raised $600 million.\nIt raised $600 million again.\n";
const hash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

/** A project with one source file, and a folder of documents beside it. */
function project(
  name: string,
  quantities: string,
  sha256: string,
  head = `document: note.txt, sha256: ${sha256}`
): string {
  const folder = join(scratch, name);
  mkdirSync(join(folder, "seeds"), {recursive: true});
  mkdirSync(join(folder, "documents"));
  writeFileSync(join(folder, "documents", "note.txt"), document);
  writeFileSync(
    join(folder, "seeds/x.yaml"),
    `source: {id: X, title: A note, ${head}}\nquantities:\n${quantities}`
  );
  return folder;
}

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return Buffer.from(digest).toString("hex");
}

test("verify writes a lock with the line, offsets and reading of each fragment", async () => {
  const folder = project(
    "sound",
    "  a.b:\n    says: raised $600 million\n    near: again\n    by: ann\n    when: 2024-02\n",
    await sha256(document)
  );
  expect(await verify(["--documents", "documents"], folder)).toBe(0);
  const lock = Lock.parse(JSON.parse(readFileSync(join(folder, "seeds/seeds.lock"), "utf8")));
  const found = lock.fragments["X:a.b"]!;
  expect(found.line).toBe(3);
  expect(found.reading).toEqual({when: "2024-02", by: ["ann"]});
  expect(document.slice(found.start, found.end)).toBe("raised $600 million");
});

test.each([
  ["an absent fragment", "  a.b: {says: raised $700 million}\n", true],
  ["a fragment that stands twice", "  a.b: {says: raised $600 million}\n", true],
  ["a near that is absent", "  a.b: {says: raised $600 million, near: nowhere}\n", true],
  ["a part of a longer number", "  a.b: {says: 00 million}\n", true],
  ["another document's hash", "  a.b: {says: again}\n", false]
])("verify refuses %s and writes no lock", async (name, quantities, own) => {
  const folder = project(
    name.replaceAll(" ", "-"),
    quantities,
    own ? await sha256(document) : hash
  );
  expect(await verify(["--documents", "documents"], folder)).toBe(1);
  expect(() => readFileSync(join(folder, "seeds/seeds.lock"))).toThrow();
});

test("verify reads no document outside the folder that it was given", async () => {
  const own = await sha256(document);
  for (const [i, name] of ["../note.txt", "sub/../../note.txt", "..\\note.txt", ".."].entries()) {
    const head = `document: '${name}', sha256: ${own}`;
    const folder = project(`outside-${i}`, "  a.b: {says: again}\n", own, head);
    mkdirSync(join(folder, "documents/sub"));
    writeFileSync(join(folder, "note.txt"), document);
    expect(await verify(["--documents", "documents"], folder), name).toBe(1);
    expect(() => readFileSync(join(folder, "seeds/seeds.lock"))).toThrow();
  }
});

test("verify warns of a hedge that the document has and the fragment has not", async () => {
  const text = "Title\n\nIt raised more than $600 million.\n";
  const folder = project("cut", "  a.b: {says: $600 million}\n", await sha256(text));
  writeFileSync(join(folder, "documents/note.txt"), text);
  const said = vi.spyOn(console, "error").mockImplementation(() => {});
  expect(await verify(["--documents", "documents"], folder)).toBe(0);
  expect(said.mock.calls[0]).toEqual([
    "seeds/x.yaml:3:15 PL129 warning: a.b.says — reads as $600 million, but with the document's " +
      "words around it as more than $600 million (quote the hedge too: more than $600 million)"
  ]);
  said.mockRestore();
  expect(existsSync(join(folder, "seeds/seeds.lock"))).toBe(true);
});

test("verify refuses a folder where a document should be", async () => {
  const folder = project("folder", "  a.b: {says: again}\n", "", "document: sub");
  mkdirSync(join(folder, "documents/sub"));
  expect(await verify(["--documents", "documents"], folder)).toBe(1);
});

test("verify refuses a source that names a document and not its sha256", async () => {
  const head = "document: note.txt";
  const folder = project("no-hash", "  a.b: {says: again}\n", "", head);
  expect(await verify(["--documents", "documents"], folder)).toBe(1);
  expect(() => readFileSync(join(folder, "seeds/seeds.lock"))).toThrow();
});

test("verify does not vouch for a number that stands in the place of what the fragment says", async () => {
  const folder = project(
    "overridden",
    "  a.b: {says: raised $600 million, near: again, value: 7e8}\n",
    await sha256(document)
  );
  mkdirSync(join(folder, "data"));
  writeFileSync(join(folder, "data/entities.yaml"), "a: {name: A, kind: company}\n");
  writeFileSync(join(folder, "data/measures.yaml"), "b: {label: raised, unit: USD}\n");
  expect(await verify(["--documents", "documents"], folder)).toBe(1);
  expect(() => readFileSync(join(folder, "seeds/seeds.lock"))).toThrow();
});

test("check tells a mistake in a story's own kind where it stands, and nothing that follows from it", () => {
  const fixture = fixtureProject();
  const figures = join(fixture.folder, "stories/tour/figures");
  mkdirSync(figures);
  const answer = (code: string): {place: string; message: string}[] => {
    writeFileSync(join(figures, "own.ts"), code);
    const {status, out, err} = runCommand(fixture.folder, ["check", "--json"]);
    expect({status, err}).toEqual({status: 1, err: ""});
    const found = JSON.parse(out) as Diagnostic[];
    return found.map((d) => {
      expect(d.hint).not.toBe("");
      return {place: `${d.code} ${d.file}:${d.line}:${d.column}`, message: d.message};
    });
  };
  try {
    const story = join(fixture.folder, "stories/tour/story.md");
    writeFileSync(story, readFileSync(story, "utf8").replace("number-line", "own"));
    runCommand(fixture.folder, ["check", "--write"]);
    const own = "PL402 stories/tour/figures/own.ts";
    expect(answer("export const own = {\n  draw( => 1\n};\n")).toEqual([
      {place: `${own}:2:9`, message: "the code fails: unexpected token"}
    ]);
    const types = "interface A {\n  readonly a: 1;\n}\n";
    expect(answer(`${types}export const a: A = {a: 1};\n  throw new Error("Oh no");\n`)).toEqual([
      {place: `${own}:5:9`, message: "the code fails: Oh no"}
    ]);
    expect(answer('import {a} from "./other.ts";\nexport const b = a;\n')).toEqual([
      {place: `${own}:1:17`, message: 'there is no "./other.ts" to import'}
    ]);
    const draws = (draw: string): string =>
      'import {numberLine} from "../../../src/figure/kinds/number-line.ts";\n' +
      `export const own = {...numberLine, name: "own", draw: () => ${draw}};\n`;
    expect(answer(draws("{ throw new Error('no pen'); }"))).toEqual([
      {
        place: "PL404 stories/tour/story.md:6:24",
        message: "the kind own fails to draw: no pen"
      }
    ]);
    const {status, err} = runCommand(fixture.folder, ["build"]);
    expect(status).toBe(1);
    expect(err).toContain("story.md:6:24 PL404");
    expect(err).toMatch(/\nthe build stops: 1 error\s*$/);
    expect(err).not.toMatch(/^ +at /m);
  } finally {
    fixture.remove();
  }
}, 120_000);

test("lineage prints what a fact depends on and every place that follows, or one JSON object", () => {
  const {status, out, err} = runCommand(root, ["lineage", "alibaba-cloud.mean-growth-then-public"]);
  expect({status, err}).toEqual({status: 0, err: ""});
  expect(out).toMatch(
    /^alibaba-cloud\.mean-growth-then-public, a fact\n {2}data\/derived\.yaml:\d+:1\n/
  );
  expect(out).toMatch(/the-register-2022-08\.yaml:\d+:\d+ +the-register-2022-08, a source\n/);
  expect(out).toMatch(/\nwhat depends on it: nothing\n/);
  expect(out).toMatch(/story\.md:\d+:\d+ +step mean prints it\n/);
  const json = runCommand(root, ["lineage", "alibaba-cloud.mean-growth-then-public", "--json"]);
  expect(json.out.trim().split("\n")).toHaveLength(1);
  expect(JSON.parse(json.out)).toMatchObject({
    kind: "fact",
    file: "data/derived.yaml",
    dependents: []
  });
});

test("lineage says what is wrong with what it is asked", () => {
  const ask = (...args: string[]) => {
    const {status, out, err} = runCommand(root, ["lineage", ...args]);
    return {status, out, err: err.trim()};
  };
  expect(ask("minimax.valuatoin")).toEqual({
    status: 1,
    out: "",
    err: 'no record is called "minimax.valuatoin" (did you mean "minimax.valuation"?)'
  });
  expect(ask()).toMatchObject({status: 2, out: ""});
  expect(ask("a.b", "c.d")).toMatchObject({status: 2, err: "lineage takes one id"});
  expect(ask("a.b", "--yaml")).toMatchObject({status: 2, out: ""});
});
