import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync
} from "node:fs";
import {dirname, join, posix} from "node:path";
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
 * Reads every YAML file below a folder, or one file, in the order of their paths; what begins with
 * a dot is an editor's own. A path that does not exist gives no file; whoever needs one says so.
 */
export function readYamlFiles(root: string, path: string): FileSet {
  const full = join(root, path);
  if (!existsSync(full)) return {files: [], diagnostics: []};
  let paths = [path];
  try {
    if (statSync(full).isDirectory())
      paths = readdirSync(full, {recursive: true, encoding: "utf8"})
        .map((name) => name.replaceAll("\\", "/"))
        .filter((name) => /\.ya?ml$/.test(name) && !/(?:^|\/)\./.test(name))
        .map((name) => posix.join(path, name))
        .sort();
  } catch (error) {
    return {files: [], diagnostics: [cannotOpen(path, error)]};
  }
  const files: TextFile[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const name of paths) {
    const file = readTextFile(root, name);
    if ("code" in file) diagnostics.push(file);
    else files.push(file);
  }
  return {files, diagnostics};
}

/** Reads one text file of the project; a diagnostic where it cannot be opened or is not UTF-8. */
export function readTextFile(root: string, path: string): TextFile | Diagnostic {
  let bytes: Buffer;
  try {
    bytes = readFileSync(join(root, path));
  } catch (error) {
    return cannotOpen(path, error);
  }
  const text = decodeText(bytes);
  if (text !== null) return {path, text};
  return atStart(path, "PL001", "the file is not UTF-8 text", "save it as UTF-8");
}

/** A file's text as far as it can be read, for showing it; empty where it cannot. */
export function peekText(root: string, path: string): string {
  try {
    return readFileSync(join(root, path), "utf8");
  } catch {
    return "";
  }
}

function cannotOpen(path: string, error: unknown): Diagnostic {
  const reason = String((error as NodeJS.ErrnoException).code);
  const [message, hint] = reasons[reason] ?? [
    `the file cannot be opened (${reason})`,
    "mend it, or move it away"
  ];
  return atStart(path, "PL005", message, hint);
}

const reasons: Readonly<Record<string, readonly [string, string]>> = {
  ENOENT: ["the link leads to no file", "remove it, or put the file there"],
  EISDIR: ["a folder has the name of a file", "rename the folder"],
  EACCES: ["the file may not be read", "allow yourself to read it"],
  ELOOP: ["the link leads to itself", "remove it"]
};

function atStart(file: string, code: string, message: string, hint: string): Diagnostic {
  return {code, severity: "error", message, file, line: 1, column: 1, hint};
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

/** Writes the lock, at once, so that a reader never sees half of one. */
export function writeLock(root: string, lock: Lock): void {
  const path = join(root, folders.lock);
  mkdirSync(dirname(path), {recursive: true});
  writeFileSync(`${path}.new`, `${JSON.stringify(lock, null, 2)}\n`);
  renameSync(`${path}.new`, path);
}
