import {cpSync, mkdtempSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, test} from "vitest";
import {traceLineage} from "../../src/compile/lineage.ts";
import type {Answer} from "../../src/compile/lineage.ts";
import {root} from "../site/command.ts";

const base = join(root, "test/golden/base");

function trace(id: string, folder = base): Answer {
  const answer = traceLineage(folder, id);
  if ("error" in answer) throw new Error(answer.error);
  return answer;
}

/** What the project's file has where a place points. */
function textAt({file, line, column}: {file: string; line: number; column: number}): string {
  return readFileSync(join(root, file), "utf8")
    .split("\n")
    [line - 1]!.slice(column - 1);
}

test("every place that lineage names has the id, or a reference to what depends on it", () => {
  const ids = [
    "B:minimax.valuation",
    "alibaba-cloud.growth/2022-06",
    "A",
    "moonshot.credits-share"
  ];
  for (const id of ids) {
    const {dependsOn, dependents, uses} = trace(id, root);
    expect(uses.length, id).toBeGreaterThan(3);
    for (const each of [...dependsOn, ...dependents]) {
      if (each.file === "") throw new Error(`${each.id} is nowhere`);
      // A claim is written under its document's id, a series' member under the series'.
      const key = each.id.replace(/^[^:]*:/, "").replace(/\/.*$/, "");
      const written = each.kind === "source" ? `id: ${each.id}` : key;
      expect(textAt(each).slice(0, written.length)).toBe(written);
    }
    for (const use of uses.filter(({how}) => how === "printed"))
      expect(
        use.ids.some((read) => textAt(use).includes(read)),
        `${use.line}`
      ).toBe(true);
    for (const use of uses.filter(({how}) => how === "highlighted" || how === "code"))
      expect(textAt(use), `${use.how} ${use.line}`).toMatch(/^[A-Za-z]/);
  }
});

test("a use says how, in which scene and step, and through what", () => {
  const {uses} = trace("alibaba-cloud.growth/2022-06", root);
  const mean = "alibaba-cloud.mean-growth-then-public";
  expect(uses).toContainEqual(
    expect.objectContaining({how: "printed", scene: "growth", step: "mean", ids: [mean]})
  );
  expect(uses.some(({how, step}) => how === "guard" && step === null)).toBe(true);
  expect(uses.some(({how, ids}) => how === "drawn" && ids.length > 1)).toBe(true);
});

test("the code of a story's own figures is followed too", () => {
  const {uses} = trace("moonshot.credits-share", root);
  const code = uses.filter(({how}) => how === "code");
  for (const use of code) expect(textAt(use)).toMatch(/^[\w.:-]+"/);
  expect(code.map((use) => textAt(use).split('"')[0])).toContain("A:moonshot.credits-share");
});

test("names, unit and floor, and the editor's decision are among what a fact depends on", () => {
  const kinds = trace("minimax.valuation", root).dependsOn.map(({kind, id}) => `${kind} ${id}`);
  expect(kinds).toContain("entity minimax");
  expect(kinds).toContain("measure valuation");
  expect(kinds).toContain("decision minimax.valuation");
  const without = trace("beta.valuation").dependsOn.map(({kind}) => kind);
  expect(without).not.toContain("decision");
});

test("a fact stands where the claim is that it prints, and a key of an option is followed", () => {
  const {file, uses} = trace("moonshot.valuation", root);
  expect(file).toBe("seeds/minimax-round.yaml");
  const option = uses.find(({how, scene}) => how === "option" && scene === "ledger")!;
  expect(textAt(option)).toMatch(/^moonshot\.valuation: /);
});

test("where something cannot be read, an unknown id is not taken for a slip", () => {
  const folder = join(root, "test/golden/malformed-yaml");
  const project = mkdtempSync(join(tmpdir(), "plumbline-lineage-"));
  try {
    for (const from of [base, folder]) cpSync(from, project, {recursive: true});
    expect(traceLineage(project, "beta.valuatoin")).toMatchObject({
      hint: "some of it cannot be read: run npm run check"
    });
  } finally {
    rmSync(project, {recursive: true, force: true});
  }
});

test("an id that is none gives its nearest neighbour", () => {
  expect(traceLineage(base, "beta.valuatoin")).toEqual({
    error: 'no record is called "beta.valuatoin"',
    hint: 'did you mean "beta.valuation"?'
  });
  expect(traceLineage(base, "__proto__")).toMatchObject({error: 'no record is called "__proto__"'});
});
