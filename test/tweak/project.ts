import {compileSite} from "../../src/compile/site.ts";
import {createDocument} from "../../src/compile/dom.ts";
import {kindsFor} from "../../src/compile/kinds.ts";
import {createCompiler} from "../../src/tweak/recompile.ts";
import type {Compiler} from "../../src/tweak/recompile.ts";
import {mkdirSync, mkdtempSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";

const files = {
  "stories/bakery/story.md": `---
title: A bakery
home: true
seeds: seeds
data: data
---

:::::scene{#price kind=number-line facts="ONE:beta.valuation TWO:beta.valuation"}

## Reports that agree on a price

:::step{#both}
Beta Labs is valued at {{beta.valuation}}.
:::

:::step{#round holds="beta.round >= 1e9"}
It raised a billion and more: {{beta.round}}.
:::

:::::

:::::scene{#money kind=number-line facts="acme.credits beta.round"}

## What is in the round

:::step{#credits}
Of the money {{acme.credits}} are credits.
:::

:::::
`,
  "seeds/one.yaml": `# The first report.
source: {id: ONE, title: A report, label: the Post}
quantities:
  beta.valuation:
    says: valued at $2.5 billion # verbatim
  beta.round: {says: a $2 billion round}
  acme.in-beta:
    # as the headline has it
    says: invested $800 million
`,
  "seeds/two.yaml": `source: {id: TWO, title: Another report, label: the Wire}
quantities:
  beta.valuation: {says: around $2.5 billion}
`,
  "data/entities.yaml": `acme: {name: Acme, kind: company}
beta: {name: Beta Labs, kind: company}
`,
  "data/measures.yaml": `valuation: {label: valuation, unit: USD, floor: 0}
round: {label: funding round, unit: USD, floor: 0}
in-beta: {label: invested in Beta Labs, unit: USD, floor: 0}
share: {label: share in credits, unit: ratio, floor: 0}
credits: {label: credits, unit: USD, floor: 0}
`,
  "data/derived.yaml": `acme.credits: {formula: acme.in-beta * acme.share}
`,
  "data/assumptions.yaml": `acme.share: {says: between 40% and 50%, reason: As a reader might take it.}
`
};

/** Writes a small project to a folder of its own; gives the folder. */
export function writeProject(): string {
  const root = mkdtempSync(join(tmpdir(), "plumbline-tweak-"));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), {recursive: true});
    writeFileSync(join(root, name), text);
  }
  return root;
}

/** The compiler of that project's story, as the panel makes it from what is published. */
export function compilerOf(root: string): Compiler {
  const {stories, diagnostics} = compileSite(root);
  const errors = diagnostics.filter(({code}) => code !== "PL401");
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  const {source} = stories[0]!;
  // What a page fetches is JSON.
  const sent = JSON.parse(JSON.stringify(source)) as NonNullable<typeof source>;
  return createCompiler(sent, kindsFor("bakery"), createDocument());
}
