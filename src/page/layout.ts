import {keepParameter} from "./address.ts";
import {findStops} from "./walk.ts";
import type {Reader} from "./read.ts";

/**
 * Starts the words for the layout (`.pl-layout button[value]`), until the signal: one unrolls the
 * page, the other pins it where the window is large enough. The reader stays at the same words, and
 * the address keeps the choice, which the page's first script reads.
 */
export function startLayout(
  document: Document,
  window: Window,
  signal: AbortSignal,
  {stateOf, goTo}: Pick<Reader, "stateOf" | "goTo">
): void {
  const {dataset} = document.documentElement;
  const show = (): void => {
    for (const button of document.querySelectorAll<HTMLButtonElement>(".pl-layout button"))
      button.ariaPressed = String((button.value === "") === (dataset["unrolled"] === undefined));
  };
  const choose = ({target}: Event): void => {
    const button = (target as Element).closest<HTMLButtonElement>(".pl-layout button");
    if (button === null || button.ariaPressed === "true") return;
    const {all, at} = findStops(document, window, stateOf()?.step ?? "");
    if (button.value === "") delete dataset["unrolled"];
    else dataset["unrolled"] = "chosen";
    show();
    if (at > 0 && !goTo(all[at]!.id)) all[at]!.scrollIntoView({block: "start"});
    keepParameter(window, "layout", button.value);
  };
  document.addEventListener("click", choose, {signal});
  show();
}
