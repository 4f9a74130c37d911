import type {Claim, Contrast, Event, Relation, Source, Statement} from "./dataset.ts";
import {
  checkEntity,
  checkMeasure,
  checkName,
  checkedTime,
  checkPeople,
  checkSides,
  checkStatus,
  checkTime,
  warnEdited
} from "./checks.ts";
import {checkGloss, readQuantityOf} from "./claim.ts";
import {isSourceId, readFactKey, recordId} from "./ids.ts";
import type {Lock} from "./lock.ts";
import {checkGist, checkLabel} from "./own-words.ts";
import {complain, enter} from "./registry.ts";
import type {Place, Registry} from "./registry.ts";
import type {ClaimInput, SourceFile} from "./source.ts";
import {checkFragment, checkLockedSource} from "./standing.ts";
import {checkedCellsOf} from "./table.ts";
import type {Path} from "./places.ts";
import type {YamlFile} from "./yaml.ts";

/** What the source files hold, before claims about one fact are brought together. */
export interface Collected {
  readonly sources: Map<string, Source>;
  readonly claims: Map<string, Claim>;
  readonly relations: Map<string, Relation>;
  readonly events: Map<string, Event>;
  readonly statements: Map<string, Statement>;
  readonly contrasts: Map<string, Contrast>;
  /** Labels that authors gave to facts, by fact id. */
  readonly labels: Map<string, string>;
}

/** Nothing yet. */
export function emptyCollection(): Collected {
  return {
    sources: new Map(),
    claims: new Map(),
    relations: new Map(),
    events: new Map(),
    statements: new Map(),
    contrasts: new Map(),
    labels: new Map()
  };
}

type File = YamlFile<SourceFile>;

interface Visit {
  readonly registry: Registry;
  readonly collected: Collected;
  readonly file: Place["file"];
  readonly input: SourceFile;
  readonly origin: "seed" | "context";
  readonly lock: Lock;
}

/**
 * Reads one source file into the collection: every claim's quantity from its wording, its time,
 * its speaker, its standing against the lock. What is wrong becomes a diagnostic and is left out.
 */
export function collectSource(
  registry: Registry,
  collected: Collected,
  file: File,
  origin: "seed" | "context",
  lock: Lock
): void {
  const input = file.value;
  if (input === null) return;
  const visit: Visit = {registry, collected, file, input, origin, lock};
  if (!collectHead(visit)) return;
  const {id} = input.source;
  for (const [key, claim] of Object.entries(input.quantities))
    collectClaim(visit, key, claim, ["quantities", key]);
  for (const [name, table] of Object.entries(input.tables))
    for (const {key, claim, ...place} of checkedCellsOf(visit, name, table))
      collectClaim({...visit, file: place.file}, key, claim, place.path);
  for (const [key, record] of Object.entries(input.relations)) {
    const path = ["relations", key];
    for (const end of ["from", "to"] as const) checkEntity(visit, record[end], [...path, end]);
    const common = collectFragment(visit, key, path, record);
    if (common === null) continue;
    collected.relations.set(recordId(id, key), {
      ...common,
      from: record.from,
      type: record.type,
      to: record.to,
      when: checkedTime(visit, record.when, [...path, "when"])
    });
  }
  for (const [key, record] of Object.entries(input.events)) {
    const path = ["events", key];
    record.who.forEach((who, i) => checkEntity(visit, who, [...path, "who", i]));
    const common = collectFragment(visit, key, path, record);
    if (common === null) continue;
    checkGist(visit, record.what, [...path, "what"], record);
    collected.events.set(recordId(id, key), {
      ...common,
      what: record.what,
      who: record.who,
      when: checkedTime(visit, record.when, [...path, "when"]),
      after: record.after
    });
  }
  for (const [key, record] of Object.entries(input.statements)) {
    const path = ["statements", key];
    record.about.forEach((about, i) => checkEntity(visit, about, [...path, "about", i]));
    const common = collectFragment(visit, key, path, record);
    if (common === null) continue;
    checkGist(visit, record.gist, [...path, "gist"], record);
    collected.statements.set(recordId(id, key), {
      ...common,
      about: record.about,
      gist: record.gist
    });
  }
  for (const [key, contrast] of Object.entries(input.contrasts)) {
    const path = ["contrasts", key];
    if (!checkName(visit, key, path)) continue;
    const full = recordId(id, key);
    if (!enter(registry, full, {file, path})) continue;
    collected.contrasts.set(full, contrast);
    checkSides(visit, contrast, path);
  }
}

