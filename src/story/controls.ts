import type {Control, Described, Kind} from "../figure/kind.ts";
import type {Quantity} from "../quantity.ts";
import type {Problem} from "./codes.ts";
import {attributesOf} from "./story.ts";
import type {Step} from "./story.ts";

/** A state that the controls of a step can be set to. */
export interface Variant {
  readonly state: unknown;
  /** What the figure then shows, in sentences. */
  readonly description: string;
}

/** What readers may set of a step's state. */
export interface BoundControls {
  readonly controls: readonly Control[];
  /** Of each control, the index of the step's own value. */
  readonly at: readonly number[];
  /** Every combination of the values, those of the last control in a row. */
  readonly variants: readonly Variant[];
  /** The index of the step's own state among them. */
  readonly own: number;
}

/** As many drawings as a page can hold of one step. */
const mostVariants = 150;

/**
 * Binds the controls that a kind offers for a step's state; null where it offers none. An attribute
 * whose value is none of its control's is a problem at its place, and gives null too. Throws where
 * the kind's controls are at fault.
 */
export function bindControls(
  kind: Kind,
  step: Step,
  drawing: Described,
  problems: Problem[]
): BoundControls | null {
  const controls = kind.controls?.(drawing) ?? [];
  if (controls.length === 0) return null;
  checkControls(controls);
  const written = attributesOf(step.state);
  const stateOf = (set: Readonly<Record<string, string>>): unknown => {
    const read = kind.state.safeParse({...written, ...set});
    if (!read.success) throw new Error(`a control sets what no state can be: ${words(set)}`);
    return read.data;
  };
  const own = JSON.stringify(drawing.state);
  const at = controls.map(({attribute, values}) =>
    values.findIndex(({value}) => JSON.stringify(stateOf({[attribute]: value})) === own)
  );
  const faults = controls.filter((_, i) => at[i]! < 0);
  for (const {attribute, values} of faults) {
    const found = step.state.find(({name}) => name === attribute);
    if (found === undefined) throw new Error(`the control of ${attribute} has not its own value`);
    problems.push({
      code: "PL344",
      message: `${attribute} is "${found.value}"`,
      hint: `it may be ${values.map(({value}) => value).join(", ")}`,
      ...found.valueAt
    });
  }
  if (faults.length > 0) return null;
  const variants = combinations(controls).map((set): Variant => {
    const state = stateOf(set);
    return {state, description: describe(kind, {...drawing, state})};
  });
  return {controls, at, variants, own: indexOf(at, controls)};
}

/** What a kind says of a state. Throws where that is nothing, since nobody would know what it shows. */
export function describe(kind: Kind, drawing: Described): string {
  const description = kind.describe(drawing);
  if (description.trim() === "") throw new Error("a state shows nothing that its words could tell");
  return description;
}

/** All quantities that a state and what its controls make of it suppose. */
export function supposedBy(
  kind: Kind,
  drawing: Described,
  controls: BoundControls | null
): readonly Quantity[] {
  const states = [drawing.state, ...(controls?.variants.map(({state}) => state) ?? [])];
  return states.flatMap((state) => kind.supposes?.({...drawing, state}) ?? []);
}

function checkControls(controls: readonly Control[]): void {
  const names = controls.map(({attribute}) => attribute);
  if (new Set(names).size < names.length) throw new Error(`two controls of one: ${names.join()}`);
  for (const {attribute, values} of controls) {
    const distinct = new Set(values.map(({value}) => value));
    if (distinct.size < 2 || distinct.size < values.length)
      throw new Error(`the control of ${attribute} needs two or more values, all different`);
  }
  const count = controls.reduce((product, {values}) => product * values.length, 1);
  if (count > mostVariants)
    throw new Error(`the controls make ${count} states, and a step can have ${mostVariants}`);
}

function combinations(controls: readonly Control[]): Record<string, string>[] {
  return controls.reduce<Record<string, string>[]>(
    (sets, {attribute, values}) =>
      sets.flatMap((set) => values.map(({value}) => ({...set, [attribute]: value}))),
    [{}]
  );
}

function indexOf(at: readonly number[], controls: readonly Control[]): number {
  return at.reduce((index, value, i) => index * controls[i]!.values.length + value, 0);
}

function words(set: Readonly<Record<string, string>>): string {
  return Object.entries(set)
    .map(([name, value]) => `${name}="${value}"`)
    .join(" ");
}
