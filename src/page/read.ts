import {readAddress} from "./address.ts";
import type {Address} from "./address.ts";
import {cardOf, openCard} from "./cards.ts";
import {startInteraction} from "./interaction.ts";
import {enhance, idOf} from "./marks.ts";
import {passed, progress, readingLine} from "./place.ts";
import {collectScenes, isPinned} from "./scene.ts";
import type {Scene} from "./scene.ts";
import {showState} from "./stage.ts";
import {startTrail} from "./trail.ts";

/** Where the reader is. */
export interface Place {
  readonly scene: string;
  readonly step: string;
  /** How much of the scene has passed, 0 to 1. */
  readonly progress: number;
}

/** The reader of a page, which later shells are handed. */
export interface Reader {
  /** The state of a scene, or of the one that is being read; null in the opening or for no scene. */
  stateOf(scene?: string): Place | null;
  /** Brings a step to its place and shows its state; false where there is no such step. */
  goTo(step: string): boolean;
  /** Takes the page as it now is, after somebody changed its markup. */
  refresh(): void;
  stop(): void;
}

/**
 * Starts reading a page: from then on the stages show the states of the place, the address names it,
 * and marks open their provenance. Everything is computed from where things are, nothing is counted,
 * so that a jump, a reload or a resize cannot leave a wrong state. If an update fails, the page is
 * unrolled and the error thrown on.
 */
export function startReader(document: Document, window: Window & typeof globalThis): Reader {
  const root = document.documentElement;
  const stops: (() => void)[] = [];
  let scenes: Scene[] = [];
  let frame = 0;

  const placeOf = (scene: Scene): {index: number; line: number} => {
    const line = readingLine({height: window.innerHeight, covered: scene.covered()});
    return {index: passed(scene.steps.map(topOf), line), line};
  };

  const stateOf = (id?: string): Place | null => {
    const scene =
      id === undefined
        ? scenes.findLast((each) => placeOf(each).index >= 0)
        : scenes.find((each) => each.element.id === id);
    if (scene === undefined) return null;
    const {index, line} = placeOf(scene);
    const {bottom} = scene.element.getBoundingClientRect();
    return {
      scene: scene.element.id,
      step: scene.steps[Math.max(index, 0)]!.id,
      progress: progress(topOf(scene.steps[0]!), bottom, line)
    };
  };

  const show = (scene: Scene, step: HTMLElement): void => {
    const focused = scene.stage.contains(document.activeElement) ? document.activeElement : null;
    showState(scene.stage, step);
    scene.stage.querySelectorAll("svg").forEach(enhance);
    scene.describe(step);
    if (focused !== null) refocus(scene.stage, idOf(focused));
  };

  const update = (): void => {
    frame = 0;
    const height = window.innerHeight;
    // All is measured before anything is changed.
    const places = scenes.map((scene) => {
      const {top, bottom} = scene.element.getBoundingClientRect();
      const step = scene.steps[Math.max(placeOf(scene).index, 0)]!;
      return {scene, step, near: bottom > -height && top < 2 * height, at: scene.wordsOf(step)};
    });
    for (const {scene, step, near, at} of places) {
      if (!near) continue;
      if (scene.stage.dataset["step"] !== step.id) show(scene, step);
      scene.element.style.setProperty("--pl-place", `${Math.round(at)}px`);
    }
    interaction.follow();
    trail.note(stateOf()?.step ?? "");
  };

  const guarded = (): void => {
    try {
      update();
    } catch (error) {
      stop();
      root.dataset["unrolled"] = "fallback";
      throw error;
    }
  };

  const wake = (): void => {
    frame ||= window.requestAnimationFrame(() => guarded());
  };
  const observer = new IntersectionObserver(wake, {root: document, rootMargin: "-45% 0px"});
  const resizes = new ResizeObserver(() => {
    settle();
    wake();
  });

  const settle = (): void => {
    for (const scene of scenes)
      if (!isPinned(scene)) scene.element.querySelectorAll(".state > svg").forEach(enhance);
  };

  const take = (): void => {
    scenes = collectScenes(document);
    observer.disconnect();
    for (const {steps} of scenes) for (const step of steps) observer.observe(step);
    for (const {stage} of scenes) stage.querySelectorAll("svg").forEach(enhance);
    settle();
    guarded();
  };

  const refresh = (): void => {
    // What the stages hold may be of the old markup.
    for (const stage of document.querySelectorAll<HTMLElement>(".pl-stage"))
      delete stage.dataset["step"];
    take();
  };

  const goTo = (id: string): boolean => {
    const step = scenes.flatMap(({steps}) => steps).find((each) => each.id === id);
    step?.scrollIntoView({block: "start", behavior: "instant"});
    guarded();
    return step !== undefined;
  };

  const arrive = ({step, fact}: Address): void => {
    // After a reload or a step back the browser has restored the very place: leave it.
    if (step !== "" && stateOf()?.step !== step) goTo(step);
    const card = fact === "" ? null : cardOf(document, fact);
    if (card === null || card.matches(":popover-open")) return;
    const number = document.querySelector<HTMLElement>(
      `#${CSS.escape(step || "pl-story")} .fact[data-fact="${CSS.escape(fact)}"] > button`
    );
    if (number === null) interaction.openAt(card, fact);
    else openCard(card, number);
  };

  const listen = (target: EventTarget, name: string, listener: () => void): void => {
    target.addEventListener(name, listener, {passive: true});
    stops.push(() => target.removeEventListener(name, listener));
  };

  const stop = (): void => {
    window.cancelAnimationFrame(frame);
    observer.disconnect();
    resizes.disconnect();
    for (const end of stops) end();
  };

  const interaction = startInteraction(document, window);
  const trail = startTrail(document, window);
  stops.push(interaction.stop, trail.stop);
  take();
  listen(window, "scroll", wake);
  listen(window, "resize", wake);
  listen(window, "hashchange", () => arrive(readAddress(window.location.hash)));
  resizes.observe(document.body);
  const first = (): void => arrive(readAddress(window.location.hash));
  if (document.readyState === "complete") first();
  else listen(window, "load", first);
  if (root.dataset["unrolled"] === "fallback") delete root.dataset["unrolled"];
  root.dataset["reader"] = "";
  return {stateOf, goTo, refresh, stop};
}

function topOf(element: Element): number {
  return element.getBoundingClientRect().top;
}

/** Gives the focus back to the mark of the same thing, or to the first, in the stage's new state. */
function refocus(stage: Element, id: string): void {
  const marks = [...stage.querySelectorAll<SVGElement>('[role="button"]')].filter(
    (mark) => mark.getClientRects().length > 0
  );
  const mark = marks.find((each) => idOf(each) === id) ?? marks[0];
  mark?.focus({preventScroll: true});
}
