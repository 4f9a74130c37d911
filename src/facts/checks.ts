import {didYouMean, nearest} from "../diagnostic.ts";
import {readTime} from "../time.ts";
import type {Contrast} from "./dataset.ts";
import {isName, readFactKey} from "./ids.ts";
import type {Path} from "./places.ts";
import {complain} from "./registry.ts";
import type {Registry} from "./registry.ts";
import type {YamlFile} from "./yaml.ts";

/** What a check complains to. Each check reports what is wrong at the path it is given. */
export interface Checking {
  readonly registry: Registry;
  readonly file: Pick<YamlFile<unknown>, "report">;
}

export function checkEntity(
  {registry, file}: Checking,
  id: string,
  path: Path,
  atKey = false
): boolean {
  if (registry.entities.has(id)) return true;
  complain(registry, file, {
    code: "PL111",
    path,
    atKey,
    message: `unknown entity "${id}"`,
    hint: didYouMean(id, registry.entities.keys(), "add it to data/entities.yaml")
  });
  return false;
}

export function checkMeasure({registry, file}: Checking, measure: string, path: Path): boolean {
  if (registry.measures.has(measure)) return true;
  complain(registry, file, {
    code: "PL116",
    path,
    atKey: true,
    message: `unknown measure "${measure}"`,
    hint: didYouMean(measure, registry.measures.keys(), "add it to data/measures.yaml")
  });
  return false;
}

/** Speakers are entities, or the document's own words for them, which are more than one token. */
export function checkPeople(visit: Checking, people: readonly string[], path: Path): void {
  for (const [i, who] of people.entries())
    if (isName(who) && !visit.registry.entities.has(who))
      checkEntity(visit, who, [...path, "by", i]);
}

/** What cards have a sentence for; any other word of the author's stands on them as it is. */
export const statuses = [
  "provisional",
  "figure-only",
  "secondary-report",
  "restated-later"
] as const;

const knownStatuses: ReadonlySet<string> = new Set(statuses);

/** Warns of a status that is nearly one that cards know: the list is open, so it may be meant. */
export function checkStatus(
  {registry, file}: Checking,
  words: readonly string[],
  path: Path
): void {
  for (const [i, word] of words.entries()) {
    const known = knownStatuses.has(word) ? null : nearest(word, statuses);
    if (known === null) continue;
    complain(registry, file, {
      code: "PL110",
      severity: "warning",
      path: [...path, "status", i],
      message: `"${word}" is no status that cards have a sentence for`,
      hint: `did you mean "${known}"?`
    });
  }
}

/** Tells of an edit, which no document says: whatever is made of it shows as edited. */
export function warnEdited({registry, file}: Checking, path: Path): void {
  complain(registry, file, {
    code: "PL126",
    severity: "warning",
    path,
    message: "is an edit, which no document says; every number made of it shows as edited",
    hint: "remove edited: to go back to what stands beside it"
  });
}

/** A record does not stand against itself. */
export function checkSides(
  {registry, file}: Checking,
  {between: [one, other]}: Contrast,
  path: Path
): void {
  if (one !== other) return;
  complain(registry, file, {
    code: "PL110",
    path: [...path, "between", 1],
    message: `"${one}" stands on both sides`,
    hint: "name the two records that do not sit together"
  });
}

export function checkName({registry, file}: Checking, key: string, path: Path): boolean {
  if (isName(key)) return true;
  complain(registry, file, {
    code: "PL115",
    path,
    atKey: true,
    message: `"${key}" cannot be an id`,
    hint: "use lower-case letters, digits and hyphens, a letter first"
  });
  return false;
}

export function checkTime(
  {registry, file}: Checking,
  edtf: string | undefined,
  path: Path,
  atKey = false
): boolean {
  if (edtf === undefined || registry.times.has(edtf)) return true;
  const time = readTime(edtf);
  if (!("error" in time)) {
    registry.times.add(edtf);
    return true;
  }
  complain(registry, file, {
    code: "PL114",
    path,
    atKey,
    message: time.error,
    hint: "write EDTF: 2024, 2024-02, 2024-02-05, XXXX-02, 2022/.."
  });
  return false;
}

/** A date that can be used: null where there is none, or after complaining about it. */
export function checkedTime(visit: Checking, edtf: string | undefined, path: Path): string | null {
  return edtf !== undefined && checkTime(visit, edtf, path) ? edtf : null;
}

/** Complains where a unit that is written beside a fact is not that of its measure. */
export function checkUnit({registry, file}: Checking, id: string, unit: string | undefined): void {
  const {measure = ""} = readFactKey(id) ?? {};
  const known = registry.measures.get(measure);
  if (unit === undefined || known === undefined || known.unit === unit) return;
  complain(registry, file, {
    code: "PL133",
    path: [id, "unit"],
    message: `is not the unit of ${measure}, ${known.unit}`,
    hint: "remove it: the measure has one"
  });
}
