import {didYouMean} from "../diagnostic.ts";
import type {Claim, Dataset, Event, Fact, Relation, Statement} from "./dataset.ts";
import {evaluate} from "./evaluate.ts";
import type {Scope} from "./evaluate.ts";
import {parseExpression, walk} from "./expression.ts";
import {makeAnew} from "./remember.ts";
import type {Remember} from "./remember.ts";
import {knownIds} from "./series.ts";
import type {Known} from "./series.ts";
import {originOf} from "./witness.ts";

/** Whether a guard is true of a dataset, and the numbers it names, which its prose may count with. */
export interface GuardResult {
  readonly holds: boolean;
  readonly numbers: readonly number[];
  /** Fact and claim ids that it reads. */
  readonly reads: readonly string[];
}

/**
 * Evaluates a `holds="…"` condition. It holds only where the bounds decide it; what they leave open
 * does not. An expression that cannot be read or is no condition gives an error and its offset.
 * What `remember` has of an expression is not read again.
 */
export function evaluateGuard(
  expression: string,
  dataset: Dataset,
  remember: Remember = makeAnew
): GuardResult | {error: string; offset: number; hint: string} {
  const tree = remember("expression", expression, () => parseExpression(expression));
  if ("error" in tree) return {error: tree.error, offset: tree.at, hint: tree.hint ?? ""};
  const reads = new Set<string>();
  const scope = datasetScope(dataset, reads);
  const value = evaluate(tree, scope);
  if ("error" in value) return {error: value.error, offset: value.at, hint: value.hint ?? ""};
  if (value.type !== "truth")
    return {error: "is not a condition", offset: 0, hint: "compare something, as in a > b"};
  const numbers = [...walk(tree)].flatMap((part) => (part.type === "number" ? [part.value] : []));
  return {holds: value.truth === true, numbers, reads: [...reads]};
}

// A dataset is never changed once it is assembled, and a story has many guards.
const knownIn = new WeakMap<Dataset, Known>();

function datasetScope(dataset: Dataset, reads: Set<string>): Scope {
  const known = knownIn.get(dataset) ?? knownIds(Object.keys(dataset.facts));
  knownIn.set(dataset, known);
  const unknown = (id: string): {error: string; hint: string} => ({
    error: `unknown fact "${id}"`,
    hint: didYouMean(id, [...known.ids(), ...Object.keys(dataset.claims)])
  });
  const record = (id: string) =>
    Object.hasOwn(dataset.facts, id)
      ? dataset.facts[id]
      : Object.hasOwn(dataset.claims, id)
        ? dataset.claims[id]
        : undefined;
  const unknownIn = (sources: readonly string[]) => {
    const source = sources.find((id) => !Object.hasOwn(dataset.sources, id));
    return source === undefined ? null : stranger("source", source, Object.keys(dataset.sources));
  };
  return {
    quantity: (id) => {
      reads.add(id);
      return record(id)?.quantity ?? unknown(id);
    },
    series: (id, from, to) => {
      const members = known.slice(id, from, to);
      for (const member of members) reads.add(member);
      if (members.length === 0) return {error: `the series ${id} is empty there`};
      return members.map((member) => dataset.facts[member]!.quantity);
    },
    agreement: (id) => {
      reads.add(id);
      return Object.hasOwn(dataset.facts, id) ? dataset.facts[id]!.agreement : unknown(id);
    },
    printed: (words, ids) => {
      const among = ids.length === 0 ? seedClaims(dataset) : quotedIn(dataset, ids);
      if ("error" in among) return among;
      const sought = plain(words);
      const found = among.filter(([, {says, gloss = ""}]) =>
        [says, gloss].some((text) => plain(text).includes(sought))
      );
      for (const [id] of found) if (Object.hasOwn(dataset.claims, id)) reads.add(id);
      return found.length;
    },
    authors: (ids) => {
      const found = quotedIn(dataset, ids);
      if ("error" in found) return found;
      return new Set(found.map(([, record]) => authorOf(dataset, record))).size;
    },
    related: (from, types, sources) => {
      const relations = Object.values(dataset.relations);
      if (!Object.hasOwn(dataset.entities, from))
        return stranger("entity", from, Object.keys(dataset.entities));
      const type = types.find((name) => relations.every((relation) => relation.type !== name));
      if (type !== undefined)
        return stranger(
          "type of relation",
          type,
          relations.map(({type}) => type)
        );
      const source = unknownIn(sources);
      if (source !== null) return source;
      const own = relations.filter(
        (relation) =>
          relation.from === from &&
          types.includes(relation.type) &&
          (sources.length === 0
            ? dataset.sources[relation.source]?.origin === "seed"
            : sources.includes(relation.source))
      );
      return new Set(own.map(({to}) => to)).size;
    },
    told: (sources) => {
      const source = unknownIn(sources.length === 0 ? [""] : sources);
      if (source !== null) return source;
      const tellers = (fact: Fact) => fact.claims.map((id) => dataset.claims[id]!.source);
      const found = Object.entries(dataset.facts).filter(([, fact]) =>
        sources.every((source) => tellers(fact).includes(source))
      );
      for (const [id] of found) reads.add(id);
      return found.length;
    }
  };
}

type Quoted = Claim | Relation | Event | Statement;

function seedClaims({claims, sources}: Dataset): [string, Quoted][] {
  return Object.entries(claims).filter(([, {source}]) => sources[source]?.origin === "seed");
}

/** The records of these ids, or an error for the first that is none. */
function quotedIn(
  {claims, relations, events, statements}: Dataset,
  ids: readonly string[]
): [string, Quoted][] | {error: string; hint: string} {
  const tables = [claims, relations, events, statements];
  const found: [string, Quoted][] = [];
  for (const id of ids) {
    const table = tables.find((records) => Object.hasOwn(records, id));
    if (table === undefined) return stranger("record", id, tables.flatMap(Object.keys));
    found.push([id, table[id]!]);
  }
  return found;
}

/** Who wrote what a record goes back to: by name where known, else the document. */
function authorOf({sources}: Dataset, {source, own}: Quoted): string {
  const restsOn = (id: string): string | null =>
    Object.hasOwn(sources, id) ? sources[id]!.restsOn : null;
  const origin = own === true ? source : originOf(source, restsOn);
  const authors = Object.hasOwn(sources, origin) ? sources[origin]!.authors : [];
  return authors.length === 0 ? origin : authors.join(", ");
}

/** An error for a word that is none of those known. */
function stranger(what: string, word: string, known: readonly string[]) {
  return {error: `unknown ${what} "${word}"`, hint: didYouMean(word, [...new Set(known)])};
}

function plain(text: string): string {
  return text.toLowerCase().replace(/\s+/g, " ");
}
