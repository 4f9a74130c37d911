import type {Claim, Dataset, Event, Relation, Statement} from "../facts/dataset.ts";
import {capital, namesFor} from "./voice.ts";

/** One hand that a record came through: a document, or an origin that is known by name alone. */
export interface Custodian {
  /** Id of the source; null for a name. */
  readonly source: string | null;
  /** As it stands in a sentence: "article A", "Financial Times (May 2024)". */
  readonly name: string;
  /** Whom it cites for this, nearest first, by name; null where nobody here knows. */
  readonly cites: readonly string[] | null;
  /** Whether what it rests on is not known to say this. */
  readonly own: boolean;
}

/**
 * The line of custody of a claim, relation, event or statement: its own document first, then what
 * that rests on, up to the first whose own words they are. What a further document cites is known from its own claim about the same fact, or
 * its own relation between the same two. Throws for any other id.
 */
export function custodyOf(dataset: Dataset, id: string): Custodian[] {
  const record = findQuoted(dataset, id);
  if (record === null) throw new Error(`no such claim or record: ${id}`);
  const chain: Custodian[] = [custodian(dataset, record.source, record)];
  const seen = new Set([record.source]);
  let next = dataset.sources[record.source]!.restsOn;
  while (next !== null && !seen.has(next) && !chain.at(-1)!.own) {
    seen.add(next);
    const source = Object.hasOwn(dataset.sources, next) ? dataset.sources[next]! : null;
    chain.push(
      source === null
        ? {source: null, name: next, cites: null, own: false}
        : custodian(dataset, next, twinOf(dataset, record, next))
    );
    next = source?.restsOn ?? null;
  }
  return chain;
}

/**
 * A line of custody as the parts of a sentence, so that a caller may make links of the documents:
 * "Article A names nobody who says so; it rests on Financial Times (May 2024), which cites two
 * people". The first part is the first document, the second what it says of its own source.
 */
export function custodyParts(chain: readonly Custodian[]): readonly (string | Custodian)[] {
  return chain.flatMap((hand, i): (string | Custodian)[] => {
    const says = predicateOf(hand);
    if (i === 0) return [{...hand, name: capital(hand.name)}, says];
    const [behindWords, bare] =
      i === 1 ? ["; it rests on ", " rests on "] : [" and rests on ", ", which rests on "];
    const joint = predicateOf(chain[i - 1]!) === "" ? bare : behindWords;
    return [joint, hand, says === "" ? "" : `, which${says}`];
  });
}

/** The line of custody of a claim or record as one sentence; throws for any other id. */
export function custodyLine(dataset: Dataset, id: string): string {
  const parts = custodyParts(custodyOf(dataset, id));
  return `${parts.map((part) => (typeof part === "string" ? part : part.name)).join("")}.`;
}

/** A source as it stands in a sentence: what its label has behind a comma stands in brackets. */
export function nameInSentence(dataset: Dataset, source: string): string {
  return dataset.sources[source]!.label.replace(/, (.+)$/, " ($1)");
}

type Quoted = Claim | Relation | Event | Statement;

function custodian(dataset: Dataset, id: string, record: Quoted | null): Custodian {
  const {document, restsOn} = dataset.sources[id]!;
  // That nobody is named can be told only of a document that was read whole.
  const known = record !== null && (record.by.length > 0 || document !== null);
  return {
    source: id,
    name: nameInSentence(dataset, id),
    cites: known ? namesFor(dataset, record.by).map(inSentence) : null,
    own: record?.own === true && restsOn !== null
  };
}

/** Words of a document that may stand first in it, as they stand within a sentence. */
function inSentence(words: string): string {
  return words.replace(/^(?:An?|The) /, (article) => article.toLowerCase());
}

function predicateOf({cites, own}: Custodian): string {
  if (cites === null) return "";
  const whom =
    cites.length === 0 ? " names nobody who says so" : ` cites ${cites.join(", who has it from ")}`;
  return own ? `${whom}; this was not found in what it rests on` : whom;
}

function findQuoted({claims, relations, events, statements}: Dataset, id: string): Quoted | null {
  for (const table of [claims, relations, events, statements])
    if (Object.hasOwn(table, id)) return table[id]!;
  return null;
}

/** What another source says of the same; null where it is not in the dataset, or not told apart. */
function twinOf({claims, relations}: Dataset, record: Quoted, source: string): Quoted | null {
  if ("fact" in record) {
    const own = Object.values(claims).filter(
      (claim) => claim.fact === record.fact && claim.source === source
    );
    // The headline of a document cites nobody; its text may.
    return own.find(({by}) => by.length > 0) ?? own[0] ?? null;
  }
  if (!("from" in record)) return null;
  const same = (other: Relation): boolean =>
    other.source === source &&
    other.from === record.from &&
    other.type === record.type &&
    other.to === record.to;
  return Object.values(relations).find(same) ?? null;
}
