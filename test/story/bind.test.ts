import {expect, test} from "vitest";
import type {Diagnostic} from "../../src/diagnostic.ts";
import type {Kind} from "../../src/figure/kind.ts";
import {bindStory} from "../../src/story/bind.ts";
import type {BoundStory} from "../../src/story/bind.ts";
import {parseStory} from "../../src/story/parse.ts";
import {bakery, guards, kinds, list, sceneText, storyText} from "./bakery.ts";
import {atCaret, placed} from "./caret.ts";

function bind(text: string): {bound: BoundStory | null; diagnostics: Diagnostic[]} {
  const {story, diagnostics} = parseStory(text, "stories/bread/story.md");
  expect(placed(diagnostics)).toEqual([]);
  return bindStory(story!, bakery, kinds, guards);
}

const scene = (words: string, ...rest: string[]): string => storyText(sceneText(words, ...rest));

test("bindStory(…) gives options, states, measure, table and descriptions", () => {
  const {bound, diagnostics} = bind(scene("Words.", " order=down", ' highlight="A:fresh"'));
  expect(diagnostics).toEqual([]);
  expect(bound!.scenes[0]).toMatchObject({
    options: {order: "down"},
    holds: true,
    measure: "US dollars, of a loaf",
    table: {caption: "What is listed"},
    steps: [
      {
        state: {show: "all"},
        highlight: ["A:fresh"],
        holds: true,
        description: "all of bakery.price, A:fresh, down."
      }
    ]
  });
});

/** A mistake, its code, and a text whose caret stands where the diagnostic must point. */
type Case = readonly [what: string, code: string, marked: string];

const fatal: readonly Case[] = [
  ["an unknown kind", "PL342", scene("Words.").replace("kind=list", "kind=▲lists")],
  ["a kind called constructor", "PL342", scene("Words.").replace("=list", "=▲constructor")],
  ["an unknown option", "PL343", scene("Words.", " ▲ordre=up")],
  ["an unknown state of a schema that is not strict", "PL343", scene("Words.", "", " ▲shown=all")],
  ["a value that an option cannot have", "PL344", scene("Words.", ' order="▲sideways"')],
  ["an unknown fact", "PL345", scene("Words.").replace("A:fresh", "▲A:frehs")],
  ["an entity among the facts", "PL345", scene("Words.").replace("A:fresh", "▲mill")],
  ["an unknown highlight", "PL345", scene("Words.", "", ' highlight="A:fresh ▲A:frehs"')],
  ["a highlight that is not declared", "PL346", scene("Words.", "", " highlight=▲bakery.rent")],
  ["an unknown fact in prose", "PL361", scene("It costs {{ ▲bakery.prise }}.")],
  ["an unknown claim in prose", "PL361", scene("It costs {{▲B:bakery.price}}.")],
  ["an unknown fact in a title", "PL361", scene("Words.").replace("a loaf", "{{▲bakery.prise}}")],
  ["an unknown fact in notes", "PL361", scene("Words.\n<!-- notes: {{▲bakery.prise}} -->")],
  ["an unknown fact in prose between scenes", "PL361", storyText("A {{▲bakery.prise}}.")],
  ["an unknown fact in the story's title", "PL361", storyText("", "title: A {{▲bakery.prise}}")],
  ["an unknown format", "PL362", scene("It costs {{bakery.price | ▲shrot}}.")],
  ["constructor as a format", "PL362", scene("It costs {{bakery.price | ▲constructor}}.")]
];

for (const [what, code, marked] of fatal)
  test(`bindStory(…) reports ${what} where it stands and binds nothing`, () => {
    const {text, line, column} = atCaret(marked);
    const {bound, diagnostics} = bind(text);
    expect(placed(diagnostics)).toEqual([`${code} ${line}:${column}`]);
    expect(bound).toBeNull();
  });

