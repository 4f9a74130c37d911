import {saysOf} from "./controls.ts";
import {enhance, idOf} from "./marks.ts";
import {passed, progress, readingLine} from "./place.ts";
import {fitSources} from "./sourceline.ts";
import {fillState, isShown, prepareState, showInPlace, showSet, showState} from "./stage.ts";

/** One scene of the page. */
export interface Scene {
  readonly element: HTMLElement;
  readonly figure: HTMLElement;
  readonly stage: HTMLElement;
  /** At least one. */
  readonly steps: readonly HTMLElement[];
  /** What is read of each step. */
  readonly words: readonly Element[];
  readonly title: Element | null;
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
    const words = steps.map((step) => step.querySelector(".pl-words") ?? step);
    const title = element.querySelector(":scope > h2");
    return figure && stage && steps[0] ? [{element, figure, stage, steps, words, title}] : [];
  });
}

/** Measures a scene in a window `height` px high. */
export function readScene(scene: Scene, height: number): Reading {
  const {element, figure, stage, steps} = scene;
  const {top, bottom} = element.getBoundingClientRect();
  // Of far scenes there is nothing to ask: they are over or have not begun.
  if (bottom <= -height)
    return {step: steps.at(-1)!, begun: true, progress: 1, near: false, words: 0};
  if (top >= 2 * height) return {step: steps[0]!, begun: false, progress: 0, near: false, words: 0};
  const {right, bottom: covered} = figure.getBoundingClientRect();
  const boxes = steps.map((step) => step.getBoundingClientRect());
  // A stage beside the words covers nothing of them.
  const pinned = isShown(stage);
  const over = pinned && boxes[0]!.left < right;
  // Unrolled, a step begins with its picture: the words before it are read for longer.
  const line = pinned ? readingLine({height, covered: over ? covered : 0}) : height / 3;
  const tops = boxes.map((box) => box.top);
  const index = passed(tops, line);
  const begun = index >= 0;
  const words = scene.words[Math.max(index, 0)]!.getBoundingClientRect().top;
  const title = scene.title?.getBoundingClientRect().bottom ?? top;
  return {
    step: steps[Math.max(index, 0)]!,
    begun,
    progress: progress(tops[0]!, bottom, line),
    near: true,
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
  const pinned = isShown(stage);
  const show = stage.dataset["step"] === step.id ? showSet : showState;
  show(stage, step, travels, enhance);
  const description = figure.querySelector(".pl-description");
  if (description !== null) description.textContent = saysOf(step);
  showMeasure(scene, pinned ? step : null);
  if (focused === null) return;
  const marks = [...stage.querySelectorAll<SVGElement>("[role=button]")].filter(isShown);
  (marks.find((mark) => idOf(mark) === focused) ?? marks[0])?.focus({preventScroll: true});
}

/** Says over the figure what is measured: the scene's own line, unless the step has another. */
function showMeasure({figure}: Scene, step: HTMLElement | null): void {
  const line = figure.querySelector<HTMLElement>(":scope > .pl-measure");
  if (line === null) return;
  const own = step?.querySelector(".pl-measure") ?? null;
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
  fillStage(scene);
  const shown = isShown(stage) ? stage : element;
  shown.querySelectorAll(".pl-artboard").forEach(enhance);
  // Controls are answered on the drawing that is seen, which may now be the other one.
  for (const step of steps.filter((each) => each.querySelector(".pl-controls"))) {
    if (shown === element) showInPlace(step, enhance);
    else if (step.id === stage.dataset["step"]) showStep(scene, step, false);
  }
}

/** Makes the stage what its step is on the other artboard too; false where it is. */
function fillStage({stage, steps}: Scene): boolean {
  const step = steps.find(({id}) => id === stage.dataset["step"]);
  return step !== undefined && fillState(stage, step, enhance);
}

/**
 * Makes ready what a scene may show next, one drawing a call: the other artboard and the steps beside
 * that of its place, where that is shown, else that. False where nothing is left to make.
 */
export function prepareScene(scene: Scene, step: HTMLElement): boolean {
  const {stage, steps} = scene;
  const isNow = stage.dataset["step"] === step.id;
  if (isNow && fillStage(scene)) return true;
  const at = steps.indexOf(step);
  const next = isNow ? [steps[at + 1], steps[at - 1]] : [step];
  return next.some((each) => each !== undefined && prepareState(stage, each, enhance));
}
