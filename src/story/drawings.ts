import {artboards} from "../figure/kind.ts";
import type {Artboard} from "../figure/kind.ts";
import {drawFailure} from "../figure/failure.ts";
import {thrownMessage} from "./bind.ts";
import type {BoundScene, BoundStep, BoundStory} from "./bind.ts";
import type {BoundControls} from "./controls.ts";
import type {Variants} from "./controlshtml.ts";
import {editedIn} from "./edited.ts";
import {markupOf} from "./markup.ts";
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
  /** What is told in the drawings of a scene, but for those that stay as they were. */
  texts(scene: string): readonly string[];
  /** What differs in the states that a step's controls make; null for a step without any. */
  variants(scene: string, step: string): Variants | null;
  /** Names all that a scene's figure can read, and its words print, and how it failed. */
  reads(scene: string): string;
  /** What a kind's code threw while it drew a scene, or before; null where it drew. */
  failure(scene: string): string | null;
  /** Whether drawings of a scene stay as they were before, because nobody wants them yet. */
  isPart(scene: string): boolean;
}

/** A drawn state, and what differs in those that its step's controls make; null without any. */
interface DrawnState {
  readonly state: Drawn;
  readonly variants: DrawnVariants | null;
}

/** Whether a drawing is wanted. */
type Wants = (scene: string, step: string, width: Artboard) => boolean;

/**
 * Draws the states of scenes on both artboards, and those that controls make of them, as elements of
 * `document` that stay detached; a scene is drawn when it is first asked for. A state whose figure
 * reads nothing new is taken from the memo. Where a kind's code throws, or draws what its controls
 * make of a state with other keys, or needs no height that is one, every state of that scene says so
 * instead. Drawings that nobody wants stay as the memo last had them.
 */
export function drawStates(
  bound: BoundStory,
  memo: Memo,
  document: Document,
  wants: Wants = () => true
): Drawings {
  const scenes = new Map(bound.scenes.map((scene) => [scene.scene.id, scene]));
  const drawn = new Map<string, DrawnScene>();
  const drawnOf = (id: string): DrawnScene => {
    const known = drawn.get(id);
    if (known !== undefined) return known;
    const scene = scenes.get(id)!;
    const made = drawOrSay(scene, memo, document, wants);
    drawn.set(id, made);
    return made;
  };
  return {
    reads: (id) => `${scenes.get(id)!.reads} ${drawnOf(id).failure ?? ""}`,
    failure: (id) => drawnOf(id).failure,
    isPart: (id) => drawnOf(id).stale.size > 0,
    svg: (id, step, width) => drawnOf(id).states.get(`${step}/${width}`)!.state.svg,
    texts(id) {
      const {states, stale} = drawnOf(id);
      const drawn = [...states].flatMap(([place, state]) => (stale.has(place) ? [] : [state]));
      const texts = drawn.map(({state, variants}) => [...state.texts, ...(variants?.texts ?? [])]);
      return [...new Set(texts.flat())];
    },
    variants(id, step) {
      const {states} = drawnOf(id);
      const [narrow, wide] = artboards.map((width) => states.get(`${step}/${width}`)?.variants);
      return narrow && wide ? {340: narrow.parts, 640: wide.parts} : null;
    }
  };
}

/** The drawn states of one scene, by step and artboard. */
interface DrawnScene {
  readonly states: ReadonlyMap<string, DrawnState>;
  /** Those that are of before. */
  readonly stale: ReadonlySet<string>;
  readonly failure: string | null;
}

function drawOrSay(scene: BoundScene, memo: Memo, document: Document, wants: Wants): DrawnScene {
  try {
    return drawScene(scene, memo, document, wants);
  } catch (error) {
    const failure = thrownMessage(error);
    const hasTable = scene.table.columns.length > 0;
    const states = new Map<string, DrawnState>();
    for (const width of artboards) {
      const svg = markupOf(drawFailure(document, width, failure, hasTable));
      const state = {svg, texts: []};
      for (const {step} of scene.steps) states.set(`${step.id}/${width}`, {state, variants: null});
    }
    return {states, stale: new Set(), failure};
  }
}

function drawScene(scene: BoundScene, memo: Memo, document: Document, wants: Wants): DrawnScene {
  if (scene.failure !== null) throw new Error(scene.failure);
  const {isMade, draw} = drawerOf(scene, memo, document);
  const {id} = scene.scene;
  const states = new Map<string, DrawnState>();
  const stale = new Set<string>();
  for (const width of artboards)
    for (const step of scene.steps) {
      const place = `${step.step.id}/${width}`;
      const latest = memo.latest<DrawnState>(`${id}/${place}`);
      const stays = latest !== undefined && !wants(id, step.step.id, width) && !isMade(step, width);
      const state = stays ? latest : draw(step, width);
      if (stays) stale.add(place);
      else memo.setLatest(`${id}/${place}`, state);
      states.set(place, state);
    }
  return {states, stale, failure: null};
}

/** Draws the states of a scene, through the memo. */
interface Drawer {
  /** Whether the memo has a state as it now is. */
  isMade(step: BoundStep, width: Artboard): boolean;
  draw(step: BoundStep, width: Artboard): DrawnState;
}

function drawerOf(scene: BoundScene, memo: Memo, document: Document): Drawer {
  const {kind, records, options, reads} = scene;
  const figure = JSON.stringify([kind.name, options, reads]);
  const states = scene.steps.flatMap(statesOf);
  const heightKey = `${JSON.stringify(states)}${figure}`;
  const heightOf = (width: Artboard): number => {
    const height = memo.get("height", `${width}${heightKey}`, () =>
      kind.height(width, {records, options}, states)
    );
    if (Number.isFinite(height) && height > 0) return height;
    throw new Error(`its height at ${width} px is ${height}`);
  };
  const edited = new Set(
    editedIn(records).filter(
      (id) => records.kindOf(id) !== "fact" || records.fact(id).claims.length < 2
    )
  );
  const drawingOf = ({state, highlight}: BoundStep, width: Artboard) => {
    const drawing = {records, options, state, highlight, width, height: heightOf(width)};
    const what = JSON.stringify([width, drawing.height, state, highlight, ...edited]);
    const from =
      kind.drawnFrom === undefined
        ? figure
        : JSON.stringify([kind.name, options, kind.drawnFrom(drawing)]);
    return {drawing, key: `${what}${from}`, variantsKey: `${what}${figure}`};
  };
  return {
    isMade(step, width) {
      if (!memo.has("height", `${width}${heightKey}`)) return false;
      const {key, variantsKey} = drawingOf(step, width);
      return (
        memo.has("state", key) && (step.controls === null || memo.has("variants", variantsKey))
      );
    },
    draw(step, width) {
      const {drawing, key, variantsKey} = drawingOf(step, width);
      const drawn = (state: unknown): SVGSVGElement => {
        const svg = kind.draw({...drawing, state, document});
        markEdited(svg, edited);
        return svg;
      };
      const state = memo.get("state", key, (): Drawn => {
        const svg = drawn(step.state);
        return {svg: markupOf(svg), texts: drawnTexts(svg)};
      });
      const {controls} = step;
      if (controls === null) return {state, variants: null};
      const variants = memo.get("variants", variantsKey, () => drawVariants(controls, drawn));
      return {state, variants};
    }
  };
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
