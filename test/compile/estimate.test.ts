import {writeFileSync} from "node:fs";
import {join} from "node:path";
import {parseHTML} from "linkedom";
import {beforeEach, expect, test} from "vitest";
import {compileSite} from "../../src/compile/site.ts";
import type {StoryPage} from "../../src/compile/site.ts";
import {makeScratch} from "./scratch-project.ts";

const story = (least: string): string => `---
title: A trial
home: true
---

:::::scene{#trial kind=number-line facts="beta.response beta.rest"}

## A trial

:::step{#both holds="beta.response > ${least}"}
Of those asked {{beta.response}} respond, or {{beta.response | short}}; {{beta.rest}} do not.
:::

:::::
`;

const files = {
  "seeds/one.yaml": `
source: {id: ONE, title: A trial, label: the report}
quantities:
  beta.response:
    says: 42% (95% CI 38–46%)
`,
  "seeds/two.yaml": "source: {id: TWO, title: Another}\nquantities: {}\n",
  "data/measures.yaml": `
response: {label: share that responds, unit: ratio, floor: 0}
rest: {label: share that does not, unit: ratio, floor: 0}
`,
  "data/derived.yaml": "beta.rest:\n  formula: 1 - beta.response\n",
  "stories/tour/story.md": story("30%")
};

const scratch = makeScratch();
let root = "";
beforeEach(() => {
  root = scratch.newProject();
  for (const [path, text] of Object.entries(files)) writeFileSync(join(root, path), text);
});

function compiled(): StoryPage {
  const {stories, diagnostics} = compileSite(root);
  expect(diagnostics).toEqual([]);
  return stories[0]!;
}

function part(html: string, selector: string): string {
  const {document} = parseHTML(`<html><body>${html}</body></html>`);
  return document.querySelector(selector)!.textContent!.trim();
}

test("an estimate with its interval is in the dataset, with its value and both bounds", () => {
  const {claims, facts} = compiled().dataset;
  const estimate = {hedge: "between", value: 0.42, lower: 0.38, upper: 0.46, unit: "ratio"};
  expect(claims["ONE:beta.response"]!.quantity).toMatchObject(estimate);
  expect(facts["beta.response"]!.quantity).toMatchObject(estimate);
  expect(facts["beta.rest"]!.quantity).toMatchObject({
    hedge: "between",
    value: null,
    lower: 0.54,
    upper: 0.62
  });
});

test("an estimate is drawn as a point in a band, and said to have an interval", () => {
  const {drawings} = compiled().drawn!;
  const {document} = parseHTML(drawings.svg("trial", "both", 640));
  const number = (selector: string, name: string): number =>
    Number(document.querySelector(selector)!.getAttribute(name));
  const [from, width] = ["x", "width"].map((name) =>
    number('[data-key="band:beta.response"] rect', name)
  ) as [number, number];
  const dot = number('[data-key="dot:beta.response"]', "cx");
  expect(dot).toBeCloseTo(from + width / 2, 0);
  expect(width).toBeGreaterThan(20);
  expect(document.querySelector('[data-key="dot:beta.rest"]')).toBeNull();
  expect(drawings.texts("trial")).toContain("with an interval");
});

test("an estimate is printed with its interval in prose, in the table and in the description", () => {
  const html = compiled().page!.blocks.join("");
  const spoken = "42% (uncertainty interval between 38% and 46%)";
  expect(part(html, "#both .pl-words")).toBe(
    `Of those asked ${spoken} respond, or 42% (uncertainty interval 38–46%); ` +
      "between 54% and 62% (computed) do not."
  );
  expect(part(html, '.pl-table [data-fact="beta.response"]')).toBe(spoken);
  expect(part(html, "#trial-description")).toContain(`the report: ${spoken}.`);
});

test("a guard holds of an estimate only where its whole interval does", () => {
  expect(compileSite(root).diagnostics).toEqual([]);
  writeFileSync(join(root, "stories/tour/story.md"), story("40%"));
  const [problem, ...more] = compileSite(root).diagnostics;
  expect(problem?.message).toMatch(/beta\.response/);
  expect(more).toEqual([]);
});
