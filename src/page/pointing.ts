import {makeFrames} from "./overlay.ts";

/** Whose pointing it is: a pointer that hovers, or the focus. */
type Hand = "pointer" | "focus";

/** What numbers and marks light of each other while one is pointed at. */
export interface Pointing {
  /** Takes what a hand points at: a mark, a number of the story's words, or null for neither. */
  point(hand: Hand, at: Element | null): void;
  /** Follows the page after it has moved or shows another state. */
  follow(): void;
  remove(): void;
}

/** The numbers in words that a picture stands beside. */
export const numbers = ":is(.pl-words, .scene > h2, .pl-opening) .fact";

/** Makes the lights of a page: frames round marks, and a heavier line under numbers. */
export function makePointing(document: Document): Pointing {
  const hints = makeFrames(document, "pl-hint");
  const hands: Record<Hand, Element | null> = {pointer: null, focus: null};
  let lit: readonly Element[] = [];

  const light = (): void => {
    for (const hand of ["pointer", "focus"] as const)
      if (hands[hand]?.isConnected === false) hands[hand] = null;
    const {pointer, focus} = hands;
    const now = pointer ?? focus;
    const isNumber = now?.matches(".fact") === true;
    // A focused mark has a frame of its own.
    hints.place(isNumber ? marksOfNumber(now) : pointer ? [pointer] : []);
    for (const number of lit) number.removeAttribute("data-lit");
    lit = now && !isNumber ? numbersOfMark(now) : [];
    for (const number of lit) number.setAttribute("data-lit", "");
  };
  return {
    point(hand, at) {
      if (hands[hand] === at) return;
      hands[hand] = at;
      light();
    },
    follow() {
      if (hands.pointer ?? hands.focus) light();
    },
    remove() {
      hands.pointer = hands.focus = null;
      light();
      hints.remove();
    }
  };
}

/** The marks on the screen that a number of the words tells of, outermost only. */
function marksOfNumber(number: Element): Element[] {
  const scene = number.closest(".scene") ?? number.closest(".pl-opening")?.nextElementSibling;
  const own = number.closest(".step") ?? scene;
  const drawings = [
    ...(scene?.querySelectorAll(".pl-stage > svg") ?? []),
    ...(own?.querySelectorAll(".state > svg") ?? [])
  ];
  return drawings.flatMap((svg) => {
    // What is not shown has no frame to lay round it.
    const marks = svg.getClientRects().length > 0 ? [...svg.querySelectorAll("[data-fact]")] : [];
    const same = marks.filter((mark) => areOne(mark, number));
    return same.filter((mark) => !same.some((other) => other !== mark && other.contains(mark)));
  });
}

/** The numbers that a mark draws, in the words of the step that its drawing shows. */
function numbersOfMark(mark: Element): Element[] {
  const scene = mark.closest(".scene");
  const shown = mark.closest<HTMLElement>(".pl-stage")?.dataset["step"];
  const step = shown ? mark.ownerDocument.getElementById(shown) : mark.closest(".step");
  const opening = scene?.previousElementSibling;
  const places = [scene?.querySelector("h2"), step, opening?.matches(".pl-opening") && opening];
  return places
    .flatMap((place) => [...((place || null)?.querySelectorAll(".fact") ?? [])])
    .filter((number) => areOne(mark, number));
}

/** Whether two elements stand for one claim or, where either is of no single one, for one fact. */
function areOne(one: Element, other: Element): boolean {
  const [a, b] = [(one as HTMLElement).dataset, (other as HTMLElement).dataset];
  return a["claim"] && b["claim"] ? a["claim"] === b["claim"] : a["fact"] === b["fact"];
}
