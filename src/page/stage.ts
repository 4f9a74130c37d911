import {saysOf, vary} from "./controls.ts";
import {travel} from "./motion.ts";

/** Attributes whose value is a list of ids. */
const idLists = ["aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "for"];

/**
 * Puts a prefix before every id in a tree and before every reference to one of them. A second element
 * with the same id, be it hidden, silently takes hatchings, fades and arrows away: they are hedges.
 */
export function prefixIds(root: Element, prefix: string): void {
  const own = new Set([root, ...root.querySelectorAll("[id]")].map(({id}) => id));
  own.delete("");
  if (own.size === 0) return;
  const all = [root, ...root.querySelectorAll("*")];
  const renamed = (id: string): string => (own.has(id) ? prefix + id : id);
  for (const element of all) {
    for (const attribute of element.attributes) {
      const {localName, value} = attribute;
      if (localName === "id") attribute.value = renamed(value);
      else if (localName === "href" && value.startsWith("#"))
        attribute.value = `#${renamed(value.slice(1))}`;
      else if (idLists.includes(localName))
        attribute.value = value.split(/\s+/).map(renamed).join(" ");
      else if (value.includes("url("))
        attribute.value = value.replace(
          /url\((["']?)#([^"')]+)\1\)/g,
          (_, quote: string, id: string) => `url(${quote}#${renamed(id)}${quote})`
        );
    }
  }
}

/**
 * Shows a step's state on the stage, as its controls are set: copies of its artboards with ids of
 * their own. The stage's markup is then the step's but for those ids and what is set, once the marks
 * have arrived: of a drawing that is on the screen they travel there if `travels` says so, unless
 * the reader wants no motion. `ready` is given the drawing that will be seen. All of it is done
 * before the page gets the copies, and asked before it changes: either way the page is laid out once.
 */
export function showState(
  stage: HTMLElement,
  step: HTMLElement,
  travels: boolean,
  ready: (drawing: SVGElement) => void
): void {
  const shown = shownOn(stage);
  const drawings = drawingsOf(step).map((svg) => copyOf(svg, step));
  const after = drawings.find((svg) => isSame(svg, shown));
  if (shown !== undefined && after !== undefined) {
    ready(after);
    // A stage that has shown nothing yet has nothing to travel from.
    if (travels && shown.childElementCount > 0 && isOnScreen(shown)) move(shown, after, stage);
  }
  stage.replaceChildren(...drawings);
  stage.dataset["step"] = step.id;
}

/** Shows what the controls of the stage's step are set to, on the drawing that is seen alone. */
export function showSet(
  stage: HTMLElement,
  step: HTMLElement,
  travels: boolean,
  ready: (drawing: SVGElement) => void
): void {
  const shown = shownOn(stage);
  const drawing = drawingsOf(step).find((svg) => isSame(svg, shown));
  if (shown === undefined || drawing === undefined) return;
  const after = copyOf(drawing, step);
  ready(after);
  if (travels && isOnScreen(shown)) move(shown, after, stage);
  shown.replaceWith(after);
}

/**
 * Shows what a step's controls are set to where its picture stands by itself, unrolled: on the drawing
 * that is seen. What the page came with is kept, since all that can be set is made from that.
 */
export function showInPlace(step: HTMLElement, ready: (drawing: SVGElement) => void): void {
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

/** A step's drawing as its controls are set, with ids of its own. */
function copyOf(svg: SVGElement, step: Element): SVGElement {
  const copy = svg.cloneNode(true) as SVGElement;
  vary(copy, step);
  prefixIds(copy, "pl-stage-");
  return copy;
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
