import type {Position} from "../diagnostic.ts";
import type {Front} from "./front.ts";
import type {Loose} from "./loose.ts";

/** A number that prose takes from the dataset. */
export interface Bound {
  readonly type: "bound";
  /** A fact's id, or a claim's. */
  readonly ref: string;
  /** A name of `formats`; `spoken` where the author names none. */
  readonly format: string;
  readonly at: Position;
  readonly formatAt: Position;
}

/** Words in a line: a part of mdast, as plain data, with bound numbers. */
export type Inline =
  | {readonly type: "text"; readonly value: string}
  | Bound
  | {readonly type: "emphasis" | "strong"; readonly children: readonly Inline[]}
  | {readonly type: "link"; readonly url: string; readonly children: readonly Inline[]}
  | {readonly type: "inlineCode"; readonly value: string}
  | {readonly type: "break"};

/** A block of prose: a part of mdast, as plain data. */
export type Block =
  | {readonly type: "paragraph"; readonly children: readonly Inline[]}
  | {readonly type: "heading"; readonly depth: 2 | 3 | 4; readonly children: readonly Inline[]}
  | {
      readonly type: "list";
      readonly ordered: boolean;
      readonly items: readonly (readonly Block[])[];
    }
  | {readonly type: "blockquote"; readonly children: readonly Block[]}
  | {readonly type: "code"; readonly value: string}
  | {readonly type: "thematicBreak"};

/** A number typed in prose, and where; binding decides whether it may stand. */
export type Typed = Loose & Position;

/** An attribute as written; `value` is "true" where the author wrote the name alone. */
export interface Attribute extends Position {
  readonly name: string;
  readonly value: string;
  /** Where the value begins, inside its quotes; the name's place where there is none. */
  readonly valueAt: Position;
  /** Whether an offset in `value` is an offset in the source. */
  readonly literal: boolean;
}

/** An id in a list of ids. */
export interface Ref extends Position {
  readonly id: string;
}

/** Prose outside scenes. */
export interface Prose {
  readonly type: "prose";
  readonly blocks: readonly Block[];
  readonly typed: readonly Typed[];
}

/** One figure and its steps. */
export interface Scene extends Position {
  readonly type: "scene";
  readonly id: string;
  readonly kind: Attribute;
  readonly title: readonly Inline[];
  readonly typed: readonly Typed[];
  /** What the figure may read: ids of facts, series, claims, statements, events, relations. */
  readonly facts: readonly Ref[];
  readonly holds: Attribute | null;
  /** The step whose state is the scene's picture in a file or a preview; null if it has none. */
  readonly picture: string | null;
  /** The attributes that are the kind's options. */
  readonly options: readonly Attribute[];
  readonly steps: readonly Step[];
}

/** One thing said while the figure shows one state. */
export interface Step extends Position {
  readonly id: string;
  readonly highlight: readonly Ref[];
  readonly holds: Attribute | null;
  /** What is measured, where that is not what the scene's kind says of it. */
  readonly measure: Attribute | null;
  /** The attributes that are the kind's state. */
  readonly state: readonly Attribute[];
  /** What the presenter plans for it, min. */
  readonly minutes: number | null;
  /** Whether a talk leaves it out. */
  readonly skip: boolean;
  readonly blocks: readonly Block[];
  readonly typed: readonly Typed[];
  /** For the presenter only: text and bound numbers, one list for each comment. */
  readonly notes: readonly (readonly Inline[])[];
}

/** A story as its author wrote it, as plain data: JSON carries it to a browser. */
export interface Story {
  /** The folder's name. */
  readonly slug: string;
  readonly file: string;
  readonly front: Front;
  readonly parts: readonly (Prose | Scene)[];
}

/** What a step asks of its figure, before the kind's schema has read it. */
export interface StepState {
  readonly attributes: Readonly<Record<string, string>>;
  readonly highlight: readonly string[];
}

/**
 * What the figure shows at a step: the step's own attributes and nothing from the steps before, so
 * that a jump and a walk arrive at the same state. Throws for a step the scene does not have.
 */
export function stateAt(scene: Scene, step: string): StepState {
  const found = scene.steps.find(({id}) => id === step);
  if (found === undefined) throw new Error(`no such step in ${scene.id}: ${step}`);
  return {
    attributes: attributesOf(found.state),
    highlight: found.highlight.map(({id}) => id)
  };
}

/** Attributes as an object; "__proto__" is a key like any other. */
export function attributesOf(attributes: readonly Attribute[]): Record<string, string> {
  return Object.fromEntries(attributes.map(({name, value}) => [name, value]));
}

/** The scenes of a story, in order. */
export function scenesOf(story: Story): Scene[] {
  return story.parts.filter((part) => part.type === "scene");
}

/** Every bound number under some prose, in order. */
export function boundIn(nodes: readonly (Inline | Block)[]): Bound[] {
  return nodes.flatMap((node): Bound[] => {
    if (node.type === "bound") return [node];
    if (node.type === "list") return node.items.flatMap((item) => boundIn(item));
    return "children" in node ? boundIn(node.children) : [];
  });
}
