import {readAddress, writeAddress} from "./address.ts";
import {shownId} from "./cards.ts";

// Safari refuses more than a hundred changes of the address in half a minute.
const pause = 400;

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
    if (next !== hash)
      window.history.replaceState(window.history.state, "", next || pathname + search);
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
  return (now) => {
    step = now;
    soon();
  };
}
