import {isShown} from "./stage.ts";

/**
 * Starts to let marks be dragged that a control moves, until the signal: one with `data-drag` names
 * the control's attribute, and has in `data-at` where it lies at each of the values, along x. Where
 * it goes the control is set, which does the rest; keys move the control itself.
 */
export function startDragging(document: Document, signal: AbortSignal): void {
  document.addEventListener("pointerdown", (event) => take(document, event), {signal});
}

function take(document: Document, event: PointerEvent): void {
  const mark = (event.target as Element).closest<SVGElement>(
    ".pl-stage [data-drag], .state [data-drag]"
  );
  const stage = mark?.closest<HTMLElement>(".pl-stage, .state");
  const step = stage?.closest(".step") ?? document.getElementById(stage?.dataset["step"] ?? "");
  const name = CSS.escape(mark?.dataset["drag"] ?? "");
  const input = step?.querySelector<HTMLInputElement>(`.pl-controls [data-set="${name}"]`);
  const matrix = mark?.closest("svg")?.getScreenCTM()?.inverse();
  if (!mark || !input || !matrix || !isShown(input) || event.button !== 0) return;
  event.preventDefault();
  // The drawing is exchanged for what is set, and a finger on it would be lost with what it touched.
  stage!.setPointerCapture(event.pointerId);
  const at = mark.dataset["at"]!.split(" ").map(Number);
  const before = input.value;
  const drop = new AbortController();
  const {signal} = drop;
  const follow = ({clientX}: PointerEvent): void => {
    const x = matrix.a * clientX + matrix.e;
    const away = at.map((place) => Math.abs(place - x));
    const value = String(away.indexOf(Math.min(...away)));
    if (value === input.value) return;
    input.value = value;
    input.dispatchEvent(new Event("input", {bubbles: true}));
  };
  const end = (): void => {
    drop.abort();
    if (input.value !== before) input.dispatchEvent(new Event("change", {bubbles: true}));
    // The click that ends a drag opens nothing.
    const swallow = new AbortController();
    const stop = (click: Event): void => click.stopImmediatePropagation();
    document.addEventListener("click", stop, {capture: true, signal: swallow.signal});
    setTimeout(() => swallow.abort());
  };
  document.addEventListener("pointermove", follow, {signal});
  for (const over of ["pointerup", "pointercancel"]) document.addEventListener(over, end, {signal});
}
