import {didYouMean, sortDiagnostics} from "../diagnostic.ts";
import type {Diagnostic, Position} from "../diagnostic.ts";
import {assume} from "./assume.ts";
import {checkSides} from "./checks.ts";
import {collectSource, emptyCollection} from "./collect.ts";
import type {Collected} from "./collect.ts";
import type {Dataset, Fact} from "./dataset.ts";
import {derive} from "./derive.ts";
import {isName} from "./ids.ts";
import {AssumptionsFile, DerivedFile, EntitiesFile, MeasuresFile, ReconcileFile} from "./inputs.ts";
import {emptyLock} from "./lock.ts";
import type {Lock} from "./lock.ts";
import {checkReasons} from "./own-words.ts";
import {findNamesakes} from "./namesakes.ts";
import {isOwnUnit} from "./reading.ts";
import {reconcile} from "./reconcile.ts";
import {findRefused, nothingRefused} from "./refused.ts";
import type {Refused} from "./refused.ts";
import {complain, enter} from "./registry.ts";
import type {Registry} from "./registry.ts";
import {makeAnew} from "./remember.ts";
import type {Remember} from "./remember.ts";
import {SourceFile} from "./source.ts";
import {readYaml} from "./yaml.ts";
import type {Path, TextFile} from "./places.ts";
import type {YamlFile} from "./yaml.ts";

/** The texts that a dataset is compiled from. */
export interface Inputs {
  readonly seeds: readonly TextFile[];
  readonly context: readonly TextFile[];
  readonly entities?: TextFile | undefined;
  readonly measures?: TextFile | undefined;
  readonly derived?: TextFile | undefined;
  readonly assumptions?: TextFile | undefined;
  readonly reconcile?: TextFile | undefined;
  readonly lock?: Lock | undefined;
}

/** What compiling gives: the dataset, every diagnostic in order, and where each id was written. */
export interface Assembled {
  readonly dataset: Dataset;
  readonly diagnostics: readonly Diagnostic[];
  /** What is missing from the dataset though it was declared. */
  readonly refused: Refused;
  /** Where an id stands; null for one that was never written down. */
  placeOf(id: string): ({readonly file: string} & Position) | null;
  /** The file and the record in it that an id was made from. */
  inputOf(id: string): {readonly file: string; readonly path: Path} | null;
}

/**
 * Compiles the texts into a dataset: reads every claim, brings the claims about each fact together,
 * computes what is derived. Author mistakes are collected; whatever is sound is kept. What `remember`
 * has of the same words is not read again.
 */
