import {readFactKey, recordId} from "./ids.ts";
import type {DerivedFile} from "./inputs.ts";
import type {Path} from "./places.ts";
import type {Registry} from "./registry.ts";
import type {SourceFile} from "./source.ts";
import {cellsOf, keysAt} from "./table.ts";
import type {YamlFile} from "./yaml.ts";

/** What authors declared and the dataset lacks, because something is wrong with it. */
export interface Refused {
  /** Whether a whole file was refused, so that nobody knows what it would declare. */
  readonly file: boolean;
  /** Whether anything at all was refused. */
  readonly some: boolean;
  /** Whether an id was declared and refused, or one of the series that it names. */
  has(id: string): boolean;
}

/** Where all that was declared is there. */
export const nothingRefused: Refused = {file: false, some: false, has: () => false};

/** The files that declare ids: sources in sections, tables by their first keys. */
export interface DeclaringFiles {
  readonly sources: readonly YamlFile<SourceFile>[];
  readonly tables: readonly (YamlFile<unknown> | null)[];
  readonly derived: YamlFile<DerivedFile> | null;
}

const sections = ["quantities", "relations", "events", "statements", "contrasts"] as const;

/** Finds what was refused; the registry has all that was not. */
export function findRefused(
  {sources, tables, derived}: DeclaringFiles,
  {places, measures}: Registry
): Refused {
  const ids = new Set<string>();
  const add = (id: string): void => {
    if (places.has(id) || measures.has(id)) return;
    ids.add(id);
    if (id.includes("/")) ids.add(id.slice(0, id.indexOf("/")));
  };
  for (const source of sources) for (const id of declaredIn(source)) add(id);
  for (const table of [...tables, derived]) for (const [key] of table?.refused ?? []) add(`${key}`);
  // What a formula makes for the members of a series has no keys of its own.
  const series = new Set<string>();
  for (const [id, {each}] of Object.entries(derived?.value ?? {}))
    if (each === undefined) add(id);
    else series.add(id);
  const file =
    [...tables, derived].some((table) => table?.value === null) ||
    sources.some((source) => isLost(source, places));
  return {
    file,
    some: file || ids.size > 0,
    has: (id) => ids.has(id) || series.has(id.slice(0, Math.max(0, id.indexOf("/"))))
  };
}

/** The ids that a source file declares, those of refused records included. */
function declaredIn(file: YamlFile<SourceFile>): string[] {
  const {value, refused} = file;
  if (value === null) return [];
  const keys = [
    ...sections.flatMap((section) => Object.keys(value[section])),
    ...Object.entries(value.tables).flatMap(([name, table]) =>
      [...cellsOf(file, name, table)].map(({key}) => key)
    ),
    ...refused.flatMap((path) => {
      const [section, key] = path;
      if (section === "tables") return keysAt(value.tables, path);
      return key === undefined ? [] : [`${key}`];
    })
  ];
  return keys.flatMap((key) => {
    const fact = readFactKey(key)?.fact;
    return [recordId(value.source.id, key), ...(fact === undefined ? [] : [fact])];
  });
}

/** Whether all of a source, or a whole section or table of it, is missing: its head is at fault. */
function isLost(source: YamlFile<SourceFile>, places: Registry["places"]): boolean {
  const {value, refused} = source;
  if (value === null || refused.some(isWhole)) return true;
  return places.get(value.source.id)?.file !== source;
}

function isWhole([section, ...rest]: Path): boolean {
  return rest.length === 0 || (section === "tables" && rest.length === 1);
}
