import {toHtml} from "hast-util-to-html";
import {parseHTML} from "linkedom";
import {expect, test} from "vitest";
import {bindStory} from "../../src/story/bind.ts";
import {sceneSource} from "../../src/story/scenesource.ts";
import {parseStory} from "../../src/story/parse.ts";
import {scenesOf} from "../../src/story/story.ts";
import {renderWorkings} from "../../src/story/workings.ts";
import {bakery, guards, kinds, sceneText, storyText} from "./bakery.ts";

const written = `---
title: A tour
---

::::scene{#price kind=number-line axis=near facts="A:beta.valuation A:beta.round" picture=low holds='printed("$2") == 1'}

## A title

:::step{#low highlight="A:beta.valuation" minutes=1}

Words that are not of the figure.

:::

:::step{#high show="articles context"}

More words.

:::

::::
`;

test("sceneSource(scene) gives what the figure is made from, and none of the prose", () => {
  const {story} = parseStory(written, "stories/tour/story.md");
  expect(sceneSource(scenesOf(story!)[0]!)).toBe(
    `::::scene{#price kind=number-line axis=near facts="A:beta.valuation A:beta.round" holds='printed("$2") == 1'}
  :::step{#low highlight=A:beta.valuation}
  :::step{#high show="articles context"}`
  );
});

test("a scene's picture is the step that it names, else its last", () => {
  const pictureOf = (text: string) => scenesOf(parseStory(text, "s.md").story!)[0]!.picture;
  expect(pictureOf(written)).toBe("low");
  expect(pictureOf(written.replace(" picture=low", ""))).toBe("high");
});

test("a picture of no step is a mistake at its place, with the steps that there are", () => {
  const {diagnostics} = parseStory(written.replace("picture=low", "picture=lower"), "s.md");
  const found = diagnostics.filter(({message}) => message.startsWith("picture"));
  expect(found).toMatchObject([{code: "PL344", line: 5, hint: "name one of low, high"}]);
  const column = written.split("\n")[4]!.indexOf("picture=") + "picture=".length + 1;
  expect(found[0]!.column).toBe(column);
});

test("a row's head is plain words where another cell has the number that it names", () => {
  const {story} = parseStory(storyText(sceneText("Words.")), "stories/bread/story.md");
  const scene = bindStory(story!, bakery, kinds, guards).bound!.scenes[0]!;
  const number = {text: "nearly $2", fact: "bakery.flour"};
  const head = {text: "Cost of flour", fact: "bakery.flour"};
  const table = {
    caption: "Costs",
    columns: ["What", "Amount"],
    rows: [
      [head, number],
      [head, {text: "high"}]
    ]
  };
  const printer = {dataset: bakery, cardOf: () => "pl-card-1"};
  const {document} = parseHTML(toHtml(renderWorkings({...scene, table}, bakery, printer, null)));
  const [plain, bound] = document.querySelectorAll("tbody th");
  expect(plain!.innerHTML).toBe("Cost of flour");
  expect(bound!.querySelector("[data-fact='bakery.flour'] button")).not.toBeNull();
});