export function assemble(inputs: Inputs, remember: Remember = makeAnew): Assembled {
  const diagnostics: Diagnostic[] = [];
  const readFile = <S extends Parameters<typeof readYaml>[1]>(file: TextFile, schema: S) =>
    remember("yaml", `${file.path}\n${file.text}`, () => readYaml(file, schema));
  const read = <S extends Parameters<typeof readYaml>[1]>(file: TextFile | undefined, schema: S) =>
    file === undefined ? null : readFile(file, schema);
  const entities = read(inputs.entities, EntitiesFile);
  const measures = read(inputs.measures, MeasuresFile);
  const registry: Registry = {
    entities: new Map(Object.entries(entities?.value ?? {})),
    measures: new Map(Object.entries(measures?.value ?? {})),
    diagnostics,
    times: new Set(),
    places: new Map(),
    remember
  };
  for (const file of [entities, measures]) if (file !== null) diagnostics.push(...file.diagnostics);
  if (entities !== null) checkEntities(registry, entities);
  if (measures !== null) checkMeasures(registry, measures);

  const lock = inputs.lock ?? emptyLock;
  const collected = emptyCollection();
  const seeds = inputs.seeds.map((file) => readFile(file, SourceFile));
  const sources = [...seeds, ...inputs.context.map((file) => readFile(file, SourceFile))];
  const namesakes = findNamesakes(registry, sources, lock);
  sources.forEach((source, i) => {
    diagnostics.push(...source.diagnostics);
    if (namesakes.has(source)) return;
    collectSource(registry, collected, source, i < seeds.length ? "seed" : "context", lock);
  });

  const decisions = read(inputs.reconcile, ReconcileFile);
  if (decisions !== null) {
    diagnostics.push(...decisions.diagnostics);
    collectContrasts(registry, collected, decisions);
  }
  const facts = reconcile(registry, collected, decisions);
  const assumptions = read(inputs.assumptions, AssumptionsFile);
  if (assumptions !== null) {
    diagnostics.push(...assumptions.diagnostics);
    assume(registry, collected, facts, assumptions);
  }
  const derived = read(inputs.derived, DerivedFile);
  if (derived !== null) {
    diagnostics.push(...derived.diagnostics);
    derive(registry, collected, facts, derived);
  }
  enterFacts(registry, facts, [assumptions, derived]);
  checkReferences(registry, collected, facts);
  checkReasons(registry, collected, facts, {measures, decisions, assumptions, derived});
  return {
    dataset: toDataset(registry, collected, facts),
    diagnostics: sortDiagnostics(diagnostics),
    refused: diagnostics.some(({severity}) => severity === "error")
      ? findRefused({sources, tables: [entities, measures, assumptions], derived}, registry)
      : nothingRefused,
    placeOf: (id) => {
      const place = registry.places.get(id);
      if (place === undefined) return null;
      const {file, line, column} = place.file.report({
        code: "",
        path: place.path,
        message: "",
        atKey: true
      });
      return {file, line, column};
    },
    inputOf: (id) => {
      const place = registry.places.get(id);
      return place === undefined ? null : {file: place.file.file.path, path: place.path};
    }
  };
}

function checkEntities(registry: Registry, file: YamlFile<EntitiesFile>): void {
  for (const id of Object.keys(file.value ?? {})) {
    if (!isName(id))
      complain(registry, file, {
        code: "PL115",
        path: [id],
        atKey: true,
        message: `"${id}" cannot be an entity's id`,
        hint: "use lower-case letters, digits and hyphens, a letter first"
      });
    enter(registry, id, {file, path: [id]});
  }
}

function checkMeasures(registry: Registry, file: YamlFile<MeasuresFile>): void {
  for (const [id, {unit}] of Object.entries(file.value ?? {})) {
    const shaped = /^[A-Z]{3}$/.test(unit);
    const currency = shaped && currencies.has(unit);
    if (shaped ? !currency : isOwnUnit(unit) && !/^[A-Za-z%°µ][\w%°µ/·^-]{0,15}$/.test(unit))
      complain(registry, file, {
        code: "PL112",
        path: [id, "unit"],
        message: `unknown unit "${unit}"`,
        hint: didYouMean(unit, currencies, "use an ISO currency code, ratio, count or a short unit")
      });
    else if (isOwnUnit(unit) && currencies.has(unit.toUpperCase()))
      complain(registry, file, {
        code: "PL112",
        path: [id, "unit"],
        message: `unknown unit "${unit}"`,
        hint: `did you mean "${unit.toUpperCase()}"?`
      });
  }
}

const currencies: ReadonlySet<string> = new Set(Intl.supportedValuesOf("currency"));

function collectContrasts(
  registry: Registry,
  collected: Collected,
  file: YamlFile<ReconcileFile>
): void {
  for (const [id, contrast] of Object.entries(file.value?.contrasts ?? {})) {
    const path = ["contrasts", id];
    if (!isName(id))
      complain(registry, file, {
        code: "PL115",
        path,
        atKey: true,
        message: `"${id}" cannot be an id`,
        hint: "use lower-case letters, digits and hyphens, a letter first"
      });
    else if (enter(registry, id, {file, path})) {
      collected.contrasts.set(id, contrast);
      checkSides({registry, file}, contrast, path);
    }
  }
}

