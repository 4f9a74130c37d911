import {saysOf} from "./controls.ts";
import {enhance, idOf} from "./marks.ts";
import {passed, progress, readingLine} from "./place.ts";
import {fitSources} from "./sourceline.ts";
import {isShown, showInPlace, showSet, showState} from "./stage.ts";

/** One scene of the page. */
export interface Scene {
  readonly element: HTMLElement;
  readonly figure: HTMLElement;
  readonly stage: HTMLElement;
  /** At least one. */
  readonly steps: readonly HTMLElement[];
}

/** Where the reader is in a scene, computed from where things are. */
export interface Reading {
  /** The active step; the first before any has been reached. */
  readonly step: HTMLElement;
  /** Whether a step has been reached. */
  readonly begun: boolean;
  /** How much of the steps has passed, 0 to 1. */
  readonly progress: number;
  /** Whether the scene is on the screen or the next one to it. */
  readonly near: boolean;
  /** Where the active step's words begin, or the title before a step is, px below the scene's top. */
  readonly words: number;
}

/** The scenes of a page in its order; one without a stage or a step is none. */
export function collectScenes(document: Document): Scene[] {
  return [...document.querySelectorAll<HTMLElement>(".scene")].flatMap((element) => {
    const figure = element.querySelector<HTMLElement>(":scope > .figure");
    const stage = figure?.querySelector<HTMLElement>(".pl-stage");
    const steps = [...element.querySelectorAll<HTMLElement>(":scope > .step")];
    return figure && stage && steps[0] ? [{element, figure, stage, steps}] : [];
  });
}

/** Measures a scene in a window `height` px high. */
export function readScene({element, figure, stage, steps}: Scene, height: number): Reading {
  const {top, bottom} = element.getBoundingClientRect();
  const {right, bottom: covered} = figure.getBoundingClientRect();
  const boxes = steps.map((step) => step.getBoundingClientRect());
  // A stage beside the words covers nothing of them.
  const pinned = isShown(stage);
  const over = pinned && boxes[0]!.left < right;
  // Unrolled, a step begins with its picture: the words before it are read for longer.
  const line = pinned ? readingLine({height, covered: over ? covered : 0}) : height / 3;
  const tops = boxes.map((box) => box.top);
  const index = passed(tops, line);
  const step = steps[Math.max(index, 0)]!;
  const begun = index >= 0;
  const words = (step.querySelector(".pl-words") ?? step).getBoundingClientRect().top;
  const title = element.querySelector("h2")?.getBoundingClientRect().bottom ?? top;
  return {
    step,
    begun,
    progress: progress(tops[0]!, bottom, line),
    near: bottom > -height && top < 2 * height,
    // The weight is 15 px high, and hangs beside the title until there are words to hang beside.
    words: (begun ? words : title - 22) - top
  };
}

/**
 * Shows a step's state on the scene's stage, as its controls are set, its marks travelling there or
 * at once; a focused mark keeps the focus.
 */
export function showStep(scene: Scene, step: HTMLElement, travels: boolean): void {
  const {figure, stage} = scene;
  const {activeElement} = stage.ownerDocument;
  const focused = stage.contains(activeElement) ? idOf(activeElement!) : null;
  const show = stage.dataset["step"] === step.id ? showSet : showState;
  // The artboard that is not seen is made ready when it comes: the stage has another size then.
  show(stage, step, travels, enhance);
  const description = figure.querySelector(".pl-description");
  if (description !== null) description.textContent = saysOf(step);
  showMeasure(scene, step);
  if (focused === null) return;
  const marks = [...stage.querySelectorAll<SVGElement>("[role=button]")].filter(isShown);
  (marks.find((mark) => idOf(mark) === focused) ?? marks[0])?.focus({preventScroll: true});
}

/** Says over the stage what is measured: the scene's own line, unless the step has another. */
function showMeasure({figure, stage}: Scene, step: HTMLElement): void {
  const line = figure.querySelector<HTMLElement>(":scope > .pl-measure");
  if (line === null) return;
  const own = isShown(stage) ? step.querySelector(".pl-measure") : null;
  // The scene's own is kept only while another stands there: an update of the page may bring a new one.
  const scene = line.dataset["scene"] ?? line.textContent;
  if (own === null) delete line.dataset["scene"];
  else line.dataset["scene"] = scene;
  line.textContent = own?.textContent ?? scene;
}

/** Shows what a step's controls are set to; false where the stage shows another step. */
export function showControls(scene: Scene, step: HTMLElement, travels: boolean): boolean {
  if (!isShown(scene.stage)) showInPlace(step, enhance);
  // The controls may be on the screen before their step is the one that is read.
  else if (scene.stage.dataset["step"] !== step.id) return false;
  else showStep(scene, step, travels);
  return true;
}

/** Makes what the page now shows of a scene fit, and its drawings answer to the keyboard. */
export function enhanceShown(scene: Scene): void {
  const {element, figure, stage, steps} = scene;
  fitSources(figure);
  const shown = isShown(stage) ? stage : element;
  shown.querySelectorAll(".pl-artboard").forEach(enhance);
  // Controls are answered on the drawing that is seen, which may now be the other one.
  for (const step of steps.filter((each) => each.querySelector(".pl-controls"))) {
    if (shown === element) showInPlace(step, enhance);
    else if (step.id === stage.dataset["step"]) showStep(scene, step, false);
  }
}
