import {stripVTControlCharacters} from "node:util";
import {positionsOf} from "../diagnostic.ts";
import type {Diagnostic, Position} from "../diagnostic.ts";
import {kindsIn} from "../figure/kind.ts";
import type {Kind} from "../figure/kind.ts";
import {folders, peekText} from "./project.ts";

type Module = Readonly<Record<string, unknown>>;
type Loaded = {readonly path: string} & ({readonly module: Module} | {readonly error: Failure});

/** An error, as text: its stack names the lines that were written only while the runner is open. */
interface Failure {
  readonly message: string;
  readonly stack: string;
}

const builtIn = import.meta.glob<Module>("../figure/kinds/*.ts", {eager: true});

// Here and now, because the commands' module runner is closed once a command's modules are loaded;
// and one by one, because a mistake in one story's code is that story's.
const ofStories: readonly Loaded[] = await Promise.all(
  Object.entries(import.meta.glob<Module>("../../stories/*/figures/*.ts")).map(
    async ([name, load]): Promise<Loaded> => {
      const path = name.replace("../../", "");
      return load().then(
        (module) => ({path, module}),
        (error: unknown) => ({path, error: failureOf(error)})
      );
    }
  )
);

/** The kinds that a story can use: ours, and those in its own `figures/` folder, by name. */
export function kindsFor(slug: string): Readonly<Record<string, Kind>> {
  const own = filesOf(slug).flatMap((file) => ("module" in file ? [file.module] : []));
  return kindsIn([...Object.values(builtIn), ...own]);
}

/** What is wrong with the files of a story's own kinds that could not be run. */
export function kindProblems(root: string, slug: string): Diagnostic[] {
  return filesOf(slug).flatMap((file): Diagnostic[] => {
    if (!("error" in file)) return [];
    const {message, file: at, line, column} = explain(root, file.path, file.error);
    const hint = "correct the code; its figures are missing until then";
    return [{code: "PL402", severity: "error", message, file: at, line, column, hint}];
  });
}

function filesOf(slug: string): readonly Loaded[] {
  return ofStories.filter(({path}) => path.startsWith(`${folders.stories}/${slug}/`));
}

function failureOf(error: unknown): Failure {
  if (!(error instanceof Error)) return {message: String(error), stack: ""};
  const {message, stack = ""} = error;
  return {message: stripVTControlCharacters(message), stack: stripVTControlCharacters(stack)};
}

/** What an error of a module says, and where in the story's code it says so. */
function explain(
  root: string,
  path: string,
  {message: full, stack}: Failure
): Position & {readonly message: string; readonly file: string} {
  const missing =
    /^(?:Failed to load url|Cannot find module) '?([^\s']+)'? .*?(\bstories\/[^\s']+\.ts)/.exec(
      full
    );
  if (missing !== null) {
    const [, module = "", file = path] = missing;
    const text = peekText(root, file);
    const offset = Math.max(0, text.indexOf(module) - 1);
    return {message: `there is no "${module}" to import`, file, ...positionsOf(text)(offset)};
  }
  const [line = "", ...rest] = full.split("\n").filter((part) => part.trim() !== "");
  const syntax = /^\[\w+\] (.*)$/m.exec(rest.join("\n"))?.[1];
  // What is imported is called by the compiler's own name for it.
  const said = syntax === undefined ? line : syntax.charAt(0).toLowerCase() + syntax.slice(1);
  const message = said.replace(/\(0 , __vite_ssr_import_\d+__\.(\w+)\)/g, "$1");
  const at = /(stories\/[^\s:()]+\.ts):(\d+):(\d+)/.exec(syntax === undefined ? stack : full);
  return {
    message: `the code fails: ${message}`,
    file: at?.[1] ?? path,
    line: Number(at?.[2] ?? 1),
    column: Number(at?.[3] ?? 1)
  };
}
