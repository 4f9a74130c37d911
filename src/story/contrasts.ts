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
  const claim = Object.hasOwn(dataset.claims, id) ? dataset.claims[id]! : null;
  const card = claim?.fact ?? id;
  const record = claim ?? dataset.statements[id] ?? dataset.events[id] ?? dataset.relations[id];
  const words =
    record === undefined
      ? (dataset.facts[id]?.label ?? id)
      : `${voice.quoted(record.says)} (${dataset.sources[record.source]!.label})`;
  if (!hasCard(dataset, card)) return [{type: "text", value: words}];
  return [h("button", {popoverTarget: cardOf(card)}, words)];
}
