import type {Element, ElementContent} from "hast";
import {h} from "hastscript";
import type {Dataset, Fact} from "../facts/dataset.ts";
import {formatSpoken} from "../format.ts";
import {formulaWords} from "./formula.ts";
import {findPrinted} from "./printed.ts";
import type {Printer} from "./printer.ts";
import {originMark, quoted} from "./voice.ts";

/** How many levels of parents are shown; a number further down has its own card. */
const deepest = 3;
/** The longest series that is listed member by member. */
const longest = 4;

/**
 * How a derived fact was computed, with its numbers filled in, and the tree below it: what it was
 * computed from, down to the words of a claim. Every number in it opens its card.
 */
export function derivationOf({formula, parents}: Fact, printer: Printer): ElementContent[] {
  if (formula === null) return [];
  const words = h("code", formulaWords(formula, parents, printer.dataset));
  return [h("p.pl-formula", ["Computed as ", words, ", from:"]), tree(parents, printer, 1)];
}

function tree(parents: readonly string[], printer: Printer, depth: number): Element {
  const {dataset} = printer;
  const branch = (id: string): Element => h("li", branchOf(id, printer, depth));
  const [first, last] = [parents[0], parents.at(-1)];
  if (parents.length <= longest || !isSeries(parents, dataset))
    return h("ul.pl-parents", parents.map(branch));
  const between = parents.slice(1, -1);
  const computed = between.filter((id) => dataset.facts[id]!.formula !== null).length;
  const more = `${between.length} more between them${computed === 0 ? "" : `, ${computed} of them computed`}`;
  return h("ul.pl-parents", [branch(first!), h("li", more), branch(last!)]);
}

/** A number of the tree, which opens its card, and what stands below it. */
function branchOf(id: string, printer: Printer, depth: number): ElementContent[] {
  const {dataset, cardOf} = printer;
  const printed = findPrinted(dataset, id);
  if (printed === null) throw new Error(`no such fact or claim: ${id}`);
  const card = printed.type === "fact" ? id : printed.record.fact;
  const {quantity, origin} = printed.record;
  const mark = originMark(origin);
  const number = formatSpoken(quantity) + (mark === "" ? "" : ` (${mark})`);
  const button = h("button", {popoverTarget: cardOf(card)}, [
    `${dataset.facts[card]!.label}: ${number}`
  ]);
  if (printed.type === "claim") return [button, leaf(id, 1, dataset)];
  const {preferred, claims, formula, parents} = printed.record;
  if (preferred !== null) return [button, leaf(preferred, claims.length, dataset)];
  if (formula === null || depth >= deepest) return [button];
  const words = h("p", ["= ", h("code", formulaWords(formula, parents, dataset))]);
  return [button, words, tree(parents, printer, depth + 1)];
}

/** The words of a claim; of several about one fact, those that the number was read from. */
function leaf(id: string, among: number, {claims, sources}: Dataset): Element {
  const {says, gloss, source} = claims[id]!;
  const {lang, label} = sources[source]!;
  return h("p", [
    h("q", {lang}, says),
    ...(gloss === undefined ? [] : [`, in English ${quoted(gloss)}`]),
    ` (${label}${among > 1 ? `; one of ${among} claims` : ""})`
  ]);
}

function isSeries(ids: readonly string[], {facts}: Dataset): boolean {
  const names = ids.map((id) => `${facts[id]?.subject}.${facts[id]?.measure}`);
  return ids.every((id) => Object.hasOwn(facts, id)) && new Set(names).size === 1;
}
