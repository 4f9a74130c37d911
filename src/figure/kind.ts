import type {z} from "zod";
import type {
  Claim,
  Contrast,
  Entity,
  Event,
  Fact,
  Relation,
  Source,
  Statement
} from "../facts/dataset.ts";
import type {Quantity} from "../quantity.ts";

/** The two widths that every figure is designed for, in px; labels are 15 px on both. */
export const artboards = [340, 640] as const;
export type Artboard = (typeof artboards)[number];

/**
 * The records that one scene declares with `facts="…"`, and what they rest on: a fact brings its
 * claims and what it was computed from, a claim its fact and the whole that it is a share of, any
 * record its source, entities and contrasts. Reading an id that the scene does not declare throws,
 * so that what a figure depends on is always known.
 */
export interface Records<Id extends string = string> {
  /** As declared, in the author's order; a series id stands once. */
  readonly ids: readonly Id[];
  fact(id: Id): Fact;
  claim(id: Id): Claim;
  event(id: Id): Event;
  statement(id: Id): Statement;
  relation(id: Id): Relation;
  source(id: string): Source;
  entity(id: string): Entity;
  /** Facts of one subject and measure (`alibaba-cloud.growth`) in order of their period. */
  series(id: Id): readonly {readonly id: string; readonly fact: Fact}[];
  /** Contrasts that name the record. */
  contrasts(id: string): readonly Contrast[];
  /** What a declared id is. */
  kindOf(id: string): "fact" | "series" | "claim" | "event" | "statement" | "relation";
}

/** What a figure is drawn from. Nothing else reaches it. */
export interface Drawing<Options = unknown, State = unknown, Id extends string = string> {
  readonly records: Records<Id>;
  readonly options: Options;
  readonly state: State;
  /** Record ids that the step emphasises; the rest recedes. Empty: nothing recedes. */
  readonly highlight: readonly string[];
  readonly width: Artboard;
  /** The one height of this artboard over all steps of the scene, px. */
  readonly height: number;
  readonly document: Document;
}

export interface Cell {
  readonly text: string;
  /** The fact whose provenance the cell opens. */
  readonly fact?: string;
  readonly claim?: string;
  /** A statement, event or relation instead. */
  readonly record?: string;
}

/** The figure's data as a reader's table; the first cell of a row is its header. */
export interface Table {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** An attribute of a step's state that readers may set for themselves, one of a few values. */
export interface Control {
  /** The attribute's name. */
  readonly attribute: string;
  /** What is set, in words: "How near is nearly half?" */
  readonly label: string;
  /** A choice of values by name, or a slider along values that stand in an order. */
  readonly as: "choice" | "range";
  /** At least two: each as an author would write it, and as a reader is told it. */
  readonly values: readonly {readonly value: string; readonly text: string}[];
  /** Whether it supposes what no source says; the page then says so beside it. */
  readonly assumption: boolean;
}

/** A way to draw. Attributes of a scene make its options, those of a step its state. */
export interface Kind<Options extends z.ZodType = z.ZodType, State extends z.ZodType = z.ZodType> {
  readonly name: string;
  readonly options: Options;
  readonly state: State;
  /** What is measured, unit and period, in a line under the title. */
  measure(drawing: Declared<z.output<Options>>): string;
  /** One height for all states of a scene on an artboard, px: what the tallest of them needs. */
  height(
    width: Artboard,
    drawing: Declared<z.output<Options>>,
    states: readonly z.output<State>[]
  ): number;
  draw(drawing: Drawing<z.output<Options>, z.output<State>>): SVGSVGElement;
  /**
   * What a state is drawn from, as plain data, where that is less than all that the scene declares:
   * an edit of anything else draws it not again.
   */
  drawnFrom?(drawing: Omit<Drawing<z.output<Options>, z.output<State>>, "document">): unknown;
  /** What the state shows, in sentences, hedges in words; ends with a full stop. */
  describe(drawing: Described<z.output<Options>, z.output<State>>): string;
  /**
   * What readers may set of a state; nothing where absent. Every combination of the values is drawn
   * and described at build, so there are few. The step's own value of each is where it stands at
   * first: an author's value that is none of them is reported. All combinations draw elements with
   * the same keys in the same order, and what has no key is alike in all of them.
   */
  controls?(drawing: Described<z.output<Options>, z.output<State>>): readonly Control[];
  /**
   * Quantities that a state shows and that no record has, because they follow from what a control
   * sets; the check of drawn text lets them stand.
   */
  supposes?(drawing: Described<z.output<Options>, z.output<State>>): readonly Quantity[];
  /** What the scene's states show between them. */
  table(drawing: Declared<z.output<Options>>, states: readonly z.output<State>[]): Table;
}

/** What a scene declares, whatever its step: what its measure, height and table are made from. */
export type Declared<Options = unknown> = Pick<Drawing<Options>, "records" | "options">;

/** A drawing without its pixels: what a description is made from. */
export type Described<Options = unknown, State = unknown> = Pick<
  Drawing<Options, State>,
  "records" | "options" | "state" | "highlight"
>;

/** Declares a kind; infers options and state from their schemas. */
export function defineKind<Options extends z.ZodType, State extends z.ZodType>(
  kind: Kind<Options, State>
): Kind<Options, State> {
  return kind;
}

/** The kinds that modules export, by name; of two with one name the later. */
export function kindsIn(
  modules: readonly Readonly<Record<string, unknown>>[]
): Readonly<Record<string, Kind>> {
  const kinds: Record<string, Kind> = {};
  for (const module of modules)
    for (const value of Object.values(module)) if (isKind(value)) kinds[value.name] = value;
  return kinds;
}

function isKind(value: unknown): value is Kind {
  return (
    typeof value === "object" &&
    value !== null &&
    "draw" in value &&
    "describe" in value &&
    "name" in value
  );
}
