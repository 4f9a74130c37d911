import {isSpoilt} from "../story/spoilt.ts";
import type {Site} from "./site.ts";

/**
 * Stories of the new compilation, those of the last good one where an error spoils the new; where
 * there was no good one, the newest that can be shown. A figure that cannot be drawn spoils nothing
 * but its place, which says so; nor do words whose guard is false, which recede and say so too.
 */
export function keepLastGood(next: Site, previous: Site | null): Site {
  if (!isSpoilt(next.diagnostics) || previous === null) return next;
  const kept = previous.kept || !isSpoilt(previous.diagnostics);
  const stories = next.stories.map((story) => {
    const before = previous.stories.find(({slug}) => slug === story.slug);
    if (before?.page == null) return story;
    return kept || story.page === null ? before : story;
  });
  return {...next, stories, kept};
}
