import type {Position} from "../diagnostic.ts";
import type {Dataset} from "../facts/dataset.ts";
import {evaluateGuard} from "../facts/guard.ts";
import {closureOf} from "../figure/records.ts";
import {boundIn, scenesOf} from "./story.ts";
import type {Attribute, Bound, Story} from "./story.ts";

/** A place of a story that reads records. */
export interface Use extends Position {
  readonly how: "printed" | "drawn" | "highlighted" | "guard" | "option";
  /** The scene, the step; null outside of them. */
  readonly scene: string | null;
  readonly step: string | null;
  /** The ids of what it reads. */
  readonly reads: readonly string[];
}

/**
 * Every place of a story that reads records: the numbers it prints, notes included, what its scenes
 * declare, with all that comes with it, what steps highlight, guards, and options that name a record.
 */
export function usesOf(story: Story, dataset: Dataset): Use[] {
  const uses: Use[] = [];
  const ids = namesIn(dataset);
  const {front} = story;
  const print = (bound: readonly Bound[], scene: string | null, step: string | null): void => {
    for (const {ref, at} of bound) uses.push({how: "printed", scene, step, reads: [ref], ...at});
  };
  const guard = (holds: Attribute | null, scene: string, step: string | null): void => {
    if (holds === null) return;
    const result = evaluateGuard(holds.value, dataset);
    if ("error" in result) return;
    uses.push({how: "guard", scene, step, reads: result.reads, ...placeIn(holds, 0)});
  };
  const set = (attributes: readonly Attribute[], scene: string, step: string | null): void => {
    for (const attribute of attributes)
      // An id may be a key: "moonshot.round: the round; …".
      for (const {0: word, index} of attribute.value.matchAll(/[^\s,;]*[^\s,;:]/g))
        if (ids.has(word))
          uses.push({
            how: "option",
            scene,
            step,
            reads: closureOf(dataset, [word]),
            ...placeIn(attribute, index)
          });
  };
  print(boundIn([...front.title, ...front.standfirst, ...front.description]), null, null);
  for (const part of story.parts)
    if (part.type === "prose") print(boundIn(part.blocks), null, null);
  for (const scene of scenesOf(story)) {
    const {id} = scene;
    print(boundIn(scene.title), id, null);
    guard(scene.holds, id, null);
    set(scene.options, id, null);
    for (const {id: ref, line, column} of scene.facts)
      uses.push({
        how: "drawn",
        scene: id,
        step: null,
        reads: closureOf(dataset, [ref]),
        line,
        column
      });
    for (const step of scene.steps) {
      print(boundIn([...step.blocks, ...step.notes.flat()]), id, step.id);
      guard(step.holds, id, step.id);
      set(step.state, id, step.id);
      for (const {id: ref, line, column} of step.highlight)
        uses.push({how: "highlighted", scene: id, step: step.id, reads: [ref], line, column});
    }
  }
  return uses.sort((a, b) => a.line - b.line || a.column - b.column);
}

/** Every id that an attribute may name. */
function namesIn({facts, claims, relations, events, statements}: Dataset): ReadonlySet<string> {
  return new Set([facts, claims, relations, events, statements].flatMap(Object.keys));
}

/** Where an offset of an attribute's value stands; its beginning where that cannot be told. */
function placeIn({literal, value, valueAt}: Attribute, offset: number): Position {
  const plain = literal && !value.slice(0, offset).includes("\n");
  return {line: valueAt.line, column: valueAt.column + (plain ? offset : 0)};
}
