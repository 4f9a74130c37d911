import type {Records} from "../../../src/figure/kind.ts";
import {listed} from "../../../src/figure/labels.ts";

/** How much a connective claims, from a cause to none. */
export type Strength = "cause" | "reason" | "meanwhile";

/** One statement that ties something to another thing. */
export interface Tie {
  readonly id: string;
  readonly source: string;
  readonly says: string;
  /** As the source has it: "due to". */
  readonly connective: string;
  readonly strength: Strength;
  /** What is tied, in our words. */
  readonly effect: string;
  /** What the connective claims, and in whose voice. */
  readonly note: string;
  /** What it claims, where its voice is named already. */
  readonly brief: string;
}

export interface Ties {
  /** What all of them are about. */
  readonly about: string;
  readonly ties: readonly Tie[];
}

interface Connective {
  readonly pattern: RegExp;
  readonly strength: Strength;
  readonly brief: string;
  /** In whose voice, and whether the document names somebody else as the one who says so. */
  note(voice: string, named: boolean): string;
}

/** From the strongest. */
const connectives: readonly Connective[] = [
  {
    pattern: /\b(?:due to|because of|as a result of)\b/i,
    strength: "cause",
    brief: "a cause",
    note: (voice) => `a cause, in the voice of ${voice}`
  },
  {
    pattern: /\bciting\b/i,
    strength: "reason",
    brief: "a reason",
    note: (voice, named) => (named ? `${voice}’s own reason` : "a reason given")
  },
  {
    pattern: /\bseeking to\b/i,
    strength: "meanwhile",
    brief: "an aim",
    note: (voice) => `an aim, in the voice of ${voice}`
  },
  {
    pattern: /\bwhere\b/i,
    strength: "meanwhile",
    brief: "a place, no cause",
    note: () => "a place; no cause claimed"
  },
  {
    pattern: /\b(?:amidst|amid|while|as)\b/i,
    strength: "meanwhile",
    brief: "no cause",
    note: () => "at the same time; no cause claimed"
  }
];

/** The scene's statements on one entity as ties to it, strongest first, else in the author's order. */
export function tiesOf(records: Records, about: string): Ties {
  const ties = records.ids
    .filter((id) => records.kindOf(id) === "statement")
    .filter((id) => records.statement(id).about.includes(about))
    .map((id) => tieOf(records, id));
  if (ties.length === 0) throw new Error(`invalid map: no statement is about ${about}`);
  const rank = ({strength}: Tie) => connectives.findIndex((each) => each.strength === strength);
  return {about: records.entity(about).name, ties: ties.sort((a, b) => rank(a) - rank(b))};
}

/** A statement as a tie by the connective in its words; throws where these have none. */
export function tieOf(records: Records, id: string): Tie {
  const {gist, says, source} = records.statement(id);
  const by = speakersOf(records, id);
  const voice = by.length === 0 ? records.source(source).label : listed(by);
  for (const {pattern, strength, brief, note} of connectives) {
    const found = pattern.exec(says);
    if (found === null) continue;
    return {
      id,
      source,
      says,
      connective: found[0].toLowerCase(),
      strength,
      effect: gist.replace(/\.$/, ""),
      note: note(voice, by.length > 0),
      brief
    };
  }
  throw new Error(`invalid tie: no connective in "${says}" (${id})`);
}

/** Whether a statement's words have a connective. */
export function isTie(records: Records, id: string): boolean {
  return connectives.some(({pattern}) => pattern.test(records.statement(id).says));
}

/** Who says so inside the document: names of entities, or the document's own words. */
export function speakersOf(records: Records, id: string): string[] {
  return records
    .statement(id)
    .by.map((name) => (isEntity(name) ? records.entity(name).name : name));
}

function isEntity(name: string): boolean {
  return /^[a-z][a-z0-9-]*$/.test(name);
}
