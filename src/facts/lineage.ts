import type {Dataset} from "./dataset.ts";

/** The tables of a dataset whose records rest on one another. */
const kinds = {
  source: "sources",
  claim: "claims",
  fact: "facts",
  relation: "relations",
  event: "events",
  statement: "statements",
  contrast: "contrasts"
} as const;
export type RecordKind = keyof typeof kinds;

/** A record on the way from or to another. */
export interface Relative {
  readonly id: string;
  readonly kind: RecordKind;
  /** How many records lie between the two, and this one. */
  readonly steps: number;
}

/** What a record depends on, and what depends on it, nearest first. */
export interface Lineage {
  readonly id: string;
  readonly kind: RecordKind;
  readonly dependsOn: readonly Relative[];
  readonly dependents: readonly Relative[];
}

/** Which record an id names; null for none, and for entities, of which no number is made. */
export function kindOf(dataset: Dataset, id: string): RecordKind | null {
  const entries = Object.entries(kinds) as [RecordKind, keyof Dataset][];
  return entries.find(([, table]) => Object.hasOwn(dataset[table], id))?.[0] ?? null;
}

/**
 * Follows a record both ways: a fact depends on all its claims and on what its formula reads; a claim
 * on its document, on the whole that it is a share of and, unless its words are the document's own, on
 * the sources that this rests on. Null where no record has the id.
 */
export function lineageOf(dataset: Dataset, id: string): Lineage | null {
  const kind = kindOf(dataset, id);
  if (kind === null) return null;
  const parents = parentsIn(dataset);
  const children = new Map<string, string[]>();
  for (const [child, ids] of parents)
    for (const parent of ids) children.set(parent, [...(children.get(parent) ?? []), child]);
  // Sources are ends: what a claim rests on it names itself, and its own words rest on no other's.
  const sources = Object.keys(dataset.sources).flatMap((each) => {
    const steps = chainOf(dataset, each).indexOf(id) + 1;
    return steps === 0 ? [] : [{id: each, kind: "source" as const, steps}];
  });
  return {
    id,
    kind,
    dependsOn:
      kind === "source"
        ? chainOf(dataset, id).map((each, i) => ({id: each, kind, steps: i + 1}))
        : reach(dataset, id, parents),
    dependents: [...sources, ...reach(dataset, id, children)].sort((a, b) => a.steps - b.steps)
  };
}

/** What each record rests on directly. */
function parentsIn(dataset: Dataset): Map<string, readonly string[]> {
  const {claims, facts, relations, events, statements, contrasts} = dataset;
  const parents = new Map<string, readonly string[]>();
  const documents = ({source, own}: {source: string; own?: true | undefined}): string[] =>
    own === true ? [source] : [source, ...chainOf(dataset, source)];
  for (const [id, claim] of Object.entries(claims))
    parents.set(id, [...documents(claim), ...(claim.of === null ? [] : [claim.of])]);
  for (const [id, fact] of Object.entries(facts))
    parents.set(id, [...fact.claims, ...fact.parents]);
  for (const [id, record] of Object.entries({...relations, ...statements}))
    parents.set(id, documents(record));
  for (const [id, event] of Object.entries(events))
    parents.set(id, [...documents(event), ...event.after]);
  for (const [id, {between}] of Object.entries(contrasts)) parents.set(id, between);
  return parents;
}

/** The sources that a source rests on, nearest first, as far as they are in the dataset. */
function chainOf({sources}: Dataset, id: string): string[] {
  const chain: string[] = [];
  for (
    let next = sources[id]?.restsOn ?? null;
    next !== null && Object.hasOwn(sources, next) && next !== id && !chain.includes(next);
    next = sources[next]!.restsOn
  )
    chain.push(next);
  return chain;
}

function reach(
  dataset: Dataset,
  start: string,
  edges: ReadonlyMap<string, readonly string[]>
): Relative[] {
  const found = new Map<string, number>([[start, 0]]);
  for (const [id, steps] of found)
    for (const next of edges.get(id) ?? []) if (!found.has(next)) found.set(next, steps + 1);
  found.delete(start);
  return [...found].flatMap(([id, steps]) => {
    const kind = kindOf(dataset, id);
    return kind === null ? [] : [{id, kind, steps}];
  });
}
