import {attendCards} from "./attend.ts";
import {startBeside} from "./beside.ts";
import {startFoot} from "./foot.ts";
import {askFor} from "./cards.ts";
import {cardOfMark, nearest, neighbour, setStop} from "./marks.ts";
import {openCard} from "./open.ts";
import {makeFrame, makeString} from "./overlay.ts";
import {makePointing, numbers} from "./pointing.ts";
import type {Pointing} from "./pointing.ts";

/** How the drawings answer pointer and keyboard. */
export interface Interaction {
  /** Follows the marks after the page has moved. */
  follow(): void;
  /** Opens a card at the mark of it that is on the screen, else where the style sheet puts it. */
  open(card: HTMLElement): void;
}

/**
 * Starts to answer for all drawings of the page, present and future ones, until the signal. `stepNow`
 * is the step that is being read; "" in the opening.
 */
export function startInteraction(
  document: Document,
  window: Window,
  signal: AbortSignal,
  stepNow: () => string
): Interaction {
  const ring = makeFrame(document, "pl-ring");
  const anchor = makeFrame(document, "pl-anchor");
  const string = makeString(document);
  const pointing = makePointing(document);
  // The anchor first: the line is tied to it.
  const laid = [anchor, ring, pointing, string];
  signal.addEventListener("abort", () => {
    for (const each of laid) each.remove();
  });

  const openAt = (mark: Element): void => {
    const card = cardOfMark(mark);
    if (card === null) return;
    makeRoom(mark, window.innerHeight);
    anchor.place(mark);
    askFor(card, (mark as SVGElement).dataset["claim"]);
    openCard(card, anchor.element);
  };
  answerPointer(document, signal, openAt, pointing);
  answerKeys(document, signal, openAt, ring.place, pointing);
  startBeside(document, window, signal);
  const follow = (): void => {
    for (const each of laid) each.follow();
  };
  document.addEventListener("pl-landed", follow, {signal});
  attendCards(document, signal, string.tie, startFoot(document, window, signal, stepNow));
  return {
    follow,
    open(card) {
      const marks = [...document.querySelectorAll(".pl-artboard [role=button]")];
      const mark = marks.find((each) => {
        const {top, bottom, width} = each.getBoundingClientRect();
        return width > 0 && bottom > 0 && top < window.innerHeight && cardOfMark(each) === card;
      });
      if (mark === undefined) openCard(card, null);
      else openAt(mark);
    }
  };
}

function answerPointer(
  document: Document,
  signal: AbortSignal,
  open: (mark: Element) => void,
  pointing: Pointing
): void {
  const markAt = ({target, clientX, clientY}: MouseEvent): Element | null => {
    const svg = drawingOf(target);
    return svg && nearest(svg, clientX, clientY);
  };
  const click = (event: MouseEvent): void => {
    const mark = markAt(event);
    if (mark !== null) open(mark);
  };
  const move = (event: PointerEvent): void => {
    const hovers = event.pointerType !== "touch";
    const mark = hovers ? markAt(event) : null;
    for (const svg of document.querySelectorAll("[data-near]")) svg.removeAttribute("data-near");
    drawingOf(mark)?.setAttribute("data-near", "");
    pointing.point("pointer", mark ?? (hovers ? numberOf(event) : null));
  };
  document.addEventListener("click", click, {signal});
  // The page moves under a pointer that rests.
  for (const name of ["pointermove", "pointerover"] as const)
    document.addEventListener(name, move, {signal});
}

function answerKeys(
  document: Document,
  signal: AbortSignal,
  open: (mark: Element) => void,
  frame: (mark: Element | null) => void,
  pointing: Pointing
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
    const target = event.target as Element;
    // A number gets the focus by a touch too, but only a key shows it.
    const isSeen = target.matches(":focus-visible");
    frame(isSeen ? mark : null);
    // While its card is read, what was opened stays lit.
    if (!target.closest(".pl-card"))
      pointing.point("focus", isSeen ? (mark ?? numberOf(event)) : null);
  };
  const blur = ({relatedTarget}: FocusEvent): void => {
    if (relatedTarget === null) pointing.point("focus", null);
  };
  document.addEventListener("keydown", press, {signal});
  document.addEventListener("focusin", focus, {signal});
  document.addEventListener("focusout", blur, {signal});
}

/** On a screen so low that neither side of a mark has room for its card, moves it to the top. */
function makeRoom(mark: Element, height: number): void {
  const {top, bottom} = mark.getBoundingClientRect();
  if (Math.max(top, height - bottom) < 0.4 * height && mark.closest(".state") !== null)
    mark.scrollIntoView({block: "start", behavior: "instant"});
}

/** The number of the story's words that an event is at. */
function numberOf({target}: Event): Element | null {
  return target instanceof Element ? target.closest(numbers) : null;
}

function drawingOf(target: EventTarget | null): Element | null {
  return target instanceof Element ? target.closest(".pl-artboard") : null;
}
