import {expect, test} from "vitest";
import {parseStory} from "../../src/story/parse.ts";
import {sceneText, storyText} from "./bakery.ts";
import {atCaret, placed} from "./caret.ts";

/** A mistake, its code, and a text whose caret stands where the diagnostic must point. */
type Case = readonly [what: string, code: string, marked: string];

const scene = (words: string, ...rest: string[]): string => storyText(sceneText(words, ...rest));
const price = '::::scene{#loaf kind=list facts="bakery.price"}\n## What a loaf costs\n';

const cases: readonly Case[] = [
  ["an empty story", "PL300", "▲"],
  ["a story without front matter", "PL300", "▲Words.\n"],
  ["front matter that is not closed", "PL300", "▲---\ntitle: Bread\n"],
  ["an unknown key of the front matter", "PL107", storyText("", "title: Bread\n▲licence: MIT")],
  ["a title that is missing", "PL108", storyText("", "▲home: true")],
  ["a date that is a number", "PL109", storyText("", "title: Bread\ndate: ▲2024")],
  ["a date that is none", "PL301", storyText("", 'title: Bread\ndate: ▲"May"')],
  ["a folder outside the project", "PL301", storyText("", "title: Bread\nseeds: ▲../seeds")],
  ["an absolute folder", "PL301", storyText("", "title: Bread\ndata:\n  - data\n  - ▲/etc")],
  ["a site without https", "PL301", storyText("", "title: Bread\nsite: ▲http://example.org")],
  ["a language that is none", "PL301", storyText("", 'title: Bread\nlang: ▲"e\\"n"')],
  ["malformed YAML", "PL101", storyText("", "title: Bread\n x▲: y: z")],

  ["an unclosed scene", "PL310", storyText(`▲${price}:::step{#a}\nWords.\n:::\n`)],
  ["an unclosed step", "PL310", storyText(`${price}▲:::step{#a}\nWords.\n::::\n`)],
  [
    "a step with the colons of its scene",
    "PL311",
    storyText(`${price}▲::::step{#a}\nWords.\n::::\n::::\n`)
  ],
  [
    "a step with more colons than its scene",
    "PL311",
    storyText(`${price}▲:::::step{#a}\nWords.\n:::::\n::::\n`)
  ],
  [
    "attributes that are not closed",
    "PL312",
    scene("Words.", "", " minutes=1")
      .replace(" minutes=1}", " minutes=1")
      .replace("first", "first")
      .replace("step{#", "step▲{#")
  ],
  ["a quote that is not closed", "PL312", scene("Words.", "", ' highlight=▲"A:fresh')],
  ["a curly quote", "PL312", scene("Words.", "", " highlight=▲“A:fresh”")],
  ["attributes that touch", "PL312", scene("Words.", "", ' show="all"▲minutes=1')],
  ["a value that is missing", "PL312", scene("Words.", "", " ▲minutes=")],
  ["words after the attributes", "PL312", storyText(`${price}:::step{#a} ▲Words.\n:::\n::::\n`)],
  ["a label", "PL312", storyText(`${price}:::step▲[Words]{#a}\nWords.\n:::\n::::\n`)],
  ["a directive without a name", "PL312", storyText(`${price}▲::: {#a}\nWords.\n:::\n::::\n`)],
  ["a repeated attribute", "PL313", scene("Words.", "", " show=all ▲show=first")],
  ["a repeated id", "PL313", scene("Words.", "", " ▲#second")],
  ["an unknown directive", "PL314", storyText(":::▲scenes{#a}\nWords.\n:::\n")],
  ["a directive of two colons", "PL314", storyText(`${price}▲::step{#a}\nWords.\n::::\n`)],
  ["a fence that closes nothing", "PL315", storyText("Words.\n\n▲:::\n")],
  ["a fence in code, which closes its step all the same", "PL315", scene("```\n▲:::\n```")],
  ["a step outside a scene", "PL316", storyText("▲:::step{#a}\nWords.\n:::\n")],
  [
    "a scene in a scene",
    "PL316",
    storyText(
      sceneText("Words.")
        .replace("::::scene", ":::::scene")
        .replace("\n::::\n", "\n▲::::scene{#in kind=list}\n## T\n::::\n:::::\n")
    )
  ],
  [
    "a step in a step",
    "PL316",
    storyText(
      sceneText("Words.")
        .replace("::::scene", ":::::scene")
        .replace(":::step", "::::step")
        .replace("Words.\n:::\n::::", "Words.\n\n▲:::step{#in}\nMore.\n:::\n::::\n:::::")
    )
  ],
  ["a scene in a list", "PL316", storyText("- Words.\n\n  ▲:::scene{#a}\n  :::\n")],

  [
    "a scene without an id",
    "PL320",
    storyText(sceneText("Words.").replace("#loaf ", "").replace("::::scene", "▲::::scene"))
  ],
  [
    "a step without an id",
    "PL320",
    storyText(sceneText("Words.").replace(":::step{#first}", "▲:::step"))
  ],
  ["an id with a capital", "PL321", scene("Words.").replace("#first", "#▲First")],
  ["an id with a dot", "PL321", scene("Words.").replace("#first", 'id="▲a.b"')],
  ["an id of the page", "PL321", scene("Words.").replace("#first", "#▲pl-first")],
  [
    "an id of another step",
    "PL322",
    storyText(`${price}:::step{#a}\nW.\n:::\n:::step{#▲a}\nW.\n:::\n::::\n`)
  ],
  ["the id of its scene", "PL322", scene("Words.").replace("#first", "#▲loaf")],
  ["the id of a figure", "PL322", scene("Words.").replace("#first", "#▲loaf-figure")],
  ["the id of a title", "PL322", scene("Words.").replace("#first", "#▲loaf-title")],

  [
    "a scene without a title",
    "PL330",
    storyText("▲::::scene{#a kind=list}\n:::step{#b}\nW.\n:::\n::::\n")
  ],
  ["a second title", "PL331", storyText(`${price}\n▲## Again\n:::step{#a}\nW.\n:::\n::::\n`)],
  ["a title of another depth", "PL331", scene("W.").replace("## What", "▲### What")],
  ["a title in a step", "PL331", scene("▲## Words")],
  ["a title of the whole in the text", "PL331", storyText("▲# Bread\n")],
  ["a scene without a step", "PL332", storyText(`▲${price}::::\n`)],
  ["prose outside steps", "PL333", storyText(`${price}\n▲Words.\n\n:::step{#a}\nW.\n:::\n::::\n`)],
  [
    "a step that says nothing",
    "PL334",
    storyText(`${price}▲:::step{#a}\n<!-- notes: n -->\n:::\n::::\n`)
  ],

  ["onclick", "PL340", scene("Words.", ' ▲onclick="x()"')],
  ["a style", "PL340", scene("Words.", "", ' ▲style="x"')],
  ["a class", "PL340", scene("Words.", "", " ▲.loud")],
  ["__proto__ as an attribute", "PL340", scene("Words.", "", " ▲__proto__=x")],
  [
    "a scene without a kind",
    "PL341",
    storyText(sceneText("Words.").replace("kind=list ", "").replace("::::scene", "▲::::scene"))
  ],
  ["minutes that are no number", "PL344", scene("Words.", "", ' minutes="▲soon"')],
  ["talk that is not skip", "PL344", scene("Words.", "", " talk=▲no")],
  ["a fact listed twice", "PL348", scene("Words.").replace("A:fresh", "A:fresh ▲bakery.price")],

  ["a bound number that is not closed", "PL360", scene("It costs ▲{{bakery.price.")],
  ["a bound number that Markdown takes for strong", "PL361", scene("It costs {{▲__proto__}}.")],
  ["a bound number with emphasis", "PL361", scene("It costs {{ ▲*price* | short }}.")],
  ["a bound number that is empty", "PL360", scene("It costs ▲{{ }}.")],
  ["a bound number that is no id", "PL360", scene("It costs {{▲price}}.")],
  ["a bound number with two formats", "PL360", scene("{{bakery.price | ▲short | spoken}}")],
  ["a bound number with an empty format", "PL360", scene("▲{{bakery.price | }}")],
  ["a scale after a bound number", "PL363", scene("It is {{bakery.price}} ▲million.")],
  ["a percent sign after a bound number", "PL363", scene("It is {{bakery.share}}▲%.")],
  ["a hedge before a bound number", "PL363", scene("It is ▲about {{bakery.price}}.")],
  ["a list that begins with a year", "PL371", scene("▲2022\\. was good.".replace("\\", ""))],
  ["a waiver that waives nothing", "PL373", scene("No number. ▲<!-- as is: four -->")],
  [
    "a waiver of what is no number",
    "PL373",
    scene("Bread is four. ▲<!-- as is: Bread --> <!-- as is: four -->")
  ],
  ["an empty waiver", "PL373", scene("Words. ▲<!-- as is: -->")],
  ["a waiver after a blank line", "PL373", scene("Words.\n\n▲<!-- as is: four -->")],

  ["HTML in a line", "PL380", scene("Words ▲<b>so.")],
  ["a block of HTML", "PL380", scene("▲<div onclick=x>")],
  ["a script", "PL380", scene("▲<script>alert()</script>")],
  ["a script address", "PL381", scene("[x](▲javascript:alert)")],
  ["a script address in other letters", "PL381", scene("[x](▲JavaScript:alert)")],
  [
    "a script address by reference",
    "PL381",
    scene("[x][r]\n\n[r]: javascript:alert").replace("[x][r]", "▲[x][r]")
  ],
  ["a script address in character references", "PL381", scene("▲[x](java&#115;cript:alert)")],
  ["a data address", "PL381", scene("[x](▲data:text/html,x)")],
  ["an address without encryption", "PL381", scene("[x](▲http://example.org)")],
  ["an address of another host by slashes", "PL381", scene("[x](▲//example.org)")],
  ["an address of another host by backslashes", "PL381", scene("[x](▲/\\example.org)")],
  ["an autolink to a script", "PL381", scene("<▲javascript:alert>")],
  ["a link to no place", "PL382", scene("[x](▲#fist)")],
  ["an image", "PL383", scene("▲![alt](x.png)")],
  ["a comment that is not closed", "PL384", scene("▲<!-- notes: so")],
  ["a comment whose word is misspelt", "PL384", scene("Words. <!--▲ note: so -->")],
  ["a comment in code", "PL384", scene("▲`a <!-- b -->`")],
  ["notes outside a step", "PL385", storyText("Words.\n\n▲<!-- notes: so -->\n")],
  ["the title of a link", "PL386", scene('▲[x](y.html "z")')]
];