function collectHead({registry, collected, file, input, origin, lock}: Visit): boolean {
  const {source} = input;
  const at = (key: string): Path => ["source", key];
  if (!isSourceId(source.id)) {
    complain(registry, file, {
      code: "PL115",
      path: at("id"),
      message: `"${source.id}" cannot be a source's id`,
      hint: "use letters, digits and hyphens, a letter first"
    });
    return false;
  }
  const visit = {registry, file};
  const datePublished = checkedTime(visit, source.datePublished, at("datePublished"));
  if (source.url !== undefined && !/^https?:\/\/[^\s<>"]+$/i.test(source.url))
    complain(registry, file, {
      code: "PL117",
      path: at("url"),
      message: "is not a web address",
      hint: "an address begins with https://"
    });
  if (source.document !== undefined && !/^[^/\\:]+$/.test(source.document))
    complain(registry, file, {
      code: "PL119",
      path: at("document"),
      message: "leaves the documents' folder",
      hint: "name a file, without folders; verify is told where they are"
    });
  if (source.sha256 !== undefined && !/^[0-9a-f]{64}$/.test(source.sha256))
    complain(registry, file, {
      code: "PL123",
      path: at("sha256"),
      message: "is not a SHA-256",
      hint: "64 hexadecimal digits, as sha256sum prints them"
    });
  checkLockedSource(visit, input.source, lock);
  if (!enter(registry, source.id, {file, path: at("id")})) return false;
  collected.sources.set(source.id, {
    label: source.label ?? source.producer ?? source.title,
    title: source.title,
    authors: source.authors,
    producer: source.producer ?? null,
    datePublished,
    url: source.url ?? null,
    restsOn: source.restsOn ?? null,
    document: source.document ?? null,
    sha256: source.sha256 ?? null,
    lang: source.lang,
    origin
  });
  return true;
}

function collectClaim(visit: Visit, key: string, claim: ClaimInput, path: Path): void {
  const {registry, collected, file, input, origin} = visit;
  const parts = readFactKey(key);
  if (parts === null) {
    complain(registry, file, {
      code: "PL115",
      path,
      atKey: true,
      message: "is not a fact's id",
      hint: "write subject.measure, then /period and @place where needed, in lower case"
    });
    return;
  }
  const known =
    checkEntity(visit, parts.subject, path, true) && checkMeasure(visit, parts.measure, path);
  if (!known) return;
  const measure = registry.measures.get(parts.measure)!;
  if (parts.period !== null && !checkTime(visit, parts.period, path, true)) return;
  const when = checkedTime(visit, claim.when, [...path, "when"]);
  checkPeople(visit, claim.by, path);
  checkStatus(visit, claim.status, path);
  const standing = checkFragment(visit, key, path, claim);
  const quantity = readQuantityOf(visit, claim, path, {name: parts.measure, ...measure});
  if (quantity === null) return;
  const id = recordId(input.source.id, key);
  if (!enter(registry, id, {file, path})) return;
  checkLabel(visit, claim.label, [...path, "label"], claim, measure.unit);
  if (claim.label !== undefined && !collected.labels.has(parts.fact))
    collected.labels.set(parts.fact, claim.label);
  const edited = claim.edited !== undefined || standing.edited;
  if (claim.edited !== undefined) warnEdited(visit, [...path, "edited"]);
  collected.claims.set(id, {
    fact: parts.fact,
    source: input.source.id,
    says: claim.says,
    ...optionalOf(claim),
    line: standing.line,
    where: claim.where ?? null,
    when,
    by: claim.by,
    of: claim.of ?? null,
    status: claim.status,
    origin: edited ? "edited" : origin,
    verified: standing.verified,
    quantity
  });
}

interface Fragment {
  readonly says: string;
  readonly near?: string | undefined;
  readonly lang?: string | undefined;
  readonly gloss?: string | undefined;
  readonly own?: boolean | undefined;
  readonly by: string[];
}

interface Optional {
  gloss?: string;
  own?: true;
}

/** What relations, events and statements have in common; null when the record cannot be kept. */
function collectFragment(
  visit: Visit,
  key: string,
  path: Path,
  record: Fragment
): ({source: string; says: string; line: number | null; by: string[]} & Optional) | null {
  if (!checkName(visit, key, path)) return null;
  checkPeople(visit, record.by, path);
  checkGloss(visit, record, path);
  const {line} = checkFragment(visit, key, path, record);
  const id = recordId(visit.input.source.id, key);
  if (!enter(visit.registry, id, {file: visit.file, path})) return null;
  const {says, by} = record;
  return {source: visit.input.source.id, says, ...optionalOf(record), line, by};
}

function optionalOf({gloss, own}: Pick<Fragment, "gloss" | "own">): Optional {
  const optional: Optional = {};
  if (gloss !== undefined) optional.gloss = gloss;
  if (own === true) optional.own = own;
  return optional;
}
