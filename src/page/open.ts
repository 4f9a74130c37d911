import {nameOf} from "./cards.ts";

/** Where a card was opened from. */
interface Opening {
  /** What it hangs at; null where the style sheet puts it. */
  readonly opener: Element | null;
  /** The cards that led to it, each from the one before. */
  readonly path: readonly HTMLElement[];
}

const openings = new WeakMap<Element, Opening>();

/** Opens a card at an element, which the browser anchors it to; `path` is the way to it. */
export function openCard(
  card: HTMLElement,
  opener: Element | null,
  path: readonly HTMLElement[] = []
): void {
  if (card.matches(":popover-open")) card.hidePopover();
  noteOpening(card, opener, path);
  // Browsers that know no source open it where the style sheet puts it.
  (card.showPopover as (options?: {source: Element}) => void).call(
    card,
    opener === null ? undefined : {source: opener}
  );
}

/** Notes from where a popover will be opened; a card that another led to gets a way back to it. */
export function noteOpening(
  card: HTMLElement,
  opener: Element | null,
  path: readonly HTMLElement[] = []
): void {
  openings.set(card, {opener, path});
  card.querySelector(".pl-back")?.remove();
  const before = path.at(-1);
  if (before === undefined) return;
  const back = card.ownerDocument.createElement("button");
  back.type = "button";
  back.className = "pl-back";
  back.textContent = `Back to: ${nameOf(before)}`;
  back.setAttribute("popovertarget", before.id);
  card.prepend(back);
}

/** Where a popover was opened from, as it was noted. */
export function openingOf(card: Element): Opening {
  return openings.get(card) ?? {opener: null, path: []};
}
