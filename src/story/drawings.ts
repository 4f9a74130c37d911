import type {Dataset} from "../facts/dataset.ts";
import {artboards} from "../figure/kind.ts";
import type {Artboard, Drawing} from "../figure/kind.ts";
import {drawFailure} from "../figure/failure.ts";
import {closureOf} from "../figure/records.ts";
import {thrownMessage} from "./bind.ts";
import type {BoundScene, BoundStep, BoundStory} from "./bind.ts";
import type {BoundControls} from "./controls.ts";
import type {Variants} from "./controlshtml.ts";
import type {Memo} from "./memo.ts";
import {varying} from "./variants.ts";
import type {Varying} from "./variants.ts";

/** A drawn state, as text. */
export interface Drawn {
  readonly svg: string;
  /** Whole texts that are drawn outside axes, and accessible names, for the lint. */
  readonly texts: readonly string[];
}

/** The drawn states of a story, by scene, step and artboard. */
export interface Drawings {
  svg(scene: string, step: string, width: Artboard): string;
  texts(scene: string): readonly string[];
  /** What differs in the states that a step's controls make; null for a step without any. */
  variants(scene: string, step: string): Variants | null;
  /** Names all that a scene's figure can read, and its words print, and how it failed. */
  reads(scene: string): string;
  /** What a kind's code threw while it drew a scene, or before; null where it drew. */
  failure(scene: string): string | null;
}

/**
 * Draws every state of every scene on both artboards, and those that controls make of them, as
 * elements of `document` that stay detached. A state
 * whose figure reads nothing new is taken from the memo. Where a kind's code throws, or draws what its
 * controls make of a state with other keys, or needs no height that is one, every state of that scene says so instead.
 */
export function drawStates(bound: BoundStory, memo: Memo, document: Document): Drawings {
  const drawings = new Map<string, Drawn>();
  const variants = new Map<string, DrawnVariants>();
  const read = new Map<string, string>();
  const failures = new Map<string, string>();
  const drawScene = (scene: BoundScene): void => {
    const {kind, records, options} = scene;
    const states = scene.steps.flatMap(statesOf);
    // Named, because the records of a long series are many times what the memo's keys should hold.
    const reads = memo.nameOf("reads", JSON.stringify(readsOf(bound.dataset, scene)));
    read.set(scene.scene.id, reads);
    if (scene.failure !== null) throw new Error(scene.failure);
    const figure = JSON.stringify([kind.name, options, reads]);
    const from = (drawing: Omit<Drawing, "document">): string =>
      kind.drawnFrom === undefined
        ? figure
        : JSON.stringify([kind.name, options, kind.drawnFrom(drawing)]);
    for (const width of artboards) {
      const height = memo.get("height", `${width}${JSON.stringify(states)}${figure}`, () =>
        kind.height(width, {records, options}, states)
      );
      if (!Number.isFinite(height) || height <= 0)
        throw new Error(`its height at ${width} px is ${height}`);
      for (const {step, state, highlight, controls} of scene.steps) {
        const drawing = {records, options, state, highlight, width, height};
        const what = JSON.stringify([width, height, state, highlight]);
        const drawn = memo.get("state", `${what}${from(drawing)}`, (): Drawn => {
          const svg = kind.draw({...drawing, document});
          return {svg: svg.outerHTML, texts: drawnTexts(svg)};
        });
        const place = `${scene.scene.id}/${step.id}/${width}`;
        drawings.set(place, drawn);
        if (controls === null) continue;
        const made = memo.get("variants", `${what}${figure}`, () =>
          drawVariants(controls, (other) => kind.draw({...drawing, state: other, document}))
        );
        variants.set(place, made);
      }
    }
  };
  for (const scene of bound.scenes)
    try {
      drawScene(scene);
    } catch (error) {
      const message = thrownMessage(error);
      const hasTable = scene.table.columns.length > 0;
      failures.set(scene.scene.id, message);
      for (const width of artboards) {
        const svg = drawFailure(document, width, message, hasTable).outerHTML;
        for (const {step} of scene.steps) {
          const place = `${scene.scene.id}/${step.id}/${width}`;
          drawings.set(place, {svg, texts: []});
          variants.delete(place);
        }
      }
    }
  return {
    reads: (scene) => `${read.get(scene) ?? ""} ${failures.get(scene) ?? ""}`,
    failure: (scene) => failures.get(scene) ?? null,
    svg: (scene, step, width) => drawings.get(`${scene}/${step}/${width}`)!.svg,
    texts: (scene) => [
      ...new Set(
        [...drawings, ...variants].flatMap(([place, {texts}]) =>
          place.startsWith(`${scene}/`) ? texts : []
        )
      )
    ],
    variants(scene, step) {
      const [narrow, wide] = artboards.map((width) => variants.get(`${scene}/${step}/${width}`));
      if (narrow === undefined || wide === undefined) return null;
      return {340: narrow.parts, 640: wide.parts};
    }
  };
}

/** A step's own state, and those that its controls make of it. */
function statesOf({state, controls}: BoundStep): unknown[] {
  return [state, ...(controls?.variants.map((variant) => variant.state) ?? [])];
}

interface DrawnVariants {
  readonly parts: readonly Varying[];
  readonly texts: readonly string[];
}

function drawVariants(
  {variants, own}: BoundControls,
  draw: (state: unknown) => SVGSVGElement
): DrawnVariants {
  const drawn = variants.map(({state}) => draw(state));
  return {
    parts: varying(drawn[own]!, drawn),
    texts: [...new Set(drawn.flatMap(drawnTexts))]
  };
}

/** The records that a scene's figure can read and its words print, and what contrasts with them. */
function readsOf(dataset: Dataset, {records, printed}: BoundScene): unknown {
  const {sources, entities, claims, facts, relations, events, statements} = dataset;
  const tables = [sources, entities, claims, facts, relations, events, statements];
  const ids = new Set(closureOf(dataset, [...records.ids, ...printed]));
  const contrasts = Object.values(dataset.contrasts).filter(({between}) =>
    between.some((id) => ids.has(id))
  );
  return [[...ids].map((id) => tables.map((table) => table[id])), contrasts];
}

/** The texts of a figure outside its axes, tspans of one text joined, and what it is called. */
function drawnTexts(svg: SVGSVGElement): string[] {
  const texts = [...svg.querySelectorAll("text, title, desc")]
    .filter((text) => text.closest('[data-key^="tick:"], .pl-axis, .pl-tick') === null)
    .map((text) => [...text.childNodes].map((node) => node.textContent ?? "").join(" "));
  const names = [svg, ...svg.querySelectorAll("[aria-label]")].map(
    (named) => named.getAttribute("aria-label") ?? ""
  );
  return [...texts, ...names]
    .map((text) => text.replace(/\s+/g, " ").trim())
    .filter((text) => text !== "");
}
