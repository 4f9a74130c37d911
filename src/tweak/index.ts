import {keepParameter} from "../page/address.ts";
import type {Reader} from "../page/read.ts";
import {isNear, keepPlace} from "../page/take.ts";
import type {Made} from "../page/take.ts";
import {makeBar} from "./bar.ts";
import {startFigureFiles} from "./figurefiles.ts";
import {makeFoot} from "./foot.ts";
import {loadKinds} from "./kinds.ts";
import {adopt} from "./make.ts";
import {makePanel} from "./panel.ts";
import {createCompiler} from "./recompile.ts";
import type {Compiler} from "./recompile.ts";
import {startSession} from "./session.ts";
import type {Session} from "./session.ts";
import {offerSource} from "./source-offer.ts";
import type {SourceScript} from "./source-offer.ts";
import {loadSource} from "./source.ts";
import {unpackEdits} from "./share.ts";
import {editsInFile, storeOf} from "./store.ts";
import printStyles from "./edited-print.css?inline";
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
  /** Loads the view of whole files; null where there is none, as on a built page. */
  readonly loadEditor?: (() => Promise<SourceScript>) | null;
  /** What the page was made of, where it follows a server: it may be older than the source. */
  readonly shown?: Made;
}

/**
 * Starts to change a page that shows a published story. The panel stays closed until it is opened.
 * Throws where the source cannot be fetched, is of another version, or cannot be shown.
 */
export async function startTweak(options: TweakOptions): Promise<Tweak> {
  const {address, reader, token, edits, loadEditor = null, shown} = options;
  const compiler = await fetchCompiler(address);
  adopt(styles + editedStyles);
  const print = adopt(printStyles);
  print.disabled = true;
  const session = startSession(compiler, reader, {sees: isNear, later: whenStill(), shown});
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
  const source =
    loadEditor === null || token === ""
      ? null
      : offerSource({
          load: loadEditor,
          session,
          token,
          panel: () => panel.element,
          keepPlace,
          told: foot.tell
        });
  let panel = makePanel(session, {foot: foot.element, close, source});
  panel.element.hidden = true;
  session.onChange(() => {
    const {now} = session.history;
    root.toggleAttribute("data-edited", now.size > 0);
    print.disabled = now.size === 0;
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
    try {
      await takeNext();
    } finally {
      // What cannot be shown may be mended in its source.
      await source?.renew();
    }
  }

  async function takeNext(): Promise<void> {
    const next = await fetchCompiler(address);
    const refused = session.renew(next);
    bar.tell(refused.map(({id, message}) => `${id}: ${message}`));
    const {hidden} = panel.element;
    const fresh = makePanel(session, {foot: foot.element, close, source});
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
    const inFile = await editsInFile(slug);
    const file = inFile === null || "error" in inFile ? null : inFile;
    const sent = edits !== "" ? await unpackEdits(edits) : kept === null ? inFile : null;
    const other = sent === null || "error" in sent ? kept : sent;
    // A page that is one file shows its edits already: whatever else comes takes their place.
    let refused = file === null ? [] : session.replace(file);
    session.finish();
    if (other !== null && other !== file) {
      refused = session.replace(other);
      session.finish();
    }
    if (sent !== null && "error" in sent) return bar.tell([sent.error]);
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
    if (panel.element.hidden) return;
    const {facts} = session.edited.assembled.dataset;
    if (source?.isOpen() === true) source.open(facts[id]?.preferred ?? id);
    else if (!panel.show(id)) return;
    event.preventDefault();
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
