import type {Claim, Dataset, Fact} from "../facts/dataset.ts";
import {agreementWord, measureOf} from "../figure/labels.ts";
import {formatSpoken} from "../format.ts";
import {isStated} from "../quantity.ts";
import {formatTime} from "../time.ts";
import {custodyLine, custodyOf, nameInSentence} from "./custody.ts";
import {formulaWords} from "./formula.ts";
import {numberWords} from "./printer.ts";
import {readingSentence} from "./reading.ts";
import * as voice from "./voice.ts";

/** One line of the index: a fact, or all facts of a series. */
export interface IndexRow {
  /** The fact whose card the row opens; null for a series. */
  readonly card: string | null;
  /** All facts that the row stands for. */
  readonly facts: readonly string[];
  readonly subject: string;
  readonly label: string;
  /** Whether no source says anything of it. */
  readonly computed: boolean;
  /** Whether any of its numbers is edited, or made of what is. */
  readonly edited: boolean;
  /** What each of the story's documents says, in their order; empty where one is silent. */
  readonly documents: readonly string[];
  /** What others say. */
  readonly elsewhere: string;
  /** How the tellings agree, or what is computed or supposed where there are none. */
  readonly standing: string;
  /** Why it is printed as it is, how its hedge is read, who has it from whom, what was checked. */
  readonly because: string;
}

/** The rows of the index, subjects together, each where the dataset first has it. */
export function indexRows(dataset: Dataset, documents: readonly string[]): IndexRow[] {
  const series = new Map<string, string[]>();
  for (const [id, {period}] of Object.entries(dataset.facts)) {
    const key = period === null ? id : id.slice(0, id.indexOf("/"));
    series.set(key, [...(series.get(key) ?? []), id]);
  }
  const rows = [...series.values()].map((ids) =>
    dataset.facts[ids[0]!]!.period === null
      ? rowOf(ids[0]!, dataset, documents)
      : seriesRow(ids, dataset, documents)
  );
  const subjects = [...new Set(rows.map(({subject}) => subject))];
  return subjects.flatMap((subject) => rows.filter((row) => row.subject === subject));
}

function rowOf(id: string, dataset: Dataset, documents: readonly string[]): IndexRow {
  const fact = dataset.facts[id]!;
  const claims = fact.claims.map((claim) => dataset.claims[claim]!);
  const computed = claims.length === 0;
  const stated = isStated(fact.quantity);
  return {
    card: id,
    facts: [id],
    subject: fact.subject,
    label: voice.capital(withoutSubject(fact, dataset)),
    computed,
    edited: fact.origin === "edited",
    documents: documents.map((source) =>
      distinct(claims.filter((claim) => claim.source === source).map(saidOrEdited))
    ),
    elsewhere: elsewhere(fact, dataset),
    standing: !computed
      ? fact.origin === "edited"
        ? "edited: no source says this"
        : agreementWord(fact.agreement)
      : stated
        ? numberWords(id, {dataset})
        : "not stated",
    because: (computed ? becauseComputed(fact, dataset) : becauseTold(fact, dataset, documents))
      .filter((words) => words !== "")
      .join(" ")
  };
}

function seriesRow(
  ids: readonly string[],
  dataset: Dataset,
  documents: readonly string[]
): IndexRow {
  const facts = ids.map((id) => dataset.facts[id]!);
  const periods = facts.map(({period}) => period!).sort();
  const claims = facts.flatMap((fact) => fact.claims.map((claim) => dataset.claims[claim]!));
  const computed = facts.filter((fact) => fact.claims.length === 0);
  const sources = [...new Set(claims.map(({source}) => source))];
  const [first] = facts;
  const told = claims.length > 0;
  const span = `${counted(facts.length, "period")}, ${formatTime(periods[0]!)} to ${formatTime(periods.at(-1)!)}`;
  return {
    card: null,
    facts: ids,
    subject: first!.subject,
    label: voice.capital(measureOf(first!)),
    computed: !told,
    edited: facts.some(({origin}) => origin === "edited"),
    documents: documents.map((source) => (sources.includes(source) ? "by period" : "")),
    elsewhere: told ? span : "",
    standing: told ? counted(sources.length, "source") : `${span} (computed)`,
    because: [
      ...(!told || computed.length === 0 ? [] : [`${computed.length} of them computed.`]),
      ...new Set(computed.flatMap(({reason}) => (reason === null ? [] : [voice.sentence(reason)])))
    ].join(" ")
  };
}

