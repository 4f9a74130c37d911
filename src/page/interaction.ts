import {cardOf, openCard} from "./cards.ts";
import {idOf, nearest, neighbour, setStop} from "./marks.ts";
import {makeFrame, makeString} from "./overlay.ts";

/** How the drawings answer pointer and keyboard. */
export interface Interaction {
  /** Follows the marks after the page has moved. */
  follow(): void;
  /** Opens a card at the visible mark of an id, or where the style sheet puts it. */
  openAt(card: HTMLElement, id: string): void;
}

/** Starts to answer for all drawings of the page, present and future ones, until the signal. */
export function startInteraction(
  document: Document,
  window: Window,
  signal: AbortSignal
): Interaction {
  const ring = makeFrame(document, "pl-ring");
  const hint = makeFrame(document, "pl-hint");
  const anchor = makeFrame(document, "pl-anchor");
  const string = makeString(document);

  const open = (mark: Element): void => {
    const card = cardOf(document, idOf(mark));
    if (card === null) return;
    anchor.place(mark);
    openCard(card, anchor.element);
  };

  const on = <Name extends keyof DocumentEventMap>(
    name: Name,
    listener: (event: DocumentEventMap[Name], svg: Element | null, mark: Element | null) => void
  ): void => {
    const handle = (event: DocumentEventMap[Name]): void => {
      const target = event.target instanceof Element ? event.target : null;
      const svg = target?.closest(".pl-artboard") ?? null;
      listener(event, svg, svg && (target?.closest('[role="button"]') ?? null));
    };
    document.addEventListener(name, handle, {signal});
  };

  on("click", ({clientX, clientY}, svg) => {
    const mark = svg && nearest(svg, clientX, clientY);
    if (mark) open(mark);
  });
  on("pointermove", ({clientX, clientY, pointerType}, svg) => {
    if (pointerType === "touch") return;
    const mark = svg && nearest(svg, clientX, clientY);
    for (const other of document.querySelectorAll("[data-near]"))
      if (other !== svg) other.removeAttribute("data-near");
    svg?.toggleAttribute("data-near", mark !== null);
    hint.place(mark);
  });
  on("keydown", (event, _, mark) => {
    if (mark === null || event.ctrlKey || event.metaKey || event.altKey) return;
    const next = neighbour(mark, event.key);
    if (next !== null) {
      setStop(next);
      (next as SVGElement).focus();
    } else if (event.key === "Enter" || event.key === " ") open(mark);
    else return;
    event.preventDefault();
  });
  on("focusin", (_, __, mark) => {
    if (mark !== null) setStop(mark);
    ring.place(mark?.matches(":focus-visible") ? mark : null);
  });

  // The words of a card are read, and its links reached, from the card itself; Escape goes back.
  const focusCard = (event: Event): void => {
    const card = event.target as HTMLElement;
    if (!card.matches(".pl-card")) return;
    const opens = card.matches(":popover-open");
    const {source} = event as ToggleEvent & {source?: Element | null};
    string.tie(opens && source ? [source, card] : null);
    if (!opens) return;
    if (!card.hasAttribute("tabindex")) card.tabIndex = -1;
    card.focus({preventScroll: true});
  };
  document.addEventListener("toggle", focusCard, {capture: true, signal});

  // The anchor first: the line is tied to it.
  const laid = [anchor, ring, hint, string];
  signal.addEventListener("abort", () => {
    for (const each of laid) each.remove();
  });
  return {
    follow() {
      for (const each of laid) each.follow();
    },
    openAt(card, id) {
      const mark = [...document.querySelectorAll(".pl-artboard [role=button]")].find((each) => {
        const {top, bottom, width} = each.getBoundingClientRect();
        return idOf(each) === id && width > 0 && bottom > 0 && top < window.innerHeight;
      });
      if (mark === undefined) card.showPopover();
      else open(mark);
    }
  };
}
