import {readFileSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll, expect, test} from "vitest";
import {createDocument} from "../../src/compile/dom.ts";
import {kindsFor} from "../../src/compile/kinds.ts";
import {compileSite, readSaved} from "../../src/compile/site.ts";
import type {Kind} from "../../src/figure/kind.ts";
import type {StoryChanges} from "../../src/story/changes.ts";
import {parseStory} from "../../src/story/parse.ts";
import type {StorySource} from "../../src/story/source.ts";
import {createPreview} from "../../src/tweak/preview.ts";
import type {Preview, Saved} from "../../src/tweak/preview.ts";
import {writeProject} from "./project.ts";

const root = writeProject();
afterAll(() => rmSync(root, {recursive: true, force: true}));
const site = compileSite(root);
const published = site.stories[0]!.page!;

function preview(kinds = kindsFor("bakery")): Preview {
  const sent = JSON.parse(JSON.stringify(site.stories[0]!.source)) as StorySource;
  return createPreview(sent, kinds, createDocument());
}

/** Kinds that tell of each drawing. */
function tellingKinds(tell: () => void): Record<string, Kind> {
  const told = Object.entries(kindsFor("bakery")).map(([name, kind]): [string, Kind] => {
    const draw: Kind["draw"] = (drawing) => {
      tell();
      return kind.draw(drawing);
    };
    return [name, {...kind, draw}];
  });
  return Object.fromEntries(told);
}

/** A file of the project with other words in it, as it was just saved. */
function saved(path: string, from: string, to: string): Saved {
  const text = readFileSync(join(root, path), "utf8");
  return {file: {path, text: text.replace(from, to)}, story: null};
}

const edit = saved("seeds/one.yaml", "$800 million", "$900 million");

function blocksOf(changes: StoryChanges | null): readonly (readonly [number, string])[] {
  if (changes === null || "all" in changes.blocks) throw new Error("invalid changes");
  return changes.blocks.changed;
}

test("a saved text is shown in the scenes that are seen, and in no other", () => {
  const made = preview();
  made.note(edit);
  expect(blocksOf(made.show(() => false))).toEqual([]);
  const seen = blocksOf(made.show((scene) => scene === "money"));
  expect(seen.map(([i]) => i)).toEqual([2]);
  expect(seen[0]![1]).not.toBe(published.blocks[2]);
  expect(seen[0]![1]).toContain("$450 million");
});

test("a drawing that is not seen stays as it was, and is no mistake for what it still says", () => {
  const made = preview();
  made.note(edit);
  const [[, html]] = blocksOf(made.show((_, __, width) => width !== 340)) as [[number, string]];
  const drawn = (width: number): string =>
    new RegExp(`<section class="step".*(<svg[^>]*data-width="${width}".*?</svg>)`, "s").exec(
      html
    )![1]!;
  expect(drawn(640)).toContain("$450 million");
  expect(drawn(340)).toContain("$400 million");
});

test("a drawing that stays is the one that was drawn last", () => {
  const made = preview();
  made.note(edit);
  made.show(() => true);
  made.note(saved("seeds/one.yaml", "$800 million", "$700 million"));
  const [[, html]] = blocksOf(made.show((_, __, width) => width !== 340)) as [[number, string]];
  const [narrow = ""] = /<svg[^>]*data-width="340".*?<\/svg>/s.exec(
    html.slice(html.indexOf('<section class="step"'))
  )!;
  expect(narrow).toContain("$450 million");
});

test("a saved story is shown too, and one with a mistake is not", () => {
  const made = preview();
  const path = "stories/bakery/story.md";
  const text = readFileSync(join(root, path), "utf8");
  const told = (words: string): Saved => ({
    file: null,
    story: parseStory(text.replace("Beta Labs is valued at", words), path).story
  });
  made.note(told("Beta Labs goes for"));
  const [changed] = blocksOf(made.show(() => true));
  expect(changed![0]).toBe(1);
  expect(changed![1]).toContain("Beta Labs goes for");
  made.note(told("Beta Labs took $7 billion and is valued at"));
  expect(made.show(() => true)).toBeNull();
});

