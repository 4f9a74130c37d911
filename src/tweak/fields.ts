import {formatSpoken} from "../format.ts";
import type {Fact} from "../facts/dataset.ts";
import {plainText} from "../story/printer.ts";
import {scenesOf} from "../story/story.ts";
import {choiceField} from "./choice.ts";
import {nameOf} from "./difference.ts";
import type {Entry} from "./entries.ts";
import {make, say} from "./make.ts";
import {describeReading} from "./quantity-words.ts";
import type {Session} from "./session.ts";
import {makeSourceButton} from "./source-offer.ts";
import type {SourceOffer} from "./source-offer.ts";

/** The opened part of an entry, and what brings it up to date. */
export interface Fields {
  readonly element: HTMLElement;
  update(): void;
}

/** Makes the inputs of an entry: its claims, its own words or formula, and which claim is printed. */
export function makeFields(entry: Entry, session: Session, files: SourceOffer | null): Fields {
  const parts: Fields[] = [];
  const {dataset} = session.compiler.published.assembled;
  const printed = dataset.facts[entry.facts[0]!]?.preferred;
  // The words that are printed first, then the choice of others.
  const claims = [...entry.claims].sort((a, b) => Number(b === printed) - Number(a === printed));
  for (const [i, claim] of claims.entries()) {
    if (i === 1 && entry.own === "decision") parts.push(choiceField(entry, session));
    const {says, gloss} = dataset.claims[claim]!;
    const quote = gloss === undefined ? `“${says}”` : `“${says}” (“${gloss}”)`;
    parts.push(
      wordsField(session, claim, {
        lead: [make("b", {}, nameOf(dataset, claim)), ` ${quote}`],
        label: `Words of ${nameOf(dataset, claim)} for ${entry.label}`,
        back: "Back to the quote",
        files,
        reading: () => {
          const now = session.edited.assembled.dataset.claims[claim];
          return now === undefined ? "" : describeReading(now.quantity);
        }
      })
    );
  }
  const fact = (): Fact | undefined => session.edited.assembled.dataset.facts[entry.facts.at(-1)!];
  if (entry.own === "assumption" || entry.own === "formula") {
    const formula = entry.own === "formula";
    const lead = formula ? "Computed as" : (fact()?.reason ?? "Supposed by this story.");
    parts.push(
      wordsField(session, entry.id, {
        lead: [lead],
        label: `${formula ? "Formula" : "Words"} for ${entry.label}`,
        back: formula ? "Back to the published formula" : "Back to the published assumption",
        formula,
        files,
        reading: () => {
          const now = fact();
          return now === undefined ? "" : describeReading(now.quantity);
        }
      })
    );
  }
  parts.unshift(stepsOf(entry, session));
  if (parts.length === 1) parts.push(still(fact()?.reason ?? "Nobody states this number."));
  const id = still(`In the data: ${entry.id}`, "tw-id");
  if (entry.claims.length === 0 && entry.own === null)
    id.element.append(" ", ...makeSourceButton(entry.id, session, files));
  parts.push(id);
  const element = make("div", {class: "tw-fields"}, ...parts.map((part) => part.element));
  return {element, update: () => parts.forEach((part) => part.update())};
}

interface WordsOptions {
  /** What stands over the input. */
  readonly lead: readonly (Node | string)[];
  /** The input's accessible name. */
  readonly label: string;
  /** What the button that takes the edit back says. */
  readonly back: string;
  readonly formula?: boolean;
  readonly files: SourceOffer | null;
  /** How the words are read now. */
  reading(): string;
}

let notes = 0;

function wordsField(session: Session, id: string, options: WordsOptions): Fields {
  const published = session.compiler.wordsOf(id) ?? "";
  const noteId = `tw-note-${notes++}`;
  const note = make("p", {class: "tw-reading", id: noteId, "aria-live": "polite"});
  const back = make("button", {type: "button", class: "tw-back"}, options.back);
  const words = (): string => session.history.now.get(id) ?? published;
  const input = make("input", {
    type: "text",
    class: options.formula === true ? "tw-formula" : "tw-words",
    value: words(),
    "aria-label": options.label,
    "aria-describedby": noteId,
    autocomplete: "off",
    spellcheck: "false",
    maxlength: "2000"
  });
  // What is typed and cannot be read stays in the field, and in nothing else.
  let draft: string | null = null;
  const take = (): void => {
    const typed = input.value.replace(/\s+/g, " ").trim();
    const refusal =
      typed === ""
        ? {message: "is empty", hint: "write words, or go back"}
        : session.set(id, typed, true);
    draft = refusal === null ? null : input.value;
    input.setAttribute("aria-invalid", String(refusal !== null));
    if (refusal === null) return update();
    note.classList.add("tw-wrong");
    say(note, `${refusal.message}${refusal.hint === "" ? "" : ` (${refusal.hint})`}`);
    back.hidden = false;
  };
  const update = (): void => {
    if (draft !== null && document.activeElement === input) return;
    draft = null;
    note.classList.remove("tw-wrong");
    input.setAttribute("aria-invalid", "false");
    if (input.value.replace(/\s+/g, " ").trim() !== words()) input.value = words();
    say(note, options.reading());
    const edited = session.history.now.has(id);
    input.toggleAttribute("data-edited", edited);
    back.hidden = !edited;
  };
  input.addEventListener("input", () => {
    take();
    field.scrollIntoView({block: "nearest"});
  });
  input.addEventListener("focus", () => field.scrollIntoView({block: "nearest"}));
  input.addEventListener("blur", () => {
    session.pause();
    update();
  });
  back.addEventListener("click", () => {
    draft = null;
    session.set(id, null);
    update();
    input.focus();
  });
  update();
  const lead = make("p", {class: "tw-lead"}, ...options.lead);
  const source = makeSourceButton(id, session, options.files);
  const field = make("div", {class: "tw-field"}, lead, input, note, ...source, back);
  return {element: field, update};
}

function still(words: string, name = "tw-lead"): Fields {
  return {element: make("p", {class: name}, words), update: () => undefined};
}

/** Links to the steps that use an entry, by their scenes. */
function stepsOf({steps}: Entry, session: Session): Fields {
  if (steps.length === 0) return still("No step uses it.", "tw-steps");
  const {published, source} = session.compiler;
  const lines = scenesOf(source.story).flatMap((scene) => {
    const links = scene.steps.flatMap(({id}, i) =>
      steps.includes(id) ? [" ", make("a", {href: `#${id}`}, String(i + 1))] : []
    );
    if (links.length === 0) return [];
    const title = plainText(scene.title, published.assembled.dataset);
    return [make("li", {}, `${title}: step`, ...links)];
  });
  const element = make("div", {class: "tw-steps"}, "Used in", make("ul", {}, ...lines));
  return {element, update: () => undefined};
}

/** What an entry's number is now, as its line shows it. */
export function valueOf({facts}: Entry, session: Session): {words: string; edited: boolean} {
  const now = facts.flatMap((id) => session.edited.assembled.dataset.facts[id] ?? []);
  const [first] = now;
  const last = now.at(-1);
  const edited = now.some(({origin}) => origin === "edited");
  if (first === undefined || last === undefined) return {words: "gone", edited};
  if (first === last) return {words: formatSpoken(first.quantity), edited};
  return {words: `${now.length} values to ${formatSpoken(last.quantity)}`, edited};
}
