import type {Diagnostic} from "../diagnostic.ts";
import type {EntitiesFile, MeasuresFile} from "./inputs.ts";
import type {Path} from "./places.ts";
import type {Remember} from "./remember.ts";
import type {Report, YamlFile} from "./yaml.ts";

/** Where an id was written. */
export interface Place {
  readonly file: Pick<YamlFile<unknown>, "file" | "report">;
  readonly path: Path;
}

/** What the parts of one compilation share: the names that exist, and the diagnostics so far. */
export interface Registry {
  readonly entities: ReadonlyMap<string, EntitiesFile[string]>;
  readonly measures: ReadonlyMap<string, MeasuresFile[string]>;
  readonly diagnostics: Diagnostic[];
  /** Dates that were found to be in order: few, however many claims. */
  readonly times: Set<string>;
  /** Every id of the dataset, which is one namespace, and where it stands. */
  readonly places: Map<string, Place>;
  /** What was made of the same words before is not made again. */
  readonly remember: Remember;
}

/** Enters an id; a second one of the same name is a diagnostic and is not entered. */
export function enter(registry: Registry, id: string, place: Place): boolean {
  const first = registry.places.get(id);
  if (first === undefined) {
    registry.places.set(id, place);
    return true;
  }
  complain(registry, place.file, {
    code: "PL102",
    path: place.path,
    atKey: true,
    message: `the id "${id}" is taken`,
    hint: `it stands at ${spellPlace(first, true)} already`
  });
  return false;
}

/** `file:line:column` of a place. */
export function spellPlace({file, path}: Place, atKey = false): string {
  const {file: name, line, column} = file.report({code: "", path, message: "", atKey});
  return `${name}:${line}:${column}`;
}

/** Adds a diagnostic at a place. */
export function complain(
  registry: Registry,
  file: Pick<YamlFile<unknown>, "report">,
  report: Report
): void {
  registry.diagnostics.push(file.report(report));
}
