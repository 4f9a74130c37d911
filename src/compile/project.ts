import {existsSync, readdirSync, readFileSync, statSync} from "node:fs";
import {join, posix} from "node:path";
import type {Diagnostic} from "../diagnostic.ts";
import {Lock} from "../facts/lock.ts";
import type {TextFile} from "../facts/places.ts";
import {decodeText} from "./text.ts";

/** Where a project's parts are, from its root. */
export const folders = {
  seeds: "seeds",
  data: "data",
  stories: "stories",
  lock: "seeds/seeds.lock"
} as const;

/** Files of one kind, and what could not be read of them. */
export interface FileSet {
  readonly files: readonly TextFile[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads every YAML file below a folder, or one file, in the order of their paths.
 * A path that does not exist gives no file; whoever needs one says so.
 */
export function readYamlFiles(root: string, path: string): FileSet {
  const full = join(root, path);
  if (!existsSync(full)) return {files: [], diagnostics: []};
  const paths = statSync(full).isDirectory()
    ? readdirSync(full, {recursive: true, encoding: "utf8"})
        .map((name) => posix.join(path, name.replaceAll("\\", "/")))
        .filter((name) => /\.ya?ml$/.test(name) && statSync(join(root, name)).isFile())
        .sort()
    : [path];
  const files: TextFile[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const name of paths) {
    const file = readTextFile(root, name);
    if ("code" in file) diagnostics.push(file);
    else files.push(file);
  }
  return {files, diagnostics};
}

/** Reads one text file of the project; a diagnostic where it is not UTF-8. */
export function readTextFile(root: string, path: string): TextFile | Diagnostic {
  const text = decodeText(readFileSync(join(root, path)));
  if (text !== null) return {path, text};
  return {
    code: "PL001",
    severity: "error",
    message: "the file is not UTF-8 text",
    file: path,
    line: 1,
    column: 1,
    hint: "save it as UTF-8"
  };
}

/** The names of the stories: every folder of `stories/` that has a `story.md`. */
export function storySlugs(root: string): string[] {
  const folder = join(root, folders.stories);
  if (!existsSync(folder)) return [];
  return readdirSync(folder, {withFileTypes: true})
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, "story.md")))
    .map((entry) => entry.name)
    .sort();
}

/** Reads the lock; a project that was never verified has none. */
export function readLock(root: string): {lock: Lock | undefined; diagnostics: Diagnostic[]} {
  const path = join(root, folders.lock);
  if (!existsSync(path)) return {lock: undefined, diagnostics: []};
  let data: unknown = null;
  try {
    data = JSON.parse(readFileSync(path, "utf8"));
  } catch {
    // Falls through to the diagnostic: what is not JSON is not a lock.
  }
  const result = Lock.safeParse(data);
  if (result.success) return {lock: result.data, diagnostics: []};
  return {
    lock: undefined,
    diagnostics: [
      {
        code: "PL127",
        severity: "error",
        message: "the lock cannot be read",
        file: folders.lock,
        line: 1,
        column: 1,
        hint: "write it anew with verify"
      }
    ]
  };
}
