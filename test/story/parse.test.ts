import {expect, test} from "vitest";
import {parseStory} from "../../src/story/parse.ts";
import {boundIn, scenesOf, stateAt} from "../../src/story/story.ts";
import type {Block, Inline, Scene, Story} from "../../src/story/story.ts";
import {sceneText, storyText} from "./bakery.ts";
import {placed} from "./caret.ts";

const file = "stories/bread/story.md";

function read(body: string, front?: string): Story {
  const {story, diagnostics} = parseStory(storyText(body, front), file);
  expect(placed(diagnostics)).toEqual([]);
  return story!;
}

function sceneOf(story: Story): Scene {
  return scenesOf(story)[0]!;
}

function wordsOf(nodes: readonly (Block | Inline)[]): string {
  return nodes
    .map((node) => {
      if (node.type === "bound") return `[${node.ref}|${node.format}]`;
      if (node.type === "list") return node.items.map((item) => wordsOf(item)).join("/");
      if ("children" in node) return wordsOf(node.children);
      return "value" in node ? node.value : "";
    })
    .join("");
}

test("parseStory(text, file) reads front matter with its defaults", () => {
  const {front, slug} = read("");
  expect(slug).toBe("bread");
  expect(front).toMatchObject({
    seeds: ["seeds"],
    data: ["data"],
    home: false,
    site: null,
    license: null,
    authors: [],
    lang: "en",
    tweak: "local"
  });
});

test("parseStory(text, file) reads a folder or a list of files for seeds and data", () => {
  const {front} = read("", "title: Bread\nseeds: [seeds/a.yaml, seeds/b.yaml]\ndata: more");
  expect(front.seeds).toEqual(["seeds/a.yaml", "seeds/b.yaml"]);
  expect(front.data).toEqual(["more"]);
});

test("parseStory(text, file) binds numbers in title and standfirst", () => {
  const front = 'title: "{{bakery.price}} a loaf"\nstandfirst: A {{A:bakery.price | short}} loaf';
  const story = read("", front);
  expect(wordsOf(story.front.title)).toBe("[bakery.price|spoken] a loaf");
  expect(wordsOf(story.front.standfirst)).toBe("A [A:bakery.price|short] loaf");
  const [price] = boundIn(story.front.standfirst);
  expect(price).toMatchObject({at: {line: 3, column: 17}, formatAt: {line: 3, column: 34}});
});

test("parseStory(text, file) reads a scene, its step and their attributes", () => {
  const scene = sceneOf(
    read(
      sceneText("Words.", " order=up holds='a > 1'", ' highlight="A:fresh" minutes=1.5 show=all')
    )
  );
  expect(scene).toMatchObject({id: "loaf", line: 4, column: 12});
  expect(scene.kind).toMatchObject({value: "list", line: 4, column: 17});
  expect(scene.facts.map(({id}) => id)).toEqual(["bakery.price", "A:fresh"]);
  expect(scene.facts[1]).toMatchObject({line: 4, column: 47});
  expect(scene.holds?.value).toBe("a > 1");
  expect(scene.options.map(({name, value}) => [name, value])).toEqual([["order", "up"]]);
  expect(scene.steps[0]).toMatchObject({id: "first", minutes: 1.5, skip: false});
  expect(stateAt(scene, "first")).toEqual({attributes: {show: "all"}, highlight: ["A:fresh"]});
});

test("stateAt(scene, step) takes nothing from the steps before and throws for an unknown one", () => {
  const body = sceneText("Words.", "", " show=first").replace(
    "\n::::\n",
    "\n:::step{#second}\nMore.\n:::\n::::\n"
  );
  const scene = sceneOf(read(body));
  expect(stateAt(scene, "second")).toEqual({attributes: {}, highlight: []});
  expect(() => stateAt(scene, "third")).toThrow("no such step in loaf: third");
});

test("parseStory(text, file) gives an attribute without a value the value true", () => {
  expect(sceneOf(read(sceneText("Words.", " bare"))).options[0]).toMatchObject({
    name: "bare",
    value: "true"
  });
});

