import {markupOf} from "./markup.ts";

/** An element that is not alike in all states that controls make of one drawing. */
export interface Varying {
  readonly key: string;
  /** What it can be besides what the step's own state has, as markup. */
  readonly markups: readonly string[];
  /** Of each state, which of these it is there, counted from 1; 0 is the step's own. */
  readonly of: readonly number[];
}

/**
 * The elements in which some drawings of one size differ from their own state's, outermost first:
 * of an element that holds others only what changes, of one that changes itself all that it holds.
 * Throws where a drawing has other keys than its own state, or differs where nothing has a key.
 */
export function varying(own: Element, drawings: readonly Element[]): Varying[] {
  const keys = keysOf(own).join(" ");
  for (const drawing of drawings)
    if (keysOf(drawing).join(" ") !== keys)
      throw new Error(`states of one step have other keys: ${difference(own, drawing)}`);
  if (drawings.some((drawing) => shellOf(drawing) !== shellOf(own)))
    throw new Error("states of one step differ in what has no key");
  const found: Varying[] = [];
  const all = [own, ...drawings].map((drawing) => [...drawing.querySelectorAll("[data-key]")]);
  const whole = new Set<Element>();
  for (const [i, element] of all[0]!.entries()) {
    const outer = element.parentElement?.closest("[data-key]");
    if (outer && whole.has(outer)) whole.add(element);
    else {
      const elements = all.map((each) => each[i]!);
      const shells = new Set(elements.map(shellOf));
      if (shells.size === 1) continue;
      whole.add(element);
      found.push(countOff(keyOf(element), elements));
    }
  }
  return found;
}

function countOff(key: string, [own, ...others]: readonly Element[]): Varying {
  const seen = [markupOf(own!)];
  const of = others.map((other) => {
    const markup = markupOf(other);
    if (!seen.includes(markup)) seen.push(markup);
    return seen.indexOf(markup);
  });
  return {key, markups: seen.slice(1), of};
}

/** An element's markup with no more than the keys of what has keys inside it. */
function shellOf(element: Element): string {
  if (element.querySelector("[data-key]") === null) return element.outerHTML;
  const copy = element.cloneNode(true) as Element;
  for (const inner of copy.querySelectorAll("[data-key]")) inner.replaceWith(`<${keyOf(inner)}>`);
  return copy.outerHTML;
}

function keysOf(drawing: Element): string[] {
  return [...drawing.querySelectorAll("[data-key]")].map(keyOf);
}

function keyOf(element: Element): string {
  return element.getAttribute("data-key")!;
}

function difference(own: Element, other: Element): string {
  const [some, others] = [keysOf(own), keysOf(other)];
  const only = [
    ...some.filter((key) => !others.includes(key)),
    ...others.filter((key) => !some.includes(key))
  ];
  return only.length === 0 ? "in another order" : only.join(", ");
}
