import {readAddress, writeAddress} from "./address.ts";

/** Keeps the address at the reader's place. */
export interface Trail {
  /** Says which step is being read; "" in the opening. */
  note(step: string): void;
  stop(): void;
}

// Safari refuses more than a hundred changes of the address in half a minute.
const pause = 400;

/**
 * Starts to write the step that is being read, and the card that is open, into the address. Only
 * after the reader has done something, and never from inside a frame: the address is then another's.
 */
export function startTrail(document: Document, window: Window): Trail {
  const framed = window.parent !== window;
  const signs = ["wheel", "touchmove", "keydown", "pointerdown"];
  let moved = false;
  let step = "";
  let timer = 0;

  const write = (): void => {
    timer = 0;
    const {hash, pathname, search} = window.location;
    const card = document.querySelector<HTMLElement>(".pl-card:popover-open");
    const {rest} = readAddress(hash);
    const next = writeAddress({step, fact: card?.dataset["card"] ?? "", rest});
    if (next === hash) return;
    window.history.replaceState(window.history.state, "", next || pathname + search);
  };
  const soon = (): void => {
    if (moved && !framed) timer ||= window.setTimeout(write, pause);
  };
  const move = (): void => {
    moved = true;
    for (const sign of signs) window.removeEventListener(sign, move);
  };
  for (const sign of signs) window.addEventListener(sign, move, {passive: true});
  document.addEventListener("toggle", soon, true);
  return {
    note(now) {
      if (now === step) return;
      step = now;
      soon();
    },
    stop() {
      move();
      window.clearTimeout(timer);
      document.removeEventListener("toggle", soon, true);
    }
  };
}
