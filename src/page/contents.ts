import type {Place} from "./read.ts";
import {isAtEnd} from "./walk.ts";

/** What there is at the foot of the window, where the bar is. */
interface Foot {
  /** Whether nothing is there that the bar would lie over. */
  readonly room: boolean;
  /** Whether the buttons lead nowhere, by their values. */
  readonly ends: Readonly<Record<string, boolean>>;
}

/** Measures the foot of the window, given the active step; "" in the opening. */
export function readFoot(document: Document, window: Window, step: string): Foot {
  const bar = document.querySelector(".pl-bar")?.getBoundingClientRect() ?? new DOMRect();
  const element = document.getElementById(step);
  const words = [...(element?.querySelectorAll(".pl-words, .pl-controls") ?? [])];
  const after = document.querySelector(".pl-index, .pl-colophon");
  // Beneath a stage it waits for the words to end; beside one it has a column, until the scenes end.
  const room =
    bar.left < 1
      ? bottomOf(element) >= window.innerHeight && Math.max(...words.map(bottomOf)) <= bar.top
      : after === null || after.getBoundingClientRect().top >= bar.top;
  return {room, ends: {"-1": window.scrollY < 1, "1": isAtEnd(document, window)}};
}

function bottomOf(element: Element | null): number {
  return element?.getBoundingClientRect().bottom ?? 0;
}

/**
 * Shows in the bar and the contents where the reader is: the scene among all, the place in it, whether
 * there is room for the bar, and where its buttons lead nowhere. It measures nothing.
 */
export function showPlace(document: Document, place: Place | null, {room, ends}: Foot): void {
  const links = [...document.querySelectorAll<HTMLElement>(".pl-contents li > a")];
  const at = links.findIndex((link) => link.getAttribute("href") === `#${place?.scene}`);
  for (const [i, link] of links.entries()) {
    const current = i === at ? "location" : null;
    if (link.ariaCurrent !== current) link.ariaCurrent = current;
  }
  const part = `${Math.round(100 * (place?.progress ?? 0))}%`;
  document.querySelector<HTMLElement>(".pl-contents")?.style.setProperty("--pl-part", part);
  const count = document.querySelector(".pl-count");
  const words = at < 0 ? "" : `${at + 1} of ${links.length}`;
  if (count !== null && count.textContent !== words) count.textContent = words;
  document.querySelector(".pl-bar")?.toggleAttribute("data-room", room);
  for (const button of document.querySelectorAll<HTMLButtonElement>(".pl-bar > [value]")) {
    const disabled = String(ends[button.value] === true);
    if (button.ariaDisabled !== disabled) button.ariaDisabled = disabled;
  }
}

/**
 * Starts to attend the contents, until the signal: they open at the reader's place, and fold away once
 * a finding is chosen.
 */
export function startContents(document: Document, signal: AbortSignal): void {
  const fold = ({target}: Event): void => {
    const link = (target as Element).closest(".pl-contents a");
    link?.closest<HTMLElement>(":popover-open")?.hidePopover();
  };
  const open = ({target}: Event): void => {
    const link = (target as Element).querySelector(".pl-contents:popover-open [aria-current]");
    link?.scrollIntoView({block: "nearest"});
  };
  document.addEventListener("click", fold, {signal});
  document.addEventListener("toggle", open, {capture: true, signal});
}