test("what is published takes the place of what was shown, and only where they differ", () => {
  const made = preview();
  made.note(edit);
  const [[, shown]] = blocksOf(made.show((scene) => scene === "money")) as [[number, string]];
  const none = {changed: []};
  const same = {blocks: {changed: [[2, shown] as const]}, cards: none} as unknown as StoryChanges;
  expect(blocksOf(made.settle(same))).toEqual([]);
  // A server that keeps the last good page has published nothing.
  made.note(saved("seeds/one.yaml", "$800 million", "$700 million"));
  made.show((scene) => scene === "money");
  expect(blocksOf(made.settle(undefined))).toEqual([[2, shown]]);
});

test("a text with a mistake shows nothing, and once it is mended all is shown", () => {
  const made = preview();
  made.note(saved("seeds/one.yaml", "$800 million", "a lot"));
  expect(made.show(() => true)).toBeNull();
  made.note({file: {path: "seeds/one.yaml", text: "{{{"}, story: null});
  expect(made.show(() => true)).toBeNull();
  made.note(edit);
  expect(blocksOf(made.show(() => true)).map(([i]) => i)).toEqual([2]);
});

test("a false guard spoils nothing: its words recede", () => {
  const made = preview();
  made.note(saved("seeds/one.yaml", "a $2 billion round", "a $500 million round"));
  const changed = blocksOf(made.show(() => true));
  expect(changed.find(([i]) => i === 1)![1]).toContain('data-holds="false"');
});

test("readSaved(…) tells of texts that the pages have, a story parsed, and of nothing else", () => {
  const file = {path: "seeds/one.yaml", text: readFileSync(join(root, "seeds/one.yaml"), "utf8")};
  expect(readSaved(root, site, "seeds/one.yaml")).toEqual({slug: null, file, story: null});
  expect(readSaved(root, site, "stories/bakery/story.md")).toEqual({
    slug: "bakery",
    file: null,
    story: site.stories[0]!.source!.story
  });
  writeFileSync(join(root, "foreign.yaml"), "a: 1\n");
  for (const other of ["seeds/gone.yaml", "stories/gone/story.md", "foreign.yaml"])
    expect(readSaved(root, site, other), other).toBeNull();
  // A story that cannot be read, or asks for other files, is the server's to tell.
  const story = join(root, "stories/bakery/story.md");
  const text = readFileSync(story, "utf8");
  for (const [from, to] of [
    ["seeds: seeds", "seeds: other"],
    [":::step{#both}", ":::step{#both"]
  ] as const) {
    writeFileSync(story, text.replace(from, to));
    expect(readSaved(root, site, "stories/bakery/story.md"), to).toBeNull();
  }
  writeFileSync(story, text);
});

test("what was shown is forgotten after many edits, and what comes then is shown as well", () => {
  let drawn = 0;
  const made = preview(tellingKinds(() => ++drawn));
  for (let i = 0; i < 110; ++i) {
    made.note(saved("seeds/one.yaml", "$800 million", `$${850 + i} million`));
    const seen = blocksOf(made.show((scene) => scene === "money"));
    expect(seen.map(([n]) => n)).toEqual([2]);
    expect(seen[0]![1]).toContain(`$${850 + i} million`);
    expect(blocksOf(made.settle(undefined)).map(([n]) => n)).toEqual([2]);
  }
  // The last was shown since; the first is drawn again because it is forgotten.
  for (const [amount, isForgotten] of [
    [959, false],
    [850, true]
  ] as const) {
    made.note(saved("seeds/one.yaml", "$800 million", `$${amount} million`));
    drawn = 0;
    made.show((scene) => scene === "money");
    expect(drawn > 0, String(amount)).toBe(isForgotten);
  }
});
