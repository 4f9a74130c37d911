import type {Assembled, Inputs} from "../facts/assemble.ts";
import type {Dataset} from "../facts/dataset.ts";
import {editableOf} from "../facts/edits.ts";
import type {Editable} from "../facts/edits.ts";
import {plainText} from "../story/printer.ts";
import {scenesOf} from "../story/story.ts";
import type {Story} from "../story/story.ts";
import {usesOf} from "../story/uses.ts";

/** A fact in the panel, or a series that one formula makes. */
export interface Entry {
  /** The id of the fact, or of the series. */
  readonly id: string;
  readonly label: string;
  /** The facts that it stands for: itself, or the members of the series. */
  readonly facts: readonly string[];
  /** The claims about it, in the dataset's order. */
  readonly claims: readonly string[];
  /** What of the fact itself can be edited, besides its claims; null for nothing. */
  readonly own: Editable["kind"] | null;
  /** Ids of the steps that print it or whose figures draw it. */
  readonly steps: readonly string[];
  /** What a search looks through, in lower case. */
  readonly words: string;
}

/** Entries under the scene that uses them first. */
export interface Group {
  /** The scene's title; of the last group, what stands in no scene. */
  readonly title: string;
  readonly entries: readonly Entry[];
}

/** Every fact of a story's data, grouped as the story uses them; each stands once. */
export function groupEntries(story: Story, assembled: Assembled, inputs: Inputs): Group[] {
  const {dataset} = assembled;
  const stepsOf = stepsByFact(story, dataset);
  const members = new Map<string, string[]>();
  for (const id of Object.keys(dataset.facts)) {
    const series = id.includes("/") ? id.slice(0, id.indexOf("/")) : id;
    const one =
      editableOf(assembled, series, inputs)?.kind === "formula" &&
      dataset.facts[id]!.formula !== null;
    const key = one ? series : id;
    members.set(key, [...(members.get(key) ?? []), id]);
  }
  let left = [...members].map(([id, facts]) => entryOf(id, facts, assembled, inputs, stepsOf));
  const groups = scenesOf(story).map((scene): Group => {
    const own = new Set(scene.steps.map(({id}) => id));
    const entries = left.filter(({steps}) => steps.some((step) => own.has(step)));
    left = left.filter((entry) => !entries.includes(entry));
    return {title: plainText(scene.title, dataset), entries};
  });
  return [...groups, {title: "In no scene", entries: left}].filter(
    ({entries}) => entries.length > 0
  );
}

function entryOf(
  id: string,
  facts: readonly string[],
  assembled: Assembled,
  inputs: Inputs,
  stepsOf: ReadonlyMap<string, readonly string[]>
): Entry {
  const {dataset} = assembled;
  const {label, subject, period, claims} = dataset.facts[facts[0]!]!;
  const quotes = claims.flatMap((claim) => {
    const {says, gloss = "", source} = dataset.claims[claim]!;
    return [says, gloss, dataset.sources[source]?.label ?? ""];
  });
  const entity = dataset.entities[subject];
  const names = [entity?.name ?? "", ...(entity?.aliases ?? [])];
  const values = facts.map((fact) => dataset.facts[fact]!.quantity.verbatim);
  const series = facts.length > 1 && period !== null;
  return {
    id,
    // A series has the label of its members, but for the period that ends it.
    label: series ? label.replace(/,[^,]*$/, "") : label,
    facts,
    claims,
    own: editableOf(assembled, id, inputs)?.kind ?? null,
    steps: [...new Set(facts.flatMap((fact) => stepsOf.get(fact) ?? []))],
    words: [id, label, ...values, ...names, ...quotes].join("\n").toLowerCase()
  };
}

/** The steps that print each fact, or whose figure draws it, in the story's order. */
export function stepsByFact(
  story: Story,
  dataset: Dataset
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, Set<string>>();
  const scenes = new Map(scenesOf(story).map((scene) => [scene.id, scene]));
  for (const {reads, scene, step} of usesOf(story, dataset)) {
    const steps = step === null ? (scenes.get(scene ?? "")?.steps ?? []).map(({id}) => id) : [step];
    for (const id of reads) {
      const fact = dataset.claims[id]?.fact ?? id;
      const all = found.get(fact) ?? new Set();
      for (const each of steps) all.add(each);
      found.set(fact, all);
    }
  }
  return new Map([...found].map(([id, steps]) => [id, [...steps]]));
}
