import type {BoundStory} from "./bind.ts";
import type {Figures} from "./html.ts";
import {findPrinted} from "./printed.ts";
import {boundIn} from "./story.ts";

/** A place of the story: its address in the page, and its name: the scene's, and the step's number in it. */
export interface Place {
  readonly href: string;
  readonly text: string;
}

/**
 * Where the story tells each fact, in its order: the titles and steps whose words print it, or, where
 * none does, the scenes whose figure draws it. Prose outside scenes is left out.
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
  scenes.forEach(({scene, steps}) => {
    const whole: Place = {href: `#${scene.id}`, text: scene.id};
    const print = (nodes: Parameters<typeof boundIn>[0], place: Place): void => {
      for (const {ref} of boundIn(nodes)) {
        const found = findPrinted(dataset, ref);
        if (found !== null)
          note(printed, found.type === "fact" ? found.id : found.record.fact, place);
      }
    };
    print(scene.title, whole);
    steps.forEach(({step}, j) => {
      print(step.blocks, {href: `#${step.id}`, text: `${scene.id} ${j + 1}`});
      for (const [, id] of figures(scene.id, step.id, 340).matchAll(/ data-fact="([^"]*)"/g))
        note(drawn, id!, whole);
    });
  });
  return new Map([...drawn, ...printed]);
}
