import {positionsOf, sortDiagnostics} from "../diagnostic.ts";
import type {Diagnostic} from "../diagnostic.ts";
import {assemble} from "../facts/assemble.ts";
import type {TextFile} from "../facts/places.ts";
import type {Assembled, Inputs} from "../facts/assemble.ts";
import type {Dataset} from "../facts/dataset.ts";
import {compileStory} from "../story/compile.ts";
import type {CompiledStory, PageContent} from "../story/compile.ts";
import {Memo} from "../story/memo.ts";
import {parseStory} from "../story/parse.ts";
import type {StorySource} from "../story/source.ts";
import {withoutConsequences} from "../story/consequences.ts";
import {createDocument} from "./dom.ts";
import {kindProblems, kindsFor} from "./kinds.ts";
import {folders, peekText, readTextFile, storySlugs} from "./project.ts";
import {readInputs} from "./sources.ts";
import {typedIds} from "./typed.ts";

export {renderSite, route} from "./files.ts";
export {keepLastGood} from "./keep.ts";
export {renderSingle} from "./single.ts";
export {answerSave} from "./save-door.ts";
export {describeUpdate, readSaved, renderForDevelopment} from "./update.ts";
export {countDiagnostics as count, printDiagnostics as report} from "./report.ts";
export type {Assets} from "./page.ts";

/** One story, compiled. */
export interface StoryPage {
  readonly slug: string;
  readonly home: boolean;
  readonly license: string | null;
  readonly dataset: Dataset;
  /** Null where the story cannot be shown at all. */
  readonly page: PageContent | null;
  /** What its figures were drawn from, and their states; null with the page. */
  readonly drawn: Pick<CompiledStory, "bound" | "drawings"> | null;
  /** What an open page is compiled from again; null with the page. */
  readonly source: StorySource | null;
}

/** A generated file that is not what it should be. */
export interface Stale {
  readonly path: string;
  readonly content: string;
  readonly diagnostic: Diagnostic;
}

export interface Site {
  readonly stories: readonly StoryPage[];
  readonly diagnostics: readonly Diagnostic[];
  readonly stale: readonly Stale[];
  /** For the next compilation, which makes only what is new. */
  readonly memo: Memo;
  /** Whether its stories are those of the last good compilation, since an error spoils the newest. */
  readonly kept: boolean;
}

/**
 * Compiles every story of a project: facts, prose, figures, pages. Diagnostics are collected over
 * all files and each is reported once, however many stories read the file.
 */
export function compileSite(root: string, memo = new Memo()): Site {
  const diagnostics: Diagnostic[] = [];
  const stale: Stale[] = [];
  const datasets = new Map<
    string,
    Assembled & {readonly inputs: Inputs; readonly problems: readonly Diagnostic[]}
  >();
  const stories: StoryPage[] = [];
  const homes: TextFile[] = [];
  for (const slug of storySlugs(root)) {
    const path = `${folders.stories}/${slug}/story.md`;
    const file = readTextFile(root, path);
    if ("code" in file) {
      diagnostics.push(file);
      const {dataset} = assemble({seeds: [], context: []});
      stories.push({
        slug,
        home: false,
        license: null,
        dataset,
        page: null,
        drawn: null,
        source: null
      });
      continue;
    }
    const {story, diagnostics: problems} = memo.get("story", `${path}\n${file.text}`, () =>
      parseStory(file.text, path)
    );
    diagnostics.push(...problems, ...kindProblems(root, slug));
    const front = story?.front ?? {seeds: [folders.seeds], data: [folders.data]};
    const key = JSON.stringify([front.seeds, front.data]);
    let assembled = datasets.get(key);
    if (assembled === undefined) {
      const {inputs, diagnostics: unread} = readInputs(root, front.seeds, front.data);
      assembled = {...assemble(inputs, memo.get), inputs, problems: unread};
      datasets.set(key, assembled);
      diagnostics.push(...unread, ...assembled.diagnostics);
    }
    const {dataset} = assembled;
    const found = findStale(root, slug, dataset);
    if (found !== null) stale.push(found);
    if (story?.front.home === true) homes.push(file);
    const made =
      story === null
        ? null
        : compileStory(story, dataset, {
            kinds: kindsFor(slug),
            places: assembled.inputs.lock?.fragments,
            memo,
            document: createDocument()
          });
    if (made !== null) diagnostics.push(...made.diagnostics);
    const compiled = made?.compiled ?? null;
    stories.push({
      slug,
      home: story?.front.home ?? false,
      license: story?.front.license ?? null,
      dataset,
      page: compiled?.page ?? null,
      drawn: compiled,
      source: compiled && story && {version: 1, story, inputs: assembled.inputs}
    });
  }
  memo.sweep();
  diagnostics.push(...homeProblems(homes));
  const refused = [...datasets.values()].map((assembled) => assembled.refused);
  return {
    stories,
    diagnostics: sortDiagnostics(withoutConsequences(diagnostics, refused)),
    // Ids that are only refused are not to be taken out of a module.
    stale: refused.some(({some}) => some) ? [] : stale,
    memo,
    kept: false
  };
}

/** Only one story can be at the address of the whole site. */
function homeProblems([first, ...others]: readonly TextFile[]): Diagnostic[] {
  return others.map(({path, text}) => {
    const at = /^["']?home["']?[ \t]*:[ \t]*/m.exec(text);
    return {
      code: "PL403",
      severity: "error",
      message: `home — ${first!.path} is the home story already`,
      file: path,
      ...positionsOf(text)(at === null ? 0 : at.index + at[0].length),
      hint: "remove home: true from one of them"
    };
  });
}

function findStale(root: string, slug: string, dataset: Dataset): Stale | null {
  const path = `${folders.stories}/${slug}/ids.ts`;
  const content = typedIds(dataset, slug);
  if (peekText(root, path) === content) return null;
  return {
    path,
    content,
    diagnostic: {
      code: "PL401",
      severity: "error",
      message: "the generated ids are not those of the data",
      file: path,
      line: 1,
      column: 1,
      hint: "run npm run check -- --write"
    }
  };
}