const lasting: readonly Case[] = [
  ["a guard that cannot be read", "PL350", scene("Words.", " holds='yes ▲?'")],
  ["a guard of a step that cannot be read", "PL350", scene("Words.", "", " holds='yes ▲?'")],
  ["a false guard of a scene", "PL351", scene("Words.", " holds='▲no'")],
  ["a false guard of a step", "PL351", scene("Words.", "", " holds='▲no'")],

  ["a sum of money in prose", "PL370", scene("A loaf costs ▲$4 now.")],
  ["a sum of money in a title", "PL370", scene("W.").replace("What a loaf", "▲$4 a loaf")],
  ["a number word", "PL370", scene("There are ▲four loaves.")],
  ["a fraction", "PL370", scene("It is ▲half flour.")],
  ["a quantity across emphasis", "PL370", scene("It is ▲at least **$6**.")],
  ["a quantity in the text of a link", "PL370", scene("See [▲four loaves](loaves.html).")],
  ["a quantity in a list", "PL370", scene("- two loaves <!-- as is: two -->\n- ▲four loaves")],
  ["a quantity in a quotation", "PL370", scene("> It\n> costs ▲$4\n> now.")],
  ["a quantity in code", "PL370", scene("`say ▲$4`")],
  ["a quantity behind a character reference", "PL370", scene("Caf&eacute; \\* for ▲$4.")],
  [
    "a digit written as a character reference",
    "PL370",
    scene("About **▲&#52;** loaves.").replace("About ", "")
  ],
  ["a quantity behind a comment", "PL370", scene("Words <!-- plain --> for ▲$4.")],
  ["a quantity on the third line", "PL370", scene("Words\n  *so*\n   for ▲$4.")],
  ["a quantity outside scenes", "PL370", storyText("It costs ▲$4.\n")],
  ["a quantity in the standfirst", "PL370", storyText("", "title: T\nstandfirst: It costs ▲$4")],
  ["a count that no guard names", "PL370", scene("There are ▲four.", " holds='yes 5'")],
  [
    "a count that another step's guard names",
    "PL370",
    scene("There are ▲four.\n:::\n:::step{#b holds='yes 4'}\nOf four.")
  ],
  ["money that a guard names", "PL370", scene("It costs ▲$4.", " holds='yes 4'")],
  ["an estimate of what a guard names", "PL370", scene("There are ▲about four.", " holds='yes 4'")],

  ["a quantity in words for the figure", "PL370", scene("W.", ' note="all for ▲$4 a loaf"')],
  ["a quantity in a state's words", "PL370", scene("W.", "", ' note="all for ▲$4 a loaf"')],
  ["digits in a name", "PL371", scene("The ▲GPT-4 of bread.")],
  ["a time", "PL371", scene("Open at noon, ▲Mo1 to Sunday.")],
  ["digits of another script", "PL371", scene("It is ▲٤٤.")],
  ["a fraction of one character", "PL370", scene("It is ▲½.")],
  ["a year", "PL372", scene("It was ▲2022.")],
  ["a year of a record that is not declared", "PL372", scene("It opened in ▲2019.")],
  ["a month of a declared record in another year", "PL372", scene("In ▲February 2022.")],
  ["another month of a declared record's year", "PL372", scene("In ▲April 2021.")],
  ["a day that the record does not give", "PL372", scene("On ▲3 February 2021.")]
];

for (const [what, code, marked] of lasting)
  test(`bindStory(…) reports ${what} where it stands and binds the story`, () => {
    const {text, line, column} = atCaret(marked);
    const {bound, diagnostics} = bind(text);
    expect(placed(diagnostics)).toEqual([`${code} ${line}:${column}`]);
    expect(bound).not.toBeNull();
  });

/** What a story makes of its scene where the kind is at fault somewhere. */
function bindFaulty(faulty: Partial<Kind>, text = scene("Words.")) {
  const {story} = parseStory(text, "stories/bread/story.md");
  return bindStory(story!, bakery, {list: {...(list as unknown as Kind), ...faulty}}, guards);
}

const fail = (): never => {
  throw new Error("no pen");
};

test("bindStory(…) reports an id in an option that is not declared at the kind, and the scene carries it", () => {
  const {text, line, column} = atCaret(
    scene("Words.", " lead=bakery.rent").replace("kind=list", "kind=▲list")
  );
  const {bound, diagnostics} = bind(text);
  expect(placed(diagnostics)).toEqual([`PL347 ${line}:${column}`]);
  expect(bound!.scenes[0]).toMatchObject({
    failure: "undeclared fact: bakery.rent",
    measure: "",
    steps: [{description: "", controls: null, supposed: []}],
    table: {caption: "What is listed", columns: ["what", "says"]}
  });
});

