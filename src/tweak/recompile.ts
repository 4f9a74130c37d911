import {assemble} from "../facts/assemble.ts";
import type {Assembled} from "../facts/assemble.ts";
import {applyEdits, publishedWords, withTexts} from "../facts/edits.ts";
import type {Edits} from "../facts/edits.ts";
import type {Kind} from "../figure/kind.ts";
import type {PartOptions} from "../story/compile.ts";
import {Memo} from "../story/memo.ts";
import type {StorySource} from "../story/source.ts";
import {createRooms} from "./rooms.ts";
import type {Data, Rendered} from "./rooms.ts";

/** A story's data with somebody's edits, which stand in its texts. */
export interface Edited extends Data {
  /** Ids of edits that name nothing in this story's data. */
  readonly missing: readonly string[];
}

/** Compiles a story with edits, the way the build does: the data first, then the page. */
export interface Compiler {
  readonly source: StorySource;
  /** As it was published. */
  readonly published: Edited & Rendered;
  /** The words that an edit of an id takes the place of; null where nothing is to be edited. */
  wordsOf(id: string): string | null;
  assemble(edits: Edits): Edited;
  /** The data with other texts for some of its files, by path. */
  assembleTexts(texts: ReadonlyMap<string, string>): Assembled;
  /** Renders the page, or at once the part of it that somebody sees. */
  render(edited: Edited, part?: PartOptions): Rendered;
}

/**
 * Makes the compiler of a story. It remembers what it made, so that an edit makes anew only what the
 * edit reaches. `document` is any; figures are drawn as its elements.
 */
export function createCompiler(
  source: StorySource,
  kinds: Readonly<Record<string, Kind>>,
  document: Document
): Compiler {
  const rooms = createRooms(kinds, document);
  const render = (edited: Edited, part?: PartOptions): Rendered => {
    const made = rooms.render(source.story, edited, part);
    // What a part did not ask for is asked for soon.
    if (part === undefined) rooms.sweep();
    return made;
  };
  const data = {...rooms.assemble(source.inputs), missing: []};
  const published = {...data, ...render(data)};
  // A text that is typed is another at every key, and only the last is worth remembering.
  const drafts = new Memo();
  return {
    source,
    published,
    wordsOf: publishedWords(source.inputs, data.assembled),
    assemble(edits) {
      const {inputs, missing} = applyEdits(source.inputs, data.assembled, edits);
      return {...rooms.assemble(inputs), missing};
    },
    assembleTexts(texts) {
      const assembled = assemble(withTexts(source.inputs, texts), drafts.get);
      drafts.sweep();
      return assembled;
    },
    render
  };
}
