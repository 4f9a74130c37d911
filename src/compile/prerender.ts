import type {Dataset} from "../facts/dataset.ts";
import {artboards} from "../figure/kind.ts";
import type {Artboard} from "../figure/kind.ts";
import {closureOf} from "../figure/records.ts";
import type {BoundScene, BoundStory} from "../story/bind.ts";
import {createDocument} from "./dom.ts";

/** A drawn state, as text. */
export interface Drawn {
  readonly svg: string;
  /** Whole texts that are drawn outside axes, for the lint. */
  readonly texts: readonly string[];
}

/** Drawn states by what they were drawn from. A state that reads nothing new is not drawn again. */
export class DrawingCache {
  readonly #drawn = new Map<string, Drawn>();
  #used = new Set<string>();
  /** How many states were drawn, not found, since the cache was made. */
  draws = 0;

  get(key: string, draw: () => Drawn): Drawn {
    this.#used.add(key);
    const found = this.#drawn.get(key);
    if (found !== undefined) return found;
    const drawn = draw();
    this.draws++;
    this.#drawn.set(key, drawn);
    return drawn;
  }

  /** Forgets what the last compilation did not use, so that a day of edits does not pile up. */
  sweep(): void {
    for (const key of this.#drawn.keys()) if (!this.#used.has(key)) this.#drawn.delete(key);
    this.#used = new Set();
  }

  /** An empty one, for when the drawing code itself has changed. */
  cleared(): DrawingCache {
    return new DrawingCache();
  }
}

/** The drawn states of a story, by scene, step and artboard. */
export interface Drawings {
  svg(scene: string, step: string, width: Artboard): string;
  texts(scene: string): readonly string[];
}

/** Draws every state of every scene on both artboards. */
export function prerender(bound: BoundStory, cache: DrawingCache): Drawings {
  const drawings = new Map<string, Drawn>();
  const document = createDocument();
  for (const scene of bound.scenes)
    for (const width of artboards) {
      const read = readsOf(bound.dataset, scene);
      const height = heightOf(scene, width);
      for (const {step, state, highlight} of scene.steps) {
        const drawing = {
          records: scene.records,
          options: scene.options,
          state,
          highlight,
          width,
          height,
          document
        };
        const what = [scene.kind.name, scene.options, state, highlight, width, height];
        const drawn = cache.get(`${JSON.stringify(what)}${read}`, () => {
          const svg = scene.kind.draw(drawing);
          return {svg: svg.outerHTML, texts: drawnTexts(svg)};
        });
        drawings.set(`${scene.scene.id}/${step.id}/${width}`, drawn);
      }
    }
  return {
    svg: (scene, step, width) => drawings.get(`${scene}/${step}/${width}`)!.svg,
    texts: (scene) => [
      ...new Set(
        [...drawings].flatMap(([key, {texts}]) => (key.startsWith(`${scene}/`) ? texts : []))
      )
    ]
  };
}

/** All that a scene's figure can read, as text: what a drawn state depends on. */
function readsOf(dataset: Dataset, {records}: BoundScene): string {
  const {sources, entities, claims, facts, relations, events, statements} = dataset;
  const tables = [sources, entities, claims, facts, relations, events, statements];
  const ids = closureOf(dataset, records.ids);
  const contrasts = Object.values(dataset.contrasts).filter(({between}) =>
    between.some((id) => ids.includes(id))
  );
  return JSON.stringify([ids.flatMap((id) => tables.map((table) => table[id])), contrasts]);
}

function heightOf(scene: BoundScene, width: Artboard): number {
  const {kind, records, options} = scene;
  return kind.height(
    width,
    {records, options},
    scene.steps.map(({state}) => state)
  );
}

/** The texts of a figure outside its axes, tspans of one text joined. */
function drawnTexts(svg: SVGSVGElement): string[] {
  return [...svg.querySelectorAll("text")]
    .filter((text) => text.closest('[data-key^="tick:"], .pl-axis, .pl-tick') === null)
    .map((text) =>
      [...text.childNodes]
        .map((node) => node.textContent ?? "")
        .join(" ")
        .replace(/\s+/g, " ")
        .trim()
    )
    .filter((text) => text !== "");
}
