import {withFloor} from "../arithmetic.ts";
import {unstated} from "../bounds.ts";
import {didYouMean} from "../diagnostic.ts";
import {formatSpoken} from "../format.ts";
import {isStated} from "../quantity.ts";
import type {Quantity} from "../quantity.ts";
import {checkUnit, warnEdited} from "./checks.ts";
import type {Collected} from "./collect.ts";
import type {Fact, Origin} from "./dataset.ts";
import {evaluate} from "./evaluate.ts";
import type {Scope} from "./evaluate.ts";
import {parseExpression, walk} from "./expression.ts";
import type {Expression, ExpressionError} from "./expression.ts";
import {readFactKey} from "./ids.ts";
import type {DerivedFile} from "./inputs.ts";
import {checkId} from "./assume.ts";
import {describeFact} from "./reconcile.ts";
import {knownIds} from "./series.ts";
import type {Known} from "./series.ts";
import {complain} from "./registry.ts";
import type {Registry} from "./registry.ts";
import type {Path} from "./places.ts";
import type {YamlFile} from "./yaml.ts";

interface Pending {
  readonly id: string;
  readonly path: Path;
  readonly text: string;
  readonly tree: Expression;
  readonly period: string;
  readonly label: string | undefined;
  readonly reason: string | undefined;
}

/**
 * Adds the facts that are computed from facts, each with its formula, its parents and its bounds,
 * and those that nobody states. Cycles, units and unknown ids are diagnostics at the formula.
 */
export function derive(
  registry: Registry,
  collected: Collected,
  facts: Map<string, Fact>,
  file: YamlFile<DerivedFile>
): void {
  const pending = new Map<string, Pending>();
  const declared = knownIds([...facts.keys(), ...Object.keys(file.value ?? {})]);
  for (const [id, input] of Object.entries(file.value ?? {})) {
    const {label, formula, each, unstated: why, reason} = input;
    const edited = formula !== undefined && input.edited !== undefined;
    if ((formula === undefined) === (why === undefined)) {
      complain(registry, file, {
        code: "PL108",
        path: [id],
        atKey: true,
        message: "needs either a formula or a reason why it is unstated",
        hint: "write formula: or unstated:"
      });
      continue;
    }
    checkUnit({registry, file}, id, input.unit);
    if (why !== undefined) {
      const measure = checkId(registry, facts, file, id);
      if (measure !== null)
        facts.set(id, unstatedFact(registry, collected, id, measure.unit, why, label));
      continue;
    }
    const text = edited ? input.edited! : formula!;
    const path = [id, edited ? "edited" : "formula"];
    if (edited) warnEdited({registry, file}, path);
    const tree = registry.remember("expression", text, () => parseExpression(text));
    if ("error" in tree) {
      complainAt(registry, file, path, tree);
      continue;
    }
    const common = {path, text, tree, label, reason};
    if (each === undefined) {
      if (checkId(registry, facts, file, id) !== null) pending.set(id, {...common, id, period: ""});
      continue;
    }
    // The members of a series may themselves be derived, so they are listed once all are known.
    const range = parseExpression(each);
    if ("error" in range || range.type !== "slice") {
      complain(registry, file, {
        code: "PL131",
        path: [id, "each"],
        message: "is not a slice of a series",
        hint: "write subject.measure[2022-03..2023-12]"
      });
      continue;
    }
    const members = declared.slice(range.id, range.from, range.to);
    if (members.length === 0)
      complainAt(registry, file, [id, "each"], {error: `the series ${range.id} is empty`, at: 0});
    for (const member of members) {
      const period = readFactKey(member)!.period!;
      const full = `${id}/${period}`;
      if (checkId(registry, facts, file, full, [id]) !== null)
        pending.set(full, {...common, id: full, period});
    }
  }
  compute(registry, collected, facts, file, pending);
}

function compute(
  registry: Registry,
  collected: Collected,
  facts: Map<string, Fact>,
  file: YamlFile<DerivedFile>,
  pending: ReadonlyMap<string, Pending>
): void {
  const open = new Set<string>();
  const failed = new Set<string>();
  const known = knownIds([...facts.keys(), ...pending.keys()]);

  const resolve = (id: string): Fact | null => {
    const fact = facts.get(id);
    if (fact !== undefined) return fact;
    const item = pending.get(id);
    if (item === undefined || failed.has(id)) return null;
    if (open.has(id)) {
      const cycle = [...open].slice([...open].indexOf(id));
      for (const member of cycle) failed.add(member);
      complain(registry, file, {
        code: "PL132",
        path: item.path,
        message: `depends on itself: ${[...cycle, id].join(" → ")}`,
        hint: "break the circle"
      });
      return null;
    }
    open.add(id);
    const parents = parentsOf(item, known, collected);
    const origins = parents.map((parent) => {
      const claim = collected.claims.get(parent);
      return claim?.origin ?? resolve(parent)?.origin ?? null;
    });
    const result = evaluate(item.tree, scopeFor(item, known, collected, resolve, registry));
    open.delete(id);
    if (failed.has(id)) return null;
    const wrong = "error" in result ? result : expectUnit(result, id, registry);
    if (wrong !== null || "error" in result || result.type !== "quantity") {
      failed.add(id);
      // A parent that failed has its own message; this one would only repeat it.
      if (wrong !== null && !parents.some((parent) => failed.has(parent)))
        complainAt(registry, file, item.path, wrong);
      return null;
    }
    const derived: Fact = {
      ...describeFact(registry, collected, id, item.label),
      origin: item.path[1] === "edited" ? "edited" : inherit(origins),
      // The derived measure's own floor takes a bound that says no more than the floor does.
      quantity: named(withFloorOf(result.quantity, id, registry)),
      agreement: "single",
      preferred: null,
      reason: item.reason ?? null,
      claims: [],
      formula: item.period === "" ? item.text : item.text.replaceAll(/\bperiod\b/g, item.period),
      parents
    };
    facts.set(id, derived);
    return derived;
  };
  for (const id of pending.keys()) resolve(id);
}

