import type {Place} from "./read.ts";
import {isAtEnd} from "./walk.ts";

/** What the bar is to say of the page. */
interface Foot {
  /** Whether the scenes have ended: what comes after them may have the whole width. */
  readonly after: boolean;
  /** Whether the buttons lead nowhere, by their values. */
  readonly ends: Readonly<Record<string, boolean>>;
}

/** Measures the foot of the window, where the bar is. */
export function readFoot(document: Document, window: Window): Foot {
  const bar = document.querySelector(".pl-bar")?.getBoundingClientRect();
  const after = document.querySelector(".pl-index, .pl-colophon")?.getBoundingClientRect();
  return {
    after: bar !== undefined && after !== undefined && after.top < bar.top,
    ends: {"-1": window.scrollY < 1, "1": isAtEnd(document, window)}
  };
}

/**
 * Shows in the bar and the contents where the reader is: the scene among all, the place in it, whether
 * the scenes have ended, and where the buttons lead nowhere. It measures nothing.
 */
export function showPlace(document: Document, place: Place | null, {after, ends}: Foot): void {
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
  document.querySelector(".pl-bar")?.toggleAttribute("data-after", after);
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
