import {constructFromEvents, parseEvents, YAMLException} from "js-yaml";
import type {z} from "zod";
import type {Diagnostic, Severity} from "../diagnostic.ts";
import {at, describeIssue, innermost} from "./issues.ts";
import {locator} from "./places.ts";
import type {Path, TextFile} from "./places.ts";
import {findMarkup, shortenQuote} from "./text.ts";

/** Keys that JavaScript gives a meaning of its own; no record may be called so. */
export const reservedKeys: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);

/** A file that was read, and where its values stand. */
export interface YamlFile<T> {
  readonly file: TextFile;
  /** What the schema made of it; null when the file cannot be used. */
  readonly value: T | null;
  readonly diagnostics: Diagnostic[];
  /** Where records and keys stood that the schema refused. */
  readonly refused: readonly Path[];
  /** Makes a diagnostic at a value, at the nearest parent that exists if the value does not. */
  report(report: Report): Diagnostic;
}

export interface Report {
  readonly code: string;
  readonly path: Path;
  /** What the message calls the place, where its own keys do not tell. */
  readonly name?: Path;
  readonly message: string;
  readonly hint?: string;
  readonly severity?: Severity;
  /** Point at the key instead of the value. */
  readonly atKey?: boolean;
}

/**
 * Reads one YAML document in the core schema, without aliases, through a zod schema.
 * Mistakes are collected as positioned diagnostics; records that the schema refuses are left out
 * and the others kept, so that one bad claim loses nothing else. Where `prose` is set, the texts are
 * a story's, in which comments are waivers.
 */
export function readYaml<S extends z.ZodType>(
  file: TextFile,
  schema: S,
  {prose = false}: {readonly prose?: boolean} = {}
): YamlFile<z.output<S>> {
  const diagnostics: Diagnostic[] = [];
  const locate = locator(file);
  const report = (r: Report): Diagnostic => ({
    code: r.code,
    severity: r.severity ?? "error",
    message: r.path.length === 0 ? r.message : `${spell(r.name ?? r.path)} — ${r.message}`,
    file: file.path,
    ...locate(r.path, r.atKey ?? false),
    hint: r.hint ?? ""
  });
  const fail = (list: Diagnostic[]): YamlFile<z.output<S>> => ({
    file,
    value: null,
    diagnostics: list,
    refused: [],
    report
  });
  if (!/\S/.test(file.text)) return fail([report(empty)]);
  let data: unknown;
  try {
    const events = parseEvents(file.text, {filename: file.path});
    const documents = constructFromEvents(events, {source: file.text, maxAliases: 0});
    if (documents.length > 1)
      return fail([
        report({
          code: "PL101",
          path: [],
          message: "the file holds more than one YAML document",
          hint: "one document a file"
        })
      ]);
    data = documents[0];
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    return fail([syntaxError(file, error)]);
  }
  if (data === null || data === undefined) return fail([report(empty)]);
  if (mayHoldReserved(file.text))
    dropReserved(data, [], (path) =>
      diagnostics.push(
        report({
          code: "PL120",
          path,
          atKey: true,
          message: `"${String(path.at(-1))}" cannot be a key`,
          hint: "choose another name"
        })
      )
    );
  if (mayHoldMarkup.test(file.text))
    reportMarkup(data, [], prose, (path, found) =>
      diagnostics.push(
        report({code: "PL118", path, message: `holds ${found}`, hint: "write plain words"})
      )
    );
  let result = schema.safeParse(data);
  // What was taken out is missing in the next round, but that is no mistake of the author's.
  const taken = new Map<string, Path>();
  for (let round = 0; !result.success && round < 3; ++round) {
    const issues = result.error.issues.flatMap(innermost);
    for (const issue of issues)
      if (!taken.has(String(issue.path)))
        diagnostics.push(...describeIssue(issue, schema, data, file.text, report));
    for (const issue of issues) {
      const path = prune(data, issue);
      taken.set(String(path), path);
    }
    result = schema.safeParse(data);
  }
  return {
    file,
    value: result.success ? result.data : null,
    diagnostics,
    refused: [...taken.values()],
    report
  };
}

const empty: Report = {
  code: "PL002",
  path: [],
  message: "the file is empty",
  hint: "write its keys, or remove the file"
};

/** A look at the whole file saves one at each of its keys; a backslash can spell any of them. */
function mayHoldReserved(text: string): boolean {
  return text.includes("\\") || [...reservedKeys].some((key) => text.includes(key));
}

// A look at the whole file saves one at each of its texts.
const mayHoldMarkup = /<|(?:script|data)\s*:/i;

/** An address has its own check, and a formula compares with `<`. */
const notWords: ReadonlySet<string> = new Set(["url", "formula"]);

