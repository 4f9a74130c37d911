import {expect, test} from "vitest";
import type {Diagnostic} from "../../src/diagnostic.ts";
import type {Kind} from "../../src/figure/kind.ts";
import {bindStory} from "../../src/story/bind.ts";
import type {BoundStory} from "../../src/story/bind.ts";
import {lintDrawnText} from "../../src/story/drawn.ts";
import {parseStory} from "../../src/story/parse.ts";
import {bakery, guards, list, sceneText, storyText} from "./bakery.ts";
import {atCaret, placed} from "./caret.ts";

function bind(text: string, kind: Kind = list): {bound: BoundStory; diagnostics: Diagnostic[]} {
  const {story} = parseStory(text, "stories/bread/story.md");
  const {bound, diagnostics} = bindStory(story!, bakery, {list: kind}, guards);
  return {bound: bound!, diagnostics};
}

const scene = (words: string, ...rest: string[]): string => storyText(sceneText(words, ...rest));

/** The kind with other words of its own. */
function saying(words: Partial<Pick<Kind, "measure" | "describe" | "table">>): Kind {
  return {...list, ...words} as Kind;
}

const table = {caption: "What is listed", columns: ["what"], rows: [[{text: "bread"}]]};

test("lintDrawnText(…) reports quantities that no declared record has, each once", () => {
  const {bound} = bind(scene("Words."));
  const texts = ["$4", "at least $6", "$7", "again $7", "“it is fresh”", "A loaf"];
  const found = lintDrawnText(bound, "loaf", texts);
  expect(placed(found)).toEqual(["PL374 4:12"]);
  expect(found[0]!.message).toContain('"$7"');
});

test("lintDrawnText(…) lets the bare numeral of a printed quantity stand", () => {
  const {bound} = bind(scene("Words."));
  expect(lintDrawnText(bound, "loaf", ["4", "+6"])).toEqual([]);
  expect(placed(lintDrawnText(bound, "loaf", ["7"]))).toEqual(["PL374 4:12"]);
});

test("lintDrawnText(…) throws for a scene that the story does not have", () => {
  const {bound} = bind(scene("Words."));
  expect(() => lintDrawnText(bound, "crumb", [])).toThrow("no such scene: crumb");
});

const words: readonly (readonly [part: string, kind: Kind])[] = [
  ["description", saying({describe: () => "A loaf costs $7."})],
  ["measure line", saying({measure: () => "dollars, of $7 a loaf"})],
  ["table", saying({table: () => ({...table, caption: "What costs $7"})})],
  ["table", saying({table: () => ({...table, columns: ["what costs $7"]})})],
  ["table", saying({table: () => ({...table, rows: [[{text: "bread"}, {text: "$7"}]]})})]
];
for (const [i, [part, kind]] of words.entries())
  test(`lintDrawnText(…) reports a quantity that the ${part} says and no record has (${i + 1})`, () => {
    const found = lintDrawnText(bind(scene("Words."), kind).bound, "loaf", []);
    expect(placed(found)).toEqual(["PL374 4:12"]);
    expect(found[0]!.message).toBe(
      `the ${part} of loaf says "$7", which none of its records states`
    );
  });

test("lintDrawnText(…) lets stand what a figure says of its records, in any of its parts", () => {
  const kind = saying({
    measure: () => "US dollars",
    describe: ({records}) => `Ann Baker: $4. ${records.fact("bakery.price").label}: at least $6.`,
    table: () => ({...table, rows: [[{text: "“$4”"}, {text: "$4", fact: "bakery.price"}]]})
  });
  expect(lintDrawnText(bind(scene("Words."), kind).bound, "loaf", ["≥ $6"])).toEqual([]);
});

test("lintDrawnText(…) lets stand whom a claim's document has its number from", () => {
  const dataset = structuredClone(bakery);
  const text = scene("Words.");
  const {story} = parseStory(text, "stories/bread/story.md");
  const found = () => {
    const {bound} = bindStory(story!, dataset, {list}, guards);
    return lintDrawnText(bound!, "loaf", ["from two people in the queue"]);
  };
  expect(found().map(({code}) => code)).toEqual(["PL374"]);
  const [claim] = Object.values(dataset.claims).filter(({fact}) => fact === "bakery.price");
  claim!.by = ["two people in the queue"];
  expect(found()).toEqual([]);
});

test("lintDrawnText(…) reports one quantity once, however its parts word it", () => {
  const kind = saying({
    describe: () => "It comes to more than $7 million.",
    measure: () => "more than $7 million"
  });
  const texts = ["> $7M", "more than $7 million"];
  const found = lintDrawnText(bind(scene("W.", "", " show=first"), kind).bound, "loaf", texts);
  expect(placed(found)).toEqual(["PL374 4:12"]);
});

test("lintDrawnText(…) points at the attribute that the words come from", () => {
  const {text, line, column} = atCaret(scene("Words.", ' note="▲9 loaves"'));
  const {bound, diagnostics} = bind(text);
  expect(diagnostics).toEqual([]);
  expect(placed(lintDrawnText(bound, "loaf", ["9 loaves"]))).toEqual([`PL374 ${line}:${column}`]);
});

test("lintDrawnText(…) does not repeat what an attribute was reported for", () => {
  const {bound, diagnostics} = bind(scene("Words.", ' note="all of 9 loaves"'));
  expect(placed(diagnostics)).toHaveLength(1);
  expect(lintDrawnText(bound, "loaf", ["all of 9 loaves", "All of 9 loaves"])).toEqual([]);
});
