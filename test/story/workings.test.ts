import {expect, test} from "vitest";
import {sceneSource} from "../../src/story/scenesource.ts";
import {parseStory} from "../../src/story/parse.ts";
import {scenesOf} from "../../src/story/story.ts";

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
