import {startBeside} from "./beside.ts";
import {claimFirst, nameOf, openCard} from "./cards.ts";
import {cardOfMark, nearest, neighbour, setStop} from "./marks.ts";
import {makeFrame, makeString} from "./overlay.ts";

/** How the drawings answer pointer and keyboard. */
export interface Interaction {
  /** Follows the marks after the page has moved. */
  follow(): void;
  /** Opens a card at the mark of it that is on the screen, else where the style sheet puts it. */
  open(card: HTMLElement): void;
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
  // The anchor first: the line is tied to it.
  const laid = [anchor, ring, hint, string];
  signal.addEventListener("abort", () => {
    for (const each of laid) each.remove();
  });

  const openAt = (mark: Element): void => {
    const card = cardOfMark(mark);
    anchor.place(mark);
    if (card === null) return;
    claimFirst(card, (mark as SVGElement).dataset["claim"]);
    openCard(card, anchor.element);
  };
  answerPointer(document, signal, openAt, hint.place);
  answerKeys(document, signal, openAt, ring.place);
  startBeside(document, window, signal);
  const follow = (): void => {
    for (const each of laid) each.follow();
  };
  document.addEventListener("pl-landed", follow, {signal});
  attendCards(document, signal, string.tie);
  return {
    follow,
    open(card) {
      const marks = [...document.querySelectorAll(".pl-artboard [role=button]")];
      const mark = marks.find((each) => {
        const {top, bottom, width} = each.getBoundingClientRect();
        return width > 0 && bottom > 0 && top < window.innerHeight && cardOfMark(each) === card;
      });
      if (mark === undefined) card.showPopover();
      else openAt(mark);
    }
  };
}

function answerPointer(
  document: Document,
  signal: AbortSignal,
  open: (mark: Element) => void,
  hint: (mark: Element | null) => void
): void {
  const markAt = ({target, clientX, clientY}: MouseEvent): Element | null => {
    const svg = drawingOf(target);
    return svg && nearest(svg, clientX, clientY);
  };
  const click = (event: MouseEvent): void => {
    const mark = markAt(event);
    if (mark !== null) open(mark);
    else arrange(event.target);
  };
  const move = (event: PointerEvent): void => {
    const mark = event.pointerType === "touch" ? null : markAt(event);
    for (const svg of document.querySelectorAll("[data-near]")) svg.removeAttribute("data-near");
    drawingOf(mark)?.setAttribute("data-near", "");
    hint(mark);
  };
  document.addEventListener("click", click, {signal});
  document.addEventListener("pointermove", move, {signal});
}

/** The browser opens the card of a number; what it shows first is the claim that was printed. */
function arrange(target: EventTarget | null): void {
  const button = target instanceof Element ? target.closest("button[popovertarget]") : null;
  const number = button?.closest<HTMLElement>(".fact");
  const card = button?.ownerDocument.getElementById(button.getAttribute("popovertarget")!);
  if (number && card) claimFirst(card, number.dataset["claim"]);
}

function answerKeys(
  document: Document,
  signal: AbortSignal,
  open: (mark: Element) => void,
  frame: (mark: Element | null) => void
): void {
  const markOf = ({target}: Event): SVGElement | null =>
    drawingOf(target) && (target as Element).closest<SVGElement>("[role=button]");
  const press = (event: KeyboardEvent): void => {
    const mark = markOf(event);
    if (mark === null || event.ctrlKey || event.metaKey || event.altKey) return;
    const next = neighbour(mark, event.key);
    if (next !== null) next.focus();
    else if (event.key === "Enter" || event.key === " ") open(mark);
    else return;
    event.preventDefault();
  };
  const focus = (event: FocusEvent): void => {
    const mark = markOf(event);
    if (mark !== null) setStop(mark);
    frame(mark?.matches(":focus-visible") ? mark : null);
  };
  document.addEventListener("keydown", press, {signal});
  document.addEventListener("focusin", focus, {signal});
}

/** The words of a card are read, and its links reached, from the card itself; Escape goes back. */
function attendCards(
  document: Document,
  signal: AbortSignal,
  tie: (ends: readonly [Element, Element] | null) => void
): void {
  const attend = (event: Event): void => {
    const card = event.target as HTMLElement;
    if (!card.matches(".pl-card")) return;
    const opens = card.matches(":popover-open");
    const {source} = event as ToggleEvent & {source?: Element | null};
    tie(opens && source ? [source, card] : null);
    if (!opens) return;
    card.tabIndex = 0;
    card.setAttribute("role", "dialog");
    card.setAttribute("aria-label", nameOf(card));
    card.focus({preventScroll: true});
  };
  document.addEventListener("toggle", attend, {capture: true, signal});
}

function drawingOf(target: EventTarget | null): Element | null {
  return target instanceof Element ? target.closest(".pl-artboard") : null;
}
