// Development only: takes what the server compiled anew into the open page, and shows what is wrong.
import {showProblems} from "./problems.ts";
import type {Problem} from "./problems.ts";

/** As `src/compile/update.ts` describes it. */
type Changes = {readonly changed: readonly [number, string][]} | {readonly all: readonly string[]};

interface Update {
  readonly from: number;
  readonly to: number;
  readonly present: readonly string[];
  readonly stories: Readonly<Record<string, {readonly blocks: Changes; readonly cards: Changes}>>;
  readonly problems: readonly Problem[];
  readonly kept: boolean;
}

const {dataset} = document.documentElement;
const parse = (html: string): Element => {
  const template = document.createElement("template");
  template.innerHTML = html;
  return template.content.firstElementChild ?? document.createElement("div");
};
// As the server sent it: the reader changes the page, so the page cannot tell what is new.
const copyOf = (selector: string): Element[] =>
  [...(document.querySelector(selector)?.children ?? [])].map(
    (child) => child.cloneNode(true) as Element
  );
const blocks = copyOf(".pl-story");
const cards = copyOf(".pl-cards");

const {reader} = await import("./index.ts");

const initial = document.getElementById("pl-problems")?.textContent;
dataset["updated"] = String(performance.now());
if (initial) showProblems(document, JSON.parse(initial) as Problem[], "kept" in dataset);

import.meta.hot?.on("plumbline:update", (update: Update) => {
  const {from, to, present, stories, problems, kept} = update;
  if (dataset["version"] !== String(from)) return location.reload();
  dataset["version"] = String(to);
  const slug = dataset["story"] ?? "";
  const story = stories[slug];
  if (story !== undefined) takeStory(story.blocks, story.cards);
  const gone = present.includes(slug) ? [] : [goneStory(slug)];
  showProblems(document, [...gone, ...problems], kept || gone.length > 0);
  dataset["updated"] = String(performance.now());
});

// An update that came while the page was loading is in no page.
import.meta.hot?.on("plumbline:version", ({version}: {version: number}) => {
  if (dataset["version"] !== String(version)) location.reload();
});
import.meta.hot?.send("plumbline:opened");

import.meta.hot?.on("plumbline:failure", ({message}: {message: string}) => {
  showProblems(document, [{text: message, place: "", excerpt: "", file: ""}], true);
});

function goneStory(slug: string): Problem {
  const text = "is gone; the page is as it last was (put the story back, or open another)";
  return {text, place: `stories/${slug}/story.md`, excerpt: "", file: ""};
}

function takeStory(newBlocks: Changes, newCards: Changes): void {
  const open = document.querySelector<HTMLElement>(".pl-card:popover-open")?.dataset["card"];
  const anchor = anchorNow();
  take(newBlocks, blocks, ".pl-story");
  take(newCards, cards, ".pl-cards");
  takeMeasures();
  reader?.refresh();
  anchor.restore();
  if (open === undefined) return;
  const card = document.querySelector<HTMLElement>(`.pl-card[data-card="${CSS.escape(open)}"]`);
  if (card !== null && !card.matches(":popover-open")) card.showPopover();
}

/** The reader keeps a scene's own line while a step's stands in its place. */
function takeMeasures(): void {
  for (const block of blocks) {
    const figure = block.querySelector(".figure");
    const live = figure === null ? null : document.getElementById(figure.id);
    const line = live?.querySelector<HTMLElement>(":scope > .pl-measure[data-scene]");
    const own = figure?.querySelector(":scope > .pl-measure")?.textContent;
    if (line && own) line.dataset["scene"] = own;
  }
}

function take(changes: Changes, previous: Element[], selector: string): void {
  const live = document.querySelector(selector);
  if (live === null) return;
  if ("all" in changes) {
    const next = changes.all.map(parse);
    previous.splice(0, previous.length, ...next);
    live.replaceChildren(...next.map((element) => element.cloneNode(true)));
    return;
  }
  for (const [i, html] of changes.changed) {
    const next = parse(html);
    patch(previous[i], next, live.children[i]!);
    previous[i] = next;
  }
}

/** Keeps the step that is being read where it is on the screen, whatever grew above it. */
function anchorNow(): {restore(): void} {
  const middle = innerHeight / 2;
  const steps = [...document.querySelectorAll<HTMLElement>(".step, .pl-prose, .pl-opening")];
  const step = steps.find((element) => element.getBoundingClientRect().bottom > middle);
  const selector = step?.id ? `#${CSS.escape(step.id)}` : null;
  const top = step?.getBoundingClientRect().top ?? 0;
  return {
    restore() {
      const now = selector === null ? step : document.querySelector(selector);
      if (now?.isConnected)
        scrollBy({top: now.getBoundingClientRect().top - top, behavior: "instant"});
    }
  };
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
    element.matches(".pl-stage, .pl-card, .pl-contents, p, h1, h2, table, details") ||
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