function expectUnit(
  result: Exclude<ReturnType<typeof evaluate>, ExpressionError>,
  id: string,
  registry: Registry
): ExpressionError | null {
  if (result.type !== "quantity") return {error: "the formula does not come to one number", at: 0};
  const {measure} = readFactKey(id)!;
  const unit = registry.measures.get(measure)?.unit;
  if (unit === undefined || unit === result.quantity.unit) return null;
  return {
    error: `the formula comes to ${result.quantity.unit}, but ${measure} is measured in ${unit}`,
    at: 0
  };
}

/** What a number that is made of these shows to be: one edited part makes the whole edited. */
function inherit(origins: readonly (Origin | null)[]): Origin {
  if (origins.includes("edited")) return "edited";
  return origins.includes("assumed") ? "assumed" : "derived";
}

function named(quantity: Quantity): Quantity {
  return {...quantity, verbatim: isStated(quantity) ? formatSpoken(quantity) : "not stated"};
}

/** A quantity with the floor of the measure that a fact's or claim's id names. */
function withFloorOf(quantity: Quantity, id: string, registry: Registry): Quantity {
  const measure = readFactKey(id.slice(id.indexOf(":") + 1))?.measure ?? "";
  const floor = registry.measures.get(measure)?.floor;
  return floor === undefined ? quantity : withFloor(quantity, floor);
}

function scopeFor(
  item: Pending,
  known: Known,
  collected: Collected,
  resolve: (id: string) => Fact | null,
  registry: Registry
): Scope {
  const floored = (q: Quantity, id: string): Quantity => withFloorOf(q, id, registry);
  const unknown = (id: string): {error: string; hint: string} => ({
    error: `unknown fact "${id}"`,
    hint: didYouMean(id, [...known.ids(), ...collected.claims.keys()])
  });
  const quantity = (id: string): Quantity | {error: string; hint?: string} => {
    const claim = collected.claims.get(id);
    if (claim !== undefined) return floored(claim.quantity, id);
    if (!known.has(id)) return unknown(id);
    const fact = resolve(id);
    return fact === null ? {error: `${id} has no value`} : floored(fact.quantity, id);
  };
  return {
    quantity,
    series: (id, from, to) => {
      const members = sliceFor(item, known, id, from, to);
      if (members.length === 0)
        return {
          error: `the series ${id} has nothing from ${from || "its start"} to ${to || "its end"}`
        };
      const items: Quantity[] = [];
      for (const member of members) {
        const q = quantity(member);
        if ("error" in q) return q;
        items.push(q);
      }
      return items;
    },
    agreement: (id) => resolve(id)?.agreement ?? unknown(id),
    printed: () => ({error: "printed belongs in a guard"}),
    authors: () => ({error: "authors belongs in a guard"}),
    related: () => ({error: "related belongs in a guard"}),
    told: () => ({error: "told belongs in a guard"})
  };
}

function parentsOf(item: Pending, known: Known, collected: Collected): string[] {
  const parents = new Set<string>();
  for (const part of walk(item.tree)) {
    if (part.type === "record" && (known.has(part.id) || collected.claims.has(part.id)))
      parents.add(part.id);
    if (part.type === "slice")
      for (const member of sliceFor(item, known, part.id, part.from, part.to)) parents.add(member);
  }
  return [...parents];
}

function sliceFor(
  item: Pick<Pending, "period">,
  known: Known,
  id: string,
  from: string,
  to: string
): string[] {
  const at = (end: string): string => (end === "period" ? item.period : end);
  return known.slice(id, at(from), at(to));
}

function unstatedFact(
  registry: Registry,
  collected: Collected,
  id: string,
  unit: string,
  reason: string,
  label: string | undefined
): Fact {
  return {
    ...describeFact(registry, collected, id, label),
    origin: "derived",
    quantity: {...unstated(unit), verbatim: "not stated"},
    agreement: "single",
    preferred: null,
    reason,
    claims: [],
    formula: null,
    parents: []
  };
}

function complainAt(
  registry: Registry,
  file: YamlFile<unknown>,
  path: Path,
  problem: ExpressionError
): void {
  const unknown = /^unknown fact/.test(problem.error);
  const unit = /cannot (add|subtract|multiply|divide|compare)|measured in|needs one unit/.test(
    problem.error
  );
  complain(registry, file, {
    code: unknown ? "PL113" : unit ? "PL133" : "PL131",
    path,
    message: problem.error,
    hint: problem.hint || (unit ? "bring both to one unit, or use another measure" : "")
  });
}
