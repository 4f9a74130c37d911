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
  return ordinals(dataset).has(id);
}

/**
 * The DOM id of a record's card: its ordinal among the dataset's records, so that an edit which adds
 * and removes none leaves all ids. Throws for a record that has no card.
 */
export function cardId(dataset: Dataset, id: string): string {
  const ordinal = ordinals(dataset).get(id);
  if (ordinal === undefined) throw new Error(`no such record: ${id}`);
  return `pl-card-${ordinal}`;
}

function ordinals(dataset: Dataset): ReadonlyMap<string, number> {
  let known = ordinalsOf.get(dataset);
  if (known === undefined) {
    const {facts, statements, events, relations} = dataset;
    const ids = [facts, statements, events, relations].flatMap((table) => Object.keys(table));
    known = new Map(ids.map((id, i) => [id, i + 1]));
    ordinalsOf.set(dataset, known);
  }
  return known;
}

// A dataset is never changed once it is assembled.
const ordinalsOf = new WeakMap<Dataset, ReadonlyMap<string, number>>();
