import type {Lock} from "./lock.ts";
import {complain, spellPlace} from "./registry.ts";
import type {Registry} from "./registry.ts";
import type {SourceFile} from "./source.ts";
import type {YamlFile} from "./yaml.ts";

type File = YamlFile<SourceFile>;

/**
 * Finds the files whose source has the id of another's, and complains of each of them. The one that
 * keeps the id is the one whose document was verified under it, or else the first: a new file that
 * sorts before an old one must not take its claims away.
 */
export function findNamesakes(registry: Registry, files: readonly File[], lock: Lock): Set<File> {
  const byId = new Map<string, File[]>();
  for (const file of files)
    if (file.value !== null)
      byId.set(file.value.source.id, [...(byId.get(file.value.source.id) ?? []), file]);
  const namesakes = new Set<File>();
  for (const [id, same] of byId) {
    if (same.length === 1) continue;
    const keeper = same.find((file) => isVerified(file, id, lock)) ?? same[0]!;
    for (const file of same) {
      if (file === keeper) continue;
      namesakes.add(file);
      complain(registry, file, {
        code: "PL102",
        path: ["source", "id"],
        message: `"${id}" is the id of two sources, here and at ${spellPlace({file: keeper, path: ["source", "id"]})}`,
        hint: "give one of them another id"
      });
    }
  }
  return namesakes;
}

function isVerified({value}: File, id: string, {sources}: Lock): boolean {
  const locked = Object.hasOwn(sources, id) ? sources[id] : undefined;
  return locked !== undefined && locked.sha256 === value?.source.sha256;
}
