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
 * markup is then the step's but for those ids.
 */
export function showState(stage: HTMLElement, step: HTMLElement): void {
  const drawings = [...step.querySelectorAll(".state > svg")].map((svg) => {
    const copy = svg.cloneNode(true) as Element;
    prefixIds(copy, "pl-stage-");
    return copy;
  });
  stage.replaceChildren(...drawings);
  stage.dataset["step"] = step.id;
}