function enterFacts(
  registry: Registry,
  facts: ReadonlyMap<string, Fact>,
  files: readonly (YamlFile<unknown> | null)[]
): void {
  for (const [id, fact] of facts) {
    const [claim] = fact.claims;
    const first = claim === undefined ? undefined : registry.places.get(claim);
    if (first !== undefined) registry.places.set(id, first);
    else {
      const key = id in ownKeys(files[0]) ? 0 : 1;
      const file = files[key];
      if (file) registry.places.set(id, {file, path: [id in ownKeys(file) ? id : stem(id)]});
    }
  }
}

function ownKeys(file: YamlFile<unknown> | null | undefined): object {
  return Object.assign(Object.create(null) as object, file?.value ?? {});
}

/** The key of a fact that was made for a member of a series. */
function stem(id: string): string {
  return id.slice(0, Math.max(0, id.indexOf("/")));
}

/** Ids that records name must exist: what a share is of, what an event follows, what contrasts. */
function checkReferences(
  registry: Registry,
  collected: Collected,
  facts: ReadonlyMap<string, Fact>
): void {
  const {sources, claims, relations, events, statements, contrasts} = collected;
  const check = (
    owner: string,
    field: readonly [string, ...number[]],
    id: string,
    known: readonly Ids[]
  ): void => {
    if (known.some((ids) => ids.has(id))) return;
    const place = registry.places.get(owner);
    if (place === undefined) return;
    complain(registry, place.file, {
      code: "PL113",
      path: [...place.path, ...field],
      message: `unknown id "${id}"`,
      hint: didYouMean(
        id,
        known.flatMap((ids) => [...ids.keys()])
      )
    });
  };
  for (const [id, claim] of claims) if (claim.of !== null) check(id, ["of"], claim.of, [facts]);
  for (const [id, event] of events)
    event.after.forEach((after, i) => check(id, ["after", i], after, [events]));
  const circle = (id: string, path: (own: Path) => Path, message: string): void => {
    const place = registry.places.get(id)!;
    const hint = "break the circle";
    complain(registry, place.file, {code: "PL132", path: path(place.path), message, hint});
  };
  for (const [id, {after}] of events)
    if (follows(id, after, (other) => events.get(other)?.after))
      circle(id, (own) => [...own, "after"], "comes after itself in the end");
  const rests = (id: string): string[] => [sources.get(id)?.restsOn ?? []].flat();
  for (const id of sources.keys())
    if (follows(id, rests(id), rests))
      circle(id, () => ["source", "restsOn"], "rests on itself in the end");
  for (const [id, contrast] of contrasts)
    contrast.between.forEach((side, i) =>
      check(id, ["between", i], side, [claims, facts, relations, events, statements])
    );
}

/** Whether a record is among those that it comes after, however far back. */
function follows(
  id: string,
  after: readonly string[],
  next: (id: string) => readonly string[] | undefined,
  seen = new Set<string>()
): boolean {
  return after.some((before) => {
    if (before === id) return true;
    if (seen.has(before)) return false;
    seen.add(before);
    return follows(id, next(before) ?? [], next, seen);
  });
}

interface Ids {
  has(id: string): boolean;
  keys(): Iterable<string>;
}

function toDataset(
  registry: Registry,
  collected: Collected,
  facts: ReadonlyMap<string, Fact>
): Dataset {
  return {
    sources: plain(collected.sources),
    entities: plain(registry.entities),
    claims: plain(collected.claims),
    facts: plain(facts),
    relations: plain(collected.relations),
    events: plain(collected.events),
    statements: plain(collected.statements),
    contrasts: plain(collected.contrasts)
  };
}

/** Without a prototype, so that no id can ever name what an object inherits. */
function plain<T>(map: ReadonlyMap<string, T>): Record<string, T> {
  const object = Object.create(null) as Record<string, T>;
  for (const [id, value] of map) object[id] = value;
  return object;
}
