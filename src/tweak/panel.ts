import {groupEntries} from "./entries.ts";
import type {Entry} from "./entries.ts";
import {makeFields, valueOf} from "./fields.ts";
import type {Fields} from "./fields.ts";
import {make, say} from "./make.ts";
import type {Session} from "./session.ts";

/** The panel beside the story. */
export interface Panel {
  readonly element: HTMLElement;
  /** Opens the entry of a fact or claim and brings it into view; false where there is none. */
  show(id: string): boolean;
  update(): void;
}

interface Row {
  readonly entry: Entry;
  readonly element: HTMLDetailsElement;
  readonly value: HTMLElement;
  /** Made when it is first opened: hundreds of inputs would cost more than the story. */
  fields: Fields | null;
}

/** Makes the panel: every fact of the story's data under the scene that uses it first. */
export function makePanel(session: Session, foot: HTMLElement, close: () => void): Panel {
  const {source, published} = session.compiler;
  const groups = groupEntries(source.story, published.assembled, published.inputs);
  const rows = new Map<string, Row>();
  const byFact = new Map<string, Row>();
  const sections = groups.map(({title, entries}) => {
    const made = entries.map((entry) => makeRow(entry, session));
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
  search.addEventListener("input", () => {
    const wanted = search.value
      .toLowerCase()
      .split(/\s+/)
      .filter((word) => word !== "");
    let shown = 0;
    for (const section of sections) {
      let here = 0;
      for (const {entry, element} of section.rows) {
        const fits = wanted.every((word) => entry.words.includes(word));
        if (element.hidden === fits) element.hidden = !fits;
        here += Number(fits);
      }
      section.element.hidden = here === 0;
      shown += here;
    }
    none.hidden = shown > 0;
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
      make("button", {type: "button", onclick: close}, "Close")
    ),
    make("div", {class: "tw-search"}, search),
    make("div", {class: "tw-list"}, none, ...sections.map((section) => section.element)),
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
    show(id) {
      const row = byFact.get(id) ?? rows.get(id);
      if (row === undefined) return false;
      if (row.element.closest("[hidden]") !== null) {
        search.value = "";
        search.dispatchEvent(new Event("input"));
      }
      row.element.open = true;
      // It toggles only later, and what is shown has to be there now.
      open(row, session);
      row.element.scrollIntoView({block: "nearest"});
      row.element.querySelector<HTMLElement>("input, summary")?.focus({preventScroll: true});
      return true;
    }
  };
}

function makeRow(entry: Entry, session: Session): Row {
  const value = make("span", {class: "tw-value"});
  const summary = make("summary", {}, make("span", {class: "tw-label"}, entry.label), " ", value);
  const element = make("details", {class: "tw-entry"}, summary);
  const row: Row = {entry, element, value, fields: null};
  element.addEventListener("toggle", () => {
    if (element.open) open(row, session);
  });
  return row;
}

function open(row: Row, session: Session): void {
  if (row.fields === null) {
    row.fields = makeFields(row.entry, session);
    row.element.append(row.fields.element);
  } else row.fields.update();
}
