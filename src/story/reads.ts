import type {Dataset} from "../facts/dataset.ts";
import {closureOf} from "../figure/records.ts";

/**
 * All that a scene can show of a dataset, as text: the records that some ids lead to, and what stands
 * against them. Where it is the same, the scene's figure and words are.
 */
export function readsOf(dataset: Dataset, ids: readonly string[]): string {
  const {sources, entities, claims, facts, relations, events, statements} = dataset;
  const tables = [sources, entities, claims, facts, relations, events, statements];
  const reached = new Set(closureOf(dataset, ids));
  const contrasts = Object.values(dataset.contrasts).filter(({between}) =>
    between.some((id) => reached.has(id))
  );
  return JSON.stringify([[...reached].map((id) => tables.map((table) => table[id])), contrasts]);
}
