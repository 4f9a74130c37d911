import {withTexts} from "../facts/edits.ts";
import type {Kind} from "../figure/kind.ts";
import {changesBetween, withChanges} from "../story/changes.ts";
import type {StoryChanges} from "../story/changes.ts";
import type {CompiledStory, PartOptions} from "../story/compile.ts";
import type {StorySource} from "../story/source.ts";
import {isSpoilt} from "../story/spoilt.ts";
import type {Story} from "../story/story.ts";
import {loadKinds} from "./kinds.ts";
import {createRooms} from "./rooms.ts";
import {loadSource} from "./source.ts";

/** A text as it was just saved: a YAML file, or a story, parsed. */
export interface Saved {
  readonly file: {readonly path: string; readonly text: string} | null;
  readonly story: Story | null;
}

/** Shows a saved text in the part of a page that somebody sees, before the server has compiled it. */
export interface Preview {
  /** Notes a text as it now is on the disk. */
  note(saved: Saved): void;
  /** What is new where the page is seen; null where the texts hold a mistake, which the server tells. */
  show(sees: PartOptions["wants"]): StoryChanges | null;
  /** Takes what the server has published, and gives what then differs from what was shown last. */
  settle(published: StoryChanges | undefined): StoryChanges;
}

// What was shown is remembered until then: to forget it takes a compilation of the whole page.
const manyShows = 50;

/** Fetches the source of a story and previews it. Throws where it cannot be had or shown. */
export async function startPreview(address: string): Promise<Preview> {
  const source = await loadSource(address);
  const kinds = await loadKinds(source.story.slug);
  return createPreview(source, kinds, document.implementation.createHTMLDocument(""));
}

/**
 * Makes the preview of a story as it is published. It compiles the page once, so that what a saved text
 * does not reach need not be made again; figures are drawn as elements of `document`, which is any.
 * Throws where the story cannot be shown.
 */
export function createPreview(
  {story, inputs}: StorySource,
  kinds: Readonly<Record<string, Kind>>,
  document: Document
): Preview {
  const rooms = createRooms(kinds, document);
  const compile = (part?: PartOptions): CompiledStory | null => {
    const data = rooms.assemble(inputs);
    const made = rooms.render(story, data, part);
    return isSpoilt([...data.assembled.diagnostics, ...made.diagnostics]) ? null : made.compiled;
  };
  const first = compile();
  if (first === null) throw new Error("the story cannot be shown");
  let {bound} = first;
  let [published, shown] = [first.page, first.page];
  let shows = 0;
  return {
    note(saved) {
      if (saved.file !== null)
        inputs = withTexts(inputs, new Map([[saved.file.path, saved.file.text]]));
      story = saved.story ?? story;
    },
    show(sees) {
      const now = compile({wants: sees, before: {page: shown, bound}, binds: "wanted"});
      if (now === null) return null;
      const changes = changesBetween(shown, now.page);
      shown = now.page;
      bound = now.bound;
      ++shows;
      return changes;
    },
    settle(changes) {
      const before = shown;
      if (changes !== undefined) published = {...published, ...withChanges(published, changes)};
      shown = published;
      if (shows >= manyShows) {
        compile();
        rooms.sweep();
        shows = 0;
      }
      return changesBetween(before, shown);
    }
  };
}
