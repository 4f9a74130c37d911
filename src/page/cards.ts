const known = new WeakMap<Document, ReadonlyMap<string, HTMLElement>>();

/** Takes the page's cards as they now are: a search of the whole page for each mark takes long. */
export function indexCards(document: Document): ReadonlyMap<string, HTMLElement> {
  const cards = new Map<string, HTMLElement>();
  for (const card of document.querySelectorAll<HTMLElement>(".pl-card[data-card]")) {
    cards.set(card.dataset["card"]!, card);
    for (const claim of card.querySelectorAll<HTMLElement>("[data-claim]"))
      if (!cards.has(claim.dataset["claim"]!)) cards.set(claim.dataset["claim"]!, card);
  }
  known.set(document, cards);
  return cards;
}

/** The provenance card of a fact, claim, statement, event or relation; null where there is none. */
export function cardOf(document: Document, id: string): HTMLElement | null {
  return (known.get(document) ?? indexCards(document)).get(id) ?? null;
}

/** Opens a card at an element, which the browser anchors it to. */
export function openCard(card: HTMLElement, source: HTMLElement): void {
  if (card.matches(":popover-open")) card.hidePopover();
  // Browsers that know no source open it where the style sheet puts it.
  (card.showPopover as (options: {source: HTMLElement}) => void).call(card, {source});
}

/** Puts the claim that was asked for first among those that a card lists. */
export function claimFirst(card: HTMLElement, claim: string | undefined): void {
  if (claim === undefined) return;
  const item = card.querySelector(`.pl-claim[data-claim="${CSS.escape(claim)}"]`);
  item?.parentElement?.prepend(item);
}

/** What a card is called, for a mark that has no name of its own: its first words. */
export function nameOf(card: HTMLElement): string {
  return card.firstElementChild?.textContent ?? "";
}
