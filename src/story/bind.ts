import {didYouMean, sortDiagnostics} from "../diagnostic.ts";
import type {Diagnostic, Position} from "../diagnostic.ts";
import type {Claim, Dataset, Fact} from "../facts/dataset.ts";
import type {Kind, Records, Table} from "../figure/kind.ts";
import {recordsFor} from "../figure/records.ts";
import {formats} from "../format.ts";
import {datesOf, isAdmitted, namesOf} from "./admit.ts";
import type {Allowance} from "./admit.ts";
import {toDiagnostic} from "./codes.ts";
import type {Problem} from "./codes.ts";
import {opaque} from "./flat.ts";
import {findLoose} from "./loose.ts";
import {readBySchema} from "./schema.ts";
import {boundIn, stateAt} from "./story.ts";
import type {Attribute, Bound, Ref, Scene, Step, Story, Typed} from "./story.ts";

/** Evaluates a guard over a dataset; `numbers` are the numerals that it names. */
export type EvaluateGuard = (
  expression: string,
  dataset: Dataset
) =>
  | {readonly holds: boolean; readonly numbers: readonly number[]}
  | {readonly error: string; readonly offset: number; readonly hint?: string};

export interface BoundStep {
  readonly step: Step;
  /** What the kind's state schema made of the step's attributes. */
  readonly state: unknown;
  readonly highlight: readonly string[];
  /** Whether the step's guard, and the scene's, hold; an edit can make them false. */
  readonly holds: boolean;
  /** What the figure shows, in sentences. */
  readonly description: string;
}

export interface BoundScene {
  readonly scene: Scene;
  readonly kind: Kind;
  readonly records: Records;
  /** What the kind's options schema made of the scene's attributes. */
  readonly options: unknown;
  readonly steps: readonly BoundStep[];
  /** Whether the scene's guard holds. */
  readonly holds: boolean;
  /** What is measured, unit and period. */
  readonly measure: string;
  readonly table: Table;
  /** What lets typed numbers stand in the scene and what it draws. */
  readonly allowance: Allowance;
}

/** A story with the data that it prints and the figures that it shows. */
export interface BoundStory {
  readonly story: Story;
  readonly dataset: Dataset;
  readonly scenes: readonly BoundScene[];
}

/** The record that a bound number prints. */
export type Printed =
  | {readonly type: "fact"; readonly id: string; readonly record: Fact}
  | {readonly type: "claim"; readonly id: string; readonly record: Claim};

interface Binding {
  readonly dataset: Dataset;
  readonly kinds: Readonly<Record<string, Kind>>;
  readonly evaluateGuard: EvaluateGuard;
  readonly problems: Problem[];
  readonly names: ReadonlySet<string>;
  /** Set where a mistake leaves something that cannot be shown. */
  broken: boolean;
}

/**
 * Binds a story to a dataset: kinds, options and states, ids, formats, guards, and the numbers its
 * prose types. A false guard or a typed number is a diagnostic only; `bound` is null where
 * something cannot be shown at all. Pure, and free of Markdown, so that an edit runs it again.
 */
export function bindStory(
  story: Story,
  dataset: Dataset,
  kinds: Readonly<Record<string, Kind>>,
  guards: EvaluateGuard
): {bound: BoundStory | null; diagnostics: Diagnostic[]} {
  const binding: Binding = {
    dataset,
    kinds,
    evaluateGuard: guards,
    problems: [],
    names: namesOf(dataset),
    broken: false
  };
  const {front} = story;
  bindProse([...front.title, ...front.standfirst, ...front.description], front.typed, binding);
  const scenes: BoundScene[] = [];
  for (const part of story.parts) {
    if (part.type === "prose") bindProse(part.blocks, part.typed, binding);
    else {
      const scene = bindScene(part, binding);
      if (scene !== null) scenes.push(scene);
    }
  }
  const diagnostics = binding.problems.map((problem) => toDiagnostic(story.file, problem));
  return {
    bound: binding.broken ? null : {story, dataset, scenes},
    diagnostics: sortDiagnostics(diagnostics)
  };
}

/** The fact or claim of an id; null where there is none. */
export function findPrinted(dataset: Dataset, id: string): Printed | null {
  if (Object.hasOwn(dataset.facts, id)) return {type: "fact", id, record: dataset.facts[id]!};
  if (Object.hasOwn(dataset.claims, id)) return {type: "claim", id, record: dataset.claims[id]!};
  return null;
}

function bindProse(
  nodes: Parameters<typeof boundIn>[0],
  typed: readonly Typed[],
  binding: Binding
): void {
  const refs = bindNumbers(boundIn(nodes), binding);
  checkTyped(typed, allow([], refs, binding), [], binding);
}

