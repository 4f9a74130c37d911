import {sentenceOf} from "./difference.ts";
import {make, say} from "./make.ts";
import type {Session} from "./session.ts";

/** The bar that says that a page shows edited data, over the story. */
export interface Bar {
  readonly element: HTMLElement;
  update(): void;
  /** Tells what could not be taken of edits that came from elsewhere; `list` opens the list. */
  tell(refused: readonly string[], list?: boolean): void;
}

// As far as a wheel turns at once, in px: whoever goes on reading has done with the list.
const foldsAfter = 120;

/** Makes the bar: it stands wherever edits do, in print too, with the list and the way back. */
export function makeBar(session: Session, show: () => void): Bar {
  const what = make("b");
  const words = make("span");
  const list = make("div", {class: "tw-changes"});
  let refused: readonly string[] = [];
  const fill = (): void => {
    if (!details.open) return;
    const changes = session.differences().map((difference) => {
      const back = make("button", {type: "button"}, "Take back");
      back.addEventListener("click", () => void session.set(difference.id, null));
      return make("li", {}, `${sentenceOf(difference)} `, back);
    });
    const notes = session.unheld.map(({id, title}) =>
      make(
        "li",
        {},
        "Perhaps no longer true: the words under ",
        make("a", {href: `#${id}`}, `“${title}”`)
      )
    );
    const left = refused.map((words) => make("li", {}, `Not taken: ${words}`));
    // What follows from the changes is not counted among them.
    list.replaceChildren(make("ol", {}, ...changes), make("ul", {}, ...notes, ...left));
  };
  const details = make("details", {ontoggle: fill}, make("summary", {}, "What changed"), list);
  // The list is read at the top of the page, or where it was opened; it lies over what is pinned.
  let openedAt = 0;
  details.addEventListener("toggle", () => (openedAt = scrollY));
  const fold = (): void => {
    if (details.open && Math.abs(scrollY - openedAt) > foldsAfter) details.open = false;
  };
  addEventListener("scroll", fold, {passive: true});
  const element = make(
    "aside",
    {class: "tw-bar", "aria-label": "Edited data"},
    make(
      "div",
      {class: "tw-line"},
      make("p", {class: "tw-says", role: "status"}, what, words),
      make("button", {type: "button", class: "tw-show", onclick: show}, "Change the data"),
      make(
        "button",
        {
          type: "button",
          onclick: () => {
            refused = [];
            session.replace(new Map());
            update();
          }
        },
        "Take all back"
      )
    ),
    details
  );
  element.hidden = true;
  const update = (): void => {
    const {size} = session.history.now;
    element.hidden = size === 0 && refused.length === 0;
    const changes = size === 1 ? "one change" : `${size} changes`;
    say(what, size > 0 ? "Edited data" : "Nothing is edited");
    say(words, size > 0 ? `: ${changes} that no source says` : "");
    fill();
  };
  return {
    element,
    update,
    tell(sentences, open = sentences.length > 0) {
      refused = sentences;
      details.open = open || details.open;
      update();
    }
  };
}
