import type {
  Claim,
  Dataset,
  Event,
  Fact,
  Origin,
  Relation,
  Source,
  Statement
} from "../../src/facts/dataset.ts";
import type {Hedge, Quantity} from "../../src/quantity.ts";

/** A quantity by its hedge and number; a band takes two numbers, null states nothing. */
export function quantity(
  hedge: Hedge,
  number: number | readonly [number, number] | null,
  unit: string
): Quantity {
  const value = typeof number === "number" ? number : null;
  const [low, high] = Array.isArray(number) ? (number as [number, number]) : [value, value];
  const bounded = hedge === "between" || hedge === "class";
  const lower = bounded || ["at-least", "more-than", "just-over"].includes(hedge) ? low : null;
  const upper =
    bounded || ["at-most", "less-than", "up-to", "nearly"].includes(hedge) ? high : null;
  return {
    verbatim: "",
    hedge,
    value,
    lower,
    upper,
    lowerOpen: lower !== null && ["more-than", "just-over", "class"].includes(hedge),
    upperOpen: upper !== null && ["less-than", "nearly", "class"].includes(hedge),
    unit,
    significantFigures: 2
  };
}

/** A quantity with the words that it was read from. */
export const worded = (verbatim: string, q: Quantity): Quantity => ({...q, verbatim});

export const usd = (hedge: Hedge, billions: number | null) =>
  quantity(hedge, billions === null ? null : Number(`${billions}e9`), "USD");
export const ratio = (hedge: Hedge, number: number | readonly [number, number] | null) =>
  quantity(hedge, number, "ratio");

/** An empty dataset, and short ways to fill it. Everything not given is plausible and constant. */
export class Fixture {
  readonly dataset: Dataset = {
    sources: {},
    entities: {},
    claims: {},
    facts: {},
    relations: {},
    events: {},
    statements: {},
    contrasts: {}
  };

  entity(id: string, name: string): this {
    this.dataset.entities[id] = {name, kind: "company", aliases: []};
    return this;
  }

  source(id: string, label: string, more: Partial<Source> = {}): this {
    this.dataset.sources[id] = {
      label,
      title: label,
      authors: [],
      producer: null,
      datePublished: null,
      url: null,
      restsOn: null,
      document: null,
      sha256: null,
      lang: "en",
      origin: "seed",
      ...more
    };
    return this;
  }

  /** A claim, and its fact where that is new: the first claim of a fact is the preferred one. */
  claim(id: string, label: string, says: string, q: Quantity, more: Partial<Claim> = {}): this {
    const [, source, factId] = /^([^:]+):([^@]+)/.exec(id)!;
    const origin = this.dataset.sources[source!]!.origin;
    this.dataset.claims[id] = {
      fact: factId!,
      source: source!,
      says,
      line: 1,
      where: null,
      when: null,
      by: [],
      of: null,
      status: [],
      origin,
      verified: true,
      quantity: {...q, verbatim: q.verbatim === "" ? says : q.verbatim},
      ...more
    };
    const known = this.dataset.facts[factId!];
    if (known === undefined) {
      this.fact(factId!, label, q, origin, {claims: [id], preferred: id});
    } else {
      known.claims.push(id);
      known.agreement = "compatible";
    }
    return this;
  }

  fact(id: string, label: string, q: Quantity, origin: Origin, more: Partial<Fact> = {}): this {
    const [, subject, measure, period] = /^([^.]+)\.([^/]+)(?:\/(.+))?$/.exec(id)!;
    this.dataset.facts[id] = {
      subject: subject!,
      measure: measure!,
      period: period ?? null,
      label,
      origin,
      quantity: q,
      agreement: "single",
      preferred: null,
      reason: null,
      claims: [],
      formula: null,
      parents: [],
      ...more
    };
    return this;
  }

  statement(id: string, gist: string, says: string, more: Partial<Statement> = {}): this {
    const source = id.slice(0, id.indexOf(":"));
    this.dataset.statements[id] = {source, about: [], gist, says, line: 1, by: [], ...more};
    return this;
  }

  relation(
    id: string,
    [from, type, to]: readonly [string, string, string],
    says: string,
    more: Partial<Relation> = {}
  ): this {
    const source = id.slice(0, id.indexOf(":"));
    const base = {source, from, type, to, says, line: 1, when: null, by: []};
    this.dataset.relations[id] = {...base, ...more};
    return this;
  }

  event(id: string, what: string, when: string | null, more: Partial<Event> = {}): this {
    const source = id.slice(0, id.indexOf(":"));
    const base = {source, what, who: [], when, after: [], says: what, line: 1, by: []};
    this.dataset.events[id] = {...base, ...more};
    return this;
  }
}
