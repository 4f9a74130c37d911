import {groupEntries} from "./entries.ts";
import type {Entry} from "./entries.ts";
import {makeFields, valueOf} from "./fields.ts";
import type {Fields} from "./fields.ts";
import {make, say} from "./make.ts";
import type {Session} from "./session.ts";
import {makeSourceButton} from "./source-offer.ts";
import type {SourceOffer} from "./source-offer.ts";

/** The panel beside the story. */
export interface Panel {
  readonly element: HTMLElement;
  /** Opens the entry of a fact or claim and brings it into view; false where there is none. */
  show(id: string): boolean;
  update(): void;
  /** Takes over what is open, typed and scrolled in a panel whose place this one takes. */
  takeOver(other: Panel): void;
}

interface Row {
  readonly entry: Entry;
  readonly element: HTMLDetailsElement;
  readonly value: HTMLElement;
  /** Made when it is first opened: hundreds of inputs would cost more than the story. */
  fields: Fields | null;
}

interface PanelOptions {
  readonly foot: HTMLElement;
  close(): void;
  /** Opens whole files; null where there is no way to. */
  readonly source: SourceOffer | null;
}

/** Makes the panel: every fact of the story's data under the scene that uses it first. */
export function makePanel(session: Session, {foot, close, source: files}: PanelOptions): Panel {
  const {source, published} = session.compiler;
  const groups = groupEntries(source.story, published.assembled, published.inputs);
  const rows = new Map<string, Row>();
  const byFact = new Map<string, Row>();
  const sections = groups.map(({title, entries}) => {
    const made = entries.map((entry) => makeRow(entry, session, files));
    for (const row of made) {
      rows.set(row.entry.id, row);
      for (const id of [...row.entry.facts, ...row.entry.claims]) byFact.set(id, row);
    }
    return {
      element: make(
        "section",
        {class: "tw-group"},
        make("h3", {}, title),
        ...made.map((row) => row.element)
      ),
      rows: made
    };
  });
  const none = make("p", {class: "tw-none", hidden: ""}, "Nothing here has these words.");
  const search = make("input", {
    type: "search",
    placeholder: "Search numbers, names, words",
    "aria-label": "Search the data"
  });
  const list = make("div", {class: "tw-list"}, none, ...sections.map(({element}) => element));
  const hide = hidesInTurn();
  search.addEventListener("input", () => {
    const wanted = search.value
      .toLowerCase()
      .split(/\s+/)
      .filter((word) => word !== "");
    const changes: Hiding[] = [];
    let shown = 0;
    for (const section of sections) {
      const fits = section.rows.map(({entry}) =>
        wanted.every((word) => entry.words.includes(word))
      );
      const here = fits.filter(Boolean).length;
      changes.push([section.element, here === 0]);
      for (const [n, {element}] of section.rows.entries()) changes.push([element, !fits[n]]);
      shown += here;
    }
    none.hidden = shown > 0;
    list.scrollTop = 0;
    hide(changes);
  });
  const undo = make("button", {type: "button", onclick: () => session.undo()}, "Undo");
  const redo = make("button", {type: "button", onclick: () => session.redo()}, "Redo");
  const element = make(
    "aside",
    {class: "tw-panel", id: "pl-tweak", "aria-label": "Change the data", tabindex: "-1"},
    make(
      "header",
      {class: "tw-head"},
      make("h2", {}, "Change the data"),
      undo,
      redo,
      ...makeSourceButton(null, session, files),
      make("button", {type: "button", onclick: close}, "Close")
    ),
    make("div", {class: "tw-search"}, search),
    list,
    foot
  );
  const update = (): void => {
    undo.disabled = session.history.past.length === 0;
    redo.disabled = session.history.future.length === 0;
    for (const row of rows.values()) {
      const {words, edited} = valueOf(row.entry, session);
      say(row.value, words);
      row.element.toggleAttribute("data-edited", edited);
      if (row.element.open) row.fields?.update();
    }
  };
  update();
  return {
    element,
    update,
    takeOver(other) {
      const held = document.activeElement;
      const label = other.element.contains(held) ? held!.getAttribute("aria-label") : null;
      const typed = held instanceof HTMLInputElement ? held : null;
      search.value = other.element.querySelector<HTMLInputElement>(".tw-search input")!.value;
      search.dispatchEvent(new Event("input"));
      for (const id of openIn(other.element)) {
        const row = rows.get(id);
        if (row === undefined) continue;
        row.element.open = true;
        open(row, session, files);
      }
      const {scrollTop} = other.element.querySelector(".tw-list")!;
      other.element.replaceWith(element);
      element.querySelector(".tw-list")!.scrollTop = scrollTop;
      const same =
        label === null ? null : element.querySelector(`[aria-label="${CSS.escape(label)}"]`);
      if (!(same instanceof HTMLInputElement)) return;
      same.focus({preventScroll: true});
      if (typed === null || typed.type !== "text") return;
      // What is being typed stays, with the caret where it is.
      same.value = typed.value;
      same.setSelectionRange(typed.selectionStart, typed.selectionEnd);
    },
    show(id) {
      const row = byFact.get(id) ?? rows.get(id);
      if (row === undefined) return false;
      if (row.element.closest("[hidden]") !== null) {
        search.value = "";
        search.dispatchEvent(new Event("input"));
        for (const {rows: all, element: part} of sections)
          if (all.includes(row)) part.hidden = row.element.hidden = false;
      }
      row.element.open = true;
      // It toggles only later, and what is shown has to be there now.
      open(row, session, files);
      row.element.scrollIntoView({block: "nearest"});
      const field = row.element.querySelector<HTMLElement>("input[type=text]");
      (field ?? row.element.querySelector("summary"))?.focus({preventScroll: true});
      return true;
    }
  };
}

/** An element, and whether it is to be hidden. */
type Hiding = readonly [element: HTMLElement, hidden: boolean];

// As many as a frame has time for, and more than a screen shows.
const inOneFrame = 80;

/** Hides and shows elements, the first at once, and more in each frame; later ones replace what waits. */
function hidesInTurn(): (changes: readonly Hiding[]) => void {
  let frame = 0;
  const apply = (changes: readonly Hiding[]): void => {
    const due = changes.filter(([element, hidden]) => element.hidden !== hidden);
    for (const [element, hidden] of due.slice(0, inOneFrame)) element.hidden = hidden;
    const rest = due.slice(inOneFrame);
    if (rest.length > 0) frame = requestAnimationFrame(() => apply(rest));
  };
  return (changes) => {
    cancelAnimationFrame(frame);
    apply(changes);
  };
}

function openIn(panel: HTMLElement): string[] {
  const rows = panel.querySelectorAll<HTMLElement>(".tw-entry[open]");
  return [...rows].map((row) => row.dataset["entry"] ?? "");
}

function makeRow(entry: Entry, session: Session, files: SourceOffer | null): Row {
  const value = make("span", {class: "tw-value"});
  const summary = make("summary", {}, make("span", {class: "tw-label"}, entry.label), " ", value);
  const element = make("details", {class: "tw-entry", "data-entry": entry.id}, summary);
  const row: Row = {entry, element, value, fields: null};
  element.addEventListener("toggle", () => {
    if (element.open) open(row, session, files);
  });
  return row;
}

function open(row: Row, session: Session, files: SourceOffer | null): void {
  if (row.fields === null) {
    row.fields = makeFields(row.entry, session, files);
    row.element.append(row.fields.element);
  } else row.fields.update();
}
