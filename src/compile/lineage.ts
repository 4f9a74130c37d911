import {readdirSync, existsSync} from "node:fs";
import {join, posix} from "node:path";
import {didYouMean, positionsOf} from "../diagnostic.ts";
import type {Position} from "../diagnostic.ts";
import {assemble} from "../facts/assemble.ts";
import type {Assembled, Inputs} from "../facts/assemble.ts";
import {readFactKey} from "../facts/ids.ts";
import {lineageOf} from "../facts/lineage.ts";
import type {RecordKind, Relative} from "../facts/lineage.ts";
import {locator} from "../facts/places.ts";
import type {TextFile} from "../facts/places.ts";
import {closureOf} from "../figure/records.ts";
import {parseStory} from "../story/parse.ts";
import {usesOf} from "../story/uses.ts";
import type {Use} from "../story/uses.ts";
import {folders, peekText, readTextFile, storySlugs} from "./project.ts";
import {readInputs} from "./sources.ts";

/** A place in an author's file. */
interface Place extends Position {
  readonly file: string;
}

/** Something that is written in a data file, and where. */
interface Written extends Place {
  readonly id: string;
  readonly kind: RecordKind | "entity" | "measure" | "decision";
  /** How many records away it is from what was asked for, 1 for those beside it. */
  readonly steps: number;
}

/** A place of a story, or of the code of its figures, that follows. */
interface Follower extends Place {
  readonly how: Use["how"] | "code";
  readonly scene: string | null;
  readonly step: string | null;
  /** What of it is read there: what was asked for, or what depends on that. */
  readonly ids: readonly string[];
}

/** What `lineage` answers. */
export interface Answer extends Written {
  readonly dependsOn: readonly Written[];
  readonly dependents: readonly Written[];
  readonly uses: readonly Follower[];
}

/**
 * Follows a record of a project both ways, down to the lines of the stories and of their figures' code
 * that follow from it. Gives what is wrong, with a hint, where no story has a record of the id.
 */
export function traceLineage(root: string, id: string): Answer | {error: string; hint: string} {
  const found: Answer[] = [];
  const uses: Follower[] = [];
  const known = new Set<string>();
  let isWhole = true;
  for (const slug of storySlugs(root)) {
    const path = `${folders.stories}/${slug}/story.md`;
    const file = readTextFile(root, path);
    const {story} = "code" in file ? {story: null} : parseStory(file.text, path);
    if (story === null) {
      isWhole = false;
      continue;
    }
    const {inputs} = readInputs(root, story.front.seeds, story.front.data);
    const assembled = assemble(inputs);
    const {dataset} = assembled;
    if (assembled.diagnostics.some(({severity}) => severity === "error")) isWhole = false;
    for (const {sources, claims, facts} of [dataset])
      for (const name of [sources, claims, facts].flatMap(Object.keys)) known.add(name);
    const lineage = lineageOf(dataset, id);
    if (lineage === null) continue;
    const written = ({id, kind, steps}: Relative): Written => ({
      id,
      kind,
      steps,
      ...placeOf(assembled, id)
    });
    const {kind, dependsOn, dependents} = lineage;
    found.push({
      ...written({id, kind, steps: 0}),
      dependsOn: [...dependsOn.map(written), ...namesOf(inputs, dataset.facts, id)],
      dependents: dependents.map(written),
      uses
    });
    const following = new Set([id, ...dependents.map((each) => each.id)]);
    const read = (reads: readonly string[]): string[] =>
      reads.filter((each) => following.has(each));
    for (const {reads, ...use} of usesOf(story, dataset)) {
      const ids = read(reads);
      if (ids.length > 0) uses.push({file: path, ...use, ids});
    }
    for (const {id: name, ...place} of idsInCode(root, slug)) {
      const ids = read(closureOf(dataset, [name]));
      if (ids.length > 0) uses.push({...place, how: "code", scene: null, step: null, ids});
    }
  }
  if (found[0] !== undefined) return found[0];
  const hint = isWhole ? didYouMean(id, known) : "some of it cannot be read: run npm run check";
  return {error: `no record is called "${id}"`, hint};
}

/** Where a record is written; a fact that documents state, where the claim that it prints is. */
function placeOf({dataset, placeOf: at}: Assembled, id: string): Place {
  const fact = Object.hasOwn(dataset.facts, id) ? dataset.facts[id]! : null;
  const claim = fact?.preferred ?? fact?.claims[0];
  return (claim === undefined ? null : at(claim)) ?? at(id) ?? {file: "", line: 1, column: 1};
}

/** What a fact or a claim takes from the other data files: names, unit and floor, and a decision. */
function namesOf(inputs: Inputs, facts: Readonly<Record<string, unknown>>, id: string): Written[] {
  const key = readFactKey(id.slice(id.indexOf(":") + 1));
  if (key === null) return [];
  const written = (
    file: TextFile | undefined,
    kind: Written["kind"],
    name: string,
    path: readonly string[]
  ): Written[] => {
    if (file === undefined) return [];
    const locate = locator(file);
    const place = locate(path, true);
    // A path that is not there is told by its parent's place.
    const parent = locate(path.slice(0, -1), true);
    const isThere = place.line !== parent.line || path.length === 1;
    return isThere ? [{id: name, kind, steps: 1, file: file.path, ...place}] : [];
  };
  return [
    ...written(inputs.entities, "entity", key.subject, [key.subject]),
    ...written(inputs.measures, "measure", key.measure, [key.measure]),
    ...(Object.hasOwn(facts, key.fact)
      ? written(inputs.reconcile, "decision", key.fact, ["decisions", key.fact])
      : [])
  ];
}

/** The ids that the code of a story's own figures names, and where. */
function* idsInCode(root: string, slug: string): Generator<Place & {readonly id: string}> {
  const folder = `${folders.stories}/${slug}/figures`;
  if (!existsSync(join(root, folder))) return;
  for (const name of readdirSync(join(root, folder), {recursive: true, encoding: "utf8"}).sort()) {
    if (!name.endsWith(".ts")) continue;
    const file = posix.join(folder, name.replaceAll("\\", "/"));
    const text = peekText(root, file);
    const position = positionsOf(text);
    for (const {1: id = "", index} of text.matchAll(/["'`]([A-Za-z][^"'`\s]*[.:][^"'`\s]+)["'`]/g))
      yield {id, file, ...position(index + 1)};
  }
}
