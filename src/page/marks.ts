import {cardOf, nameOf} from "./cards.ts";

// A drawing never changes, it is replaced: its marks are looked for once.
const known = new WeakMap<Element, readonly SVGElement[]>();

const selector = "[data-fact], [data-claim], [data-record]";

/** What a mark stands for: the narrowest id it carries. */
export function idOf(mark: Element): string {
  const {claim, fact, record} = (mark as SVGElement).dataset;
  return claim ?? fact ?? record ?? "";
}

/** The card of what a mark stands for: of its claim, else of its fact, its record. */
export function cardOfMark(mark: Element): HTMLElement | null {
  const {claim, fact, record} = (mark as SVGElement).dataset;
  const ids = [claim, fact, record].filter((id) => id !== undefined);
  return ids.reduce<HTMLElement | null>((card, id) => card ?? cardOf(mark.ownerDocument, id), null);
}

/** The marks of a drawing that have a card, outermost only, in the drawing's order. */
export function marksOf(svg: Element): readonly SVGElement[] {
  let marks = known.get(svg);
  if (marks === undefined) known.set(svg, (marks = findMarks(svg)));
  return marks;
}

function findMarks(svg: Element): SVGElement[] {
  return [...svg.querySelectorAll<SVGElement>(selector)].filter(
    (mark) => !mark.parentElement?.closest(selector) && cardOfMark(mark) !== null
  );
}

/**
 * Makes a drawing's marks buttons with one tab stop among them. Of marks with one id, a bar and its
 * label say, the first is the button; the others answer the pointer alone.
 */
export function enhance(svg: Element): void {
  if (svg.getAttribute("role") === "group") return;
  const seen = new Set<string>();
  for (const mark of marksOf(svg)) {
    const id = idOf(mark);
    if (seen.has(id)) continue;
    mark.setAttribute("role", "button");
    mark.setAttribute("tabindex", seen.size === 0 ? "0" : "-1");
    mark.setAttribute("aria-label", nameFor(mark));
    seen.add(id);
  }
  if (seen.size > 0) svg.setAttribute("role", "group");
}

/** The mark's own name, or its card's; then the words that are drawn in it, for who speaks to it. */
function nameFor(mark: SVGElement): string {
  const own = mark.getAttribute("aria-label") ?? mark.querySelector(":scope > title")?.textContent;
  const name = own || nameOf(cardOfMark(mark)!);
  const drawn = [...mark.querySelectorAll("text")].map((text) => {
    // Two lines of words are two words to a reader of the markup too.
    text.before(" ");
    return text.textContent;
  });
  const words = drawn.join(" ");
  return words === "" || ` ${name} `.includes(` ${words} `) ? name : `${name}: ${words}`;
}

/** The mark that a key leads to from another, in the drawing's order; null for other keys. */
export function neighbour(mark: Element, key: string): SVGElement | null {
  const svg = mark.closest(".pl-artboard");
  const all = [...(svg?.querySelectorAll<SVGElement>('[role="button"]') ?? [])];
  const at = all.indexOf(mark as SVGElement);
  const step = /^Arrow(Right|Down)$/.test(key) ? 1 : /^Arrow(Left|Up)$/.test(key) ? -1 : 0;
  if (step !== 0) return all[at + step] ?? (mark as SVGElement);
  if (key === "Home") return all[0] ?? null;
  return (key === "End" && all.at(-1)) || null;
}

/** Makes a mark its drawing's tab stop. */
export function setStop(mark: Element): void {
  const svg = mark.closest(".pl-artboard");
  for (const other of svg?.querySelectorAll('[role="button"]') ?? [])
    other.setAttribute("tabindex", other === mark ? "0" : "-1");
}

/**
 * The mark nearest to a point of the window, at most `reach` px away: of several under the point, the
 * smallest. Null where none is.
 */
export function nearest(svg: Element, x: number, y: number, reach = 24): SVGElement | null {
  let best: SVGElement | null = null;
  let bestDistance = reach;
  let bestArea = Infinity;
  for (const mark of marksOf(svg)) {
    const {left, right, top, bottom, width, height} = mark.getBoundingClientRect();
    const distance = Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));
    const area = width * height;
    if (distance > bestDistance || (distance === bestDistance && area >= bestArea)) continue;
    [best, bestDistance, bestArea] = [mark, distance, area];
  }
  return best;
}
