import {readAddress, writeAddress} from "./address.ts";
import {shownId} from "./cards.ts";
import {startOwnCopies} from "./own.ts";

/**
 * Starts what the cards of a page end with, until the signal. Gives what puts it into an open card: a
 * link to it at the reader's step, and the place for an own copy of its documents.
 */
export function startFoot(
  document: Document,
  window: Window,
  signal: AbortSignal,
  stepNow: () => string
): (card: HTMLElement) => void {
  const foot = document.getElementById("pl-foot")!;
  const link = foot.querySelector<HTMLAnchorElement>(".pl-link")!;
  const words = link.textContent;
  const offerCopies = startOwnCopies(document, window, foot.querySelector(".pl-drop")!, signal);
  const copy = async (event: MouseEvent): Promise<void> => {
    if (event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    try {
      await window.navigator.clipboard.writeText(link.href);
      link.textContent = "Link copied";
    } catch {
      // Over http there is no clipboard, and in a frame it may be closed: the address has it then.
      window.location.replace(link.href);
    }
  };
  link.addEventListener("click", (event) => void copy(event), {signal});
  return (card) => {
    const {href, hash} = window.location;
    const {rest} = readAddress(hash);
    // Whole, for a fragment alone would be a place in the page.
    link.href =
      href.split("#")[0]! + writeAddress({step: stepNow(), fact: shownId(document), rest});
    link.textContent = words;
    card.append(foot);
    foot.hidden = false;
    offerCopies(card);
  };
}
