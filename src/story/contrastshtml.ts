import type {Element, ElementContent} from "hast";
import {h} from "hastscript";
import type {Contrast, Dataset} from "../facts/dataset.ts";
import type {BoundStory} from "./bind.ts";
import {namesApart, sidesOf, sourcesOf} from "./contrasts.ts";
import {contrastPlace} from "./toldin.ts";
import * as voice from "./voice.ts";

/**
 * What does not sit together, by where its sides are from: a document with itself, with another, with
 * what others report. What only one of two lists names stands apart, for it is no contradiction. Each
 * leads to the step that tells it, where one does.
 */
export function renderContrasts(bound: BoundStory, documents: readonly string[]): Element[] {
  const {dataset} = bound;
  const all = Object.values(dataset.contrasts).map((contrast) => ({
    contrast,
    group: groupOf(contrast, documents, dataset)
  }));
  const groups = new Map(
    all.map(({group}) => [group.heading, group.rank] as const).sort(([, a], [, b]) => a - b)
  );
  if (groups.size === 0) return [];
  return [
    h("h3", "What does not sit together"),
    h(
      "dl.pl-contrasts",
      [...groups].flatMap(([heading]) => [
        h("dt", heading),
        h("dd", [
          h(
            "ul",
            all
              .filter(({group}) => group.heading === heading)
              .map(({contrast, group}) => h("li", wordsOf(contrast, group, bound)))
          )
        ])
      ])
    )
  ];
}

interface Group {
  readonly heading: string;
  /** Groups stand in the order of their ranks. */
  readonly rank: number;
  /** Whether its heading leaves open who its sides are. */
  readonly mixed: boolean;
}

function groupOf(contrast: Contrast, documents: readonly string[], dataset: Dataset): Group {
  const sources = sourcesOf(contrast, dataset);
  const told = documents.filter((id) => sources.includes(id));
  const [first, second] = told.map((id) => dataset.sources[id]!.label);
  const rank = (of: number): number => of * documents.length;
  if (namesApart(contrast, dataset))
    return {heading: "No contradiction: named by one alone", rank: rank(4), mixed: false};
  if (first === undefined) return {heading: "Among others", rank: rank(3), mixed: true};
  if (sources.some((id) => !documents.includes(id)))
    return {heading: "Against what others report", rank: rank(2), mixed: true};
  return second === undefined
    ? {heading: `Within ${first}`, rank: documents.indexOf(told[0]!), mixed: false}
    : {heading: `${voice.capital(first)} against ${second}`, rank: rank(1), mixed: false};
}

function wordsOf(contrast: Contrast, {mixed}: Group, bound: BoundStory): ElementContent[] {
  const place = contrastPlace(contrast.between, bound);
  const sides = mixed ? ` (${[...new Set(sidesOf(contrast, bound.dataset))].join("; ")})` : "";
  return [
    {type: "text", value: `${voice.capital(voice.sentence(contrast.reason))}${sides} `},
    ...(place === null ? [] : [h("a", {href: place.href}, place.text)])
  ];
}
