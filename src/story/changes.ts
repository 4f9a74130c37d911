import type {RenderedStory} from "./html.ts";

/** Parts of a page by index, as HTML; or all of them, where their number has changed. */
export type Changes =
  {readonly changed: readonly [number, string][]} | {readonly all: readonly string[]};

/** What differs between two pages of one story; `src/page/take.ts` takes it into an open one. */
export interface StoryChanges {
  readonly blocks: Changes;
  readonly cards: Changes;
}

/** What differs between a page, null for none, and the one that takes its place. */
export function changesBetween(
  before: Pick<RenderedStory, "blocks" | "cards"> | null,
  now: Pick<RenderedStory, "blocks" | "cards">
): StoryChanges {
  return {
    blocks: changesOf(before?.blocks ?? [], now.blocks),
    cards: changesOf(before?.cards ?? [], now.cards)
  };
}

function changesOf(before: readonly string[], now: readonly string[]): Changes {
  if (before.length !== now.length) return {all: now};
  return {
    changed: now.flatMap((html, i): [number, string][] => (before[i] === html ? [] : [[i, html]]))
  };
}
