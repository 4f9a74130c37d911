/** The provenance card of a fact, claim, statement, event or relation; null where there is none. */
export function cardOf(document: Document, id: string): HTMLElement | null {
  const quoted = CSS.escape(id);
  const found = document.querySelector(
    `.pl-card[data-card="${quoted}"], .pl-card [data-claim="${quoted}"]`
  );
  return found?.closest<HTMLElement>(".pl-card") ?? null;
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