function reportMarkup(
  data: unknown,
  path: Path,
  prose: boolean,
  found: (path: Path, what: string) => void
): void {
  if (typeof data === "string") {
    const text = prose ? data.replace(/<!--.*?-->/gs, "") : data;
    const what = notWords.has(String(path.at(-1))) ? null : findMarkup(text);
    if (what !== null) found(path, what);
  } else if (typeof data === "object" && data !== null)
    for (const [key, value] of Object.entries(data))
      reportMarkup(value, [...path, Array.isArray(data) ? Number(key) : key], prose, found);
}

function syntaxError(file: TextFile, error: YAMLException): Diagnostic {
  const alias = /alias/i.test(error.reason);
  const duplicate = /duplicat/i.test(error.reason);
  const line = (error.mark?.line ?? 0) + 1;
  const column = (error.mark?.column ?? 0) + 1;
  const [code, message, hint] = alias
    ? ["PL103", "aliases are not read", "write the value out"]
    : duplicate
      ? ["PL102", `${error.reason}`, "an id stands once in a file"]
      : [
          "PL101",
          `cannot read the YAML: ${error.reason}`,
          syntaxHint(file.text, line, error.reason)
        ];
  return {code, severity: "error", message, file: file.path, line, column, hint};
}

function syntaxHint(text: string, line: number, reason: string): string {
  const known = reasonHints.find(([pattern]) => pattern.test(reason));
  if (known !== undefined) return known[1];
  const source = text.split(/\r\n|\n|\r/)[line - 1] ?? "";
  if (source.includes("\t")) return "indent with spaces, not tabs";
  if (/^\s*(- )?[\w.@/-]+:\s+["'%@`&*!|>{[]|^\s*(- )?[\w.@/-]+:.*: /.test(source))
    return "put the text in quotes";
  return "look at this line and the one before it: an indentation, a colon or a quote is amiss";
}

const reasonHints: readonly (readonly [RegExp, string])[] = [
  [/deficient indentation/, "close the quote or bracket that stands open, or indent this line"],
  [/maxDepth/, "take levels away"],
  [/quoted scalar|valid JSON character/, "close the quote where the text ends"],
  [/flow collection/, "close the bracket, or put the text in quotes"],
  [/non-printable/, "remove the control character"],
  [/escape sequence|hexadecimal/, "use single quotes, or write \\\\ for a backslash"]
];

/** A dotted path; keys that hold dots read on as they are: `minimax.round.says`. */
export function spell(path: Path): string {
  const shown = sections.has(String(path[0])) ? path.slice(1) : path;
  return (shown.length === 0 ? path : shown).map((key) => shortenQuote(String(key), 60)).join(".");
}

const sections: ReadonlySet<string> = new Set([
  "quantities",
  "tables",
  "relations",
  "events",
  "statements",
  "contrasts",
  "decisions"
]);

/** Takes out what an issue is about, so that the rest can still be used; gives its path. */
function prune(data: unknown, issue: z.core.$ZodIssue): Path {
  const path = issue.path as Path;
  if (issue.code === "unrecognized_keys") {
    const owner = at(data, path);
    if (typeof owner === "object" && owner !== null)
      for (const key of issue.keys) Reflect.deleteProperty(owner, key);
    return [...path, ...issue.keys.slice(0, 1)];
  }
  const depth = depthOf(data, path);
  const record = path.slice(0, Math.min(depth, Math.max(1, path.length)));
  const owner = at(data, record.slice(0, -1));
  // The cells behind one that is taken out keep their places.
  if (Array.isArray(owner)) owner[Number(record.at(-1))] = null;
  else if (typeof owner === "object" && owner !== null && record.length > 0)
    Reflect.deleteProperty(owner, record.at(-1)!);
  return record;
}

/** How far down a record stands: one level in a flat file, two in a section, a cell in its row. */
function depthOf(data: unknown, path: Path): number {
  if (!sections.has(String(path[0]))) return 1;
  if (path[0] !== "tables" || path[2] !== "rows" || path.length < 4) return 2;
  return Array.isArray(at(data, path.slice(0, 4))) ? 5 : 4;
}

function dropReserved(data: unknown, path: Path, found: (path: Path) => void): void {
  if (typeof data !== "object" || data === null) return;
  for (const key of Object.keys(data)) {
    if (!Array.isArray(data) && reservedKeys.has(key)) {
      found([...path, key]);
      Reflect.deleteProperty(data, key);
      continue;
    }
    const value: unknown = (data as Record<string, unknown>)[key];
    if (typeof value === "object" && value !== null) dropReserved(value, [...path, key], found);
  }
}
