import {expect, test} from "vitest";
import {Memo} from "../../src/compile/memo.ts";
import {prerender} from "../../src/compile/prerender.ts";
import type {Kind} from "../../src/figure/kind.ts";
import {bindStory} from "../../src/story/bind.ts";
import {parseStory} from "../../src/story/parse.ts";
import {bakery, guards, list, sceneText, storyText} from "../story/bakery.ts";

/** What a scene tells its readers when its kind draws some SVG. */
function textsOf(svg: string): readonly string[] {
  const drawn: Kind = {
    ...list,
    draw: ({document}) => {
      const template = document.createElement("div");
      template.innerHTML = `<svg aria-label="A list">${svg}</svg>`;
      return template.firstElementChild as SVGSVGElement;
    }
  } as Kind;
  const {story} = parseStory(storyText(sceneText("Words.")), "stories/bread/story.md");
  const {bound} = bindStory(story!, bakery, {list: drawn}, guards);
  return prerender(bound!, new Memo()).texts("loaf");
}

test("prerender(…).texts(…) has what is drawn, each label as one text", () => {
  expect(textsOf("<text><tspan>two</tspan><tspan> loaves</tspan></text>")).toContain("two loaves");
});

test("prerender(…).texts(…) has the names of the picture and of what is in it", () => {
  const texts = textsOf('<g aria-label="three loaves"><title>four</title><desc>five</desc></g>');
  expect(texts).toEqual(["four", "five", "A list", "three loaves"]);
});

test("prerender(…).texts(…) leaves axes out", () => {
  const axes = [
    '<g class="pl-axis"><text>1</text></g>',
    '<text class="pl-tick">2</text>',
    '<text data-key="tick:x:3">3</text>'
  ];
  expect(textsOf(axes.join(""))).toEqual(["A list"]);
});