test.each(["describe", "measure", "controls", "supposes", "table"])(
  "bindStory(…) binds a scene whose kind throws in %s, with its table where that can be made",
  (part) => {
    const {bound, diagnostics} = bindFaulty({[part]: fail});
    expect(diagnostics.map(({code, message}) => [code, message])).toEqual([
      ["PL347", "the kind list fails: no pen"]
    ]);
    expect(bound!.scenes[0]!.failure).toBe("no pen");
    expect(bound!.scenes[0]!.table.columns.length).toBe(part === "table" ? 0 : 2);
  }
);

test("bindStory(…) reports a kind that has no words for a state", () => {
  const {diagnostics} = bindFaulty({describe: () => " "});
  expect(diagnostics.map(({message}) => message)).toEqual([
    "the kind list fails: a state shows nothing that its words could tell"
  ]);
});

const sound: readonly (readonly [what: string, text: string])[] = [
  ["a count that the step's guard names", scene("There are four.", "", " holds='yes 4'")],
  ["a count that the scene's guard names", scene("There are four, or 4.", " holds='yes 4'")],
  ["a waived count", scene("There are four. <!-- as is: four -->")],
  ["waived words in a title", scene("W.").replace("a loaf", "4 loaves <!-- as is: 4 -->")],
  [
    "words waived on the line below",
    scene("W.").replace("a loaf costs", "4 cost\n<!-- as is: 4 -->")
  ],
  [
    "ids and settings among the attributes",
    scene("W.", ' note="bakery.price mill.price 4 at 40%"')
  ],
  [
    "a waived comparison with a bound number",
    scene("It is more than {{bakery.price}}. <!-- as is: more than -->")
  ],
  ["several waived words", scene("In 2022, four. <!-- as is: 2022; four -->")],
  [
    "words waived in the standfirst",
    storyText("", 'title: T\nstandfirst: "Four <!-- as is: Four -->"')
  ],
  ["the year and month of a declared record", scene("In February 2021, and in 2021.")],
  [
    "the period of a declared record",
    scene("W.").replace("A:fresh", "bakery.sales").replace("W.", "In March 2021.")
  ],
  ["the year of an event", scene("It opened in 2019.").replace("A:fresh", "A:opened")],
  [
    "the year of a record that the scene prints",
    scene("In 2021 {{bakery.price}}.").replace("bakery.price A:fresh", "A:fresh")
  ],
  ["digits in an entity's name", scene("Flour is Mill7’s, from Mill7.")],
  ["digits of an address shown as itself", scene("<https://example.org/2024/4>")],
  [
    "a series and a claim among the facts",
    scene("W.").replace("A:fresh", "bakery.sales W:bakery.price")
  ],
  ["a highlighted claim of a declared fact", scene("W.", "", " highlight=W:bakery.price")]
];

for (const [what, text] of sound)
  test(`bindStory(…) lets stand ${what}`, () => {
    expect(placed(bind(text).diagnostics)).toEqual([]);
  });

test("bindStory(…) runs no kind on less than its scene declares", () => {
  const failing: Kind = {
    ...list,
    describe: () => {
      throw new Error("no such record");
    }
  };
  const {story} = parseStory(scene("W.").replace("A:fresh", "A:frehs"), "stories/bread/story.md");
  const {diagnostics} = bindStory(story!, bakery, {list: failing}, guards);
  expect(diagnostics.map(({code}) => code)).toEqual(["PL345"]);
});

test("bindStory(…) tells which fact a typed quantity would be", () => {
  const [typed] = bind(scene("A loaf costs $4 now.")).diagnostics;
  expect(typed!.hint).toBe("write {{bakery.price}}");
});

test("bindStory(…) marks a step whose guard, or whose scene's guard, is false", () => {
  expect(bind(scene("W.", " holds='no'")).bound!.scenes[0]!.steps[0]!.holds).toBe(false);
  expect(bind(scene("W.", "", " holds='no'")).bound!.scenes[0]).toMatchObject({
    holds: true,
    steps: [{holds: false}]
  });
});

test("bindStory(…) binds a story that JSON carried", () => {
  const {story} = parseStory(scene("It costs {{bakery.price}}."), "stories/bread/story.md");
  const carried = JSON.parse(JSON.stringify(story)) as typeof story;
  expect(bindStory(carried!, bakery, kinds, guards).bound!.scenes).toHaveLength(1);
});
