import {saysOf, settingOf, vary} from "./controls.ts";
import {travel} from "./motion.ts";

/** Attributes whose value is a list of ids. */
const lists = ["aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "for"];

/** Attributes whose value may have references of the form url(#id) in it. */
const paints = "fill stroke clip-path mask filter marker-start marker-mid marker-end style".split(
  " "
);

// To look at every attribute of every element would leave the browser thousands of objects to collect.
const referring = [
  "[id]",
  '[href^="#"]',
  ...lists.map((name) => `[${name}]`),
  ...paints.map((name) => `[${name}*="url("]`)
].join();

/**
 * Puts a prefix before every id in a tree and before every reference to one of them. A second element
 * with the same id, be it hidden, silently takes hatchings, fades and arrows away: they are hedges.
 */
export function prefixIds(root: Element, prefix: string): void {
  const all = [root, ...root.querySelectorAll(referring)];
  const own = new Set(all.map(({id}) => id));
  own.delete("");
  const renamed = (id: string): string => (own.has(id) ? prefix + id : id);
  const rewrite = (element: Element, name: string, to: (value: string) => string): void => {
    const value = element.getAttribute(name);
    if (value) element.setAttribute(name, to(value));
  };
  for (const element of all) {
    rewrite(element, "id", renamed);
    rewrite(element, "href", (value) =>
      value.startsWith("#") ? `#${renamed(value.slice(1))}` : value
    );
    for (const name of lists)
      rewrite(element, name, (value) => value.split(/\s+/).map(renamed).join(" "));
    for (const name of paints)
      rewrite(element, name, (value) =>
        value.replace(
          /url\((["']?)#([^"')]+)\1\)/g,
          (_, quote: string, id: string) => `url(${quote}#${renamed(id)}${quote})`
        )
      );
  }
}

/** Makes a drawing what a reader's keyboard needs it to be. */
type Ready = (drawing: SVGElement) => void;

/**
 * Shows a step's state on the stage, as its controls are set: a copy of the artboard that is seen,
 * with ids of its own, and of the other the empty frame, which `fillState` fills. The
 * copy's markup is then the step's but for those ids and what is set, once the marks have arrived: of
 * a drawing that is on the screen they travel there if `travels` says so, unless the reader wants no
 * motion. All of it is done before the page gets the copy, and asked before it changes: either way
 * the page is laid out once.
 */
export function showState(
  stage: HTMLElement,
  step: HTMLElement,
  travels: boolean,
  ready: Ready
): void {
  const shown = shownOn(stage);
  const drawings = drawingsOf(step).map((svg) => {
    if (shown === undefined || !isSame(svg, shown)) return copyOf(svg, step, false);
    const after = takePrepared(svg, step) ?? copyFor(svg, step, ready);
    // A stage that has shown nothing yet has nothing to travel from.
    if (travels && !isEmpty(shown) && isOnScreen(shown)) move(shown, after, stage);
    return after;
  });
  stage.replaceChildren(...drawings);
  stage.dataset["step"] = step.id;
}

/**
 * Fills the frame that `showState` left of the artboard that is not seen, so that it is there when the
 * stage has another size. False where there is none.
 */
export function fillState(stage: HTMLElement, step: HTMLElement, ready: Ready): boolean {
  const frame = [...stage.querySelectorAll<SVGElement>(":scope > svg")].find(isEmpty);
  const svg = drawingsOf(step).find((each) => isSame(each, frame));
  if (frame === undefined || svg === undefined || isEmpty(svg)) return false;
  frame.replaceWith(isShown(frame) ? copyFor(svg, step, ready) : copyOf(svg, step, true));
  return true;
}

/**
 * Makes the copy that `showState` will need of a step, so that showing it takes less time. False
 * where there is nothing to make: it stands ready, or no stage is seen.
 */
export function prepareState(stage: HTMLElement, step: HTMLElement, ready: Ready): boolean {
  const shown = shownOn(stage);
  const svg = drawingsOf(step).find((each) => isSame(each, shown));
  if (svg === undefined || prepared.get(svg)?.setting === settingOf(step)) return false;
  prepared.set(svg, {copy: copyFor(svg, step, ready), setting: settingOf(step)});
  return true;
}

interface Prepared {
  readonly copy: SVGElement;
  /** What the step's controls were set to. */
  readonly setting: number;
}

/** Copies that wait to be shown, by the drawing that the page came with. */
const prepared = new WeakMap<SVGElement, Prepared>();

/** Each copy is taken once: a drawing that has travelled on the stage is not given out again. */
function takePrepared(svg: SVGElement, step: Element): SVGElement | null {
  const found = prepared.get(svg);
  prepared.delete(svg);
  return found?.setting === settingOf(step) ? found.copy : null;
}

/** Shows what the controls of the stage's step are set to, on the drawing that is seen alone. */
export function showSet(
  stage: HTMLElement,
  step: HTMLElement,
  travels: boolean,
  ready: Ready
): void {
  const shown = shownOn(stage);
  const drawing = drawingsOf(step).find((svg) => isSame(svg, shown));
  if (shown === undefined || drawing === undefined) return;
  const after = copyFor(drawing, step, ready);
  if (travels && isOnScreen(shown)) move(shown, after, stage);
  shown.replaceWith(after);
}

/**
 * Shows what a step's controls are set to where its picture stands by itself, unrolled: on the drawing
 * that is seen. What the page came with is kept, since all that can be set is made from that.
 */
export function showInPlace(step: HTMLElement, ready: Ready): void {
  const shown = allIn(step).find(isShown);
  if (shown === undefined) return;
  const own = owns.get(shown) ?? shown;
  const after = own.cloneNode(true) as SVGElement;
  vary(after, step);
  owns.set(after, own);
  ready(after);
  shown.replaceWith(after);
  step.querySelector(".pl-says")!.textContent = saysOf(step);
}

/** The drawings that the page came with, by what stands in their place. */
const owns = new WeakMap<SVGElement, SVGElement>();

function shownOn(stage: HTMLElement): SVGElement | undefined {
  return [...stage.querySelectorAll<SVGElement>(":scope > svg")].find(isShown);
}

function allIn(step: Element): SVGElement[] {
  return [...step.querySelectorAll<SVGElement>(".state > svg")];
}

function drawingsOf(step: Element): SVGElement[] {
  return allIn(step).map((svg) => owns.get(svg) ?? svg);
}

function isSame(drawing: SVGElement, other: SVGElement | undefined): boolean {
  return drawing.dataset["width"] === other?.dataset["width"];
}

/** A step's drawing as its controls are set, with ids of its own; or its frame alone. */
function copyOf(svg: SVGElement, step: Element, filled: boolean): SVGElement {
  const copy = svg.cloneNode(filled) as SVGElement;
  if (filled) vary(copy, step);
  prefixIds(copy, "pl-stage-");
  return copy;
}

function copyFor(svg: SVGElement, step: Element, ready: Ready): SVGElement {
  const copy = copyOf(svg, step, true);
  ready(copy);
  return copy;
}

function isEmpty(drawing: Element): boolean {
  return drawing.childElementCount === 0;
}

function move(before: SVGElement, after: SVGElement, stage: HTMLElement): void {
  const window = stage.ownerDocument.defaultView;
  if (window === null || window.matchMedia("(prefers-reduced-motion: reduce)").matches) return;
  travel(before, after, window, () => {
    stage.dispatchEvent(new Event("pl-landed", {bubbles: true}));
  });
}

/** Whether an element takes room on the page. */
export function isShown(element: Element): boolean {
  return element.getClientRects().length > 0;
}

function isOnScreen(element: Element): boolean {
  const {top, bottom} = element.getBoundingClientRect();
  return bottom > 0 && top < element.ownerDocument.documentElement.clientHeight;
}
