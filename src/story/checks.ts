import {didYouMean} from "../diagnostic.ts";
import type {Position} from "../diagnostic.ts";
import type {Dataset} from "../facts/dataset.ts";
import type {Kind, Records} from "../figure/kind.ts";
import {hasRecord} from "../figure/records.ts";
import {formats} from "../format.ts";
import {datesOf, isAdmitted} from "./admit.ts";
import type {Allowance} from "./admit.ts";
import type {Problem} from "./codes.ts";
import {opaque} from "./flat.ts";
import {findLoose} from "./loose.ts";
import {findPrinted} from "./printed.ts";
import type {Attribute, Bound, Ref, Typed} from "./story.ts";

/** Evaluates a guard over a dataset; `numbers` are the numerals that it names. */
export type EvaluateGuard = (
  expression: string,
  dataset: Dataset
) =>
  | {readonly holds: boolean; readonly numbers: readonly number[]}
  | {readonly error: string; readonly offset: number; readonly hint?: string};

/** What the checks of one binding share. */
export interface Binding {
  readonly dataset: Dataset;
  readonly kinds: Readonly<Record<string, Kind>>;
  readonly evaluateGuard: EvaluateGuard;
  readonly problems: Problem[];
  readonly names: ReadonlySet<string>;
  /** Set where a mistake leaves something that cannot be shown. */
  broken: boolean;
}

export function findKind({value, valueAt}: Attribute, {kinds, problems}: Binding): Kind | null {
  if (Object.hasOwn(kinds, value)) return kinds[value]!;
  // A scene without a kind was reported when it was read.
  if (value === "") return null;
  const names = Object.keys(kinds);
  const hint = didYouMean(value, names, `there are ${names.join(", ")}`);
  problems.push({code: "PL342", message: `unknown kind "${value}"`, hint, ...valueAt});
  return null;
}

/** The ids that exist; the others are reported. */
export function checkRefs(refs: readonly Ref[], binding: Binding): string[] {
  const known: string[] = [];
  for (const {id, line, column} of refs) {
    if (hasRecord(binding.dataset, id)) known.push(id);
    else {
      binding.broken = true;
      const hint = didYouMean(id, recordIds(binding.dataset));
      binding.problems.push({code: "PL345", message: `unknown "${id}"`, hint, line, column});
    }
  }
  return known;
}

export function checkHighlight(
  refs: readonly Ref[],
  records: Records | null,
  binding: Binding
): void {
  const known = checkRefs(refs, binding);
  if (records === null) return;
  for (const {id, line, column} of refs) {
    if (!known.includes(id) || isDeclared(id, records)) continue;
    binding.broken = true;
    const message = `the scene does not declare "${id}"`;
    const hint = `declared: ${records.ids.join(" ") || "nothing"}`;
    binding.problems.push({code: "PL346", message, hint, line, column});
  }
}

function isDeclared(id: string, records: Records): boolean {
  try {
    records.kindOf(id);
    return true;
  } catch {
    return false;
  }
}

export function bindNumbers(numbers: readonly Bound[], binding: Binding): string[] {
  const {dataset, problems} = binding;
  return numbers.flatMap(({ref, format, at, formatAt}) => {
    if (!Object.hasOwn(formats, format)) {
      binding.broken = true;
      const names = Object.keys(formats);
      const hint = didYouMean(format, names, `there are ${names.join(", ")}`);
      problems.push({code: "PL362", message: `unknown format "${format}"`, hint, ...formatAt});
    }
    if (findPrinted(dataset, ref) !== null) return [ref];
    binding.broken = true;
    const what = ref.includes(":") ? "claim" : "fact";
    const ids = Object.keys(what === "claim" ? dataset.claims : dataset.facts);
    const message = `unknown ${what} "${ref}"`;
    problems.push({code: "PL361", message, hint: didYouMean(ref, ids), ...at});
    return [];
  });
}

export function bindGuard(
  attribute: Attribute | null,
  {dataset, evaluateGuard, problems}: Binding
): {holds: boolean; numbers: readonly number[]} {
  if (attribute === null) return {holds: true, numbers: []};
  const {value, valueAt, literal} = attribute;
  const result = evaluateGuard(value, dataset);
  if ("error" in result) {
    const column = valueAt.column + (literal ? result.offset : 0);
    const hint = result.hint ?? "";
    problems.push({code: "PL350", message: result.error, hint, line: valueAt.line, column});
    return {holds: false, numbers: []};
  }
  if (!result.holds)
    problems.push({
      code: "PL351",
      message: `the guard is false: ${value}`,
      hint: "correct the words that it guards, or the guard",
      ...valueAt
    });
  return result;
}

/** Quantities in an attribute that is words for the reader; a figure's settings are not linted. */
export function typedIn({value, valueAt, literal}: Attribute): Typed[] {
  const words = value.split(/\s+/).filter((word) => /^\p{L}+[,.;:!?]?$/u.test(word));
  if (words.length < 2) return [];
  const prose = value.replace(/\S*\p{L}[.:/@]\S+/gu, (id) => opaque.repeat(id.length));
  return findLoose(prose).flatMap(({start, end: _, ...loose}): Typed[] => {
    if (loose.kind !== "quantity") return [];
    return [{...loose, line: valueAt.line, column: valueAt.column + (literal ? start : 0)}];
  });
}

export function allow(
  numbers: readonly number[],
  ids: readonly string[],
  binding: Binding
): Allowance {
  return {numbers, dates: datesOf(binding.dataset, ids), names: binding.names};
}

export function checkTyped(
  typed: readonly Typed[],
  allowance: Allowance,
  declared: readonly string[],
  {dataset, problems}: Binding
): void {
  for (const loose of typed) {
    if (isAdmitted(loose, allowance)) continue;
    const {text, line, column} = loose;
    const waiver = `<!-- as is: ${text} -->`;
    const at: Position = {line, column};
    if (loose.kind === "quantity") {
      const same = sameAs(loose, declared, dataset);
      const hint =
        same === null
          ? `bind it as {{fact}}, name it in holds=, or write ${waiver}`
          : `write {{${same}}}`;
      problems.push({code: "PL370", message: `"${text}" is not bound`, hint, ...at});
    } else if (loose.kind === "date") {
      const hint = `declare the record that has it, or write ${waiver}`;
      problems.push({code: "PL372", message: `no declared record has "${text}"`, hint, ...at});
    } else {
      const hint = `bind the number, or write ${waiver}`;
      problems.push({code: "PL371", message: `the digits of "${text}" are typed`, hint, ...at});
    }
  }
}

/**
 * A declared fact or claim that states what a typed quantity does. Elsewhere in the data the same
 * number may be another matter, and binding it would be a false provenance.
 */
function sameAs(
  loose: Typed & {kind: "quantity"},
  declared: readonly string[],
  dataset: Dataset
): string | null {
  const {quantity: q} = loose;
  const same = declared.find((id) => {
    const other = findPrinted(dataset, id)?.record.quantity;
    return (
      other !== undefined &&
      other.value === q.value &&
      other.unit === q.unit &&
      other.hedge === q.hedge &&
      other.lower === q.lower &&
      other.upper === q.upper
    );
  });
  return same ?? null;
}

function recordIds(dataset: Dataset): string[] {
  const {facts, claims, statements, events, relations} = dataset;
  const ids = [facts, claims, statements, events, relations].flatMap((t) => Object.keys(t));
  const series = Object.values(facts).filter((fact) => fact.period !== null);
  return [...new Set([...ids, ...series.map((f) => `${f.subject}.${f.measure}`)])];
}
