import {keepParameter} from "../page/address.ts";
import type {Reader} from "../page/read.ts";
import {keepPlace} from "../page/take.ts";
import type {StorySource} from "../story/source.ts";
import {makeBar} from "./bar.ts";
import {loadKinds} from "./kinds.ts";
import {makePanel} from "./panel.ts";
import {createCompiler} from "./recompile.ts";
import {startSession} from "./session.ts";
import type {Session} from "./session.ts";
import styles from "./tweak.css?inline";

/** The open panel of a page, and its session. */
export interface Tweak {
  readonly session: Session;
  open(): void;
  close(): void;
}

/**
 * Opens the panel on a page that shows a published story. `reader` is the page's; `address` is where
 * the story's source is. Throws where it cannot be fetched or is of another version.
 */
export async function startTweak(address: string, reader: Reader | null): Promise<Tweak> {
  const source = await fetchSource(address);
  const kinds = await loadKinds(source.story.slug);
  const compiler = createCompiler(source, kinds, document.implementation.createHTMLDocument(""));
  if (compiler.published.compiled === null) throw new Error("the story cannot be shown");
  adopt(styles);
  const session = startSession(compiler, reader, {sees: isNear, later: whenStill()});
  const root = document.documentElement;
  const {title} = document;
  const close = (): void =>
    keepPlace(() => {
      delete root.dataset["tweaking"];
      panel.element.hidden = true;
      keepParameter(window, "view", "");
    });
  const open = (): void =>
    keepPlace(() => {
      root.dataset["tweaking"] = "";
      panel.element.hidden = false;
    });
  const panel = makePanel(session, close);
  const bar = makeBar(session, open);
  session.onChange(() => {
    const {size} = session.history.now;
    root.toggleAttribute("data-edited", size > 0);
    bar.update();
    // What is pinned stands under the bar.
    root.style.setProperty("--tw-bar", `${bar.element.offsetHeight}px`);
    document.title = size > 0 ? `Edited: ${title}` : title;
    panel.update();
    root.dataset["updated"] = String(performance.now());
  });
  document.querySelector(".pl-masthead")?.after(bar.element);
  document.body.append(panel.element);
  document.addEventListener("beforetoggle", (event) => showEntry(event as ToggleEvent), true);
  document.addEventListener("keydown", (event) => takeKey(event, session));
  open();
  return {session, open, close};

  /** A number or a mark opens its entry instead of its card, while the panel is open. */
  function showEntry(event: ToggleEvent): void {
    const card = event.target as HTMLElement;
    if (event.newState !== "open" || !card.matches(".pl-card") || panel.element.hidden) return;
    const id = card.dataset["asked"] ?? card.dataset["card"] ?? "";
    if (panel.show(id)) event.preventDefault();
  }
}

// Longer than between two keys of somebody who types.
const stillAfter = 400;

/** Waits until nobody types, or somebody scrolls: then more of the page will be seen. */
function whenStill(): (call: () => void) => void {
  let timer = 0;
  let waiting: (() => void) | null = null;
  const now = (): void => {
    clearTimeout(timer);
    const call = waiting;
    waiting = null;
    call?.();
  };
  for (const event of ["scroll", "beforeprint", "pagehide"])
    window.addEventListener(event, now, {capture: true, passive: true});
  return (call) => {
    clearTimeout(timer);
    waiting = call;
    timer = window.setTimeout(now, stillAfter);
  };
}

/** Whether a scene is on the screen, or half a screen away. */
function isNear(scene: string): boolean {
  const box = document.getElementById(scene)?.getBoundingClientRect();
  return box !== undefined && box.top < 1.5 * innerHeight && box.bottom > -0.5 * innerHeight;
}

/** Undo and redo by keys, but in a field, whose own they are. */
function takeKey(event: KeyboardEvent, session: Session): void {
  const inField = (event.target as Element).matches("input, textarea, [contenteditable]");
  if (inField || !(event.ctrlKey || event.metaKey) || event.altKey) return;
  const key = event.key.toLowerCase();
  if (key === "z" && !event.shiftKey) session.undo();
  else if (key === "y" || (key === "z" && event.shiftKey)) session.redo();
  else return;
  event.preventDefault();
}

async function fetchSource(address: string): Promise<StorySource> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} cannot be fetched (${response.status})`);
  const source = (await response.json()) as StorySource;
  if (source.version !== 1) throw new Error(`${address} is of another version`);
  return source;
}

/** A style sheet that is made by script needs no leave of the page's policy. */
function adopt(css: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets.push(sheet);
}
