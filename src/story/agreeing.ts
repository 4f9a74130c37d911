import {agrees} from "../facts/agreement.ts";
import type {Claim, Dataset, Fact} from "../facts/dataset.ts";
import {witnessesOf} from "../facts/witness.ts";
import {nameInSentence} from "./custody.ts";
import {capital, quoted} from "./voice.ts";

/** A claim, by the name of its source and of who vouches for it in the end. */
interface Voice {
  readonly name: string;
  readonly witness: string;
  readonly quantity: Claim["quantity"];
}

/** How the claims about a fact sit together, by the names of their sources; "" where it has none. */
export function agreementLine(fact: Fact, dataset: Dataset): string {
  const line = agreementOf(fact, dataset);
  const edited = fact.claims.some((id) => dataset.claims[id]!.origin === "edited");
  return edited && line !== "" ? `With what is edited, which no source says: ${line}` : line;
}

function agreementOf({agreement, claims}: Fact, dataset: Dataset): string {
  const voices = voicesOf(claims, dataset);
  switch (claims.length === 0 ? null : agreement) {
    case null:
      return "";
    case "single":
      return `One source says so: ${voices[0]!.name}.`;
    case "same-origin": {
      const names = namesOf(voices);
      return names.length === 1
        ? `One source says so, more than once: ${names[0]!}.`
        : `${capital(list(names))} come from one origin: they count as one witness.`;
    }
    case "corroborated": {
      const same = equals(voices);
      const others = voices.filter(({witness}) => same.every((each) => each.witness !== witness));
      const rest = others.length === 0 ? "" : ` ${plural(leads(others), "fits", "fit")} with that.`;
      const also = alsoSaid(same, voices);
      return `${capital(list(leads(same)))} are independent and say the same.${also}${rest}${counted(voices)}`;
    }
    case "compatible":
      return `${capital(list(leads(voices)))} are independent; what they say fits together.${counted(voices)}`;
    case "conflict":
      return `${conflicts(voices)} All that they say is shown.`;
  }
}

function voicesOf(ids: readonly string[], dataset: Dataset): Voice[] {
  const claims = ids.map((id) => dataset.claims[id]!);
  const {sources, entities} = dataset;
  const witnesses = witnessesOf(
    claims,
    (id) => (Object.hasOwn(sources, id) ? sources[id]!.restsOn : null),
    (name) => Object.hasOwn(entities, name)
  );
  return claims.map(({source, quantity}, i) => ({
    name: nameInSentence(dataset, source),
    witness: witnesses[i]!,
    quantity
  }));
}

/** The first set of voices that say the same and are not all of one witness. */
function equals(voices: readonly Voice[]): Voice[] {
  for (const {quantity} of voices) {
    const same = voices.filter((other) => agrees(quantity, other.quantity) === "equal");
    if (new Set(same.map(({witness}) => witness)).size > 1) return same;
  }
  return [...voices];
}

/** What those who say the same say besides, such as a hedge that a headline leaves out. */
function alsoSaid(same: readonly Voice[], voices: readonly Voice[]): string {
  return leads(same)
    .map((lead) => {
      const besides = voices.filter((voice) => voice.name === lead && !same.includes(voice));
      const words = [...new Set(besides.map(({quantity}) => quoted(quantity.verbatim)))];
      return words.length === 0 ? "" : ` ${capital(lead)} also says ${list(words)}.`;
    })
    .join("");
}

/** One name for each witness: of its sources, the first. */
function leads(voices: readonly Voice[]): string[] {
  const first = new Map<string, string>();
  for (const {witness, name} of voices) if (!first.has(witness)) first.set(witness, name);
  return [...first.values()];
}

/** Which sources are no witness of their own. */
function counted(voices: readonly Voice[]): string {
  return leads(voices)
    .map((lead) => {
      const {witness} = voices.find(({name}) => name === lead)!;
      const others = namesOf(voices.filter((v) => v.witness === witness && v.name !== lead));
      return others.length === 0
        ? ""
        : ` ${plural(others, "counts", "count")} with ${lead} as one.`;
    })
    .join("");
}

function conflicts(voices: readonly Voice[]): string {
  const pairs = new Set<string>();
  voices.forEach((a, i) => {
    for (const b of voices.slice(i + 1))
      if (agrees(a.quantity, b.quantity) === "disjoint")
        pairs.add(a.name === b.name ? `${a.name} with itself` : `${a.name} with ${b.name}`);
  });
  return `These do not agree: ${[...pairs].join("; ")}.`;
}

function namesOf(voices: readonly Voice[]): string[] {
  return [...new Set(voices.map(({name}) => name))];
}

function plural(names: readonly string[], one: string, many: string): string {
  return `${capital(list(names))} ${names.length === 1 ? one : many}`;
}

/** "a, b and c". */
function list(names: readonly string[]): string {
  return names.length < 2
    ? names.join("")
    : `${names.slice(0, -1).join(", ")} and ${names.at(-1)!}`;
}
