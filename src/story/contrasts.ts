import type {Element, ElementContent} from "hast";
import {h} from "hastscript";
import type {Contrast, Dataset} from "../facts/dataset.ts";
import {hasCard} from "./printed.ts";
import type {CardOf} from "./printer.ts";
import * as voice from "./voice.ts";

interface ContrastPrinter {
  readonly dataset: Dataset;
  readonly cardOf: CardOf;
}

/** What does not sit together with a record, or with one of its claims, and why. */
export function contrastsOf(
  id: string,
  claims: readonly string[],
  printer: ContrastPrinter
): ElementContent[] {
  const own = new Set([id, ...claims]);
  const found = Object.values(printer.dataset.contrasts).filter((contrast) =>
    contrast.between.some((side) => own.has(side))
  );
  return found.map((contrast) => contrastNote(contrast, own, printer));
}

function contrastNote(
  {between, reason}: Contrast,
  own: ReadonlySet<string>,
  printer: ContrastPrinter
): Element {
  const other = between.find((side) => !own.has(side));
  const words =
    other === undefined ? [] : ["Does not sit with: ", ...describe(other, printer), " "];
  return h("p.pl-contrast", [...words, voice.capital(voice.sentence(reason))]);
}

/** A record in a few words, with its quote; a button opens its card. */
function describe(id: string, {dataset, cardOf}: ContrastPrinter): ElementContent[] {
  const {card, record} = sideOf(id, dataset);
  const words =
    record === undefined
      ? (dataset.facts[id]?.label ?? id)
      : `${voice.quoted(record.says)} (${dataset.sources[record.source]!.label})`;
  if (!hasCard(dataset, card)) return [{type: "text", value: words}];
  return [h("button", {popoverTarget: cardOf(card)}, words)];
}

/** The two sides of a contrast by the names of their sources, or of what was computed. */
export function sidesOf({between}: Contrast, dataset: Dataset): string[] {
  return between.map((id) => {
    const {record} = sideOf(id, dataset);
    return record === undefined
      ? (dataset.facts[id]?.label ?? id)
      : dataset.sources[record.source]!.label;
  });
}

/** The record of a side, and whose card it is on; undefined for a fact's own side. */
function sideOf(id: string, {claims, statements, events, relations}: Dataset) {
  const claim = Object.hasOwn(claims, id) ? claims[id]! : null;
  return {
    card: claim?.fact ?? id,
    record: claim ?? statements[id] ?? events[id] ?? relations[id]
  };
}
