import {constructFromEvents, EVENT_ID, parseEvents, SCALAR_STYLE, YAMLException} from "js-yaml";
import type {z} from "zod";
import {shortenQuote as shorten} from "./text.ts";
import {didYouMean, positionsOf} from "../diagnostic.ts";
import type {Diagnostic, Position, Severity} from "../diagnostic.ts";

/** Keys that JavaScript gives a meaning of its own; no record may be called so. */
export const reservedKeys: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);

/** One author's file: path from the project's root, and its text. */
export interface TextFile {
  readonly path: string;
  readonly text: string;
}

export type Path = readonly (string | number)[];

/** A file that was read, and where its values stand. */
export interface YamlFile<T> {
  readonly file: TextFile;
  /** What the schema made of it; null when the file cannot be used. */
  readonly value: T | null;
  readonly diagnostics: Diagnostic[];
  /** Makes a diagnostic at a value, at the nearest parent that exists if the value does not. */
  report(report: Report): Diagnostic;
}

export interface Report {
  readonly code: string;
  readonly path: Path;
  readonly message: string;
  readonly hint?: string;
  readonly severity?: Severity;
  /** Point at the key instead of the value. */
  readonly atKey?: boolean;
}

/**
 * Reads one YAML document in the core schema, without aliases, through a zod schema.
 * Mistakes are collected as positioned diagnostics; records that the schema refuses are left out
 * and the others kept, so that one bad claim loses nothing else.
 */
export function readYaml<S extends z.ZodType>(file: TextFile, schema: S): YamlFile<z.output<S>> {
  const diagnostics: Diagnostic[] = [];
  const locate = locator(file);
  const report = (r: Report): Diagnostic => ({
    code: r.code,
    severity: r.severity ?? "error",
    message: r.path.length === 0 ? r.message : `${spell(r.path)} — ${r.message}`,
    file: file.path,
    ...locate(r.path, r.atKey ?? false),
    hint: r.hint ?? ""
  });
  const fail = (list: Diagnostic[]): YamlFile<z.output<S>> => ({
    file,
    value: null,
    diagnostics: list,
    report
  });
  if (file.text.replace(/^\uFEFF/, "").trim() === "")
    return fail([report({code: "PL002", path: [], message: "the file is empty"})]);
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
  if (data === null || data === undefined)
    return fail([report({code: "PL002", path: [], message: "the file is empty"})]);
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
  let result = schema.safeParse(data);
  for (let round = 0; !result.success && round < 3; ++round) {
    for (const issue of result.error.issues) {
      diagnostics.push(...describeIssue(issue, schema, data, file.text, report));
      prune(data, issue);
    }
    result = schema.safeParse(data);
  }
  return {file, value: result.success ? result.data : null, diagnostics, report};
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
      : ["PL101", `cannot read the YAML: ${error.reason}`, syntaxHint(file.text, line)];
  return {code, severity: "error", message, file: file.path, line, column, hint};
}

function syntaxHint(text: string, line: number): string {
  const source = text.split(/\r\n|\n|\r/)[line - 1] ?? "";
  if (source.includes("\t")) return "indent with spaces, not tabs";
  return /^\s*(- )?[\w.@/-]+:\s+["'%@`&*!|>{[]|^\s*(- )?[\w.@/-]+:.*: /.test(source)
    ? "put the text in quotes"
    : "";
}

/** A dotted path; keys that hold dots read on as they are: `minimax.round.says`. */
export function spell(path: Path): string {
  const shown = sections.has(String(path[0])) ? path.slice(1) : path;
  return (shown.length === 0 ? path : shown).map((key) => shorten(String(key), 60)).join(".");
}

const sections: ReadonlySet<string> = new Set([
  "quantities",
  "relations",
  "events",
  "statements",
  "contrasts",
  "decisions"
]);

function describeIssue(
  issue: z.core.$ZodIssue,
  schema: z.core.$ZodType,
  data: unknown,
  text: string,
  report: (r: Report) => Diagnostic
): Diagnostic[] {
  const path = issue.path as Path;
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) =>
      report({
        code: "PL107",
        path: [...path, key],
        atKey: true,
        message: "is not a key here",
        hint: didYouMean(key, keysAt(schema, path), "remove it")
      })
    );
  const value = at(data, path);
  if (value === undefined)
    return [report({code: "PL108", path, message: "is missing", hint: "add it"})];
  if (issue.code === "invalid_union") {
    const words = issue.errors.flat().some((e) => e.code === "invalid_type");
    return [
      report({
        code: words ? "PL109" : "PL110",
        path,
        message: `${typeName(value)} where words belong`,
        hint: "put it in quotes"
      })
    ];
  }
  if (issue.code === "invalid_type" && issue.expected === "string")
    return [
      report({
        code: "PL109",
        path,
        message: `${typeName(value)} where words belong`,
        hint: `put it in quotes: "${shorten(String(value), 30)}"`
      })
    ];
  if (value === "") return [emptyText(path, text, report)];
  return [report({code: "PL110", path, message: issue.message})];
}

