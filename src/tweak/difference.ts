import type {Dataset} from "../facts/dataset.ts";
import type {Edits} from "../facts/edits.ts";
import {placeOf} from "../figure/labels.ts";
import {scenesOf} from "../story/story.ts";
import {stepsByFact} from "./entries.ts";
import type {Compiler} from "./recompile.ts";

/** What one edit changes. */
export interface Difference {
  readonly id: string;
  /** What is edited, in the words of the data. */
  readonly label: string;
  /** The words before and after; of a decision, the sources. */
  readonly from: string;
  readonly to: string;
  /** Ids of the facts that are other than they were published. */
  readonly numbers: readonly string[];
  /** Ids of the steps that print or draw one of them, in the story's order. */
  readonly steps: readonly string[];
}

/** What each edit changes by itself, in the order in which they were made. */
export function differencesOf(compiler: Compiler, edits: Edits): Difference[] {
  const {source, published} = compiler;
  const {dataset} = published.assembled;
  const stepsOf = stepsByFact(source.story, dataset);
  return [...edits].flatMap(([id, words]) => {
    const old = compiler.wordsOf(id);
    if (old === null) return [];
    const numbers = changedBy(compiler, id, words);
    const touched = new Set(numbers.flatMap((fact) => stepsOf.get(fact) ?? []));
    const steps = scenesOf(source.story).flatMap((scene) =>
      scene.steps.flatMap((step) => (touched.has(step.id) ? [step.id] : []))
    );
    const spell = (text: string): string =>
      isDecision(dataset, id) ? nameOf(dataset, text) : text;
    return [{id, label: labelOf(dataset, id), from: spell(old), to: spell(words), numbers, steps}];
  });
}

/** The facts that one edit changes by itself; remembered, for the list is made again at each of many. */
function changedBy(compiler: Compiler, id: string, words: string): readonly string[] {
  const known = alone.get(compiler) ?? new Map<string, readonly string[]>();
  alone.set(compiler, known);
  const key = JSON.stringify([id, words]);
  const found = known.get(key);
  if (found !== undefined) return found;
  const {dataset} = compiler.published.assembled;
  const numbers = changedFacts(
    dataset,
    compiler.assemble(new Map([[id, words]])).assembled.dataset
  );
  known.set(key, numbers);
  return numbers;
}

const alone = new WeakMap<Compiler, Map<string, readonly string[]>>();

/** "MiniMax: valuation: exceeding $2.5 billion → around $3 billion; 14 numbers in 5 steps changed" */
export function sentenceOf({label, from, to, numbers, steps}: Difference): string {
  const count = (n: number, one: string): string => `${n} ${n === 1 ? one : `${one}s`}`;
  const words = to === "" ? "the edit taken away" : to;
  return `${label}: ${from} → ${words}; ${count(numbers.length, "number")} in ${count(steps.length, "step")} changed`;
}

/** Ids of the facts whose number, or where it comes from, is not what it was. */
export function changedFacts({facts: before}: Dataset, {facts: after}: Dataset): string[] {
  return Object.keys({...before, ...after}).filter((id) => {
    const [old, now] = [before[id], after[id]].map((fact) => [fact?.quantity, fact?.origin]);
    return JSON.stringify(old) !== JSON.stringify(now);
  });
}

/** What an edit is of: a fact's label, and whose words they are where there are several. */
export function labelOf(dataset: Dataset, id: string): string {
  const claim = dataset.claims[id];
  if (claim === undefined) {
    const member = Object.keys(dataset.facts).find(
      (fact) => fact === id || fact.startsWith(`${id}/`)
    );
    const label = dataset.facts[member ?? ""]?.label ?? id;
    return member === id ? label : label.replace(/,[^,]*$/, "");
  }
  const fact = dataset.facts[claim.fact];
  const label = fact?.label ?? claim.fact;
  return (fact?.claims.length ?? 0) > 1 ? `${label} (${nameOf(dataset, id)})` : label;
}

/** How the story calls the source of a claim, and where in it the claim stands: "SCMP, headline". */
export function nameOf(dataset: Dataset, claim: string): string {
  const source = dataset.claims[claim]?.source ?? "";
  const place = placeOf(claim);
  const name = dataset.sources[source]?.label ?? claim;
  return place === null ? name : `${name}, ${place}`;
}

function isDecision({facts}: Dataset, id: string): boolean {
  return (facts[id]?.claims.length ?? 0) > 1;
}
