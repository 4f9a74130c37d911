import type {Claim, Dataset, Fact} from "../facts/dataset.ts";

/** The record that a bound number prints. */
export type Printed =
  | {readonly type: "fact"; readonly id: string; readonly record: Fact}
  | {readonly type: "claim"; readonly id: string; readonly record: Claim};

/** The fact or claim of an id; null where there is none. */
export function findPrinted(dataset: Dataset, id: string): Printed | null {
  if (Object.hasOwn(dataset.facts, id)) return {type: "fact", id, record: dataset.facts[id]!};
  if (Object.hasOwn(dataset.claims, id)) return {type: "claim", id, record: dataset.claims[id]!};
  return null;
}

/** Whether a record has a card of its own; a claim is shown on its fact's. */
export function hasCard(dataset: Dataset, id: string): boolean {
  const {facts, statements, events, relations} = dataset;
  return [facts, statements, events, relations].some((table) => Object.hasOwn(table, id));
}
