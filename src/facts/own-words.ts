import type {Severity} from "../diagnostic.ts";
import {findQuantities, findWordings} from "../wording.ts";
import {isSameQuantity} from "../quantity.ts";
import type {Quantity} from "../quantity.ts";
import type {Checking} from "./checks.ts";
import type {Collected} from "./collect.ts";
import type {Fact} from "./dataset.ts";
import {readFactKey} from "./ids.ts";
import type {AssumptionsFile, DerivedFile, MeasuresFile, ReconcileFile} from "./inputs.ts";
import type {Path} from "./places.ts";
import {complain} from "./registry.ts";
import type {Registry} from "./registry.ts";
import type {YamlFile} from "./yaml.ts";

/** What a record holds of its document's words. */
interface Fragment {
  readonly says: string;
  readonly near?: string | undefined;
  readonly gloss?: string | undefined;
  readonly edited?: string | undefined;
  readonly by: readonly string[];
}

/** The files in which authors write of records in words of their own. */
export interface OwnFiles {
  readonly measures: YamlFile<MeasuresFile> | null;
  readonly decisions: YamlFile<ReconcileFile> | null;
  readonly assumptions: YamlFile<AssumptionsFile> | null;
  readonly derived: YamlFile<DerivedFile> | null;
}

/**
 * Reports every quantity of a `gist` or `what` that the record's own fragment does not state: it
 * tells what the document says, so it has no number of its own.
 */
export function checkGist(visit: Checking, text: string, path: Path, fragment: Fragment): void {
  check(visit, text, path, () => quantitiesOf(fragment), gists);
}

/**
 * Warns of a number in a claim's `label` that seems to be a value: it has the unit of the measure,
 * and the fragment does not state it.
 */
export function checkLabel(
  visit: Checking,
  text: string | undefined,
  path: Path,
  fragment: Fragment,
  unit: string
): void {
  check(visit, text, path, () => quantitiesOf(fragment), labelOf(unit));
}

/**
 * Reports the documents' numbers in reasons, and values in labels, unless a record that they are
 * about states them. Where such a record was refused, its own message is enough.
 */
export function checkReasons(
  registry: Registry,
  collected: Collected,
  facts: ReadonlyMap<string, Fact>,
  {measures, decisions, assumptions, derived}: OwnFiles
): void {
  const about = (ids: readonly string[]) => () => statedBy(ids, collected, facts);
  const author = (
    file: Checking["file"],
    text: string | undefined,
    path: Path,
    stated: () => readonly Quantity[] | null,
    rule = reasons
  ): void => check({registry, file}, text, path, stated, rule);
  const ruleOf = (key: string, id: string): Rule =>
    key === "label"
      ? labelOf(registry.measures.get(readFactKey(id)?.measure ?? "")?.unit)
      : reasons;

  for (const [id, {label, unit}] of Object.entries(measures?.value ?? {}))
    author(measures!, label, [id, "label"], () => [], labelOf(unit));
  for (const [id, {reason}] of Object.entries(decisions?.value?.decisions ?? {}))
    author(decisions!, reason, ["decisions", id, "reason"], about([id]));
  for (const [id, {between, reason}] of collected.contrasts) {
    const place = registry.places.get(id);
    if (place !== undefined) author(place.file, reason, [...place.path, "reason"], about(between));
  }
  for (const [id, {label, says, reason}] of Object.entries(assumptions?.value ?? {}))
    for (const [key, text] of Object.entries({label, reason}))
      author(
        assumptions!,
        text,
        [id, key],
        () => findQuantities(says).map(quantityOf),
        ruleOf(key, id)
      );
  for (const [id, {label, reason, unstated, each}] of Object.entries(derived?.value ?? {}))
    for (const [key, text] of Object.entries({label, reason, unstated}))
      author(
        derived!,
        text,
        [id, key],
        () => statedBy(each === undefined ? [id] : membersOf(id, facts), collected, facts),
        ruleOf(key, id)
      );
}

/** How strict a check is. */
interface Rule {
  readonly severity: Severity;
  /** Whether a quantity may stand although nothing states it. */
  mayStand(quantity: Quantity): boolean;
}

const gists: Rule = {severity: "error", mayStand: () => false};

const ownUnits: ReadonlySet<string> = new Set(["count", "year", "month", "day", "quarter"]);

// An author counts what the documents are about: "the two together", "two months later". Sums of
// money, shares and estimates are always the documents'.
const reasons: Rule = {
  severity: "error",
  mayStand: ({unit, hedge}) =>
    ownUnits.has(unit) && hedge !== "approx" && hedge !== "nearly" && hedge !== "just-over"
};

/** A label may need numbers to say what is measured: "firms worth over $1 billion". */
function labelOf(measured: string | undefined): Rule {
  return {severity: "warning", mayStand: ({unit}) => unit !== measured};
}

function check(
  {registry, file}: Checking,
  text: string | undefined,
  path: Path,
  stated: () => readonly Quantity[] | null,
  {severity, mayStand}: Rule
): void {
  const found = text === undefined ? [] : findWordings(text);
  const open = found.filter(({quantity}) => !mayStand(quantity));
  const known = open.length === 0 ? null : stated();
  if (known === null) return;
  const reported = new Set<string>();
  for (const {quantity, start, end} of open) {
    const words = text!.slice(start, end);
    if (reported.has(words) || known.some((other) => isSameQuantity(quantity, other))) continue;
    reported.add(words);
    complain(registry, file, {
      code: "PL144",
      severity,
      path,
      message: `says "${words}", which the words behind it do not`,
      hint: "leave the number out, or quote the words that have it"
    });
  }
}

function quantitiesOf({says, near, gloss, edited, by}: Fragment): Quantity[] {
  return [says, near, gloss, edited, ...by].flatMap((words) =>
    words === undefined ? [] : findQuantities(words).map(quantityOf)
  );
}

/** The quantities of some records, and of what they were computed from; null if one was refused. */
function statedBy(
  ids: readonly string[],
  {claims, relations, events, statements}: Collected,
  facts: ReadonlyMap<string, Fact>
): Quantity[] | null {
  const stated: Quantity[] = [];
  const seen = new Set<string>();
  const queue = [...ids];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    const number = facts.get(id) ?? claims.get(id);
    if (number !== undefined) stated.push(number.quantity);
    const fact = facts.get(id);
    if (fact !== undefined) {
      queue.push(...fact.claims, ...fact.parents);
      continue;
    }
    const record = claims.get(id) ?? statements.get(id) ?? events.get(id) ?? relations.get(id);
    if (record === undefined) return null;
    stated.push(...quantitiesOf(record));
  }
  return stated;
}

/** The facts that a formula made for each period of a series. */
function membersOf(id: string, facts: ReadonlyMap<string, Fact>): string[] {
  return [...facts.keys()].filter((fact) => fact.startsWith(`${id}/`));
}

function quantityOf({quantity}: {readonly quantity: Quantity}): Quantity {
  return quantity;
}
