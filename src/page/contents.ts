import type {Place} from "./read.ts";
import {isAtEnd} from "./walk.ts";

/** The parts of a page that say where the reader is: looked for once, asked at every scroll. */
export interface Guide {
  readonly bar: HTMLElement | null;
  /** What comes after the scenes. */
  readonly after: Element | null;
  readonly contents: HTMLElement | null;
  /** To each scene, in the page's order. */
  readonly links: readonly HTMLElement[];
  readonly count: Element | null;
  /** To the previous and the next stop, by their values. */
  readonly buttons: readonly HTMLButtonElement[];
}

/** What the bar is to say of the page. */
interface Foot {
  /** Whether the scenes have ended: what comes after them may have the whole width. */
  readonly after: boolean;
  /** Whether the buttons lead nowhere, by their values. */
  readonly ends: Readonly<Record<string, boolean>>;
}

/** Finds what guides the reader of a page; a page of another making may have less. */
export function collectGuide(document: Document): Guide {
  return {
    bar: document.querySelector(".pl-bar"),
    after: document.querySelector(".pl-index, .pl-colophon"),
    contents: document.querySelector(".pl-contents"),
    links: [...document.querySelectorAll<HTMLElement>(".pl-contents li > a")],
    count: document.querySelector(".pl-count"),
    buttons: [...document.querySelectorAll<HTMLButtonElement>(".pl-bar > [value]")]
  };
}

/** Measures the foot of the window, where the bar is. */
export function readFoot({bar, after}: Guide, window: Window): Foot {
  const over = bar?.getBoundingClientRect();
  const next = after?.getBoundingClientRect();
  return {
    after: over !== undefined && next !== undefined && next.top < over.top,
    ends: {"-1": window.scrollY < 1, "1": isAtEnd(window.document, window)}
  };
}

/**
 * Shows in the bar and the contents where the reader is: the scene among all, the place in it, whether
 * the scenes have ended, and where the buttons lead nowhere. It measures nothing.
 */
export function showPlace(guide: Guide, place: Place | null, {after, ends}: Foot): void {
  const {bar, contents, links, count, buttons} = guide;
  const at = links.findIndex((link) => link.getAttribute("href") === `#${place?.scene}`);
  for (const [i, link] of links.entries()) {
    const current = i === at ? "location" : null;
    if (link.ariaCurrent !== current) link.ariaCurrent = current;
  }
  const part = `${Math.round(100 * (place?.progress ?? 0))}%`;
  contents?.style.setProperty("--pl-part", part);
  const words = at < 0 ? "" : `${at + 1} of ${links.length}`;
  if (count !== null && count.textContent !== words) count.textContent = words;
  bar?.toggleAttribute("data-after", after);
  for (const button of buttons) {
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
