import {sentenceOf} from "./difference.ts";
import {make, say} from "./make.ts";
import type {Session} from "./session.ts";

/** The bar that says that a page shows edited data, over the story. */
export interface Bar {
  readonly element: HTMLElement;
  update(): void;
}

/** Makes the bar: it stands wherever edits do, in print too, with the list and the way back. */
export function makeBar(session: Session, show: () => void): Bar {
  const words = make("span");
  const list = make("ol", {class: "tw-changes"});
  const fill = (): void => {
    if (!details.open) return;
    const changes = session.differences().map((difference) => {
      const back = make("button", {type: "button"}, "Take back");
      back.addEventListener("click", () => void session.set(difference.id, null));
      return make("li", {}, `${sentenceOf(difference)} `, back);
    });
    const notes = session.unheld.map(({id, title}) =>
      make("li", {}, "Words that hold no more, under ", make("a", {href: `#${id}`}, title))
    );
    list.replaceChildren(...changes, ...notes);
  };
  const details = make("details", {ontoggle: fill}, make("summary", {}, "What changed"), list);
  const element = make(
    "aside",
    {class: "tw-bar", "aria-label": "Edited data"},
    make("p", {class: "tw-says", role: "status"}, make("b", {}, "Edited data"), words),
    details,
    make("button", {type: "button", class: "tw-show", onclick: show}, "Change the data"),
    make(
      "button",
      {type: "button", onclick: () => void session.replace(new Map())},
      "Back to the published data"
    )
  );
  element.hidden = true;
  return {
    element,
    update() {
      const {size} = session.history.now;
      element.hidden = size === 0;
      const changes = size === 1 ? "one change" : `${size} changes`;
      if (size > 0) say(words, `: ${changes} that no source says`);
      fill();
    }
  };
}