// A label that begins with its subject's name stands under that name.
function withoutSubject({label, subject}: Fact, {entities}: Dataset): string {
  const start = `${entities[subject]?.name ?? subject}: `;
  return label.startsWith(start) ? label.slice(start.length) : label;
}

function elsewhere({claims}: Fact, dataset: Dataset): string {
  const sourceOf = (id: string): string => dataset.claims[id]!.source;
  const ids = claims.filter((id) => dataset.sources[sourceOf(id)]!.origin === "context");
  return [...new Set(ids.map(sourceOf))]
    .map((source) => {
      const own = ids.filter((id) => sourceOf(id) === source);
      const words = distinct(own.map((id) => spokenAt(id, dataset)));
      return `${nameInSentence(dataset, source)}: ${words}`;
    })
    .join("; ");
}

/** What a claim says; of an edited one the quotation, and what it is read as instead. */
function saidOrEdited({says, quantity, origin}: Claim): string {
  return origin === "edited"
    ? `${voice.quoted(says)} → ${formatSpoken(quantity)} (edited)`
    : voice.quoted(quantity.verbatim);
}

/** What a claim says, and where in its document, if its id names a place: “$1 billion” (headline). */
function spokenAt(id: string, {claims}: Dataset): string {
  const place = id.split("@")[1];
  const words = saidOrEdited(claims[id]!);
  return place === undefined ? words : `${words} (${place})`;
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}

function distinct(words: readonly string[]): string {
  return [...new Set(words)].join(", ");
}

function becauseTold(fact: Fact, dataset: Dataset, documents: readonly string[]): string[] {
  const {preferred, reason, claims} = fact;
  const printed = preferred === null ? null : dataset.claims[preferred]!;
  // Of what no document of the story's own tells, the row has said all.
  if (claims.every((claim) => !documents.includes(dataset.claims[claim]!.source))) return [];
  return [
    ...(printed === null || claims.length < 2
      ? []
      : [`Printed: ${saidOrEdited(printed)}, ${nameInSentence(dataset, printed.source)}.`]),
    ...(reason === null ? [] : [voice.sentence(reason)]),
    readingSentence(fact.quantity),
    preferred === null ? "" : custody(preferred, dataset),
    checkedSentence(fact, dataset, documents)
  ];
}

// A document of which nothing more is known has been named already.
function custody(claim: string, dataset: Dataset): string {
  const chain = custodyOf(dataset, claim);
  return chain.length === 1 && chain[0]!.cites === null ? "" : custodyLine(dataset, claim);
}

function becauseComputed({formula, parents, reason}: Fact, dataset: Dataset): string[] {
  return [
    ...(formula === null ? [] : [`${voice.capital(formulaWords(formula, parents, dataset))}.`]),
    ...(reason === null ? [] : [voice.sentence(reason)])
  ];
}

/** Which fragments the lock vouches for, and where they stand. */
function checkedSentence(
  {claims}: Fact,
  {claims: all, sources}: Dataset,
  documents: readonly string[]
): string {
  // Words that were checked are not what an edit makes of them.
  const told = claims
    .map((id) => all[id]!)
    .filter(({source, origin}) => documents.includes(source) && origin !== "edited");
  const places = (verified: boolean) =>
    documents.flatMap((source) => {
      const own = told.filter((claim) => claim.source === source && claim.verified === verified);
      if (own.length === 0) return [];
      const lines = [...new Set(own.flatMap(({line}) => line ?? []))].sort((a, b) => a - b);
      const where = lines.length === 0 ? "" : `, line ${lines.join(" and ")}`;
      return [`${sources[source]!.label}${where}`];
    });
  const [checked, unchecked] = [places(true), places(false)];
  return [
    ...(checked.length === 0 ? [] : [`Checked word for word: ${checked.join("; ")}.`]),
    ...(unchecked.length === 0 ? [] : [`Not verified: ${unchecked.join("; ")}.`])
  ].join(" ");
}
