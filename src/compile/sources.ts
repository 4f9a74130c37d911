import {basename} from "node:path";
import type {Diagnostic} from "../diagnostic.ts";
import type {Inputs} from "../facts/assemble.ts";
import type {TextFile} from "../facts/places.ts";
import {parseStory} from "../story/parse.ts";
import {folders, readLock, readTextFile, readYamlFiles, storySlugs} from "./project.ts";

const single = ["entities", "measures", "derived", "assumptions", "reconcile"] as const;
type Single = (typeof single)[number];

/**
 * Reads the texts of a dataset: every file of the `seeds` folders is a source; in the `data`
 * folders the files of `context/` are sources and the others go by their names.
 */
export function readInputs(
  root: string,
  seeds: readonly string[],
  data: readonly string[]
): {inputs: Inputs; diagnostics: Diagnostic[]} {
  const diagnostics: Diagnostic[] = [];
  const read = (paths: readonly string[]): TextFile[] =>
    paths.flatMap((path) => {
      const set = readYamlFiles(root, path);
      diagnostics.push(...set.diagnostics);
      return [...set.files];
    });
  const complain = (path: string, code: string, message: string, hint: string): void => {
    diagnostics.push({code, severity: "error", message, file: path, line: 1, column: 1, hint});
  };
  const context: TextFile[] = [];
  const named: Partial<Record<Single, TextFile>> = {};
  for (const file of read(data)) {
    const name = basename(file.path).replace(/\.ya?ml$/, "");
    if (/(^|\/)context\//.test(file.path)) context.push(file);
    else if (!isSingle(name))
      complain(
        file.path,
        "PL004",
        `nothing reads ${basename(file.path)}`,
        `data files are called ${single.join(", ")}; other sources stand in context/`
      );
    else if (named[name] !== undefined)
      complain(file.path, "PL003", `a second ${name} file`, `the first is ${named[name].path}`);
    else named[name] = file;
  }
  const {lock, diagnostics: lockProblems} = readLock(root);
  diagnostics.push(...lockProblems);
  return {inputs: {seeds: read(seeds), context, ...named, lock}, diagnostics};
}

function isSingle(name: string): name is Single {
  return (single as readonly string[]).includes(name);
}

/** The folders that one dataset is read from. */
export interface InputFolders {
  readonly seeds: readonly string[];
  readonly data: readonly string[];
}

/**
 * The folders of every dataset of a project: those that are read where a story names none, then those
 * that stories name; each once. With `only`, those of that story.
 */
export function inputFolders(root: string, only?: string): InputFolders[] {
  const usual: InputFolders = {seeds: [folders.seeds], data: [folders.data]};
  const named = (only === undefined ? storySlugs(root) : [only]).map((slug): InputFolders => {
    const path = `${folders.stories}/${slug}/story.md`;
    const file = readTextFile(root, path);
    const front = "code" in file ? undefined : parseStory(file.text, path).story?.front;
    return front === undefined ? usual : {seeds: front.seeds, data: front.data};
  });
  const all = only === undefined ? [usual, ...named] : named;
  return [...new Map(all.map((set) => [JSON.stringify(set), set])).values()];
}