function bindScene(scene: Scene, binding: Binding): BoundScene | null {
  const kind = findKind(scene.kind, binding);
  const declared = checkRefs(scene.facts, binding);
  const found = recordsFor(binding.dataset, declared);
  const records = "records" in found ? found.records : null;
  const {guard, allowance, holds} = bindWords(scene, declared, binding);
  for (const {highlight} of scene.steps) checkHighlight(highlight, records, binding);
  const read = kind === null ? null : readStates(scene, kind, binding);
  if (kind === null || records === null || read === null) {
    binding.broken = true;
    return null;
  }
  const {options} = read;
  const steps = scene.steps.map((step, i) => ({
    step,
    state: read.states[i],
    highlight: stateAt(scene, step.id).highlight,
    holds: holds[i]!
  }));
  try {
    return {
      scene,
      kind,
      records,
      options,
      steps: steps.map((step) => ({
        ...step,
        description: kind.describe({records, options, ...step})
      })),
      holds: guard,
      measure: kind.measure({records, options}),
      table: kind.table({records, options}),
      allowance
    };
  } catch (error) {
    // An id in an option is only read here; and a story's own kind may have any fault.
    binding.broken = true;
    const message = `the kind ${kind.name} fails: ${error instanceof Error ? error.message : ""}`;
    const hint = "declare in facts= what its attributes name";
    binding.problems.push({code: "PL347", message, hint, ...scene.kind.valueAt});
    return null;
  }
}

/** Checks the guards and the words of a scene: bound numbers, typed numbers. */
function bindWords(
  scene: Scene,
  declared: readonly string[],
  binding: Binding
): {guard: boolean; allowance: Allowance; holds: boolean[]} {
  const printed = [
    ...bindNumbers(boundIn(scene.title), binding),
    ...scene.steps.flatMap(({blocks, notes}) =>
      bindNumbers(boundIn([...blocks, ...notes.flat()]), binding)
    )
  ];
  const guard = bindGuard(scene.holds, binding);
  const allowance = allow(guard.numbers, [...declared, ...printed], binding);
  checkTyped(scene.typed, allowance, declared, binding);
  checkTyped(scene.options.flatMap(typedIn), allowance, declared, binding);
  const holds = scene.steps.map((step) => {
    const own = bindGuard(step.holds, binding);
    const numbers = [...guard.numbers, ...own.numbers];
    const typed = [...step.typed, ...step.state.flatMap(typedIn)];
    checkTyped(typed, {...allowance, numbers}, declared, binding);
    return guard.holds && own.holds;
  });
  return {guard: guard.holds, allowance, holds};
}

/** Reads options and states by the kind's schemas; null where one of them is faulty. */
function readStates(
  scene: Scene,
  kind: Kind,
  {problems}: Binding
): {options: unknown; states: unknown[]} | null {
  const options = readBySchema(kind.options, scene.options, scene, `kind ${kind.name}`, "option");
  const states = scene.steps.map((step) =>
    readBySchema(kind.state, step.state, step, `a step of ${kind.name}`, "state")
  );
  for (const read of [options, ...states]) problems.push(...read.problems);
  const values = states.flatMap((state) => (state.ok ? [state.value] : []));
  if (!options.ok || values.length < states.length) return null;
  return {options: options.value, states: values};
}

function findKind({value, valueAt}: Attribute, {kinds, problems}: Binding): Kind | null {
  if (Object.hasOwn(kinds, value)) return kinds[value]!;
  // A scene without a kind was reported when it was read.
  if (value === "") return null;
  const names = Object.keys(kinds);
  const hint = didYouMean(value, names, `there are ${names.join(", ")}`);
  problems.push({code: "PL342", message: `unknown kind "${value}"`, hint, ...valueAt});
  return null;
}

/** The ids that exist; the others are reported. */
function checkRefs(refs: readonly Ref[], binding: Binding): string[] {
  const known: string[] = [];
  for (const {id, line, column} of refs) {
    if ("records" in recordsFor(binding.dataset, [id])) known.push(id);
    else {
      binding.broken = true;
      const hint = didYouMean(id, recordIds(binding.dataset));
      binding.problems.push({code: "PL345", message: `unknown "${id}"`, hint, line, column});
    }
  }
  return known;
}

function checkHighlight(refs: readonly Ref[], records: Records | null, binding: Binding): void {
  const known = checkRefs(refs, binding);
  if (records === null) return;
  for (const {id, line, column} of refs) {
    if (!known.includes(id) || isDeclared(id, records)) continue;
    binding.broken = true;
    const message = `the scene does not declare "${id}"`;
    const hint = `declared: ${records.ids.join(" ") || "nothing"}`;
    binding.problems.push({code: "PL346", message, hint, line, column});
  }
}

