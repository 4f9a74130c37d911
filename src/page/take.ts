import type {Reader} from "./read.ts";
import {isShown} from "./stage.ts";

/** Blocks or cards by index, as HTML; or all of them, where their number has changed. */
export type Changes =
  {readonly changed: readonly [number, string][]} | {readonly all: readonly string[]};

/** What is new of a story's page: the children of its `main` element, and its cards. */
export interface StoryChanges {
  readonly blocks: Changes;
  readonly cards: Changes;
}

/** What the page was made of. The reader changes the page, so the page cannot tell what is new. */
export interface Made {
  readonly blocks: Element[];
  readonly cards: Element[];
}

/** What a page was made of, where nothing has changed it yet. */
export function copyMade(document: Document): Made {
  const copyOf = (selector: string): Element[] =>
    [...(document.querySelector(selector)?.children ?? [])].map(
      (child) => child.cloneNode(true) as Element
    );
  return {blocks: copyOf(".pl-story"), cards: copyOf(".pl-cards")};
}

/** The element that HTML of one element makes. */
export function parseElement(html: string): Element {
  const template = document.createElement("template");
  template.innerHTML = html;
  return template.content.firstElementChild ?? document.createElement("div");
}

/**
 * Takes what is new into an open page, and notes it in `made`: what is read stays in its place, an open
 * card stays open, and nothing is replaced that has not changed.
 */
export function takeStory(
  {blocks: newBlocks, cards: newCards}: StoryChanges,
  made: Made,
  reader: Reader | null
): void {
  if (isNone(newBlocks) && isNone(newCards)) return;
  const open = document.querySelector<HTMLElement>(".pl-card:popover-open")?.dataset["card"];
  const drawings = drawingsNow();
  const layouts = (): HTMLElement[] => [
    ...document.querySelectorAll<HTMLElement>(".pl-layout button")
  ];
  const pressed = layouts().map((button) => button.ariaPressed);
  keepPlace(() => {
    const fresh = take(newBlocks, made.blocks, ".pl-story");
    take(newCards, made.cards, ".pl-cards");
    takeMeasures(made.blocks);
    if (reader === null) return;
    putBack(drawings);
    layouts().forEach((button, i) => (button.ariaPressed = pressed[i] ?? null));
    reader.refresh(fresh);
  });
  if (open === undefined) return;
  const card = document.querySelector<HTMLElement>(`.pl-card[data-card="${CSS.escape(open)}"]`);
  if (card !== null && !card.matches(":popover-open")) card.showPopover();
}

function isNone(changes: Changes): boolean {
  return "changed" in changes && changes.changed.length === 0;
}

/** What the stages show, by the ids of their figures. */
function drawingsNow(): ReadonlyMap<string, readonly Element[]> {
  const stages = document.querySelectorAll(".figure > .pl-stage[data-step]");
  return new Map([...stages].map((stage) => [stage.parentElement!.id, [...stage.children]]));
}

/** The reader lets marks travel from what a stage shows, so a stage that is new shows the old first. */
function putBack(drawings: ReadonlyMap<string, readonly Element[]>): void {
  for (const [figure, drawn] of drawings) {
    const stage = document.getElementById(figure)?.querySelector(":scope > .pl-stage");
    if (stage && stage.firstElementChild !== drawn[0]) stage.replaceChildren(...drawn);
  }
}

/** The reader keeps a scene's own line while a step's stands in its place. */
function takeMeasures(blocks: readonly Element[]): void {
  for (const block of blocks) {
    const figure = block.querySelector(".figure");
    const live = figure === null ? null : document.getElementById(figure.id);
    const line = live?.querySelector<HTMLElement>(":scope > .pl-measure[data-scene]");
    const own = figure?.querySelector(":scope > .pl-measure")?.textContent;
    if (line && own) line.dataset["scene"] = own;
  }
}

