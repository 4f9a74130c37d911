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
  contrast: Contrast,
  own: ReadonlySet<string>,
  printer: ContrastPrinter
): Element {
  const {between, reason} = contrast;
  const other = between.find((side) => !own.has(side));
  const lead = namesApart(contrast, printer.dataset) ? "Beside it: " : "Does not sit with: ";
  const words = other === undefined ? [] : [lead, ...describe(other, printer), " "];
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

/** The sources that tell the two sides; "" for what is computed or supposed. */
export function sourcesOf({between}: Contrast, dataset: Dataset): string[] {
  return between.flatMap((id) => {
    const {record} = sideOf(id, dataset);
    if (record !== undefined) return [record.source];
    const claims = dataset.facts[id]?.claims ?? [];
    return claims.length === 0 ? [""] : claims.map((claim) => dataset.claims[claim]!.source);
  });
}

/** Whether two documents name different things for one: to leave a name out is not to deny it. */
export function namesApart({between}: Contrast, {relations}: Dataset): boolean {
  const [one, other] = between.map((id) => (Object.hasOwn(relations, id) ? relations[id]! : null));
  return one != null && other != null && one.from === other.from && one.to !== other.to;
}

/** The record of a side, and whose card it is on; undefined for a fact's own side. */
function sideOf(id: string, {claims, statements, events, relations}: Dataset) {
  const claim = Object.hasOwn(claims, id) ? claims[id]! : null;
  return {
    card: claim?.fact ?? id,
    record: claim ?? statements[id] ?? events[id] ?? relations[id]
  };
}
