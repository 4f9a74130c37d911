import type {Scene} from "./scene.ts";

const className = "pl-to-marks";

/**
 * Gives every step a button behind its words that leads to the marks of its picture, which the
 * document has before all steps. The style sheet shows it where a stage is pinned, while it is focused.
 */
export function addWays({steps}: Scene): void {
  for (const step of steps) {
    if (step.querySelector(`:scope > .${className}`) !== null) continue;
    const button = step.ownerDocument.createElement("button");
    button.type = "button";
    button.className = className;
    button.textContent = "Marks of this picture";
    [...step.querySelectorAll(":scope > :is(.pl-words, .pl-controls)")].at(-1)?.after(button);
  }
}

/**
 * Starts to answer for these buttons, until the signal: one puts the focus on the mark of its step's
 * state that is the tab stop; Escape on a mark goes back to the step's.
 */
export function startWays(
  document: Document,
  signal: AbortSignal,
  goTo: (step: string) => boolean
): void {
  const go = ({target}: Event): void => {
    const button = target as Element;
    if (!button.matches?.(`.${className}`)) return;
    const step = button.parentElement!;
    const stage = step.parentElement!.querySelector<HTMLElement>(".pl-stage")!;
    // The words may be on the screen before their step is the one that is read.
    if (stage.dataset["step"] !== step.id) goTo(step.id);
    for (const mark of stage.querySelectorAll<SVGElement>("[role=button][tabindex='0']"))
      if (mark.getClientRects().length > 0) mark.focus({preventScroll: true});
  };
  const back = ({key, target}: KeyboardEvent): void => {
    const stage = (target as Element).closest<HTMLElement>(".pl-stage");
    // An open card closes first.
    if (key !== "Escape" || !stage || document.querySelector(".pl-card:popover-open")) return;
    const step = document.getElementById(stage.dataset["step"] ?? "");
    step?.querySelector<HTMLElement>(`.${className}`)?.focus({preventScroll: true});
  };
  document.addEventListener("click", go, {signal});
  document.addEventListener("keydown", back, {signal});
}
