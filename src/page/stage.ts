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
 * Shows a step's state on the stage: copies of its artboards with ids of their own. The stage's
 * markup is then the step's but for those ids, once the marks have arrived: of a drawing that is on
 * the screen they travel there if `travels` says so, unless the reader wants no motion. `ready` is
 * given the drawing that will be seen. All of it is done before the page gets the copies, and asked
 * before it changes: either way the page is laid out once.
 */
export function showState(
  stage: HTMLElement,
  step: HTMLElement,
  travels: boolean,
  ready: (drawing: SVGElement) => void
): void {
  const shown = [...stage.querySelectorAll<SVGElement>(":scope > svg")].find(isShown);
  const before = travels && shown !== undefined && isOnScreen(shown) ? shown : null;
  const drawings = [...step.querySelectorAll(".state > svg")].map((svg) => {
    const copy = svg.cloneNode(true) as SVGElement;
    prefixIds(copy, "pl-stage-");
    return copy;
  });
  const after = drawings.find((svg) => svg.dataset["width"] === shown?.dataset["width"]);
  if (after !== undefined) {
    ready(after);
    if (before !== null) move(before, after, stage);
  }
  stage.replaceChildren(...drawings);
  stage.dataset["step"] = step.id;
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
