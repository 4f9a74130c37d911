import type {Diagnostic} from "../../diagnostic.ts";
import {showConflict} from "../conflict.ts";
import {make} from "../make.ts";
import {changedFiles} from "../save.ts";
import type {Session} from "../session.ts";
import {writtenOf} from "./buffers.ts";
import type {Buffer} from "./buffers.ts";
import {wordsOf} from "./mistakes.ts";
import type {Mistakes} from "./mistakes.ts";

// More than anybody mends before the next look.
const most = 100;

/** Lists files to choose from, and says of each whether it has something that is not saved. */
export function listFiles(
  list: HTMLSelectElement,
  files: readonly string[],
  unsaved: ReadonlySet<string>
): void {
  const options = [...new Set(files)].map((file) =>
    make("option", {value: file}, unsaved.has(file) ? `${file} · not saved` : file)
  );
  const namesIn = (of: Iterable<HTMLOptionElement>): string => [...of].map(({text}) => text).join();
  // A list that is open closes where it is made anew.
  if (namesIn(options) !== namesIn(list.options)) list.replaceChildren(...options);
}

/** Lists what is wrong, each a button that leads to its place. */
export function listMistakes(
  list: HTMLElement,
  {here, elsewhere}: Mistakes,
  goTo: (place: Diagnostic) => void
): void {
  const item = (each: Diagnostic, place: string): HTMLElement =>
    make(
      "li",
      {"data-severity": each.severity},
      make(
        "button",
        {type: "button", onclick: () => goTo(each)},
        make("b", {}, `${place} ${each.code}`),
        each.severity === "warning" ? " warning: " : " ",
        wordsOf(each)
      )
    );
  const items = [
    ...here.map((each) => item(each, `${each.line}:${each.column}`)),
    ...elsewhere.map((each) => item(each, `${each.file}:${each.line}:${each.column}`))
  ];
  const left = items.length - most;
  const rest = left > 0 ? [make("li", {}, `… and ${left} more.`)] : [];
  list.replaceChildren(...items.slice(0, most), ...rest);
}

/** What an author has to know of a file besides its text. */
export function notesOn({file, ending}: Buffer, session: Session): HTMLElement[] {
  return [
    ...(changedFiles(session).includes(file)
      ? [
          "The panel has changes to this file that are not saved. They are not in this text, and stay in the panel."
        ]
      : []),
    ...(ending === "mixed"
      ? ["The lines of this file do not all end alike. Each keeps the end that it has."]
      : [])
  ].map((words) => make("p", {}, words));
}

/** Shows a text of the disk beside what is typed, with the two ways on. */
export function offerBoth(
  buffer: Buffer,
  overwrite: () => void,
  takeDisk: () => void
): HTMLElement {
  const {file, other} = buffer;
  const gone = other === "";
  return make(
    "section",
    {class: "tw-conflicts", role: "group", "aria-label": "Two texts of this file"},
    make(
      "p",
      {},
      gone
        ? `${file} is gone from the disk, or empty. What you see here is only in this page.`
        : `${file} changed on the disk while this text was not saved.`
    ),
    make(
      "div",
      {class: "tw-ways"},
      make("button", {type: "button", onclick: overwrite}, "Save this text over it"),
      make("button", {type: "button", onclick: takeDisk}, "Take the text of the disk")
    ),
    showConflict({file, disk: other ?? "", page: writtenOf(buffer)})
  );
}