/** Gives the live elements in which something is new. */
function take(changes: Changes, previous: Element[], selector: string): Element[] {
  const live = document.querySelector(selector);
  if (live === null) return [];
  if ("all" in changes) {
    const next = changes.all.map(parseElement);
    previous.splice(0, previous.length, ...next);
    live.replaceChildren(...next.map((element) => element.cloneNode(true)));
    return [live];
  }
  return changes.changed.flatMap(([i, html]) => {
    const next = parseElement(html);
    const before = previous[i];
    previous[i] = next;
    if (before?.isEqualNode(next)) return [];
    patch(before, next, live.children[i]!);
    return [live.children[i]!];
  });
}

/** All blocks and cards of a page as changes, for one that shows it may be an older one. */
export function allOf(
  {blocks, cards}: {readonly blocks: readonly string[]; readonly cards: readonly string[]},
  made: Made
): StoryChanges {
  const changes = (now: readonly string[], before: readonly Element[]): Changes =>
    now.length === before.length ? {changed: now.map((html, i) => [i, html])} : {all: now};
  return {blocks: changes(blocks, made.blocks), cards: changes(cards, made.cards)};
}

/**
 * Whether a scene is on the screen, or half a screen away; of one of its drawings, whether its width
 * is the one that is shown, and its step the one that is on the stage where there is a stage.
 */
export function isNear(scene: string, step?: string, width?: number): boolean {
  const element = document.getElementById(scene);
  const box = element?.getBoundingClientRect();
  if (!element || !box) return false;
  if (box.top >= 1.5 * innerHeight || box.bottom <= -0.5 * innerHeight) return false;
  if (step === undefined) return true;
  const stage = element.querySelector<HTMLElement>(".figure > .pl-stage");
  const isStaged = stage !== null && isShown(stage);
  if (isStaged && stage.dataset["step"] !== step) return false;
  const place = isStaged ? stage : document.getElementById(step);
  const drawings = place?.querySelectorAll(`.pl-artboard[data-width="${width}"]`) ?? [];
  return [...drawings].some(isShown);
}

/** Keeps the step that is being read where it is on the screen, whatever a change does above it. */
export function keepPlace(change: () => void): void {
  // At the top nothing is above.
  if (scrollY < 1) {
    change();
    return;
  }
  const middle = innerHeight / 2;
  const steps = [...document.querySelectorAll<HTMLElement>(".step, .pl-prose, .pl-opening")];
  const step = steps.find((element) => element.getBoundingClientRect().bottom > middle);
  const selector = step?.id ? `#${CSS.escape(step.id)}` : null;
  const top = step?.getBoundingClientRect().top ?? 0;
  change();
  const now = selector === null ? step : document.querySelector(selector);
  if (now?.isConnected) scrollBy({top: now.getBoundingClientRect().top - top, behavior: "instant"});
}

/** Whether an element has words of its own, beside or without elements. */
function hasWords(element: Element): boolean {
  return [...element.childNodes].some(
    (node) => node.nodeType === Node.TEXT_NODE && node.nodeValue!.trim() !== ""
  );
}

/**
 * Makes the live element what `next` is, replacing no more than differs from `previous`. Where the
 * reader has changed the live element's shape, it is replaced whole.
 */
function patch(previous: Element | undefined, next: Element, element: Element): void {
  if (previous?.isEqualNode(next)) return;
  const whole =
    previous === undefined ||
    element.tagName !== next.tagName ||
    element instanceof SVGElement ||
    element.matches(".pl-stage, .pl-card, .pl-contents, h1, h2, table, details") ||
    hasWords(previous) ||
    hasWords(next) ||
    previous.children.length !== next.children.length ||
    element.children.length !== next.children.length ||
    [...next.children].some((child, i) => child.id !== previous.children[i]!.id);
  if (whole) {
    element.replaceWith(next.cloneNode(true));
    return;
  }
  for (const {name, value} of next.attributes)
    if (previous.getAttribute(name) !== value) element.setAttribute(name, value);
  for (const {name} of previous.attributes)
    if (!next.hasAttribute(name)) element.removeAttribute(name);
  const children = [...element.children];
  for (const [i, child] of [...next.children].entries())
    patch(previous.children[i], child, children[i]!);
}