function isDeclared(id: string, records: Records): boolean {
  try {
    records.kindOf(id);
    return true;
  } catch {
    return false;
  }
}

function bindNumbers(numbers: readonly Bound[], binding: Binding): string[] {
  const {dataset, problems} = binding;
  return numbers.flatMap(({ref, format, at, formatAt}) => {
    if (!Object.hasOwn(formats, format)) {
      binding.broken = true;
      const names = Object.keys(formats);
      const hint = didYouMean(format, names, `there are ${names.join(", ")}`);
      problems.push({code: "PL362", message: `unknown format "${format}"`, hint, ...formatAt});
    }
    if (findPrinted(dataset, ref) !== null) return [ref];
    binding.broken = true;
    const what = ref.includes(":") ? "claim" : "fact";
    const ids = Object.keys(what === "claim" ? dataset.claims : dataset.facts);
    const message = `unknown ${what} "${ref}"`;
    problems.push({code: "PL361", message, hint: didYouMean(ref, ids), ...at});
    return [];
  });
}

function bindGuard(
  attribute: Attribute | null,
  {dataset, evaluateGuard, problems}: Binding
): {holds: boolean; numbers: readonly number[]} {
  if (attribute === null) return {holds: true, numbers: []};
  const {value, valueAt, literal} = attribute;
  const result = evaluateGuard(value, dataset);
  if ("error" in result) {
    const column = valueAt.column + (literal ? result.offset : 0);
    const hint = result.hint ?? "";
    problems.push({code: "PL350", message: result.error, hint, line: valueAt.line, column});
    return {holds: false, numbers: []};
  }
  if (!result.holds)
    problems.push({
      code: "PL351",
      message: `the guard is false: ${value}`,
      hint: "correct the words that it guards, or the guard",
      ...valueAt
    });
  return result;
}

/** Quantities in an attribute that is words for the reader; a figure's settings are not linted. */
function typedIn({value, valueAt, literal}: Attribute): Typed[] {
  const words = value.split(/\s+/).filter((word) => /^\p{L}+[,.;:!?]?$/u.test(word));
  if (words.length < 2) return [];
  const prose = value.replace(/\S*\p{L}[.:/@]\S+/gu, (id) => opaque.repeat(id.length));
  return findLoose(prose).flatMap(({start, end: _, ...loose}): Typed[] => {
    if (loose.kind !== "quantity") return [];
    return [{...loose, line: valueAt.line, column: valueAt.column + (literal ? start : 0)}];
  });
}

function allow(numbers: readonly number[], ids: readonly string[], binding: Binding): Allowance {
  return {numbers, dates: datesOf(binding.dataset, ids), names: binding.names};
}

function checkTyped(
  typed: readonly Typed[],
  allowance: Allowance,
  declared: readonly string[],
  {dataset, problems}: Binding
): void {
  for (const loose of typed) {
    if (isAdmitted(loose, allowance)) continue;
    const {text, line, column} = loose;
    const waiver = `<!-- as is: ${text} -->`;
    const at: Position = {line, column};
    if (loose.kind === "quantity") {
      const same = sameAs(loose, declared, dataset);
      const hint =
        same === null
          ? `bind it as {{fact}}, name it in holds=, or write ${waiver}`
          : `write {{${same}}}`;
      problems.push({code: "PL370", message: `"${text}" is not bound`, hint, ...at});
    } else if (loose.kind === "date") {
      const hint = `declare the record that has it, or write ${waiver}`;
      problems.push({code: "PL372", message: `no declared record has "${text}"`, hint, ...at});
    } else {
      const hint = `bind the number, or write ${waiver}`;
      problems.push({code: "PL371", message: `the digits of "${text}" are typed`, hint, ...at});
    }
  }
}

/** A fact or claim that states what a typed quantity does, declared ones first. */
function sameAs(
  loose: Typed & {kind: "quantity"},
  declared: readonly string[],
  dataset: Dataset
): string | null {
  const {quantity: q} = loose;
  const ids = [...declared, ...Object.keys(dataset.facts), ...Object.keys(dataset.claims)];
  const same = ids.find((id) => {
    const other = findPrinted(dataset, id)?.record.quantity;
    return (
      other !== undefined &&
      other.value === q.value &&
      other.unit === q.unit &&
      other.hedge === q.hedge &&
      other.lower === q.lower &&
      other.upper === q.upper
    );
  });
  return same ?? null;
}

function recordIds(dataset: Dataset): string[] {
  const {facts, claims, statements, events, relations} = dataset;
  const ids = [facts, claims, statements, events, relations].flatMap((t) => Object.keys(t));
  const series = Object.values(facts).filter((fact) => fact.period !== null);
  return [...new Set([...ids, ...series.map((f) => `${f.subject}.${f.measure}`)])];
}
