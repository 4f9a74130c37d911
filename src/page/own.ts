// Nobody's document is longer, and hashing it would hold up the page.
const largest = 1e8;

/**
 * Starts to take the reader's own copies of the documents, until the signal: a file that is dropped
 * on an open card, or chosen in it, is hashed here, and if it is one that was read, the cards show
 * the whole sentences from it for the rest of the visit. Nothing is sent or stored. Gives what makes
 * an open card offer this; `drop` stands in the card then.
 */
export function startOwnCopies(
  document: Document,
  {crypto}: Window,
  drop: HTMLElement,
  signal: AbortSignal
): (card: HTMLElement) => void {
  const [label, status] = drop.children as unknown as [HTMLElement, HTMLElement];
  const input = label.querySelector("input")!;
  // Neither every browser nor every address lets a page compute one.
  const subtle = crypto.subtle as SubtleCrypto | undefined;
  /** Texts by their SHA-256. */
  const held = new Map<string, string>();

  const furnish = (card: HTMLElement, state = subtle ? "ask" : "shut"): void => {
    const missing = new Set<string>();
    for (const quote of card.querySelectorAll<HTMLElement>("[data-at]")) {
      const link = quote.parentElement!.querySelector<HTMLAnchorElement>(".pl-source > a")!;
      const {sha256 = ""} = document.querySelector<HTMLElement>(link.hash)!.dataset;
      const text = held.get(sha256);
      if (text === undefined) missing.add(link.textContent);
      else if (!quote.nextElementSibling!.matches(".pl-own")) quote.after(ownWords(quote, text));
    }
    label.hidden = missing.size === 0 || !subtle;
    label.querySelector("b")!.textContent = [...missing].join(" or ");
    status.textContent = drop.dataset[state]!;
    drop.hidden = missing.size === 0 && state !== "yes";
  };
  const take = async (file: File | undefined): Promise<void> => {
    const card = drop.closest<HTMLElement>(".pl-card");
    if (!file || !card || !subtle) return;
    const hash = await hashOf(file, subtle).catch(() => "");
    if (!document.querySelector(`[data-sha256="${hash}"]`)) return furnish(card, "no");
    held.set(hash, await file.text());
    furnish(card, "yes");
    card.querySelector<HTMLElement>(".pl-own")?.focus();
  };
  const drag = (event: DragEvent): void => {
    if (!drop.getClientRects().length || !event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    drop.toggleAttribute("data-over", event.type === "dragover");
    void take(event.dataTransfer.files[0]);
  };
  for (const name of ["dragover", "dragleave", "drop"] as const)
    document.addEventListener(name, drag, {signal});
  input.addEventListener("change", () => void take(input.files![0]), {signal});
  return furnish;
}

async function hashOf(file: File, subtle: SubtleCrypto): Promise<string> {
  if (file.size > largest) return "";
  const bytes = new Uint8Array(await subtle.digest("SHA-256", await file.arrayBuffer()));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The sentence of a document that the fragment of a card stands in, the fragment marked. */
function ownWords({ownerDocument, dataset, lang}: HTMLElement, text: string): HTMLElement {
  const [start = 0, end = 0] = dataset["at"]!.split(",").map(Number);
  const {from, to} = sentenceAround(text, start, end, lang);
  const [words, sentence, mark] = ["p", "q", "mark"].map((name) =>
    ownerDocument.createElement(name)
  ) as [HTMLElement, HTMLElement, HTMLElement];
  mark.append(text.slice(start, end));
  sentence.lang = lang;
  sentence.append(text.slice(from, start), mark, text.slice(end, to));
  words.append("In your copy: ", sentence);
  words.className = "pl-own";
  words.tabIndex = -1;
  return words;
}

/** The sentences that lie over a place in a text, as offsets in it. */
export function sentenceAround(
  text: string,
  start: number,
  end: number,
  lang: string
): {from: number; to: number} {
  // A line that goes on with a small letter was only broken to fit.
  const flowing = text.replace(/\r?\n(?=\p{Ll})/gu, (end) => " ".repeat(end.length));
  const sentences = new Intl.Segmenter(lang, {granularity: "sentence"}).segment(flowing);
  const [first, last] = [sentences.containing(start)!, sentences.containing(end - 1)!];
  return {from: first.index, to: last.index + last.segment.trimEnd().length};
}
