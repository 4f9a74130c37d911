import type {Diagnostic} from "../diagnostic.ts";
import {assemble} from "../facts/assemble.ts";
import type {Assembled, Inputs} from "../facts/assemble.ts";
import {applyEdits, publishedWords, withTexts} from "../facts/edits.ts";
import type {Edits} from "../facts/edits.ts";
import {readYaml} from "../facts/yaml.ts";
import type {Kind} from "../figure/kind.ts";
import {compileStory} from "../story/compile.ts";
import type {CompiledStory, PartOptions} from "../story/compile.ts";
import {Memo} from "../story/memo.ts";
import type {StorySource} from "../story/source.ts";

/** A story's data with somebody's edits. */
export interface Edited {
  /** The texts with the edits in them. */
  readonly inputs: Inputs;
  readonly assembled: Assembled;
  /** Ids of edits that name nothing in this story's data. */
  readonly missing: readonly string[];
}

/** The page of a story; `compiled` is null where nothing of it can be shown. */
export interface Rendered {
  readonly compiled: CompiledStory | null;
  readonly diagnostics: readonly Diagnostic[];
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
  const memo = new Memo();
  const readFile: typeof readYaml = (file, schema, options) =>
    memo.get("yaml", `${file.path}\n${file.text}`, () => readYaml(file, schema, options));
  const make = (inputs: Inputs, missing: readonly string[]): Edited => ({
    inputs,
    assembled: assemble(inputs, readFile),
    missing
  });
  const render = ({inputs, assembled: {dataset}}: Edited, part?: PartOptions): Rendered => {
    const places = inputs.lock?.fragments;
    const made = compileStory(source.story, dataset, {kinds, places, memo, document, part});
    // What a part did not ask for is asked for soon.
    if (part === undefined) memo.sweep();
    return made;
  };
  const data = make(source.inputs, []);
  const published = {...data, ...render(data)};
  return {
    source,
    published,
    wordsOf: publishedWords(source.inputs, data.assembled),
    assemble(edits) {
      const {inputs, missing} = applyEdits(source.inputs, data.assembled, edits);
      return make(inputs, missing);
    },
    assembleTexts: (texts) =>
      // Each is another at every key: what is made of them is not to be remembered.
      assemble(withTexts(source.inputs, texts), (file, schema, options) =>
        texts.has(file.path) ? readYaml(file, schema, options) : readFile(file, schema, options)
      ),
    render
  };
}