function emptyText(path: Path, text: string, report: (r: Report) => Diagnostic): Diagnostic {
  const d = report({
    code: "PL109",
    path,
    atKey: true,
    message: "is empty",
    hint: "write the words"
  });
  const line = text.split(/\r\n|\n|\r/)[d.line - 1] ?? "";
  const typed = /:\s*([>|].*)$/.exec(line)?.[1];
  return typed === undefined ? d : {...d, hint: `put it in quotes: "${shorten(typed, 30)}"`};
}

/** The keys that a schema admits at a path; empty where any key may stand. */
function keysAt(schema: z.core.$ZodType, path: Path): string[] {
  const def = schema._zod.def as {
    innerType?: z.core.$ZodType;
    shape?: Record<string, z.core.$ZodType>;
    valueType?: z.core.$ZodType;
    element?: z.core.$ZodType;
    in?: z.core.$ZodType;
  };
  const inner = def.innerType ?? def.in;
  if (inner !== undefined) return keysAt(inner, path);
  if (path.length === 0) return Object.keys(def.shape ?? {});
  const next = def.shape?.[String(path[0])] ?? def.valueType ?? def.element;
  return next === undefined ? [] : keysAt(next, path.slice(1));
}

function typeName(value: unknown): string {
  if (value === null) return "nothing";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "a mapping";
  return typeof value === "number" ? `a number (${value})` : `a ${typeof value}`;
}

function at(data: unknown, path: Path): unknown {
  let value = data;
  for (const key of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string | number, unknown>)[key];
  }
  return value;
}

/** Takes out what an issue is about, so that the rest of the file can still be used. */
function prune(data: unknown, issue: z.core.$ZodIssue): void {
  const path = issue.path as Path;
  if (issue.code === "unrecognized_keys") {
    const owner = at(data, path);
    if (typeof owner === "object" && owner !== null)
      for (const key of issue.keys) Reflect.deleteProperty(owner, key);
    return;
  }
  // A record is what stands two levels down (`quantities.x`), or one down in a flat file.
  const depth = sections.has(String(path[0])) ? 2 : 1;
  const record = path.slice(0, Math.min(depth, Math.max(1, path.length)));
  const owner = at(data, record.slice(0, -1));
  if (typeof owner === "object" && owner !== null && record.length > 0)
    Reflect.deleteProperty(owner, record.at(-1)!);
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

// Positions are only needed for diagnostics, so the index is built at the first one.
interface Place {
  readonly start: number;
  readonly children: Map<string, {readonly key: number; readonly value: Place}>;
}

function locator(file: TextFile): (path: Path, atKey: boolean) => Position {
  let root: Place | null = null;
  let position: ((offset: number) => Position) | null = null;
  return (path, atKey) => {
    position ??= positionsOf(file.text);
    root ??= places(file);
    let place = root;
    let offset = root.start;
    for (const [i, step] of path.entries()) {
      const child = place.children.get(String(step));
      if (child === undefined) break;
      const last = i === path.length - 1;
      const mapping = typeof step === "string";
      // Where something below is missing, the parent's key is the place to look.
      const missing = !last && !child.value.children.has(String(path[i + 1]));
      offset = mapping && ((last && atKey) || missing) ? child.key : child.value.start;
      place = child.value;
    }
    return position(offset);
  };
}

function places(file: TextFile): Place {
  const empty: Place = {start: 0, children: new Map()};
  let events: ReturnType<typeof parseEvents>;
  try {
    events = parseEvents(file.text, {filename: file.path});
  } catch {
    return empty;
  }
  const [first, second] = events;
  if (first?.type !== EVENT_ID.DOCUMENT || second === undefined || second.type === EVENT_ID.POP)
    return empty;
  let i = 1;
  const read = (): Place => {
    const event = events[i++]!;
    if (event.type === EVENT_ID.SCALAR) {
      const quoted =
        event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED;
      return {start: Math.max(0, event.valueStart - (quoted ? 1 : 0)), children: new Map()};
    }
    const place: Place = {start: "start" in event ? event.start : 0, children: new Map()};
    if (event.type === EVENT_ID.SEQUENCE) {
      for (let n = 0; events[i]!.type !== EVENT_ID.POP; ++n) {
        const value = read();
        place.children.set(String(n), {key: value.start, value});
      }
      i++;
    } else if (event.type === EVENT_ID.MAPPING) {
      while (events[i]!.type !== EVENT_ID.POP) {
        const key = events[i]!;
        const name =
          key.type === EVENT_ID.SCALAR
            ? unquoted(file.text.slice(key.valueStart, key.valueEnd))
            : `?${i}`;
        const start = read().start;
        place.children.set(name, {key: start, value: read()});
      }
      i++;
    }
    return place;
  };
  return read();
}

function unquoted(key: string): string {
  return key.replace(/\\(["\\/])/g, "$1").replaceAll("''", "'");
}
