import {didYouMean} from "../diagnostic.ts";
import {formatTime} from "../time.ts";
import {agreementOf, moreCautious} from "./agreement.ts";
import {warnEdited} from "./checks.ts";
import type {Collected} from "./collect.ts";
import type {Claim, Fact} from "./dataset.ts";
import {readFactKey} from "./ids.ts";
import type {FactKey} from "./ids.ts";
import type {ReconcileFile} from "./inputs.ts";
import {complain} from "./registry.ts";
import type {Registry} from "./registry.ts";
import {witnessesOf} from "./witness.ts";
import type {YamlFile} from "./yaml.ts";

/**
 * Brings the claims about each fact together: how they agree, and which one is printed. Of agreeing
 * claims that is the more cautious, of conflicting ones the first, unless the editor decided.
 * A document that rests on another is no witness of its own.
 */
export function reconcile(
  registry: Registry,
  collected: Collected,
  decisions: YamlFile<ReconcileFile> | null
): Map<string, Fact> {
  const groups = groupByFact(collected.claims);
  const decided = decisions?.value?.decisions ?? {};
  checkDecisions(registry, decisions, groups);
  const facts = new Map<string, Fact>();
  for (const [fact, {ids, claims}] of groups) {
    const witnesses = witnessesOf(
      claims,
      (source) => collected.sources.get(source)?.restsOn ?? null,
      (name) => registry.entities.has(name)
    );
    const agreement = agreementOf(
      claims.map(({quantity}, i) => ({quantity, origin: witnesses[i]!}))
    );
    const decision = Object.hasOwn(decided, fact) ? decided[fact] : undefined;
    const edited = decision?.edited !== undefined && decision.edited !== decision.prefer;
    const preferred = ids.indexOf(decision?.edited ?? decision?.prefer ?? "");
    const chosen = preferred >= 0 ? preferred : agreement === "conflict" ? 0 : mostCautious(claims);
    if (agreement === "conflict" && decision === undefined) warnUndecided(registry, fact, ids);
    const {quantity, origin} = claims[chosen]!;
    // How claims agree follows from all of them, and so may which of them is printed.
    const touched = edited || claims.some((claim) => claim.origin === "edited");
    // Field by field: a spread here would cost as much as all the rest.
    const {subject, measure, period, label} = describeFact(registry, collected, fact);
    facts.set(fact, {
      subject,
      measure,
      period,
      label,
      origin: touched ? "edited" : origin,
      quantity,
      agreement,
      preferred: ids[chosen]!,
      reason: edited ? null : (decision?.reason ?? null),
      claims: ids,
      formula: null,
      parents: []
    });
  }
  return facts;
}

/** The claims about one fact, in the order they were read, and their ids. */
interface Group {
  readonly ids: string[];
  readonly claims: Claim[];
}

function groupByFact(claims: ReadonlyMap<string, Claim>): Map<string, Group> {
  const groups = new Map<string, Group>();
  for (const [id, claim] of claims) {
    const group = groups.get(claim.fact);
    if (group === undefined) groups.set(claim.fact, {ids: [id], claims: [claim]});
    else {
      group.ids.push(id);
      group.claims.push(claim);
    }
  }
  return groups;
}

/** Subject, measure, period and label of a fact, from its id and what authors call it. */
export function describeFact(
  registry: Registry,
  collected: Collected,
  id: string,
  given?: string
): Pick<Fact, "subject" | "measure" | "period" | "label"> {
  const key = readFactKey(id)!;
  const label = given ?? collected.labels.get(id) ?? labelOf(registry, key);
  return {subject: key.subject, measure: key.measure, period: key.period, label};
}

function labelOf(registry: Registry, {subject, measure, period}: FactKey): string {
  const who = registry.entities.get(subject)?.name ?? subject;
  const what = registry.measures.get(measure)?.label ?? measure;
  const when = period === null ? "" : `, ${formatTime(period)}`;
  return `${who}: ${what}${when}`;
}

/** The index of the claim that commits to least. */
function mostCautious(claims: readonly Claim[]): number {
  let best = 0;
  for (let i = 1; i < claims.length; ++i)
    if (moreCautious(claims[i]!.quantity, claims[best]!.quantity) > 0) best = i;
  return best;
}

function warnUndecided(registry: Registry, fact: string, ids: readonly string[]): void {
  const place = registry.places.get(ids[1]!);
  if (place === undefined) return;
  complain(registry, place.file, {
    code: "PL143",
    severity: "warning",
    path: place.path,
    atKey: true,
    message: `the claims about ${fact} conflict, and nobody has decided which is printed`,
    hint: `add a decision for ${fact} to data/reconcile.yaml; ${ids[0]!} is printed until then`
  });
}

function checkDecisions(
  registry: Registry,
  file: YamlFile<ReconcileFile> | null,
  groups: ReadonlyMap<string, Group>
): void {
  if (file?.value === null || file === null) return;
  for (const [fact, {prefer, edited}] of Object.entries(file.value.decisions)) {
    const claims = groups.get(fact)?.ids;
    if (edited !== undefined) warnEdited({registry, file}, ["decisions", fact, "edited"]);
    if (claims === undefined)
      complain(registry, file, {
        code: "PL113",
        path: ["decisions", fact],
        atKey: true,
        message: "no source claims anything about this fact",
        hint: didYouMean(fact, groups.keys())
      });
    else
      for (const [key, id] of Object.entries({prefer, edited}))
        if (id !== undefined && !claims.includes(id))
          complain(registry, file, {
            code: "PL113",
            path: ["decisions", fact, key],
            message: `"${id}" is not a claim about ${fact}`,
            hint: didYouMean(id, claims, `there are ${claims.join(", ")}`)
          });
  }
}