for (const [what, code, marked] of cases)
  test(`parseStory(text, file) reports ${what} where it stands`, () => {
    const {text, line, column} = atCaret(marked);
    const {diagnostics} = parseStory(text, "stories/bread/story.md");
    expect(placed(diagnostics)).toEqual([`${code} ${line}:${column}`]);
  });

test("parseStory(text, file) gives no story where its fences or front matter cannot be read", () => {
  for (const text of ["", storyText(":::\n"), storyText("", "home: true")])
    expect(parseStory(text, "stories/bread/story.md").story).toBeNull();
});

test("parseStory(text, file) still gives a story where only words are at fault", () => {
  expect(parseStory(scene("<b>"), "stories/bread/story.md").story).not.toBeNull();
});

test("parseStory(text, file) does not read a story that no one could", () => {
  const {story, diagnostics} = parseStory(storyText("a ".repeat(1e6)), "stories/bread/story.md");
  expect(story).toBeNull();
  expect(placed(diagnostics)).toEqual(["PL386 1:1"]);
});

test("parseStory(text, file) reads words without an end, and comments without number", () => {
  const text = storyText(
    `${"x".repeat(2e5)}\n\n${",".repeat(2e5)}\n\n${"a <!-- b -->".repeat(5e3)}`
  );
  expect(parseStory(text, "stories/bread/story.md").diagnostics).toEqual([]);
});
