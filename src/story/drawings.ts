import {artboards} from "../figure/kind.ts";
import type {Artboard, Drawing} from "../figure/kind.ts";
import {drawFailure} from "../figure/failure.ts";
import {thrownMessage} from "./bind.ts";
import type {BoundScene, BoundStep, BoundStory} from "./bind.ts";
import type {BoundControls} from "./controls.ts";
import type {Variants} from "./controlshtml.ts";
import {editedIn} from "./edited.ts";
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
 * Draws the states of scenes on both artboards, and those that controls make of them, as elements of
 * `document` that stay detached; a scene is drawn when it is first asked for. A state whose figure
 * reads nothing new is taken from the memo. Where a kind's code throws, or draws what its controls
 * make of a state with other keys, or needs no height that is one, every state of that scene says so
 * instead.
 */
export function drawStates(bound: BoundStory, memo: Memo, document: Document): Drawings {
  const scenes = new Map(bound.scenes.map((scene) => [scene.scene.id, scene]));
  const drawn = new Map<string, DrawnScene>();
  const drawnOf = (id: string): DrawnScene => {
    const known = drawn.get(id);
    if (known !== undefined) return known;
    const scene = scenes.get(id)!;
    const made = drawOrSay(scene, memo, document);
    drawn.set(id, made);
    return made;
  };
  return {
    reads: (id) => `${scenes.get(id)!.reads} ${drawnOf(id).failure ?? ""}`,
    failure: (id) => drawnOf(id).failure,
    svg: (id, step, width) => drawnOf(id).states.get(`${step}/${width}`)!.svg,
    texts(id) {
      const {states, variants} = drawnOf(id);
      return [...new Set([...states.values(), ...variants.values()].flatMap(({texts}) => texts))];
    },
    variants(id, step) {
      const {variants} = drawnOf(id);
      const [narrow, wide] = artboards.map((width) => variants.get(`${step}/${width}`));
      if (narrow === undefined || wide === undefined) return null;
      return {340: narrow.parts, 640: wide.parts};
    }
  };
}

/** The drawn states of one scene, by step and artboard. */
interface DrawnScene {
  readonly states: ReadonlyMap<string, Drawn>;
  readonly variants: ReadonlyMap<string, DrawnVariants>;
  readonly failure: string | null;
}

function drawOrSay(scene: BoundScene, memo: Memo, document: Document): DrawnScene {
  try {
    return drawScene(scene, memo, document);
  } catch (error) {
    const failure = thrownMessage(error);
    const hasTable = scene.table.columns.length > 0;
    const states = new Map<string, Drawn>();
    for (const width of artboards) {
      const svg = drawFailure(document, width, failure, hasTable).outerHTML;
      for (const {step} of scene.steps) states.set(`${step.id}/${width}`, {svg, texts: []});
    }
    return {states, variants: new Map(), failure};
  }
}

function drawScene(scene: BoundScene, memo: Memo, document: Document): DrawnScene {
  const drawings = new Map<string, Drawn>();
  const variants = new Map<string, DrawnVariants>();
  const {kind, records, options, reads} = scene;
  if (scene.failure !== null) throw new Error(scene.failure);
  const states = scene.steps.flatMap(statesOf);
  const figure = JSON.stringify([kind.name, options, reads]);
  const edited = new Set(
    editedIn(records).filter(
      (id) => records.kindOf(id) !== "fact" || records.fact(id).claims.length < 2
    )
  );
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
      const what = JSON.stringify([width, height, state, highlight, ...edited]);
      const drawn = memo.get("state", `${what}${from(drawing)}`, (): Drawn => {
        const svg = kind.draw({...drawing, document});
        markEdited(svg, edited);
        return {svg: svg.outerHTML, texts: drawnTexts(svg)};
      });
      const place = `${step.id}/${width}`;
      drawings.set(place, drawn);
      if (controls === null) continue;
      const made = memo.get("variants", `${what}${figure}`, () =>
        drawVariants(controls, (other) => {
          const svg = kind.draw({...drawing, state: other, document});
          markEdited(svg, edited);
          return svg;
        })
      );
      variants.set(place, made);
    }
  }
  return {states: drawings, variants, failure: null};
}

/**
 * Marks of edited numbers say so, whatever else their kind makes of them. A row that has what several
 * sources say is no mark of one number.
 */
function markEdited(svg: SVGSVGElement, edited: ReadonlySet<string>): void {
  if (edited.size === 0) return;
  for (const mark of svg.querySelectorAll("[data-fact]")) {
    const id = mark.getAttribute("data-claim") ?? mark.getAttribute("data-fact")!;
    // A kind that says it in words has marked what is edited, and left the quotation as it is.
    const says = /\bedited\b/.test(mark.textContent ?? "");
    if (edited.has(id) && !says) mark.setAttribute("data-origin", "edited");
  }
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
