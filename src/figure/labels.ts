import type {Agreement, Claim, Fact, Origin} from "../facts/dataset.ts";
import type {Hedge, Quantity} from "../quantity.ts";
import {isStated} from "../quantity.ts";
import {isEstimate, spreadOf} from "../spread.ts";
import type {Records} from "./kind.ts";

const hedgeWords: Readonly<Record<Hedge, string>> = {
  none: "no hedge",
  exactly: "exactly",
  approx: "about",
  nearly: "nearly",
  "just-over": "just over",
  "at-least": "at least",
  "more-than": "more than",
  "at-most": "at most",
  "less-than": "less than",
  "up-to": "up to",
  between: "a range",
  class: "a range"
};

/** What stands beside a mark to say in words what its end says. */
export function hedgeWord(quantity: Quantity): string {
  if (!isStated(quantity)) return "not stated";
  if (!isEstimate(quantity)) return hedgeWords[quantity.hedge];
  return spreadOf(quantity) === null ? "with an interval" : "plus or minus";
}

/** The word that says where a number comes from; empty for what the seeds say. */
export function originWord(origin: Origin): string {
  switch (origin) {
    case "seed":
      return "";
    case "context":
      return "reported elsewhere";
    case "derived":
      return "computed";
    case "assumed":
      return "assumed";
    case "edited":
      return "edited";
  }
}

/** The words that a number is read from: a quotation, but of what was edited, which nobody said. */
export function readFrom({quantity, origin}: Pick<Claim, "quantity"> & {origin: Origin}): string {
  return origin === "edited" ? `${quantity.verbatim}, edited` : quoted(quantity.verbatim);
}

/**
 * Where a fact's number would come from if nobody had edited anything: where it stands in a figure
 * does not depend on an edit.
 */
export function originBefore(records: Records, {origin, claims, preferred, formula}: Fact): Origin {
  if (origin !== "edited") return origin;
  const claim = preferred ?? claims[0];
  if (claim !== undefined) return records.source(records.claim(claim).source).origin;
  return formula === null ? "assumed" : "derived";
}

/** A label with the word that says where it comes from; as it is for what the seeds say. */
export function withOrigin(label: string, origin: Origin): string {
  if (origin === "seed") return label;
  return origin === "context" ? `Context: ${label}` : `${label}, ${originWord(origin)}`;
}

const agreementWords: Readonly<Record<Agreement, string>> = {
  single: "one source",
  "same-origin": "same origin",
  corroborated: "corroborated",
  compatible: "compatible",
  conflict: "conflict"
};

/** How the claims about a fact sit together, in a word or two. */
export function agreementWord(agreement: Agreement): string {
  return agreementWords[agreement];
}

/** What is measured: the fact's label without its subject and period. */
export function measureOf(fact: Fact): string {
  const start = fact.label.indexOf(": ");
  const what = start < 0 ? fact.label : fact.label.slice(start + 2);
  const end = fact.period === null ? -1 : what.lastIndexOf(", ");
  return end < 0 ? what : what.slice(0, end);
}

/** Whom the fact is about, by name. */
export function subjectOf(records: Records, fact: Fact): string {
  return records.entity(fact.subject).name;
}

/** The place that a claim's id names after `@`, as words; null where it names none. */
export function placeOf(claimId: string): string | null {
  const at = claimId.indexOf("@");
  return at < 0 ? null : claimId.slice(at + 1).replaceAll("-", " ");
}

/** How the story calls the source of a claim. */
export function sourceOf(records: Records, claim: Claim): string {
  return records.source(claim.source).label;
}

/** A document's words in quotation marks; those that it has inside become single ones. */
export function quoted(text: string): string {
  const inner = text.replaceAll("“", "‘").replaceAll("”", "’").replaceAll("'", "’");
  return `“${inner.replace(/"([^"]*)"/g, "‘$1’")}”`;
}

/** With a capital letter first, where that letter has one: ß and the like have none. */
export function capital(text: string): string {
  const [first = ""] = text;
  const upper = first.toUpperCase();
  return [...upper].length > 1 ? text : upper + text.slice(first.length);
}

/** "a", "a and b", "a, b and c". */
export function listed(items: readonly string[]): string {
  if (items.length < 2) return items.join("");
  return `${items.slice(0, -1).join(", ")} and ${items.at(-1)!}`;
}

/** With a full stop, unless there is an end already. */
export function sentence(text: string): string {
  return /[.!?]["”’]?$/.test(text) ? text : `${text}.`;
}
