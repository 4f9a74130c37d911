import type {Reader} from "./read.ts";

/** What a reader goes through, in the page's order: the opening, steps, words between scenes, the end. */
const selector = ".pl-opening, .step, .pl-story > .pl-prose, .pl-index, .pl-colophon";

const keys: Readonly<Record<string, number>> = {ArrowLeft: -1, ArrowRight: 1};

/** The stop of a page where its reader is, and the others. */
export interface Stops {
  readonly all: readonly HTMLElement[];
  readonly at: number;
}

/** Finds where the reader is, given the step that is being read; "" before any. */
export function findStops(document: Document, window: Window, step: string): Stops {
  const all = [...document.querySelectorAll<HTMLElement>(selector)];
  let at = Math.max(
    0,
    all.findIndex(({id}) => id === step)
  );
  // Between steps and after them, what has come over half the window is read.
  for (let i = at + 1; all[i] !== undefined && !all[i]!.matches(".step"); ++i)
    if (all[i]!.getBoundingClientRect().top < window.innerHeight / 2) at = i;
  return {all, at: isAtEnd(document, window) ? all.length - 1 : at};
}

/** Whether the page is scrolled to its end. */
export function isAtEnd({documentElement}: Document, {scrollY, innerHeight}: Window): boolean {
  return scrollY > 0 && scrollY + innerHeight > documentElement.scrollHeight - 2;
}

/**
 * Starts the buttons of the bar and the arrow keys, which lead to the previous and the next stop,
 * until the signal. The keys stay those of a figure, an input or a table where one has the focus.
 */
export function startWalk(
  document: Document,
  window: Window,
  signal: AbortSignal,
  {stateOf, goTo}: Pick<Reader, "stateOf" | "goTo">
): void {
  const walk = (by: number): void => {
    const {all, at} = findStops(document, window, stateOf()?.step ?? "");
    const stop = all[Math.max(0, at + by)];
    // What comes last may be longer than the window.
    if (stop === undefined) return all.at(-1)!.scrollIntoView({block: "end", behavior: "instant"});
    if (!goTo(stop.id)) stop.scrollIntoView({block: "start", behavior: "instant"});
    const status = document.querySelector(".pl-said");
    if (status !== null) status.textContent = wordsOf(stop);
  };
  const click = ({target}: Event): void => {
    const {value} = (target as Element).closest<HTMLButtonElement>(".pl-bar > [value]") ?? {};
    if (value) walk(Number(value));
  };
  const press = (event: KeyboardEvent): void => {
    const by = keys[event.key];
    const {target, altKey, ctrlKey, metaKey, shiftKey, defaultPrevented} = event;
    if (by === undefined || altKey || ctrlKey || metaKey || shiftKey || defaultPrevented) return;
    // In a window that is magnified they move its view.
    if (window.visualViewport !== null && window.visualViewport.scale > 1) return;
    const element = target as Element;
    if (!element.matches("body, a, button, summary") || element.closest("[popover]")) return;
    event.preventDefault();
    walk(by);
  };
  document.addEventListener("click", click, {signal});
  document.addEventListener("keydown", press, {signal});
}

/** What is told at a stop, for those who hear the page: the finding too where a scene begins. */
function wordsOf(stop: HTMLElement): string {
  const title = stop.matches(".figure + .step") ? stop.parentElement?.querySelector("h2") : null;
  const words = stop.querySelector(".pl-words, h1, h2") ?? stop;
  return [title, words].map((element) => element?.textContent ?? "").join(" ");
}
