import {readAddress, writeAddress} from "./address.ts";
import {shownId} from "./cards.ts";

// Safari refuses more than a hundred changes of the address in half a minute.
const pause = 400;

/** Where the step of the address was on the screen, by this entry of the history; px. */
function topOf({history}: Window): number | undefined {
  const {top} = (history.state ?? {}) as {top?: unknown};
  return typeof top === "number" ? top : undefined;
}

/**
 * Brings the step of the address back to where it was when the reader left this entry of the history.
 * Browsers go to the beginning of what the address names.
 */
export function returnToPlace(document: Document, window: Window): void {
  const top = topOf(window);
  const step = document.getElementById(readAddress(window.location.hash).step);
  if (step === null || top === undefined) return;
  window.scrollBy({top: step.getBoundingClientRect().top - top, behavior: "instant"});
}

/**
 * Starts to keep the address at the reader's place, until the signal. Gives what to call with the
 * step that is being read ("" in the opening). It writes only after the reader has done something,
 * and never inside a frame: the address is then another's.
 */
export function startTrail(
  document: Document,
  window: Window,
  signal: AbortSignal
): (step: string) => void {
  let mayWrite = false;
  let step = "";
  let timer = 0;

  const write = (): void => {
    timer = 0;
    if (signal.aborted) return;
    const {hash, pathname, search} = window.location;
    const {rest} = readAddress(hash);
    const next = writeAddress({step, fact: shownId(document), rest});
    const top = document.getElementById(step)?.getBoundingClientRect().top;
    if (next !== hash || topOf(window) !== top)
      window.history.replaceState({top}, "", next || pathname + search);
  };
  const soon = (): void => {
    if (mayWrite) timer ||= window.setTimeout(write, pause);
  };
  const permit = (): void => {
    mayWrite = window.parent === window;
  };
  for (const sign of ["wheel", "touchmove", "keydown", "pointerdown"])
    window.addEventListener(sign, permit, {passive: true, once: true, signal});
  document.addEventListener("toggle", soon, {capture: true, signal});
  // What a link leaves behind is where the reader was, for the way back.
  document.addEventListener("click", () => mayWrite && write(), {capture: true, signal});
  return (now) => {
    step = now;
    soon();
  };
}
