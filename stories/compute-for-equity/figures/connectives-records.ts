import type {Records} from "../../../src/figure/kind.ts";
import {listed} from "../../../src/figure/labels.ts";

/** How much a connective claims, from a cause to a mere meanwhile. */
export type Strength = "cause" | "reason" | "meanwhile";

/** One statement that ties something to what the map is about. */
export interface Tie {
  readonly id: string;
  readonly source: string;
  readonly says: string;
  /** As the source has it: "due to". */
  readonly connective: string;
  readonly strength: Strength;
  /** What is tied, in our words. */
  readonly effect: string;
  /** What the connective claims, in a few words. */
  readonly note: string;
}

export interface Ties {
  /** What all of them are about. */
  readonly about: string;
  readonly ties: readonly Tie[];
}

const connectives: readonly (readonly [RegExp, Strength])[] = [
  [/\b(?:due to|because of|as a result of)\b/i, "cause"],
  [/\bciting\b/i, "reason"],
  [/\b(?:amidst|amid|while|as)\b/i, "meanwhile"]
];

/** The scene's statements as ties, strongest first, in the author's order within a strength. */
export function tiesOf(records: Records): Ties {
  const statements = records.ids.filter((id) => records.kindOf(id) === "statement");
  const ties = statements.map((id) => tieOf(records, id));
  const [about] = shared(statements.map((id) => records.statement(id).about));
  if (about === undefined) throw new Error(`invalid map: "${statements.join(" ")}" share nothing`);
  const rank = ({strength}: Tie) => connectives.findIndex(([, other]) => other === strength);
  return {
    about: records.entity(about).name,
    ties: ties.sort((a, b) => rank(a) - rank(b))
  };
}

function shared([first = [], ...rest]: readonly (readonly string[])[]): string[] {
  return first.filter((id) => rest.every((other) => other.includes(id)));
}

function tieOf(records: Records, id: string): Tie {
  const {gist, says, source, by} = records.statement(id);
  for (const [pattern, strength] of connectives) {
    const found = pattern.exec(says);
    if (found === null) continue;
    const names = by.map((name) => (isEntity(name) ? records.entity(name).name : name));
    return {
      id,
      source,
      says,
      connective: found[0].toLowerCase(),
      strength,
      effect: gist.replace(/\.$/, ""),
      note: noteOf(strength, names, records.source(source).label)
    };
  }
  throw new Error(`invalid tie: no connective in "${says}" (${id})`);
}

function noteOf(strength: Strength, by: readonly string[], source: string): string {
  if (strength === "meanwhile") return "at the same time; no cause claimed";
  if (strength === "reason")
    return by.length === 0 ? "a reason given" : `${listed(by)}’s own reason`;
  return `a cause, in the voice of ${by.length === 0 ? source : listed(by)}`;
}

function isEntity(name: string): boolean {
  return /^[a-z][a-z0-9-]*$/.test(name);
}
