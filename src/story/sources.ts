import type {Element, ElementContent} from "hast";
import {h} from "hastscript";
import type {Dataset} from "../facts/dataset.ts";
import {sourceLink} from "./links.ts";
import * as voice from "./voice.ts";

/** Label, title, producer, date and origin of a source; its title is a link where it has one. */
export function sourceWords(id: string, dataset: Dataset): ElementContent[] {
  const source = dataset.sources[id]!;
  const url = sourceLink(source.url);
  const title = url === null ? source.title : h("a", {href: url}, source.title);
  const rests = voice.restsOnWords(dataset, source);
  return [
    {type: "text", value: `${voice.capital(source.label)}: `},
    h("cite", [title]),
    {type: "text", value: `, ${voice.sourceWords(source)}.`},
    ...(rests === null ? [] : [{type: "text" as const, value: ` It rests on ${rests}.`}])
  ];
}

/** A source as a card names it: its label, which leads to the rest in the colophon. */
export function sourceName(id: string, dataset: Dataset): ElementContent[] {
  const label = voice.capital(dataset.sources[id]!.label);
  return [sourceLinkIn(id, label, dataset), {type: "text", value: "."}];
}

/** A source by any name, as a link to its place in the colophon. */
export function sourceLinkIn(id: string, name: string, dataset: Dataset): Element {
  return h("a", {href: `#${sourceId(id, dataset)}`}, name);
}

/** The DOM id of a source's place in the colophon: its ordinal among the dataset's sources. */
export function sourceId(id: string, dataset: Dataset): string {
  return `pl-source-${Object.keys(dataset.sources).indexOf(id) + 1}`;
}
