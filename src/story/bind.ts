import {sortDiagnostics} from "../diagnostic.ts";
import type {Diagnostic} from "../diagnostic.ts";
import type {Dataset} from "../facts/dataset.ts";
import type {Declared, Kind, Records, Table} from "../figure/kind.ts";
import {sentence} from "../figure/labels.ts";
import {recordsFor} from "../figure/records.ts";
import type {Quantity} from "../quantity.ts";
import {namesOf} from "./admit.ts";
import type {Allowance} from "./admit.ts";
import {
  allow,
  bindGuard,
  bindNumbers,
  checkHighlight,
  checkRefs,
  checkTyped,
  findKind,
  typedIn
} from "./checks.ts";
import type {Binding, EvaluateGuard} from "./checks.ts";
import {toDiagnostic} from "./codes.ts";
import type {Problem} from "./codes.ts";
import {bindControls, describe, supposedBy} from "./controls.ts";
import type {BoundControls} from "./controls.ts";
import {editedSentence} from "./edited.ts";
import {Memo} from "./memo.ts";
import {readsOf} from "./reads.ts";
import {readBySchema} from "./schema.ts";
import {boundIn, stateAt} from "./story.ts";
import type {Scene, Step, Story, Typed} from "./story.ts";

export interface BoundStep {
  readonly step: Step;
  /** What the kind's state schema made of the step's attributes. */
  readonly state: unknown;
  readonly highlight: readonly string[];
  /** Whether the step's guard, and the scene's, hold; an edit can make them false. */
  readonly holds: boolean;
  /** What the figure shows, in sentences. */
  readonly description: string;
  /** What readers may set of the state; null where nothing. */
  readonly controls: BoundControls | null;
  /** What the state and those that the controls make of it suppose, which no record has. */
  readonly supposed: readonly Quantity[];
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
  /** Ids of the facts and claims that its title and its prose print. */
  readonly printed: readonly string[];
  /** Names all that its figure can read and its words print: the same name, the same scene. */
  readonly reads: string;
  /**
   * What the kind's code threw; null where it did not. Such a scene has no description, no measure
   * line and no controls, and a table without columns where that was what threw.
   */
  readonly failure: string | null;
}

/** A story with the data that it prints and the figures that it shows. */
export interface BoundStory {
  readonly story: Story;
  readonly dataset: Dataset;
  readonly scenes: readonly BoundScene[];
}

export interface BindOptions {
  /** What it has of a scene that reads the same is not made again. */
  readonly memo?: Memo;
  /** Gives a scene as it was bound before where it may stay so, unchecked. */
  readonly stays?: (scene: string) => BoundScene | undefined;
}

/**
 * Binds a story to a dataset: kinds, options and states, ids, formats, guards, and the numbers its
 * prose types. A false guard or a typed number is a diagnostic only; `bound` is null where something
 * cannot be shown at all; a scene whose kind throws says so in its figure's place. Pure but for the
 * memo, and free of Markdown, so that an edit runs it again.
 */
export function bindStory(
  story: Story,
  dataset: Dataset,
  kinds: Readonly<Record<string, Kind>>,
  guards: EvaluateGuard,
  {memo = new Memo(), stays = () => undefined}: BindOptions = {}
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
      const scene = stays(part.id) ?? bindScene(part, binding, memo);
      if (scene !== null) scenes.push(scene);
    }
  }
  const diagnostics = binding.problems.map((problem) => toDiagnostic(story.file, problem));
  return {
    bound: binding.broken ? null : {story, dataset, scenes},
    diagnostics: sortDiagnostics(diagnostics)
  };
}

function bindProse(
  nodes: Parameters<typeof boundIn>[0],
  typed: readonly Typed[],
  binding: Binding
): void {
  const refs = bindNumbers(boundIn(nodes), binding);
  checkTyped(typed, allow([], refs, binding), [], binding);
}

