import {expect, test} from "vitest";
import {createDocument} from "../../src/compile/dom.ts";
import {Memo} from "../../src/story/memo.ts";
import {drawStates} from "../../src/story/drawings.ts";
import type {Drawings} from "../../src/story/drawings.ts";
import type {Kind} from "../../src/figure/kind.ts";
import {bindStory} from "../../src/story/bind.ts";
import type {BoundStory} from "../../src/story/bind.ts";
import {renderStory} from "../../src/story/html.ts";
import {parseStory} from "../../src/story/parse.ts";
import {bakery, guards, list, sceneText, storyText} from "./bakery.ts";

/** A story whose kind is another in some part. */
function boundBy(part: Partial<Kind>): BoundStory {
  const {story} = parseStory(storyText(sceneText("Words.")), "stories/bread/story.md");
  return bindStory(story!, bakery, {list: {...(list as unknown as Kind), ...part}}, guards).bound!;
}

/** A story's drawings where its kind draws in some way. */
function drawnBy(draw: Kind["draw"], height: Kind["height"] = () => 40): Drawings {
  return drawStates(boundBy({draw, height}), new Memo(), createDocument());
}

const empty: Kind["draw"] = ({document}) =>
  document.createElementNS("http://www.w3.org/2000/svg", "svg");

/** What a scene tells its readers when its kind draws some SVG. */
function textsOf(svg: string): readonly string[] {
  const drawings = drawnBy(({document}) => {
    const template = document.createElement("div");
    template.innerHTML = `<svg aria-label="A list">${svg}</svg>`;
    return template.firstElementChild as SVGSVGElement;
  });
  return drawings.texts("loaf");
}

test("drawStates(…).texts(…) has what is drawn, each label as one text", () => {
  expect(textsOf("<text><tspan>two</tspan><tspan> loaves</tspan></text>")).toContain("two loaves");
});

test("drawStates(…).texts(…) has the names of the picture and of what is in it", () => {
  const texts = textsOf('<g aria-label="three loaves"><title>four</title><desc>five</desc></g>');
  expect(texts).toEqual(["four", "five", "A list", "three loaves"]);
});

test("drawStates(…).texts(…) leaves axes out", () => {
  const axes = [
    '<g class="pl-axis"><text>1</text></g>',
    '<text class="pl-tick">2</text>',
    '<text data-key="tick:x:3">3</text>'
  ];
  expect(textsOf(axes.join(""))).toEqual(["A list"]);
});

test("where a kind throws, every state of its scene says so, on both artboards, and nothing of it is linted", () => {
  const drawings = drawnBy(({width, document: own}) => {
    // A fault of one artboard is the figure's.
    if (width === 640) throw new Error("no pen for 3 of the loaves");
    return own.createElementNS("http://www.w3.org/2000/svg", "svg");
  });
  expect(drawings.failure("loaf")).toBe("no pen for 3 of the loaves");
  for (const width of [340, 640] as const) {
    const svg = drawings.svg("loaf", "first", width);
    expect(svg).toContain(`data-width="${width}"`);
    expect(svg).toMatch(/>This figure cannot be drawn\.<.*>no pen for 3 of the loaves</);
  }
  expect(drawings.texts("loaf")).toEqual([]);
  expect(drawnBy(empty).failure("loaf")).toBeNull();
});

test.each([Number.NaN, Number.POSITIVE_INFINITY, 0, -40])(
  "a height of %d is a failure",
  (height) => {
    const failure = drawnBy(empty, (width) => (width === 640 ? height : 40)).failure("loaf");
    expect(failure).toBe(`its height at 640 px is ${height}`);
  }
);

test("a scene whose kind threw before it drew says so in its place, with its table if there is one", () => {
  const fail = (): never => {
    throw new Error("no pen");
  };
  const page = (part: Partial<Kind>): {html: string; drawn: string} => {
    const bound = boundBy({draw: empty, ...part});
    const {svg, failure} = drawStates(bound, new Memo(), createDocument());
    const html = renderStory(bound, svg, {failure}).blocks.join("");
    return {html, drawn: svg("loaf", "first", 340)};
  };
  const described = page({describe: fail});
  expect(described.drawn).toMatch(/cannot be drawn\..*no pen.*in the table below/);
  expect(described.html).toMatch(
    /<details[^>]* open.*This figure cannot be drawn: no pen.*<table>/
  );
  const untold = page({table: fail});
  expect(untold.drawn).toMatch(/cannot be drawn\..*no pen/);
  expect(untold.drawn).not.toContain("table below");
  expect(untold.html).toContain("This figure cannot be drawn: no pen");
  expect(untold.html).not.toContain("pl-table");
  expect(untold.html).toContain("Words.");
});
