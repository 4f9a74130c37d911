import {askFor, nameOf} from "./cards.ts";
import {noteOpening, openCard, openingOf} from "./open.ts";

type Tie = (ends: readonly [Element, Element] | null) => void;

/**
 * Starts to attend to the cards, until the signal. The words of an open one are read, and its links
 * reached, from the card itself; Escape goes back. It is tied to what opened it. A number in a card
 * opens its own card in the same place. `furnish` makes an open one whole.
 */
export function attendCards(
  document: Document,
  signal: AbortSignal,
  tie: Tie,
  furnish: (card: HTMLElement) => void
): void {
  const attend = ({target}: Event): void => {
    const card = target as HTMLElement;
    if (!card.matches(".pl-card")) return;
    const isOpen = card.matches(":popover-open");
    const {opener} = openingOf(card);
    tie(isOpen && opener !== null ? [opener, card] : null);
    if (!isOpen) return;
    card.tabIndex = 0;
    card.setAttribute("role", "dialog");
    card.setAttribute("aria-label", nameOf(card));
    furnish(card);
    card.focus({preventScroll: true});
  };
  document.addEventListener("toggle", attend, {capture: true, signal});
  document.addEventListener("click", lead, {signal});
}

/** The browser opens the card of a number; what it shows first is the claim that was printed. */
function lead(event: Event): void {
  const at = event.target instanceof Element ? event.target : null;
  const card = at?.closest<HTMLElement>(".pl-card");
  // What a link leads to would lie behind the card.
  if (card && at!.closest('a[href^="#pl-"]') !== null) card.hidePopover();
  const button = at?.closest<HTMLElement>("button[popovertarget]");
  const next = button?.ownerDocument.getElementById(button.getAttribute("popovertarget")!);
  if (!button || !next) return;
  askFor(next, button.closest<HTMLElement>(".fact")?.dataset["claim"]);
  if (!card) return noteOpening(next, button);
  event.preventDefault();
  const {opener, path} = openingOf(card);
  // First, so that the focus goes back to where the reader came from.
  card.hidePopover();
  openCard(next, opener, button.matches(".pl-back") ? path.slice(0, -1) : [...path, card]);
}
