import {assemble} from "../facts/assemble.ts";
import type {Assembled, Inputs} from "../facts/assemble.ts";
import type {Diagnostic} from "../diagnostic.ts";
import type {Kind} from "../figure/kind.ts";
import {compileStory} from "../story/compile.ts";
import type {CompiledStory, PartOptions} from "../story/compile.ts";
import {Memo} from "../story/memo.ts";
import type {Story} from "../story/story.ts";

/** Texts, and the data that they make. */
export interface Data {
  readonly inputs: Inputs;
  readonly assembled: Assembled;
}

/** The page of a story; `compiled` is null where nothing of it can be shown. */
export interface Rendered {
  readonly compiled: CompiledStory | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** The rooms of the build in a page: they remember what they made, and make only what is new. */
export interface Rooms {
  assemble(inputs: Inputs): Data;
  /** Renders the page, or at once the part of it that somebody sees. */
  render(story: Story, data: Data, part?: PartOptions): Rendered;
  /** Forgets what was not asked for since it last did. */
  sweep(): void;
}

/** Makes the rooms for a story's kinds. `document` is any; figures are drawn as its elements. */
export function createRooms(kinds: Readonly<Record<string, Kind>>, document: Document): Rooms {
  const memo = new Memo();
  return {
    assemble: (inputs) => ({inputs, assembled: assemble(inputs, memo.get)}),
    render(story, {inputs, assembled: {dataset}}, part) {
      const places = inputs.lock?.fragments;
      return compileStory(story, dataset, {kinds, places, memo, document, part});
    },
    sweep: () => memo.sweep()
  };
}
