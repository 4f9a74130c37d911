import type {Edits} from "../facts/edits.ts";
import {keepParameter} from "../page/address.ts";
import type {Reader} from "../page/read.ts";
import {isNear, keepPlace} from "../page/take.ts";
import {unpackElement} from "../page/unpack.ts";
import {makeBar} from "./bar.ts";
import {startFigureFiles} from "./figurefiles.ts";
import {makeFoot} from "./foot.ts";
import {loadKinds} from "./kinds.ts";
import {makePanel} from "./panel.ts";
import {createCompiler} from "./recompile.ts";
import type {Compiler} from "./recompile.ts";
import {startSession} from "./session.ts";
import type {Session} from "./session.ts";
import {loadSource} from "./source.ts";
import {readEditsFile, unpackEdits, writeEditsFile} from "./share.ts";
import editedStyles from "./edited.css?inline";
import styles from "./tweak.css?inline";

/** The panel of a page, and its session. */
export interface Tweak {
  readonly session: Session;
  open(): void;
  close(): void;
  /** Takes the story as it is published now, as after a save. */
  renew(): Promise<void>;
}

/** What the page hands over. */
export interface TweakOptions {
  /** Where the story's source is. */
  readonly address: string;
  readonly reader: Reader | null;
  /** What lets the page save to the disk, in development; "" elsewhere. */
  readonly token: string;
  /** The changes that the page's address carries; "" for none. */
  readonly edits: string;
}

/**
 * Starts to change a page that shows a published story. The panel stays closed until it is opened.
 * Throws where the source cannot be fetched, is of another version, or cannot be shown.
 */
export async function startTweak({address, reader, token, edits}: TweakOptions): Promise<Tweak> {
  const compiler = await fetchCompiler(address);
  adopt(styles + editedStyles);
  const session = startSession(compiler, reader, {sees: isNear, later: whenStill()});
  const root = document.documentElement;
  const {slug} = compiler.source.story;
  const store = storeOf(address, slug);
  const close = (): void =>
    keepPlace(() => {
      delete root.dataset["tweaking"];
      panel.element.hidden = true;
      if (/[?&]view=tweak(?:&|$)/.test(location.search)) keepParameter(window, "view", "");
      opener.focus({preventScroll: true});
    });
  const open = (): void =>
    keepPlace(() => {
      root.dataset["tweaking"] = "";
      panel.element.hidden = false;
    });
  const opener =
    document.querySelector<HTMLElement>(".pl-masthead .pl-theme button") ?? document.body;
  const bar = makeBar(session, open);
  const foot = makeFoot(session, {token, told: bar.tell});
  let panel = makePanel(session, foot.element, close);
  panel.element.hidden = true;
  session.onChange(() => {
    const {now} = session.history;
    root.toggleAttribute("data-edited", now.size > 0);
    bar.update();
    const {title} = session.compiler.published.compiled!.page;
    document.title = now.size > 0 ? `Edited: ${title}` : title;
    panel.update();
    foot.update();
    store.keep(now);
    root.dataset["updated"] = String(performance.now());
  });
  // What is pinned stands under the bar, however many lines it has.
  new ResizeObserver(() => {
    const {height} = bar.element.querySelector(".tw-line")!.getBoundingClientRect();
    root.style.setProperty("--tw-bar", `${Math.ceil(height)}px`);
  }).observe(bar.element);
  const masthead = document.querySelector(".pl-masthead");
  if (masthead === null) document.body.prepend(bar.element);
  else masthead.after(bar.element);
  document.body.append(panel.element);
  startFigureFiles(document, session);
  document.addEventListener("beforetoggle", showEntry, true);
  document.addEventListener("keydown", (event) => takeKey(event, session));
  document.addEventListener("keydown", (event) => {
    const inside = panel.element.contains(event.target as Node);
    if (event.key === "Escape" && inside && !event.defaultPrevented) close();
  });
  await begin();
  // One after another: an older answer that comes later would take back what a newer one told.
  let renewing = Promise.resolve();
  return {
    session,
    open() {
      open();
      panel.element.focus({preventScroll: true});
    },
    close,
    renew: () => (renewing = renewing.then(renew, renew))
  };

  async function renew(): Promise<void> {
    const next = await fetchCompiler(address);
    const refused = session.renew(next);
    bar.tell(refused.map(({id, message}) => `${id}: ${message}`));
    const {hidden} = panel.element;
    const fresh = makePanel(session, foot.element, close);
    fresh.element.hidden = hidden;
    fresh.takeOver(panel);
    panel = fresh;
  }

  /**
   * Begins with the changes of the address, shown in a list, or with those of before a reload, else of
   * the file that the page is.
   */
  async function begin(): Promise<void> {
    const kept = store.kept();
    const sent =
      edits !== "" ? await unpackEdits(edits) : kept === null ? await editsInFile(slug) : null;
    if (sent !== null && "error" in sent) bar.tell([sent.error]);
    const first = sent === null || "error" in sent ? kept : sent;
    if (first === null || first.size === 0) return;
    const refused = session.replace(first);
    session.finish();
    if (sent !== null)
      bar.tell(
        refused.map(({id, message}) => `${id}: ${message}`),
        true
      );
  }

  /** A number or a mark opens its entry instead of its card, while the panel is open. */
  function showEntry(event: Event): void {
    const card = event.target as HTMLElement;
    if ((event as ToggleEvent).newState !== "open" || !card.matches(".pl-card")) return;
    const id = card.dataset["asked"] ?? card.dataset["card"] ?? "";
    if (!panel.element.hidden && panel.show(id)) event.preventDefault();
  }
}

/** The edits that a page which is one file was made with; null for none. */
async function editsInFile(slug: string): Promise<ReturnType<typeof readEditsFile> | null> {
  if (document.getElementById("pl-edits") === null) return null;
  return readEditsFile(await unpackElement(document, "pl-edits"), slug);
}

/** Keeps edits over a reload of the page in its tab, where the browser lets it. */
function storeOf(address: string, slug: string): {kept(): Edits | null; keep(edits: Edits): void} {
  // The page looks there too, before any of this is loaded.
  const name = `plumbline edits ${new URL(address, location.href).pathname}`;
  return {
    kept() {
      try {
        const edits = readEditsFile(sessionStorage.getItem(name) ?? "", slug);
        return "error" in edits ? null : edits;
      } catch {
        return null;
      }
    },
    keep(edits) {
      try {
        if (edits.size === 0) sessionStorage.removeItem(name);
        else sessionStorage.setItem(name, writeEditsFile(edits, slug));
      } catch {
        // A browser that keeps nothing: a reload forgets the edits.
      }
    }
  };
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

/** Undo and redo by keys, but in a field, whose own they are. */
function takeKey(event: KeyboardEvent, session: Session): void {
  const inField = (event.target as Element).matches("input:not([type=radio])");
  if (inField || !(event.ctrlKey || event.metaKey) || event.altKey) return;
  const key = event.key.toLowerCase();
  if (key === "z" && !event.shiftKey) session.undo();
  else if (key === "y" || (key === "z" && event.shiftKey)) session.redo();
  else return;
  event.preventDefault();
}

async function fetchCompiler(address: string): Promise<Compiler> {
  const source = await loadSource(address);
  if (source.version !== 1) throw new Error(`${address} is of another version`);
  const kinds = await loadKinds(source.story.slug);
  const compiler = createCompiler(source, kinds, document.implementation.createHTMLDocument(""));
  if (compiler.published.compiled === null) throw new Error("the story cannot be shown");
  return compiler;
}

/** A style sheet that is made by script needs no leave of the page's policy. */
function adopt(css: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets.push(sheet);
}
