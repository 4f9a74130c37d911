import {travel} from "./motion.ts";

/** Attributes whose value is a list of ids. */
const idLists = ["aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "for"];

/**
 * Puts a prefix before every id in a tree and before every reference to one of them. A second element
 * with the same id, be it hidden, silently takes hatchings, fades and arrows away: they are hedges.
 */
export function prefixIds(root: Element, prefix: string): void {
  const own = new Set<string>();
  const all = [root, ...root.querySelectorAll("*")];
  for (const {id} of all) if (id !== "") own.add(id);
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
 * the screen they travel there if `travels` says so, unless the reader wants no motion.
 */
export function showState(stage: HTMLElement, step: HTMLElement, travels: boolean): void {
  const drawings = [...step.querySelectorAll(".state > svg")].map((svg) => {
    const copy = svg.cloneNode(true) as Element;
    prefixIds(copy, "pl-stage-");
    return copy;
  });
  const before = travels ? visible(stage) : [];
  stage.replaceChildren(...drawings);
  stage.dataset["step"] = step.id;
  const window = stage.ownerDocument.defaultView;
  if (window === null || window.matchMedia("(prefers-reduced-motion: reduce)").matches) return;
  const landed = (): void => void stage.dispatchEvent(new Event("pl-landed", {bubbles: true}));
  for (const drawing of before) {
    const after = drawings.find((svg) => widthOf(svg) === widthOf(drawing));
    if (after !== undefined) travel(drawing, after as SVGElement, window, landed);
  }
}

function widthOf(drawing: Element): string | undefined {
  return (drawing as SVGElement).dataset["width"];
}

/** The drawings of a stage that the reader sees now. */
function visible(stage: HTMLElement): Element[] {
  const height = stage.ownerDocument.documentElement.clientHeight;
  return [...stage.querySelectorAll(":scope > svg")].filter((svg) => {
    const {top, bottom, width} = svg.getBoundingClientRect();
    return width > 0 && bottom > 0 && top < height;
  });
}
