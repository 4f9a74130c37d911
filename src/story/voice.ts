import {statuses} from "../facts/checks.ts";
import type {Claim, Dataset, Origin, Source} from "../facts/dataset.ts";
import {capital} from "../figure/labels.ts";
import {formatTime} from "../time.ts";

export {capital};

/** Where a number comes from, as a card says it. */
export function originSentence(origin: Origin): string {
  switch (origin) {
    case "seed":
      return "Stated in the article.";
    case "context":
      return "Context, from another publisher.";
    case "derived":
      return "Derived: computed from other numbers, no source says it.";
    case "assumed":
      return "Assumed by this story: no source says it.";
    case "edited":
      return "Edited: this reading is not what the document says.";
  }
}

const statusSentences: Readonly<Record<(typeof statuses)[number], string>> = {
  provisional: "Terms may still change.",
  "figure-only": "The figure as reported; its wording is not kept.",
  "secondary-report": "From a report at second hand.",
  "restated-later": "Restated later."
};

/** What an author says of how far a claim goes; a word of the author's own stands as it is. */
export function statusSentence(status: string): string {
  const known = statuses.find((word) => word === status);
  return known === undefined ? `${capital(status)}.` : statusSentences[known];
}

/** What a card says of a number that nobody gives. */
export const unstatedSentence = "Nobody states this number, and it does not follow from any.";

/** The word that stands beside a number in prose; empty for what sources say. */
export function originMark(origin: Origin): string {
  if (origin === "seed" || origin === "context") return "";
  // A reader's word for what the dataset calls derived; figures use the same.
  return origin === "derived" ? "computed" : origin;
}

/** Names of entities for their ids, other words as they are. */
export function namesFor(dataset: Dataset, ids: readonly string[]): string[] {
  return ids.map((id) => (Object.hasOwn(dataset.entities, id) ? dataset.entities[id]!.name : id));
}

/** Where in its document a claim stands; empty where nobody knows. */
export function placeSentence(record: {line: number | null} & Partial<Claim>): string {
  const places = [
    ...(typeof record.where === "string" ? [record.where] : []),
    ...(record.line === null ? [] : [`line ${record.line} of the document`])
  ];
  return places.length === 0 ? "" : capital(`${places.join(", ")}.`);
}

/** What a document is: producer and date, each only if known. */
export function sourceWords(source: Source): string {
  const date = source.datePublished === null ? "date not stated" : formatTime(source.datePublished);
  return [...(source.producer === null ? [] : [source.producer]), date].join(", ");
}

/** What a document rests on, by the label of that source or its name; null where not known. */
export function restsOnWords(dataset: Dataset, source: Source): string | null {
  const {restsOn} = source;
  if (restsOn === null) return null;
  return Object.hasOwn(dataset.sources, restsOn) ? dataset.sources[restsOn]!.label : restsOn;
}

/** When something is said to be, in words. */
export function timeWords(edtf: string | null): string {
  return edtf === null ? "not stated" : formatTime(edtf);
}

/** A fragment in the quotation marks of the page. */
export function quoted(text: string): string {
  return `“${text
    .replaceAll("“", "‘")
    .replaceAll("”", "’")
    .replace(/"([^"]*)"/g, "‘$1’")}”`;
}

/** With a full stop, unless it ends already. */
export function sentence(text: string): string {
  return /[.!?…]["'”’)]*$/.test(text) ? text : `${text}.`;
}
