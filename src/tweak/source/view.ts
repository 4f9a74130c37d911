import {EditorView} from "@codemirror/view";
import type {Assembled} from "../../facts/assemble.ts";
import {filesOf} from "../../facts/edits.ts";
import {adopt, make, say} from "../make.ts";
import type {Session} from "../session.ts";
import {isUnsaved, lookAgain, noteSaved, openBuffer, saveBuffer} from "./buffers.ts";
import {takeText, writtenOf} from "./buffers.ts";
import type {Apply, Buffer} from "./buffers.ts";
import {goTo, mark} from "./editor.ts";
import {hangingStyles} from "./hanging.ts";
import {countMistakes, mistakesIn} from "./mistakes.ts";
import type {Mistakes} from "./mistakes.ts";
import {listFiles, listMistakes, notesOn, offerBoth} from "./parts.ts";
import styles from "./source.css?inline";

/** The view of whole files, over the panel. */
export interface SourceView {
  readonly element: HTMLElement;
  /** Shows the file of a record of the data, the caret at the record; null for the last file. */
  show(id: string | null): Promise<void>;
  /** Files in which something is typed that is not saved. */
  unsaved(): readonly string[];
  /** Looks again at the disk and at what is published, as after a save. */
  renew(): Promise<void>;
}

/** What the page hands over. */
export interface SourceOptions {
  readonly session: Session;
  /** What lets the page save to the disk. */
  readonly token: string;
  /** Called when somebody closes the view. */
  close(): void;
}

// Longer than between two keys of somebody who types.
const pause = 300;

/** Makes the view. What is typed in it stays when it is closed, until the page is left. */
export function makeSourceView({session, token, close}: SourceOptions): SourceView {
  adopt(`${styles}${hangingStyles}`);
  const buffers = new Map<string, Buffer>();
  let current: Buffer | null = null;
  let tried: Assembled = session.compiler.published.assembled;
  let mistakes: Mistakes = {here: [], elsewhere: []};
  let told = "";
  let timer = 0;
  // One after another: what a save has written is no change by somebody else.
  let queue: Promise<void> = Promise.resolve();
  const inTurn = (work: () => Promise<void>): Promise<void> => (queue = queue.then(work, work));

  const files = make("select", {"aria-label": "File"});
  files.addEventListener("change", () => void inTurn(() => open(files.value)));
  const status = make("p", {class: "tw-told", role: "status"});
  const notes = make("div", {class: "tw-notes"});
  const list = make("ol", {class: "tw-mistakes", "aria-label": "What is wrong"});
  const editor = new EditorView();
  const element = make(
    "aside",
    {class: "tw-source", "aria-label": "Source"},
    make(
      "header",
      {class: "tw-head"},
      make("h2", {}, "Source"),
      make("button", {type: "button", onclick: () => void save()}, "Save"),
      make("button", {type: "button", onclick: close}, "Close")
    ),
    make("div", {class: "tw-search"}, files),
    notes,
    editor.dom,
    make("footer", {class: "tw-foot"}, status, list)
  );
  element.addEventListener("keydown", (event) => {
    const key = event.key.toLowerCase();
    if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && key === "s") {
      event.preventDefault();
      void save();
    } else if (event.key === "Escape" && !event.defaultPrevented) close();
    // The page's own keys, undo among them, are not those of a text.
    event.stopPropagation();
  });
  session.onChange(() => surround());
  addEventListener("beforeunload", (event) => {
    if (unsaved().length > 0) event.preventDefault();
  });

  const apply: Apply = (buffer, change) => {
    if (buffer === current) editor.dispatch(change);
    else buffer.state = buffer.state.update(change).state;
  };
  const tell = (words: string): void => {
    told = words;
    surround();
  };
  const placeOf = (id: string | null): ReturnType<Assembled["placeOf"]> =>
    id === null ? null : (tried.placeOf(id) ?? session.compiler.published.assembled.placeOf(id));

  const unsaved = (): string[] => [...buffers.values()].filter(isUnsaved).map(({file}) => file);

  /** Says how the text stands to the disk, in the list of files too. */
  function stand(): void {
    const unsavedNow = new Set(unsaved());
    listFiles(
      files,
      [...filesOf(session.compiler.source.inputs).keys(), ...buffers.keys()],
      unsavedNow
    );
    if (current === null) return say(status, told);
    files.value = current.file;
    const stands = unsavedNow.has(current.file)
      ? "Not saved yet: the page follows when you save."
      : "As on the disk.";
    say(status, `${told === "" ? stands : told} ${countMistakes(mistakes)}.`);
  }

  /** Brings up to date what stands around the text. */
  function surround(): void {
    stand();
    if (current === null) return;
    const both = current.other === null ? [] : [offerBoth(current, overwrite, takeDisk)];
    notes.replaceChildren(...notesOn(current, session), ...both);
  }

  /** Compiles what is typed, of all files that are open, and shows what is wrong. */
  function compile(): void {
    clearTimeout(timer);
    const {compiler} = session;
    tried = compiler.assembleTexts(
      new Map([...buffers.values()].map((buffer) => [buffer.file, writtenOf(buffer)]))
    );
    if (current === null) return;
    mistakes = mistakesIn(current.file, tried, compiler);
    mark(editor, mistakes.here);
    listMistakes(list, mistakes, (place) => {
      void inTurn(() => open(place.file)).then(() => {
        goTo(editor, place);
        editor.focus();
      });
    });
    surround();
  }

  async function open(file: string): Promise<void> {
    if (current?.file === file) return;
    const known = buffers.get(file);
    const opened = known ?? (await openBuffer(file, typed));
    if ("error" in opened) return tell(opened.error);
    buffers.set(file, opened);
    if (known !== undefined) await lookAgain(known, apply);
    current = opened;
    told = "";
    editor.setState(opened.state);
    editor.dispatch({effects: EditorView.scrollIntoView(opened.state.selection.main)});
    compile();
  }

  function typed(): void {
    told = "";
    clearTimeout(timer);
    timer = window.setTimeout(compile, pause);
    stand();
  }

  const save = (): Promise<void> =>
    inTurn(async () => {
      if (current === null) return;
      compile();
      tell("Saving …");
      tell(await saveBuffer(current, session.compiler.source.story.slug, token));
    });

  function overwrite(): void {
    if (current === null) return;
    noteSaved(current, current.other ?? current.seen);
    void save();
    editor.focus();
  }

  function takeDisk(): void {
    if (current === null) return;
    takeText(current, current.other ?? current.seen, apply);
    tell("As on the disk; what was typed comes back by undoing.");
    editor.focus();
  }

  return {
    element,
    unsaved,
    show: (id) =>
      inTurn(async () => {
        if (current !== null) await lookAgain(current, apply);
        const [first = ""] = filesOf(session.compiler.source.inputs).keys();
        await open(placeOf(id)?.file ?? current?.file ?? first);
        // Where it stands in what is typed now.
        const place = placeOf(id);
        if (place !== null && place.file === current?.file) goTo(editor, place);
        editor.focus();
      }),
    renew: () =>
      inTurn(async () => {
        for (const buffer of buffers.values())
          if ((await lookAgain(buffer, apply)) && buffer === current)
            told = "Taken from the disk, where it changed.";
        compile();
      })
  };
}
