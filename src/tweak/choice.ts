import {formatSpoken} from "../format.ts";
import {nameOf} from "./difference.ts";
import type {Entry} from "./entries.ts";
import type {Fields} from "./fields.ts";
import {make, say} from "./make.ts";
import type {Session} from "./session.ts";

let choices = 0;

/** Which of its claims a fact prints. */
export function choiceField(entry: Entry, session: Session): Fields {
  const {dataset} = session.compiler.published.assembled;
  const name = `tw-choice-${choices++}`;
  const published = session.compiler.wordsOf(entry.id);
  const inputs = entry.claims.map((claim) => {
    const input = make("input", {type: "radio", name, value: claim});
    input.addEventListener("change", () => void session.set(entry.id, claim));
    return input;
  });
  const values = entry.claims.map(() => make("span"));
  const labels = inputs.map((input, i) => {
    const claim = entry.claims[i]!;
    const mark = claim === published ? " (the story’s choice)" : "";
    return make(
      "label",
      {},
      input,
      make("span", {}, `${nameOf(dataset, claim)}${mark}: `, values[i]!)
    );
  });
  const update = (): void => {
    const now = session.edited.assembled.dataset.facts[entry.id]?.preferred;
    for (const [i, input] of inputs.entries()) {
      input.checked = input.value === now;
      const read = session.edited.assembled.dataset.claims[input.value]?.quantity;
      say(values[i]!, read === undefined ? "" : formatSpoken(read));
    }
    element.toggleAttribute("data-edited", session.history.now.has(entry.id));
  };
  const element = make(
    "fieldset",
    {class: "tw-choice"},
    make("legend", {}, "Which is printed"),
    ...labels
  );
  update();
  return {element, update};
}
