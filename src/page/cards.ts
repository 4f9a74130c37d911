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

/** Notes which claim of a card was asked for, if one was, and puts it first among its claims. */
export function askFor(card: HTMLElement, claim: string | undefined): void {
  delete card.dataset["asked"];
  if (claim === undefined) return;
  const item = card.querySelector(`.pl-claim[data-claim="${CSS.escape(claim)}"]`);
  if (item === null) return;
  card.dataset["asked"] = claim;
  item.parentElement!.prepend(item);
}

/** What the open card tells of: the claim that was asked for, else its record; "" where none is open. */
export function shownId(document: Document): string {
  const {asked, card} = document.querySelector<HTMLElement>(".pl-card:popover-open")?.dataset ?? {};
  return asked ?? card ?? "";
}

/** What a card is called: its title. */
export function nameOf(card: HTMLElement): string {
  return card.querySelector(".pl-card-title")?.textContent ?? "";
}
