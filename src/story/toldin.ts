import type {BoundStep, BoundStory} from "./bind.ts";
import type {Figures} from "./html.ts";
import {findPrinted} from "./printed.ts";
import {boundIn} from "./story.ts";
import type {Bound} from "./story.ts";

/** A place of the story: its address in the page, and its name: the scene's number, the step's in it. */
export interface Place {
  readonly href: string;
  readonly text: string;
}

/** The name of a step: "5, step 4"; both count from nought. */
export function stepPlace(scene: number, step: number, id: string): Place {
  return {href: `#${id}`, text: `${scene + 1}, step ${step + 1}`};
}

/**
 * Where the story tells each fact, in its order: the steps whose words print it, and a scene of which
 * the title alone does; or, where none does, the scenes whose figure draws it. Prose outside scenes is
 * left out.
 */
export function toldIn(
  {scenes, dataset}: BoundStory,
  figures: Figures
): ReadonlyMap<string, readonly Place[]> {
  const printed = new Map<string, Place[]>();
  const drawn = new Map<string, Place[]>();
  const note = (places: Map<string, Place[]>, id: string, place: Place): void => {
    const known = places.get(id) ?? [];
    if (!known.some(({href}) => href === place.href)) places.set(id, [...known, place]);
  };
  const factsOf = (bound: readonly Bound[]): string[] =>
    bound.flatMap(({ref}) => {
      const found = findPrinted(dataset, ref);
      return found === null ? [] : [found.type === "fact" ? found.id : found.record.fact];
    });
  scenes.forEach(({scene, steps}, i) => {
    const whole: Place = {href: `#${scene.id}`, text: `${i + 1}`};
    const inSteps = new Set(factsOf(steps.flatMap(({step}) => boundIn(step.blocks))));
    for (const id of factsOf(boundIn(scene.title))) if (!inSteps.has(id)) note(printed, id, whole);
    steps.forEach(({step}, j) => {
      for (const id of factsOf(boundIn(step.blocks))) note(printed, id, stepPlace(i, j, step.id));
      for (const [, id] of figures(scene.id, step.id, 340).matchAll(/ data-fact="([^"]*)"/g))
        note(drawn, id!, whole);
    });
  });
  return new Map([...drawn, ...printed]);
}

/**
 * The step that tells of two records at once: the last of those that name both, else of those that
 * name the first where the figure has the other; null where there is none. A fact is named by its
 * claims.
 */
export function contrastPlace(
  between: readonly string[],
  {scenes, dataset}: BoundStory
): Place | null {
  const isAmong = (ids: readonly string[]) => (id: string) =>
    ids.some((other) => other === id || dataset.claims[other]?.fact === id);
  const steps = scenes.flatMap(({scene, steps}, i) =>
    steps.map((bound, j) => ({
      place: stepPlace(i, j, bound.step.id),
      names: between.map(isAmong(namedIn(bound))),
      drawn: between.every(isAmong(scene.facts.map(({id}) => id)))
    }))
  );
  const told =
    steps.findLast(({names}) => names.every(Boolean)) ??
    steps.findLast(({names, drawn}) => names[0] && drawn);
  return told?.place ?? null;
}

/** Ids that a step names: in its attributes and by the numbers that it prints. */
function namedIn({step, highlight}: BoundStep): string[] {
  const state = step.state.flatMap(({value}) => value.split(/\s+/));
  return [...highlight, ...state, ...boundIn(step.blocks).map(({ref}) => ref)];
}
