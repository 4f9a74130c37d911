import type {z} from "zod";
import type {Assembled, Inputs} from "./assemble.ts";
import type {Dataset} from "./dataset.ts";
import {setEdited} from "./edit-text.ts";
import type {Spot} from "./edit-text.ts";
import {AssumptionsFile, DerivedFile, ReconcileFile} from "./inputs.ts";
import type {TextFile} from "./places.ts";
import {readYaml, reservedKeys} from "./yaml.ts";

/**
 * What somebody changed, by id: other words for a claim or an assumption, another formula for a
 * computed fact, another claim to print for a fact that has several. An empty text takes an edit
 * away that the files themselves hold.
 */
export type Edits = ReadonlyMap<string, string>;

/** An input that can be edited, and the file that it stands in. */
export interface Editable extends Spot {
  readonly kind: "claim" | "assumption" | "formula" | "decision";
  /** Path from the project's root. */
  readonly file: string;
}

/** Where decisions go in a project that has none. */
const decisionsFile = "data/reconcile.yaml";

/**
 * Finds the input behind an id of a dataset; null where there is none to edit: a fact of one claim
 * is edited by its claim, and what nobody states has no number. A fact that a formula makes for each
 * period goes by the id of the whole series.
 */
export function editableOf(
  {dataset, inputOf}: Assembled,
  id: string,
  inputs: Inputs
): Editable | null {
  if (reservedKeys.has(id)) return null;
  if (dataset.claims[id] !== undefined) {
    const input = inputOf(id);
    return input && {kind: "claim", ...input, beside: "says"};
  }
  const member = dataset.facts[id] === undefined ? memberOf(dataset, id) : id;
  const fact = member === undefined ? undefined : dataset.facts[member];
  if (member === undefined || fact === undefined) return null;
  if (fact.claims.length > 1)
    return {
      kind: "decision",
      file: inputs.reconcile?.path ?? decisionsFile,
      path: ["decisions", id],
      beside: "prefer"
    };
  const input = inputOf(member);
  // Of a series that one formula makes each member stands where the series does.
  if (input === null || fact.claims.length > 0 || input.path[0] !== id) return null;
  if (input.file === inputs.assumptions?.path)
    return {kind: "assumption", ...input, beside: "says"};
  return fact.formula === null ? null : {kind: "formula", ...input, beside: "formula"};
}

/** The first fact that a formula made for the periods of a series. */
function memberOf({facts}: Dataset, id: string): string | undefined {
  return Object.keys(facts).find((fact) => fact.startsWith(`${id}/`));
}

/**
 * Writes edits into the texts that a dataset is compiled from; nothing else is changed. `missing` are
 * the ids that name nothing to edit, as an older page may have known it.
 */
export function applyEdits(
  inputs: Inputs,
  published: Assembled,
  edits: Edits
): {readonly inputs: Inputs; readonly missing: readonly string[]} {
  const texts = new Map<string, string>();
  const missing: string[] = [];
  const files = filesOf(inputs);
  for (const [id, words] of edits) {
    const editable = editableOf(published, id, inputs);
    if (editable === null) {
      missing.push(id);
      continue;
    }
    const {file} = editable;
    const text = texts.get(file) ?? files.get(file) ?? "";
    texts.set(file, setEdited(text, editable, words === "" ? null : words));
  }
  const decisions = texts.get(decisionsFile);
  const made = inputs.reconcile === undefined && decisions !== undefined;
  const edited = withTexts(inputs, texts);
  return {
    inputs: made ? {...edited, reconcile: {path: decisionsFile, text: decisions}} : edited,
    missing
  };
}

/** The same files, some with other texts, by path. */
export function withTexts(inputs: Inputs, texts: ReadonlyMap<string, string>): Inputs {
  const other = <T extends TextFile | undefined>(file: T): T => {
    const text = file === undefined ? undefined : texts.get(file.path);
    return text === undefined ? file : {...file, text};
  };
  return {
    ...inputs,
    seeds: inputs.seeds.map(other),
    context: inputs.context.map(other),
    entities: other(inputs.entities),
    measures: other(inputs.measures),
    derived: other(inputs.derived),
    assumptions: other(inputs.assumptions),
    reconcile: other(inputs.reconcile)
  };
}

/** The texts of a dataset by path. */
export function filesOf(inputs: Inputs): Map<string, string> {
  const {seeds, context, entities, measures, derived, assumptions, reconcile} = inputs;
  const files = [...seeds, ...context, entities, measures, derived, assumptions, reconcile];
  return new Map(files.flatMap((file) => (file === undefined ? [] : [[file.path, file.text]])));
}

/**
 * Makes a function from an id to the words that an edit of it takes the place of: the reading that
 * stands in the files, an edit of theirs included; null where nothing is to be edited.
 */
export function publishedWords(
  inputs: Inputs,
  published: Assembled
): (id: string) => string | null {
  const read = <S extends z.ZodType>(file: TextFile | undefined, schema: S) =>
    file === undefined ? null : readYaml(file, schema).value;
  const derived = read(inputs.derived, DerivedFile);
  const assumptions = read(inputs.assumptions, AssumptionsFile);
  const decisions = read(inputs.reconcile, ReconcileFile)?.decisions;
  const {dataset} = published;
  return (id) => {
    const kind = editableOf(published, id, inputs)?.kind;
    switch (kind) {
      case undefined:
        return null;
      case "claim": {
        const {origin, quantity, gloss, says} = dataset.claims[id]!;
        return origin === "edited" ? quantity.verbatim : (gloss ?? says);
      }
      case "assumption":
        return assumptions?.[id]?.edited ?? assumptions?.[id]?.says ?? "";
      case "formula":
        return derived?.[id]?.edited ?? derived?.[id]?.formula ?? "";
      case "decision":
        return decisions?.[id]?.edited ?? dataset.facts[id]!.preferred;
    }
  };
}
