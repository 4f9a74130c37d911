import {readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";
import {compileSite} from "../../src/compile/site.ts";
import type {Site} from "../../src/compile/site.ts";
import {makeScratch} from "./scratch-project.ts";

const root = makeScratch().newProject();

/** What a site shows; what it was drawn from holds functions, which are equal to none. */
function shownBy({stories}: Site): object[] {
  return stories.map(({drawn: _, ...shown}) => shown);
}

const story = "stories/tour/story.md";
writeFileSync(
  join(root, story),
  `---
title: A tour
home: true
---

:::::scene{#price kind=number-line beside=round facts="ONE:beta.valuation TWO:beta.valuation TWO:beta.round"}

## Reports that agree on a price

:::step{#both show="articles"}
Beta Labs is valued at {{beta.valuation}}.
:::

:::step{#round show="articles beside"}
It raised {{beta.round}}.
:::

:::::

:::::scene{#again kind=number-line facts="ONE:beta.valuation"}

## A report on a price

:::step{#alone}
Its round came to {{beta.round}}.
:::

:::::
`
);

function edit(path: string, from: string, to: string): void {
  const text = readFileSync(join(root, path), "utf8");
  if (text.split(from).length !== 2) throw new Error(`"${from}" is not once in ${path}`);
  writeFileSync(join(root, path), text.replace(from, to));
}

let site = compileSite(root);
test("the project of these tests is sound", () => {
  expect(site.diagnostics).toEqual([]);
});

/** Every state stands on two artboards. */
const edits = [
  ["seeds/two.yaml", "more than US$1 billion", "more than US$1.2 billion", 2],
  ["seeds/two.yaml", "around $2.5 billion", "around $2.6 billion", 4],
  ["seeds/two.yaml", "the second report", "the other report", 4],
  ["data/measures.yaml", "label: valuation", "label: worth", 6],
  [story, "It raised", "It took in", 0],
  [story, "## A report on a price", "## A report of a price", 0]
] as const;

for (const [path, from, to, drawn] of edits)
  test(`after "${from}" becomes "${to}", ${drawn} states are drawn, and nothing old is shown`, () => {
    const before = site.memo.made("state");
    edit(path, from, to);
    site = compileSite(root, site.memo);
    expect(site.memo.made("state") - before).toBe(drawn);
    const fresh = compileSite(root);
    expect(shownBy(site)).toEqual(shownBy(fresh));
    expect(site.diagnostics).toEqual(fresh.diagnostics);
  });

test("after a source and a fact come to stand before all others, nothing old is shown", () => {
  writeFileSync(
    join(root, "seeds/a-new.yaml"),
    "source: {id: NEW, title: A note, label: a note}\nquantities:\n  acme.staff: {says: 40 people}\n"
  );
  site = compileSite(root, site.memo);
  const fresh = compileSite(root);
  expect(site.diagnostics).toEqual([]);
  expect(Object.keys(fresh.stories[0]!.dataset.sources)[0]).toBe("NEW");
  expect(shownBy(site)).toEqual(shownBy(fresh));
});
