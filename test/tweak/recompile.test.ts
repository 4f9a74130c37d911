import {readFileSync, rmSync} from "node:fs";
import {join} from "node:path";
import {afterAll, expect, test} from "vitest";
import {compileSite} from "../../src/compile/site.ts";
import {changesBetween} from "../../src/story/changes.ts";
import type {PageContent} from "../../src/story/compile.ts";
import {countMistakes, mistakesIn} from "../../src/tweak/source/mistakes.ts";
import {compilerOf, writeProject} from "./project.ts";

const root = writeProject();
afterAll(() => rmSync(root, {recursive: true, force: true}));
const compiler = compilerOf(root);
const published = compiler.published.compiled!.page;

test("createCompiler(…) makes the page that the build makes, from what is published", () => {
  const built = compileSite(root).stories[0]!.page!;
  expect(published).toEqual(built);
});

test("an edit makes what it reaches anew, and shows it as edited", () => {
  const edited = compiler.assemble(new Map([["ONE:acme.in-beta", "over $1 billion"]]));
  const page = compiler.render(edited).compiled!.page;
  const {blocks} = changesBetween(published, page);
  const changed = "changed" in blocks ? blocks.changed.map(([i]) => i) : [];
  // The first scene, which reads nothing of it, stays; the opening says what is edited.
  expect(changed).toEqual([0, 2, 3]);
  expect(page.blocks[0]).toContain("Edited, and said by no source: Acme: invested in Beta Labs.");
  expect(page.blocks[2]).toMatch(/data-fact="acme.credits"[^>]*data-origin="edited"/);
});

test("a part leaves what is not wanted as it was, and the whole brings it up to date", () => {
  const edited = compiler.assemble(
    new Map([
      ["ONE:acme.in-beta", "over $1 billion"],
      ["ONE:beta.round", "over $3 billion"]
    ])
  );
  const part = compiler.render(edited, {
    wants: (id) => id === "money",
    before: compiler.published.compiled!,
    binds: "all"
  }).compiled!.page;
  const whole = compiler.render(edited).compiled!.page;
  expect(part.blocks[1]).toBe(published.blocks[1]);
  expect(part.blocks[2]).toBe(whole.blocks[2]);
  expect(part.blocks[2]).not.toBe(published.blocks[2]);
  expect(part.cards).toBe(published.cards);
  expect(whole.blocks[1]).not.toBe(published.blocks[1]);
});

test("a drawing that nobody wants yet stays as it was, and the whole brings it up to date", () => {
  const edited = compiler.assemble(new Map([["ONE:acme.in-beta", "over $1 billion"]]));
  compiler.render(compiler.published);
  const drawn = (page: PageContent, width: number): string[] =>
    page.blocks[2]!.match(new RegExp(`<svg[^>]*data-width="${width}".*?</svg>`, "gs")) ?? [];
  const part = compiler.render(edited, {
    wants: (scene, _, width) => scene === "money" && width !== 340,
    before: compiler.published.compiled!,
    binds: "all"
  }).compiled!.page;
  const whole = compiler.render(edited).compiled!.page;
  expect(drawn(whole, 340)).not.toEqual(drawn(published, 340));
  expect(drawn(part, 340)).toEqual(drawn(published, 340));
  expect(drawn(part, 640)).toEqual(drawn(whole, 640));
});

test("a sentence whose guard holds no more recedes, and says why", () => {
  const edited = compiler.assemble(new Map([["ONE:beta.round", "a $500 million round"]]));
  const {compiled, diagnostics} = compiler.render(edited);
  expect(compiled!.page.blocks[1]).toContain('data-holds="false"');
  expect(diagnostics.map(({code}) => code)).toContain("PL351");
});

test("ids of no input are told, and change nothing", () => {
  const {assembled, missing} = compiler.assemble(
    new Map([
      ["ONE:gone", "$1"],
      ["constructor", "$1"]
    ])
  );
  expect(missing).toEqual(["ONE:gone", "constructor"]);
  expect(assembled.dataset).toEqual(compiler.published.assembled.dataset);
});

const textOf = (path: string): string => readFileSync(join(root, path), "utf8");

test("assembleTexts(…) compiles what is typed, and finds its mistakes here and elsewhere", () => {
  const one = textOf("seeds/one.yaml").replace("a $2 billion round", "a lot");
  const [wrong, whole] = [compiler.assembleTexts(new Map([["seeds/one.yaml", one]])), compiler];
  const here = mistakesIn("seeds/one.yaml", wrong, whole);
  expect(here.here.map(({line, column, code}) => [line, column, code])).toEqual([[6, 22, "PL104"]]);
  expect(here.elsewhere).toEqual([]);
  expect(countMistakes(here)).toBe("1 error in this file");
  // The same texts give what is published.
  const same = compiler.assembleTexts(new Map([["seeds/one.yaml", textOf("seeds/one.yaml")]]));
  expect(same.dataset).toEqual(compiler.published.assembled.dataset);
  const gone = new Map([["data/entities.yaml", textOf("data/entities.yaml").replace("beta", "b")]]);
  const {here: none, elsewhere} = mistakesIn(
    "data/entities.yaml",
    compiler.assembleTexts(gone),
    compiler
  );
  expect(none).toEqual([]);
  expect(new Set(elsewhere.map(({code}) => code))).toEqual(new Set(["PL111"]));
  expect(new Set(elsewhere.map(({file}) => file))).toContain("seeds/two.yaml");
});

test("what only follows from a file that cannot be read is not told", () => {
  const texts = new Map([["data/entities.yaml", "acme: ["]]);
  const mistakes = mistakesIn("data/entities.yaml", compiler.assembleTexts(texts), compiler);
  expect(mistakes.here.map(({code}) => code)).toEqual(["PL101"]);
  expect(mistakes.elsewhere).toEqual([]);
  expect(countMistakes({here: [], elsewhere: []})).toBe("Nothing wrong in this file");
});
