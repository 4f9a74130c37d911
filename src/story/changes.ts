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

/** A page as it is with changes to it: the reverse of `changesBetween`. */
export function withChanges(
  before: Pick<RenderedStory, "blocks" | "cards">,
  {blocks, cards}: StoryChanges
): Pick<RenderedStory, "blocks" | "cards"> {
  return {blocks: taken(before.blocks, blocks), cards: taken(before.cards, cards)};
}

function taken(before: readonly string[], changes: Changes): readonly string[] {
  if ("all" in changes) return changes.all;
  const changed = new Map(changes.changed);
  return before.map((html, i) => changed.get(i) ?? html);
}

function changesOf(before: readonly string[], now: readonly string[]): Changes {
  if (before.length !== now.length) return {all: now};
  return {
    changed: now.flatMap((html, i): [number, string][] => (before[i] === html ? [] : [[i, html]]))
  };
}