function bindScene(scene: Scene, binding: Binding, memo: Memo): BoundScene | null {
  const kind = findKind(scene.kind, binding);
  const declared = checkRefs(scene.facts, binding);
  const found = recordsFor(binding.dataset, declared);
  // Without all that it declares, whatever else the scene lacks is only a consequence.
  const whole = declared.length === scene.facts.length;
  const records = whole && "records" in found ? found.records : null;
  const {guard, allowance, printed, holds} = bindWords(scene, declared, binding);
  for (const {highlight} of scene.steps) checkHighlight(highlight, records, binding);
  const read = kind === null ? null : readStates(scene, kind, binding);
  if (kind === null || records === null || read === null) {
    binding.broken = true;
    return null;
  }
  const {options} = read;
  // Named, because the records of a long series are many times what the memo's keys should hold.
  const reads = memo.nameOf("reads", readsOf(binding.dataset, [...records.ids, ...printed]));
  const key = JSON.stringify([scene, kind.name, reads]);
  const {problems, bound} = memo.get("bound", key, () =>
    bindFigure(scene, kind, {records, options}, read.states)
  );
  binding.problems.push(...problems);
  if (bound === null) {
    binding.broken = true;
    return null;
  }
  const steps = bound.steps.map((step, i) => ({...step, holds: holds[i]!}));
  return {scene, kind, records, options, holds: guard, allowance, printed, reads, ...bound, steps};
}

/** What a kind says of its figure: nothing of it depends on guards. */
type BoundFigure = Pick<BoundScene, "measure" | "table" | "failure"> & {
  readonly steps: readonly Omit<BoundStep, "holds">[];
};

function bindFigure(
  scene: Scene,
  kind: Kind,
  declared: Declared,
  states: readonly unknown[]
): {readonly bound: BoundFigure | null; readonly problems: readonly Problem[]} {
  const steps = scene.steps.map((step, i) => ({
    step,
    state: states[i],
    highlight: stateAt(scene, step.id).highlight
  }));
  try {
    const problems: Problem[] = [];
    const bound = steps.map((step) => bindState(kind, step, declared, problems));
    if (problems.length > 0) return {bound: null, problems};
    const measure = kind.measure(declared);
    const table = kind.table(declared, states);
    const edited = editedSentence(declared.records);
    if (edited === "") return {bound: {steps: bound, measure, table, failure: null}, problems};
    const told = bound.map((step) => ({...step, description: `${step.description} ${edited}`}));
    const caption = `${sentence(table.caption)} ${edited}`;
    return {
      bound: {steps: told, measure, table: {...table, caption}, failure: null},
      problems
    };
  } catch (error) {
    // An id in an option is only read here; and a story's own kind may have any fault.
    const failure = thrownMessage(error);
    const message = `the kind ${kind.name} fails: ${failure}`;
    const silent = {description: "", controls: null, supposed: []};
    return {
      bound: {
        steps: steps.map((step) => ({...step, ...silent})),
        measure: "",
        table: tableIfAny(kind, declared, states),
        failure
      },
      problems: [{code: "PL347", message, hint: kindHint, ...scene.kind.valueAt}]
    };
  }
}

/** What an author can do where a kind's code throws: its message says what about. */
export const kindHint = "mend what the message names: in facts=, in the attributes or in the kind";

/** The message of what a kind's code threw. */
export function thrownMessage(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The table of a kind that throws elsewhere; one without columns where it throws here too. */
function tableIfAny(kind: Kind, declared: Declared, states: readonly unknown[]): Table {
  try {
    return kind.table(declared, states);
  } catch {
    return {caption: "", columns: [], rows: []};
  }
}

/** What the figure says at a step, and what readers may set of it. */
function bindState(
  kind: Kind,
  step: Pick<BoundStep, "step" | "state" | "highlight">,
  declared: Declared,
  faults: Problem[]
): Omit<BoundStep, "holds"> {
  const drawing = {...declared, state: step.state, highlight: step.highlight};
  const description = describe(kind, drawing);
  const controls = bindControls(kind, step.step, drawing, faults);
  return {...step, description, controls, supposed: supposedBy(kind, drawing, controls)};
}

/** Checks the guards and the words of a scene: bound numbers, typed numbers. */
function bindWords(
  scene: Scene,
  declared: readonly string[],
  binding: Binding
): {guard: boolean; allowance: Allowance; printed: readonly string[]; holds: boolean[]} {
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
    const {state, measure} = step;
    const typed = [
      ...step.typed,
      ...[...state, ...(measure === null ? [] : [measure])].flatMap(typedIn)
    ];
    checkTyped(typed, {...allowance, numbers}, declared, binding);
    return guard.holds && own.holds;
  });
  return {guard: guard.holds, allowance, printed, holds};
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
