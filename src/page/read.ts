import {arrive} from "./arrive.ts";
import {indexCards} from "./cards.ts";
import {collectGuide, readFoot, showPlace, startContents} from "./contents.ts";
import {startControls} from "./controls.ts";
import {startDragging} from "./drag.ts";
import {startInteraction} from "./interaction.ts";
import {startLayout} from "./layout.ts";
import {
  collectScenes,
  enhanceShown,
  prepareScene,
  readScene,
  showControls,
  showStep
} from "./scene.ts";
import type {Reading, Scene} from "./scene.ts";
import {fitSources} from "./sourceline.ts";
import {returnToPlace, startTrail} from "./trail.ts";
import {addWays, startWays} from "./tomarks.ts";
import {startWalk} from "./walk.ts";
import {watchPage} from "./watch.ts";
import {startCopies} from "./workings.ts";

/** Where the reader is. */
export interface Place {
  readonly scene: string;
  readonly step: string;
  /** How much of the scene's steps has passed, 0 to 1. */
  readonly progress: number;
}

/** The reader of a page, which later shells are handed. */
export interface Reader {
  /** The state of a scene, or of the one that is being read; null in the opening or for no scene. */
  stateOf(scene?: string): Place | null;
  /** Brings a step to its place and shows its state; false where there is no such step. */
  goTo(step: string): boolean;
  /** Takes the page as it now is, after somebody changed the markup of some of its elements. */
  refresh(changed: readonly Element[]): void;
  stop(): void;
}

/**
 * Starts reading a page: from then on the stages show the states of the place, the address names it,
 * and marks open their provenance. Everything is computed from where things are, nothing is counted,
 * so that a jump, a reload or a resize cannot leave a wrong state. If an update fails, the page is
 * unrolled and the error thrown on.
 */
export function startReader(document: Document, window: Window): Reader {
  const {dataset} = document.documentElement;
  const ends = new AbortController();
  const {signal} = ends;
  const interaction = startInteraction(document, window, signal, () => stateOf()?.step ?? "");
  const noteStep = startTrail(document, window, signal);
  let scenes: readonly Scene[] = [];
  let guide = collectGuide(document);
  // A page that opens at a step, or is loaded again there, shows it at once.
  let arrived = false;
  const soon = once(
    // Before the next frame, where browsers can be asked that: to lay out is not the frame's work.
    (call) =>
      void (
        window.scheduler?.postTask(call, {priority: "user-blocking"}) ?? window.setTimeout(call)
      ),
    signal
  );
  const idle = once((call) => (window.requestIdleCallback ?? window.setTimeout)(call), signal);
  let latest: readonly Measured[] = [];
  const prepare = (): void =>
    idle(() => {
      // The scenes beside those that are near come next.
      const next = latest.filter((_, i) =>
        [i - 1, i, i + 1].some((beside) => latest[beside]?.near)
      );
      if (next.some(({scene, step}) => prepareScene(scene, step))) prepare();
    });

  const stateOf = (id?: string): Place | null => placeIn(measure(scenes, window.innerHeight), id);
  const update = (most = Infinity): void => {
    try {
      // To measure again after a change would lay the page out twice in a frame.
      const measured = (latest = measure(scenes, window.innerHeight));
      const place = placeIn(measured);
      const foot = readFoot(guide, window);
      const due = measured.filter(isDue);
      if (most === 1 && due.some(({scene, step}) => prepareScene(scene, step)))
        return soon(showNext);
      for (const {scene, step} of due.slice(0, most)) showStep(scene, step, arrived);
      if (due.length > most) soon(showNext);
      else prepare();
      hangWeights(measured);
      interaction.follow();
      noteStep(place?.step ?? "");
      showPlace(guide, place, foot);
    } catch (error) {
      stop();
      dataset["unrolled"] = "fallback";
      throw error;
    }
  };
  // States are shown between frames, one at once, and laid out there: a frame has only to paint them.
  // To copy what no idle time has made ready, to show it and to lay it out are a task each.
  const showNext = (): void => {
    update(1);
    soon(() => void document.body.getBoundingClientRect());
  };
  const goTo = (id: string): boolean => {
    const step = scenes.flatMap(({steps}) => steps).find((each) => each.id === id);
    step?.scrollIntoView({block: "start", behavior: "instant"});
    update();
    return step !== undefined;
  };
  const observe = watchPage(document, window, signal, {
    moved: () => update(0),
    resized: () => scenes.forEach(enhanceShown)
  });
  const take = (): void => {
    indexCards(document);
    guide = collectGuide(document);
    scenes = collectScenes(document);
    scenes.forEach(addWays);
    observe(scenes.flatMap(({steps}) => steps));
    scenes.forEach(enhanceShown);
    update();
  };
  const refresh = (changed: readonly Element[]): void => {
    // What the stages there hold may be of the old markup.
    for (const {stage} of collectScenes(document))
      if (changed.some((element) => element.contains(stage))) delete stage.dataset["step"];
    take();
  };
  const stop = (): void => ends.abort();

  take();
  void document.fonts.ready.then(() => {
    for (const {figure} of scenes) fitSources(figure, true);
  });
  startWays(document, signal, goTo);
  startControls(document, signal, (step, travels) => {
    const scene = scenes.find(({steps}) => steps.includes(step));
    if (scene !== undefined && !showControls(scene, step, travels)) goTo(step.id);
    interaction.follow();
  });
  startDragging(document, signal);
  startCopies(document, window, signal);
  startContents(document, signal);
  startWalk(document, window, signal, {stateOf, goTo});
  startLayout(document, window, signal, {stateOf, goTo});
  const come = (event?: Event): void => {
    arrive(document, window.location.hash, {stateOf, goTo}, interaction);
    if (event?.type === "hashchange") returnToPlace(document, window);
    // The browser may have scrolled there itself, and not told yet.
    update();
    arrived = true;
  };
  for (const name of ["load", "hashchange"]) window.addEventListener(name, come, {signal});
  if (document.readyState === "complete") come();
  if (dataset["unrolled"] === "fallback") delete dataset["unrolled"];
  dataset["reader"] = "";
  return {stateOf, goTo, refresh, stop};
}

/** Lets a task wait for its time, one at once; none begins after the signal. */
function once(wait: (call: () => void) => void, signal: AbortSignal): (task: () => void) => void {
  let waits = false;
  return (task) => {
    if (waits) return;
    waits = true;
    wait(() => {
      waits = false;
      if (!signal.aborted) task();
    });
  };
}

type Measured = Reading & {readonly scene: Scene};

function measure(scenes: readonly Scene[], height: number): Measured[] {
  return scenes.map((scene) => ({scene, ...readScene(scene, height)}));
}

/** The place in a scene, or in the last one that has been begun. */
function placeIn(measured: readonly Measured[], id?: string): Place | null {
  const found = measured.findLast(({scene, begun}) => (id ? scene.element.id === id : begun));
  if (found === undefined) return null;
  return {scene: found.scene.element.id, step: found.step.id, progress: found.progress};
}

/** Whether a scene shows another state than that of its place. Far ones wait until they come near. */
function isDue({scene, step, near}: Measured): boolean {
  return near && scene.stage.dataset["step"] !== step.id;
}

/** Lets the weights of the scenes' margin lines down to the words that are read. */
function hangWeights(measured: readonly Measured[]): void {
  for (const {scene, near, words} of measured)
    if (near) scene.element.style.setProperty("--pl-place", `${Math.round(words)}px`);
}
