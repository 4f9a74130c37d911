import {rmSync} from "node:fs";
import {afterAll, expect, test} from "vitest";
import {compilerOf, writeProject} from "../tweak/project.ts";

const root = writeProject();
afterAll(() => rmSync(root, {recursive: true, force: true}));
const compiler = compilerOf(root);
const sceneOf = (edits: ReadonlyMap<string, string>, id: string): string => {
  const {page} = compiler.render(compiler.assemble(edits)).compiled!;
  return page.blocks.find((block) => block.includes(`id="${id}"`))!;
};
const sentence = "Edited, and said by no source: Beta Labs: valuation.";

test("a figure that has an edited number says so in its source line, descriptions, table and marks", () => {
  const scene = sceneOf(new Map([["TWO:beta.valuation", "around $3 billion"]]), "price");
  const [, source = ""] = /<figcaption class="pl-source">(.*?)<\/figcaption>/.exec(scene) ?? [];
  expect(source.startsWith(`<strong>${sentence}</strong> Sources: `)).toBe(true);
  expect(
    scene.match(/class="pl-description"[^>]*>[^<]*/g)!.every((words) => words.endsWith(sentence))
  ).toBe(true);
  expect(/<caption[^>]*>([^<]*)/.exec(scene)![1]).toContain(sentence);
  // This kind says it in words beside the mark, and leaves the quotation as it is.
  const row =
    /<g[^>]* data-claim="TWO:beta.valuation"[^>]*>.*?<text[^>]*fill="var\(--pl-edited\)"[^>]*>about, edited<\/text>/s;
  expect(scene).toMatch(row);
});

test("a figure without one says nothing of it", () => {
  const scene = sceneOf(new Map([["ONE:acme.in-beta", "over $1 billion"]]), "price");
  expect(scene).not.toContain("Edited, and said");
  expect(scene).not.toContain('data-origin="edited"');
});

test("an edit does not move a number to another part of its figure", () => {
  const keys = (scene: string): string[] =>
    [...scene.matchAll(/data-key="(row:[^"]*|rule:[^"]*)"/g)].map(([, key]) => key!);
  const published = sceneOf(new Map(), "money");
  const edited = sceneOf(new Map([["acme.credits", "acme.in-beta / 2"]]), "money");
  expect(keys(edited)).toEqual(keys(published));
  expect(keys(edited).length).toBeGreaterThan(0);
});
