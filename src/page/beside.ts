import {openingOf} from "./open.ts";

/**
 * Starts to keep what opens over the page in the column of words where that stands beside the
 * stage, until the signal: the picture stays whole, and no letters are cut. `data-beside` then says
 * from where it was opened, `--pl-from` and `--pl-span` where the column is. From the words a card
 * hangs at its number; from a mark or a title it stands at its height. `data-low` and
 * `--pl-room` tell browsers that anchor nothing which end of the screen to take, and how much of it.
 */
export function startBeside(document: Document, window: Window, signal: AbortSignal): void {
  const place = (event: Event): void => {
    const {target, newState} = event as ToggleEvent;
    const popover = target as HTMLElement;
    const {opener} = openingOf(popover);
    if (newState !== "open" || !popover.matches(".pl-card, .pl-key")) return;
    const words = [...document.querySelectorAll(".pl-words")].find(
      (each) => each.getClientRects().length > 0
    );
    const {left = 0, width = 0} = words?.getBoundingClientRect() ?? {};
    const from = opener && left > window.innerWidth / 2 ? whence(opener, left) : "";
    const {top = 0, bottom = 0} = opener?.getBoundingClientRect() ?? {};
    const below = window.innerHeight - bottom;
    popover.toggleAttribute("data-low", top > below);
    popover.style.setProperty("--pl-room", `${Math.max(top, below)}px`);
    popover.dataset["beside"] = from;
    popover.style.setProperty("--pl-from", `${left}px`);
    popover.style.setProperty("--pl-span", `${width}px`);
    if (from === "") delete popover.dataset["beside"];
  };
  document.addEventListener("beforetoggle", place, {capture: true, signal});
}

/** Where an element stands that opens something: "mark", "title", "words" from `left` on, else "". */
function whence(source: Element, left: number): string {
  if (source.matches(".pl-anchor")) return "mark";
  if (source.closest(".scene > h2") !== null) return "title";
  return source.getBoundingClientRect().left >= left - 1 ? "words" : "";
}
