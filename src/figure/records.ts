import type {Dataset, Fact} from "../facts/dataset.ts";
import {compareTime} from "../time.ts";
import type {Records} from "./kind.ts";

const tables = ["facts", "claims", "events", "statements", "relations"] as const;
type TableName = (typeof tables)[number];

/**
 * All ids that a scene may read when it declares `ids`, sorted: a fact brings its claims and, if it
 * was computed, the facts it was computed from; a series its facts; a claim its fact and the whole
 * that it is a share of; any record its source and entities. What a figure draws depends on nothing
 * else, contrasts between these ids apart. Ids that the dataset does not have are left out.
 */
export function closureOf(dataset: Dataset, ids: readonly string[]): string[] {
  const reached = new Set<string>();
  const queue = [...ids];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (reached.has(id)) continue;
    const next = neighbours(dataset, id);
    if (next === null) continue;
    reached.add(id);
    queue.push(...next);
  }
  return [...reached].sort();
}

/**
 * The records that a scene declares. Gives the ids that the dataset does not have instead, if there
 * are any, in the author's order. Reading an id outside of the closure throws.
 */
export function recordsFor(
  dataset: Dataset,
  ids: readonly string[]
): {readonly records: Records} | {readonly unknown: readonly string[]} {
  const unknown = ids.filter((id) => kindIn(dataset, id) === null);
  if (unknown.length > 0) return {unknown};
  const allowed = new Set(closureOf(dataset, ids));
  const read = <T>(table: Readonly<Record<string, T>>, id: string, what: string): T => {
    const record = own(table, id);
    if (!allowed.has(id) || record === undefined) throw new Error(`undeclared ${what}: ${id}`);
    return record;
  };
  return {
    records: {
      ids: [...new Set(ids)],
      fact: (id) => read(dataset.facts, id, "fact"),
      claim: (id) => read(dataset.claims, id, "claim"),
      event: (id) => read(dataset.events, id, "event"),
      statement: (id) => read(dataset.statements, id, "statement"),
      relation: (id) => read(dataset.relations, id, "relation"),
      source: (id) => read(dataset.sources, id, "source"),
      entity: (id) => read(dataset.entities, id, "entity"),
      series(id) {
        const facts = allowed.has(id) ? seriesIn(dataset, id) : [];
        if (facts.length === 0) throw new Error(`undeclared series: ${id}`);
        return facts;
      },
      contrasts(id) {
        if (!allowed.has(id)) throw new Error(`undeclared record: ${id}`);
        return Object.values(dataset.contrasts).filter(({between}) => between.includes(id));
      },
      kindOf(id) {
        const kind = allowed.has(id) ? kindIn(dataset, id) : null;
        if (kind === null) throw new Error(`undeclared record: ${id}`);
        return kind;
      }
    }
  };
}

/** Whether the dataset has a record, or a series, of this id. */
export function hasRecord(dataset: Dataset, id: string): boolean {
  return kindIn(dataset, id) !== null;
}

const kinds = {
  facts: "fact",
  claims: "claim",
  events: "event",
  statements: "statement",
  relations: "relation"
} as const satisfies Record<TableName, ReturnType<Records["kindOf"]>>;

function kindIn(dataset: Dataset, id: string): ReturnType<Records["kindOf"]> | null {
  for (const table of tables) if (Object.hasOwn(dataset[table], id)) return kinds[table];
  return seriesIn(dataset, id).length > 0 ? "series" : null;
}

type Series = readonly {readonly id: string; readonly fact: Fact}[];

/** Facts with a period, of the subject and measure that the id names, earliest first. */
function seriesIn(dataset: Dataset, id: string): Series {
  let all = seriesOf.get(dataset);
  if (all === undefined) seriesOf.set(dataset, (all = gatherSeries(dataset)));
  return all.get(id) ?? [];
}

// A dataset is never changed once it is assembled.
const seriesOf = new WeakMap<Dataset, ReadonlyMap<string, Series>>();

function gatherSeries({facts}: Dataset): ReadonlyMap<string, Series> {
  const series = new Map<string, {readonly id: string; readonly fact: Fact}[]>();
  for (const [id, fact] of Object.entries(facts)) {
    const end = id.indexOf("/");
    if (fact.period === null || end < 0) continue;
    const name = id.slice(0, end);
    const members = series.get(name);
    if (members === undefined) series.set(name, [{id, fact}]);
    else members.push({id, fact});
  }
  for (const members of series.values())
    members.sort((a, b) => compareTime(a.fact.period!, b.fact.period!));
  return series;
}

/** What an id rests on; null when the dataset does not have it. */
function neighbours(dataset: Dataset, id: string): readonly string[] | null {
  const fact = own(dataset.facts, id);
  if (fact !== undefined) return [fact.subject, ...fact.claims, ...fact.parents];
  const claim = own(dataset.claims, id);
  if (claim !== undefined) {
    return [claim.fact, claim.source, ...claim.by, ...(claim.of === null ? [] : [claim.of])];
  }
  const statement = own(dataset.statements, id);
  if (statement !== undefined) return [statement.source, ...statement.about, ...statement.by];
  const event = own(dataset.events, id);
  if (event !== undefined) return [event.source, ...event.who, ...event.by];
  const relation = own(dataset.relations, id);
  if (relation !== undefined) {
    return [relation.source, relation.from, relation.to, ...relation.by];
  }
  const source = own(dataset.sources, id);
  if (source !== undefined) return source.restsOn === null ? [] : [source.restsOn];
  if (own(dataset.entities, id) !== undefined) return [];
  const series = seriesIn(dataset, id);
  return series.length === 0 ? null : series.map(({id}) => id);
}

// A record called "constructor" is nobody's.
function own<T>(table: Readonly<Record<string, T>>, id: string): T | undefined {
  return Object.hasOwn(table, id) ? table[id] : undefined;
}
