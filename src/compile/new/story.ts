import {readFileSync, statSync} from "node:fs";
import {basename, dirname} from "node:path";
import type {Diagnostic} from "../../diagnostic.ts";
import {emptyLock, replaceSources} from "../../facts/lock.ts";
import type {Lock} from "../../facts/lock.ts";
import {textOf} from "../contents.ts";
import {countHarvest, findHarvest, sha256} from "../harvest.ts";
import type {Harvested} from "../harvest.ts";
import {folders} from "../project.ts";
import {verifySources} from "../verify.ts";
import {findCandidates} from "./candidates.ts";
import {tryStory} from "./compose.ts";
import {
  draftEntities,
  draftMeasures,
  draftProse,
  draftScenes,
  draftSource,
  nameClaims
} from "./draft.ts";
import type {DraftScene} from "./draft.ts";
import {beforeSample, documentOpening, sampleFiles, samplePart} from "./templates.ts";
import type {StoryFiles} from "./templates.ts";

/** A story that can be written. */
export interface NewStory {
  readonly files: StoryFiles;
  /** The project's lock with what was found in the document; null where it stays as it is. */
  readonly lock: Lock | null;
  /** What its author should know, in a line each. */
  readonly notes: readonly string[];
}

/** Why there is none. */
export interface Refusal {
  readonly error: string;
}

/** A document as far as a new story needs it. */
interface Document {
  readonly path: string;
  readonly name: string;
  readonly sha256: string;
  readonly text: string;
}

/** Makes the sample story. */
export function makeSample(slug: string, lock: Lock | undefined): NewStory | Refusal {
  return finish(slug, sampleFiles(slug), {lock, found: null, notes: []});
}

/**
 * Makes a story from a document: claims for what can stand as it is, in scenes, the rest as comments,
 * and the sample's scenes after them. Where nothing can stand, the sample alone.
 */
export async function makeFromDocument(
  slug: string,
  path: string,
  lock: Lock | undefined
): Promise<NewStory | Refusal> {
  const document = await openDocument(path);
  if ("error" in document) return document;
  const harvest = findHarvest(document.text);
  const kept: DraftScene[] = [];
  for (const scene of draftScenes(findCandidates(document.text, harvest))) {
    // Alone first, so that a scene that cannot be drawn takes no other with it.
    const {files, lock: all} = await compose(slug, document, harvest, [scene], lock);
    if (tryStory(slug, files, all).diagnostics.length === 0) kept.push(scene);
  }
  const {files, lock: all, diagnostics} = await compose(slug, document, harvest, kept, lock);
  if (diagnostics.length > 0) return refuse(diagnostics);
  if (harvest.length === 0) {
    const notes = [`${document.name} has no quantity that can be read; this is the sample.`];
    return finish(slug, sampleFiles(slug), {lock, found: null, notes});
  }
  const live = kept.flatMap(({claims}) => claims).length;
  const place = `${folders.stories}/${slug}/seeds/document.yaml`;
  const notes = [
    live === 0
      ? `${countHarvest(harvest)} found in ${document.name}, none of which can stand as it is: comments in ${place}.`
      : `${countHarvest(harvest)} found in ${document.name}: ${live} ${live === 1 ? "is a claim" : "are claims"}, the others comments in ${place}.`
  ];
  return finish(slug, files, {lock: all, found: all, notes});
}

/** The story's files, with the lock that has what was found in the document. */
async function compose(
  slug: string,
  document: Document,
  harvest: readonly Harvested[],
  scenes: readonly DraftScene[],
  lock: Lock | undefined
): Promise<{files: StoryFiles; lock: Lock; diagnostics: readonly Diagnostic[]}> {
  const claims = nameClaims(scenes);
  const sample = sampleFiles(slug);
  const source = draftSource(slug, document, harvest, claims);
  const seed = {path: `${folders.stories}/${slug}/seeds/document.yaml`, text: source};
  const found = await verifySources([seed], dirname(document.path));
  const own: StoryFiles =
    claims.length === 0
      ? {}
      : {
          "story.md": `${documentOpening(slug)}\n${draftProse(slug, scenes, claims)}\n${announced(samplePart(sample["story.md"]!))}`,
          "data/entities.yaml": beforeSample(sample["data/entities.yaml"]!, draftEntities(claims)),
          "data/measures.yaml": beforeSample(sample["data/measures.yaml"]!, draftMeasures(claims))
        };
  return {
    files: {...sample, ...own, "seeds/document.yaml": source},
    lock: replaceSources(lock ?? emptyLock, found.lock),
    diagnostics: found.diagnostics
  };
}

/** The sample's scenes under a title that says so, since they stand below what is no sample. */
function announced(scenes: string): string {
  const words =
    "This bakery, its report and the letter about it are made up: a figure of each kind.";
  return scenes.replace("\n", `\n\n## From here on, a sample\n\n${words}\n`);
}

/** The story with its generated ids; refused where anything would be wrong with it. */
function finish(
  slug: string,
  files: StoryFiles,
  made: {lock: Lock | undefined; found: Lock | null; notes: readonly string[]}
): NewStory | Refusal {
  const {ids, diagnostics} = tryStory(slug, files, made.lock);
  if (diagnostics.length > 0) return refuse(diagnostics);
  return {files: {...files, "ids.ts": ids}, lock: made.found, notes: made.notes};
}

function refuse([first]: readonly Diagnostic[]): Refusal {
  const {file, line, message} = first!;
  return {error: `the story would not be sound: ${file}:${line} ${message}`};
}

async function openDocument(path: string): Promise<Document | Refusal> {
  const name = basename(path);
  let bytes: Buffer;
  try {
    if (statSync(path).isDirectory()) return {error: `${path} is a folder, not a document`};
    bytes = readFileSync(path);
  } catch (error) {
    const {code = ""} = error as NodeJS.ErrnoException;
    const why = code === "ENOENT" || code === "ENOTDIR" ? "there is no document" : "cannot open";
    return {error: `${why} ${path}${code === "ENOENT" ? "" : ` (${code})`}`};
  }
  const contents = await textOf(bytes);
  if ("error" in contents) return {error: `${path} ${contents.error}; ${contents.hint}`};
  return {path, name, sha256: sha256(bytes), text: contents.text};
}
