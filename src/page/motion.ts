/** How long a mark travels, in ms, and from when on what is new appears: what leaves fades first. */
const lasts = 480;
const arrives = 0.4;

/** Attributes that place, size or shape an element; what else differs changes at once. */
const geometry = [
  ..."x y x1 x2 y1 y2 cx cy r rx ry width height".split(" "),
  ..."d points transform opacity font-size".split(" ")
];

/** An attribute on its way: its words, and the numbers between them. */
interface Track {
  readonly element: Element;
  readonly name: string;
  readonly words: readonly string[];
  readonly from: readonly number[];
  readonly to: readonly number[];
  /** As it is at the end, to the letter. */
  readonly end: string;
}

/**
 * Lets the marks of a drawing travel from where they are in the one before, which has left the page
 * or is about to: what has the same key goes on a straight way to its place and shape, what is gone
 * fades, then what is new appears. A drawing that is replaced while its marks travel hands them on
 * where they are. At the end the drawing is what it was when it came, to the letter, and `landed` is
 * called.
 */
export function travel(
  before: Element,
  after: SVGElement,
  window: Pick<Window, "requestAnimationFrame">,
  landed: () => void
): void {
  const old = keyed(before);
  const now = keyed(after);
  const tracks: Track[] = [];
  const arriving: Element[] = [];
  const leaving: Element[] = [];
  for (const [key, element] of now) {
    const was = old.get(key);
    if (was === undefined) {
      if (isOutermost(element, old)) arriving.push(element);
    } else if (isReshaped(was, element)) {
      arriving.push(element);
      leaving.push(was);
    } else tracks.push(...tracksOf(was, element));
  }
  for (const [key, element] of old)
    if (!now.has(key) && isOutermost(element, now)) leaving.push(element);
  if (tracks.length + arriving.length + leaving.length === 0) return;
  const ghosts = layGhosts(after, leaving);
  const shown = arriving.map((element) => ({element, opacity: element.getAttribute("opacity")}));
  after.setAttribute("data-moving", "");
  let start: number | null = null;
  const frame = (time: number): void => {
    // Another state has taken the stage, and the marks from here.
    if (!after.isConnected) return;
    start ??= time;
    const passed = Math.min(1, (time - start) / lasts);
    if (passed === 1) {
      land();
      return;
    }
    const eased = 1 - (1 - passed) ** 3;
    for (const track of tracks) track.element.setAttribute(track.name, at(track, eased));
    ghosts?.setAttribute("opacity", String(Math.max(0, 1 - passed / arrives)));
    const come = String(Math.max(0, (passed - arrives) / (1 - arrives)));
    for (const {element} of shown) element.setAttribute("opacity", come);
    window.requestAnimationFrame(frame);
  };
  const land = (): void => {
    for (const {element, name, end} of tracks) element.setAttribute(name, end);
    for (const {element, opacity} of shown)
      if (opacity === null) element.removeAttribute("opacity");
      else element.setAttribute("opacity", opacity);
    ghosts?.remove();
    after.removeAttribute("data-moving");
    landed();
  };
  // From the first frame on, so that nothing flashes at its end before.
  for (const track of tracks) track.element.setAttribute(track.name, at(track, 0));
  for (const {element} of shown) element.setAttribute("opacity", "0");
  window.requestAnimationFrame(frame);
}

/** Elements by their keys; what is only fading out has none. */
function keyed(drawing: Element): Map<string, Element> {
  const elements = drawing.querySelectorAll("[data-key]");
  return new Map([...elements].map((element) => [element.getAttribute("data-key")!, element]));
}

/** Whether a keyed element stands in none that is as new, or as gone, as it is. */
function isOutermost(element: Element, others: ReadonlyMap<string, Element>): boolean {
  const parent = element.parentElement?.closest("[data-key]");
  return parent == null || others.has(parent.getAttribute("data-key")!);
}

/** Whether there is no straight way from one shape to the other: other commands, or more points. */
function isReshaped(was: Element, element: Element): boolean {
  const [start, end] = [was.getAttribute("d"), element.getAttribute("d")];
  if (start !== null && end !== null && wordsOf(start) !== wordsOf(end)) return true;
  return partsOf(was, element).some(([before, part]) => isReshaped(before, part));
}

/** What changes from one element to the next of its key, and within, where there are no keys. */
function tracksOf(was: Element, element: Element): Track[] {
  const own = geometry.flatMap((name) => trackOf(was, element, name) ?? []);
  return [...own, ...partsOf(was, element).flatMap(([before, part]) => tracksOf(before, part))];
}

/** Children without keys of their own, each with its forerunner. */
function partsOf(was: Element, element: Element): [Element, Element][] {
  return [...element.children].flatMap((child, i): [Element, Element][] => {
    const before = was.children[i];
    const keys = child.hasAttribute("data-key") || before?.hasAttribute("data-key") !== false;
    return keys || before.tagName !== child.tagName ? [] : [[before, child]];
  });
}

function wordsOf(text: string): string {
  return text.split(numbers).join();
}

function trackOf(was: Element, element: Element, name: string): Track | null {
  const [start, end] = [was.getAttribute(name), element.getAttribute(name)];
  if (start === null || end === null || start === end) return null;
  const [from, to] = [start.match(numbers) ?? [], end.match(numbers) ?? []];
  const words = end.split(numbers);
  if (from.length !== to.length || wordsOf(start) !== words.join()) return null;
  return {element, name, words, from: from.map(Number), to: to.map(Number), end};
}

const numbers = /-?\d*\.?\d+/g;

function at({words, from, to}: Track, share: number): string {
  return words
    .map((word, i) =>
      i < to.length ? word + Math.round((from[i]! + (to[i]! - from[i]!) * share) * 100) / 100 : word
    )
    .join("");
}

/** Copies of what is gone, under all else and for nobody's pointer or reader, to fade. */
function layGhosts(drawing: SVGElement, leaving: readonly Element[]): Element | null {
  if (leaving.length === 0) return null;
  const ghosts = drawing.ownerDocument.createElementNS(drawing.namespaceURI, "g");
  ghosts.setAttribute("aria-hidden", "true");
  ghosts.setAttribute("pointer-events", "none");
  for (const element of leaving) {
    const ghost = placed(element);
    for (const each of [ghost, ...ghost.querySelectorAll("*")])
      for (const name of named) each.removeAttribute(name);
    ghosts.append(ghost);
  }
  drawing.prepend(ghosts);
  return ghosts;
}

const named = [
  "id",
  "role",
  "tabindex",
  ..."key fact claim record".split(" ").map((n) => `data-${n}`)
];

/** A copy of an element in copies of the groups that placed it and gave it its paint. */
function placed(element: Element): Element {
  let copy = element.cloneNode(true) as Element;
  for (
    let group = element.parentElement;
    group !== null && group.tagName === "g";
    group = group.parentElement
  ) {
    const shell = group.cloneNode(false) as Element;
    shell.append(copy);
    copy = shell;
  }
  return copy;
}