test("parseStory(text, file) reads talk=skip and notes, numbers of notes bound and not linted", () => {
  const words = "Words.\n<!-- notes: wait 3 s\n\nthen {{bakery.price}} [step] go -->";
  const [step] = sceneOf(read(sceneText(words, "", " talk=skip"))).steps;
  expect(step!.skip).toBe(true);
  expect(step!.notes.map((note) => wordsOf(note))).toEqual([
    "wait 3 s\n\nthen [bakery.price|spoken] [step] go"
  ]);
  expect(wordsOf(step!.blocks)).toBe("Words.");
});

test("parseStory(text, file) keeps colons in text: leaf and text directives are off", () => {
  const {parts} = read("At noon:word, as {{A:bakery.price | verbatim}} a :loaf[x]{y}.\n\n::leaf\n");
  expect(wordsOf(parts.flatMap((part) => (part.type === "prose" ? part.blocks : [])))).toBe(
    "At noon:word, as [A:bakery.price|verbatim] a :loaf[x]{y}.::leaf"
  );
});

test("parseStory(text, file) keeps times and ratios whole, as digits to be waived", () => {
  const {parts} = read("Open from 10:30, three parts are 3:1. <!-- as is: 10:30; 3:1; three -->");
  expect(parts[0]).toMatchObject({typed: []});
  expect(wordsOf(parts.flatMap((part) => (part.type === "prose" ? part.blocks : [])))).toBe(
    "Open from 10:30, three parts are 3:1."
  );
});

test("parseStory(text, file) takes prose before, between and after scenes", () => {
  const {parts} = read(`Before.\n\n${sceneText("Words.")}\nAfter.\n`);
  expect(parts.map(({type}) => type)).toEqual(["prose", "scene", "prose"]);
});

test("parseStory(text, file) reads lists, quotations, emphasis, code, links and breaks", () => {
  const {parts} = read(
    "## Head\n\n- a\n- *b* **c**\n\n> q\n\n`x` [l](https://example.org) <https://example.org/2024>\\\nend [r]\n\n---\n\n```\ncode\n```\n\n[r]: other.html\n"
  );
  const blocks = parts.flatMap((part) => (part.type === "prose" ? part.blocks : []));
  expect(blocks.map(({type}) => type)).toEqual([
    "heading",
    "list",
    "blockquote",
    "paragraph",
    "thematicBreak",
    "code"
  ]);
  const inlines = blocks[3]?.type === "paragraph" ? blocks[3].children : [];
  expect(inlines.map(({type}) => type)).toEqual([
    "inlineCode",
    "text",
    "link",
    "text",
    "link",
    "break",
    "text",
    "link"
  ]);
  expect(inlines.at(-1)).toMatchObject({url: "other.html"});
});

test("parseStory(text, file) does not turn indented prose to code", () => {
  const [step] = sceneOf(read(sceneText("    Indented words."))).steps;
  expect(step!.blocks[0]).toMatchObject({type: "paragraph"});
});

test("parseStory(text, file) lets a comment interrupt no paragraph and make no break", () => {
  const [step] = sceneOf(read(sceneText("Two <!-- as is: Two -->\n<!-- plain -->\nend."))).steps;
  expect(step!.blocks).toHaveLength(1);
  expect(wordsOf(step!.blocks).replace(/\s+/g, " ")).toBe("Two end.");
});

test("parseStory(text, file) reads CRLF and a byte order mark as it reads LF", () => {
  const text = storyText(sceneText("Words {{bakery.price}}."));
  const plain = parseStory(text, file);
  const windows = parseStory(`\uFEFF${text.replaceAll("\n", "\r\n")}`, file);
  expect(windows).toEqual(plain);
});

test("parseStory(text, file) escapes braces that are not to bind", () => {
  const {parts} = read("Write \\{\\{bakery.price}} or `{{bakery.price}}`.");
  expect(boundIn(parts.flatMap((part) => (part.type === "prose" ? part.blocks : [])))).toEqual([]);
});

test("a story is plain data: JSON carries it whole", () => {
  const story = read(`Lead.\n\n${sceneText("Words {{bakery.price}} *so*. <!-- notes: n -->")}`);
  expect(JSON.parse(JSON.stringify(story))).toEqual(story);
});

test("parseStory(…) answers quotes nested thousands deep with a diagnostic", () => {
  const text = `---\ntitle: T\n---\n\n${">".repeat(6000)} deep\n`;
  const {story, diagnostics} = parseStory(text, "stories/deep/story.md");
  expect(story).toBeNull();
  expect(diagnostics.map(({code}) => code)).toEqual(["PL386"]);
});
