import {filesOf} from "../facts/edits.ts";
import {emitDataset} from "../story/emit.ts";
import {singleFile} from "../story/single.ts";
import {showConflict} from "./conflict.ts";
import printStyles from "./edited-print.css?inline";
import editedStyles from "./edited.css?inline";
import {sentenceOf} from "./difference.ts";
import {download} from "./download.ts";
import {make, say} from "./make.ts";
import {gatherPieces} from "./pieces.ts";
import {changedFiles, saveToDisk} from "./save.ts";
import type {SaveAnswer} from "./save.ts";
import type {Session} from "./session.ts";
import {longestFragment, packEdits, readEditsFile, writeEditsFile} from "./share.ts";

/** What stands at the foot of the panel: saving, sending and taking edits. */
export interface Foot {
  readonly element: HTMLElement;
  update(): void;
  tell(words: string): void;
}

interface FootOptions {
  /** What lets the page save to the disk; "" where no server takes it. */
  readonly token: string;
  /** What could not be taken of edits that came from elsewhere. */
  told(refused: readonly string[]): void;
}

/** Makes the foot. What it does is told in one line, which a screen reader reads out. */
export function makeFoot(session: Session, {token, told}: FootOptions): Foot {
  const note = make("p", {class: "tw-told", role: "status"});
  const conflicts = make("div", {class: "tw-conflicts"});
  const {slug, front} = session.compiler.source.story;
  const button = (words: string, does: () => void): HTMLButtonElement =>
    make("button", {type: "button", onclick: does}, words);

  const save = async (only?: string): Promise<void> => {
    say(note, "Saving …");
    const answer = await saveToDisk(session, token, only);
    say(note, toldOf(answer));
    conflicts.replaceChildren(...answer.conflicts.map(showConflict));
  };
  const link = async (): Promise<void> => {
    const place = location.hash.replace(/^#/, "").split("&")[0] ?? "";
    const hash = `#${place}&edits=${await packEdits(session.history.now)}`;
    if (hash.length > longestFragment)
      return say(note, "The changes are too many for a link: save them as a file.");
    const url = new URL(location.href);
    url.searchParams.delete("view");
    url.hash = hash;
    try {
      await navigator.clipboard.writeText(url.href);
      say(note, "The link is copied. Whoever opens it sees what was changed.");
    } catch {
      note.replaceChildren(make("a", {href: url.href}, "The link to these changes"));
    }
  };
  const open = make("input", {type: "file", accept: "application/json,.json", hidden: ""});
  open.addEventListener("change", () => {
    const [file] = open.files ?? [];
    open.value = "";
    void file?.text().then((text) => {
      const edits = readEditsFile(text, slug);
      if ("error" in edits) return say(note, edits.error);
      const refused = session.replace(edits);
      told(refused.map(({id, message}) => `${id}: ${message}`));
      say(note, `Taken: ${edits.size - refused.length} of ${edits.size} changes.`);
    });
  });
  const single = async (): Promise<void> => {
    say(note, "Making the file …");
    const {now} = session.history;
    const edits =
      now.size === 0
        ? null
        : {
            file: writeEditsFile(now, slug),
            changes: session.differences().map(sentenceOf)
          };
    try {
      const html = await singleFile(
        session.compiled.page,
        session.compiler.source,
        await gatherPieces(edits === null ? "" : editedStyles + printStyles),
        edits
      );
      const name = edits === null ? `${slug}.html` : `${slug}-edited.html`;
      download(name, html);
      say(note, `Downloaded: ${name}. It opens in any browser, without a network.`);
    } catch (error) {
      say(note, `The file cannot be made: ${error instanceof Error ? error.message : error}`);
    }
  };
  const files = make("div", {class: "tw-files"});
  const saves = token === "" ? [] : [button("Save to disk", () => void save())];
  const sends = [
    ...(front.tweak === "public"
      ? [button("Copy a link to these changes", () => void link())]
      : []),
    button("Save changes as a file", () =>
      download(`${slug}.edits.json`, writeEditsFile(session.history.now, slug))
    )
  ];
  const datasets = ["dataset.json", "dataset.csv"].map((name) =>
    button(`Download ${name}, edited`, () => {
      const {dataset} = session.edited.assembled;
      const options = {slug, title: document.title, license: front.license};
      const file = emitDataset(dataset, options).find(({path}) => path === name);
      if (file !== undefined) download(name, file.content);
    })
  );
  const data = group("Edited data", ...datasets, files);
  const edited = [...saves, ...sends, data];
  const update = (): void => {
    const any = session.history.now.size > 0;
    for (const each of edited) each.hidden = !any;
    const texts = filesOf(session.edited.inputs);
    const names = changedFiles(session);
    files.replaceChildren(
      ...names.flatMap((name) => [
        ...(token === "" || names.length < 2
          ? []
          : [button(`Save ${name}`, () => void save(name))]),
        button(`Download ${name}`, () => download(name.split("/").at(-1)!, texts.get(name) ?? ""))
      ])
    );
    if (!any) conflicts.replaceChildren();
  };
  update();
  return {
    element: make(
      "footer",
      {class: "tw-foot"},
      note,
      conflicts,
      ...saves,
      make(
        "details",
        {},
        make("summary", {}, "Send, open or download"),
        group(
          "The story",
          button("Download the story as one file", () => void single())
        ),
        group(
          "Changes",
          ...sends,
          button("Open changes from a file", () => open.click())
        ),
        data
      ),
      open
    ),
    update,
    tell: (words) => say(note, words)
  };
}

/** Buttons that belong together, under what they are for. */
function group(name: string, ...parts: HTMLElement[]): HTMLElement {
  return make(
    "div",
    {class: "tw-kin", role: "group", "aria-label": name},
    make("p", {"aria-hidden": "true"}, name),
    ...parts
  );
}

function toldOf({saved, conflicts, error}: SaveAnswer): string {
  const written = saved.length === 0 ? "" : `Saved: ${saved.join(", ")}. `;
  if (error !== null) return `${written}${error}`;
  if (conflicts.length > 0)
    return `${written}Not saved: ${conflicts.map(({file}) => file).join(", ")} changed on the disk meanwhile.`;
  return written === "" ? "There was nothing to save." : written.trim();
}
