import {readFileSync, statSync} from "node:fs";
import {join} from "node:path";
import {sortDiagnostics} from "../diagnostic.ts";
import type {Diagnostic} from "../diagnostic.ts";
import {formatSpoken} from "../format.ts";
import {recordId} from "../facts/ids.ts";
import {readingOf} from "../facts/lock.ts";
import type {Lock, Reading} from "../facts/lock.ts";
import {SourceFile} from "../facts/source.ts";
import {cellsOf} from "../facts/table.ts";
import {shortenQuote} from "../facts/text.ts";
import {readYaml} from "../facts/yaml.ts";
import type {TextFile} from "../facts/places.ts";
import type {Place} from "../facts/registry.ts";
import type {YamlFile} from "../facts/yaml.ts";
import {textOf} from "./contents.ts";
import {lineCounter, locate, toPlainText} from "./document.ts";
import type {NotFound} from "./document.ts";
import {sha256} from "./harvest.ts";
import {findCut} from "./surroundings.ts";
import type {Cut} from "./surroundings.ts";

export interface Verification {
  /** What was found; to be written only when nothing is wrong. */
  readonly lock: Lock;
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: number;
  readonly fragments: number;
}

/**
 * Checks every fragment of the source files against the documents in a folder: the document is the
 * one that was read (by its SHA-256), and each `says` stands in it, once, or nearest to its `near`.
 * Warns where the words around a fragment change its number. Sources without a document are passed
 * over.
 */
export async function verifySources(
  files: readonly TextFile[],
  documents: string
): Promise<Verification> {
  const diagnostics: Diagnostic[] = [];
  const lock: Lock = {version: 1, sources: {}, fragments: {}};
  for (const file of files) {
    const yaml = readYaml(file, SourceFile);
    diagnostics.push(...yaml.diagnostics);
    if (yaml.value?.source.document === undefined) continue;
    diagnostics.push(...(await verifySource(yaml, yaml.value, documents, lock)));
  }
  return {
    lock,
    diagnostics: sortDiagnostics(diagnostics),
    sources: Object.keys(lock.sources).length,
    fragments: Object.keys(lock.fragments).length
  };
}

async function verifySource(
  yaml: YamlFile<SourceFile>,
  input: SourceFile,
  documents: string,
  lock: Lock
): Promise<Diagnostic[]> {
  const {source} = input;
  const name = source.document!;
  // Two stories may keep apart what they read, but there is one lock.
  if (Object.hasOwn(lock.sources, source.id))
    return [
      yaml.report({
        code: "PL102",
        path: ["source", "id"],
        message: `"${source.id}" is the id of two sources`,
        hint: "give one of them another id"
      })
    ];
  const path = join(documents, name);
  // The name is checked here too: verify must never read outside the folder that it was given.
  if (!/^[^/\\:]+$/.test(name) || name === "." || name === "..")
    return [
      yaml.report({
        code: "PL119",
        path: ["source", "document"],
        message: "leaves the documents' folder",
        hint: "name a file, without folders"
      })
    ];
  if (statSync(path, {throwIfNoEntry: false})?.isFile() !== true)
    return [
      yaml.report({
        code: "PL124",
        path: ["source", "document"],
        message: `${name} is not in the documents' folder`,
        hint: "name the folder with --documents DIR"
      })
    ];
  const bytes = readFileSync(path);
  const hash = sha256(bytes);
  if (source.sha256 !== hash)
    return [
      yaml.report({
        code: "PL123",
        path: source.sha256 === undefined ? ["source"] : ["source", "sha256"],
        message:
          source.sha256 === undefined
            ? "the source has no sha256"
            : "the document is not the one that was read: its SHA-256 differs",
        hint: `the file's is ${hash}`
      })
    ];
  const contents = await textOf(bytes);
  if ("error" in contents) {
    const {error, hint} = contents;
    const path = ["source", "document"];
    return [yaml.report({code: "PL001", path, message: `${name} ${error}`, hint})];
  }
  const {text} = contents;
  const document = toPlainText(text);
  const lineOf = lineCounter(text);
  const diagnostics: Diagnostic[] = [];
  lock.sources[source.id] = {document: name, sha256: hash};
  const verify = (key: string, record: Fragment, place: Place, isQuantity: boolean): void => {
    const {says, near} = record;
    const found = locate(document, lineOf, says, near);
    if (typeof found === "string") diagnostics.push(notFound(place, found, says, near));
    else {
      lock.fragments[recordId(source.id, key)] = {says, ...found, reading: readingOf(record)};
      const cut = isQuantity ? findCut(text, found.start, found.end) : null;
      if (cut !== null) diagnostics.push(tooShort(place, cut));
    }
  };
  for (const section of ["quantities", "relations", "events", "statements"] as const)
    for (const [key, record] of Object.entries(input[section]))
      verify(key, record, {file: yaml, path: [section, key]}, section === "quantities");
  for (const [name, table] of Object.entries(input.tables))
    for (const {key, claim, ...place} of cellsOf(yaml, name, table))
      verify(key, claim, place, true);
  return diagnostics;
}

type Fragment = Partial<Reading> & {readonly says: string; readonly near?: string | undefined};

/** The document's words beside a fragment belong to its number: without them it claims more. */
function tooShort({file, path}: Place, {alone, whole}: Cut): Diagnostic {
  return file.report({
    code: "PL129",
    severity: "warning",
    path: [...path, "says"],
    message: `reads as ${formatSpoken(alone)}, but with the document's words around it as ${formatSpoken(whole)}`,
    hint: `quote the hedge too: ${shortenQuote(whole.verbatim)}`
  });
}

function notFound(
  {file, path}: Place,
  why: NotFound,
  says: string,
  near: string | undefined
): Diagnostic {
  const field = why.startsWith("near") ? "near" : "says";
  const words = shortenQuote(field === "near" ? (near ?? "") : says);
  const absent = why === "absent" || why === "near is absent";
  return file.report({
    code: absent ? "PL121" : "PL122",
    path: [...path, field],
    message: absent
      ? `"${words}" is not in the document`
      : `"${words}" stands in the document more than once`,
    hint: absent
      ? "copy the words as the document prints them"
      : `add near: with words beside it${path[0] === "tables" ? ": {says: …, near: …}" : ""}`
  });
}
