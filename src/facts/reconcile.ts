import {didYouMean} from "../diagnostic.ts";
import {formatTime} from "../time.ts";
import {agreementOf, moreCautious} from "./agreement.ts";
import type {Collected} from "./collect.ts";
import type {Claim, Fact, Source} from "./dataset.ts";
import {readFactKey} from "./ids.ts";
import type {ReconcileFile} from "./inputs.ts";
import {complain} from "./registry.ts";
import type {Registry} from "./registry.ts";
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
  const groups = new Map<string, string[]>();
  for (const [id, claim] of collected.claims) {
    const group = groups.get(claim.fact);
    if (group === undefined) groups.set(claim.fact, [id]);
    else group.push(id);
  }
  const decided = decisions?.value?.decisions ?? {};
  checkDecisions(registry, decisions, groups);
  const facts = new Map<string, Fact>();
  for (const [fact, ids] of groups) {
    const claims = ids.map((id) => collected.claims.get(id)!);
    const witnesses = witnessesOf(registry, claims, collected.sources);
    const agreement = agreementOf(
      claims.map(({quantity}, i) => ({quantity, origin: witnesses[i]!}))
    );
    const decision = Object.hasOwn(decided, fact) ? decided[fact] : undefined;
    const chosen =
      decision !== undefined && ids.includes(decision.prefer)
        ? decision.prefer
        : agreement === "conflict"
          ? ids[0]!
          : mostCautious(ids, claims);
    if (agreement === "conflict" && decision === undefined) warnUndecided(registry, fact, ids);
    const {quantity, origin} = collected.claims.get(chosen)!;
    facts.set(fact, {
      ...describeFact(registry, collected, fact),
      origin,
      quantity,
      agreement,
      preferred: chosen,
      reason: decision?.reason ?? null,
      claims: ids,
      formula: null,
      parents: []
    });
  }
  return facts;
}

/** Subject, measure, period and label of a fact, from its id and what authors call it. */
export function describeFact(
  registry: Registry,
  collected: Collected,
  id: string,
  given?: string
): Pick<Fact, "subject" | "measure" | "period" | "label"> {
  const {subject, measure, period} = readFactKey(id)!;
  const who = registry.entities.get(subject)?.name ?? subject;
  const what = registry.measures.get(measure)?.label ?? measure;
  const when = period === null ? "" : `, ${formatTime(period)}`;
  const label = given ?? collected.labels.get(id) ?? `${who}: ${what}${when}`;
  return {subject, measure, period, label};
}

/**
 * Who vouches for each claim in the end, as a name that claims of one witness share. Claims have one
 * witness where the same named person or body says so, or where their sources rest on one origin;
 * and so has whatever either of them is joined to in this way.
 */
function witnessesOf(
  registry: Registry,
  claims: readonly Claim[],
  sources: ReadonlyMap<string, Source>
): string[] {
  const leader = new Map<string, string>();
  const lead = (name: string): string => {
    const next = leader.get(name) ?? name;
    return next === name ? name : lead(next);
  };
  const names = claims.map((claim) => {
    const origin = originOf(claim.source, sources);
    const speaker = claim.by.at(-1);
    if (speaker !== undefined && registry.entities.has(speaker))
      leader.set(lead(origin), lead(`by ${speaker}`));
    return origin;
  });
  return names.map(lead);
}

/** The origin that a source rests on in the end: its own id, or the last name of the chain. */
function originOf(id: string, sources: ReadonlyMap<string, Source>): string {
  const seen = new Set<string>();
  let origin = id;
  for (;;) {
    const next = sources.get(origin)?.restsOn;
    if (next === undefined || next === null || seen.has(next)) return origin;
    seen.add(next);
    origin = next;
  }
}

function mostCautious(ids: readonly string[], claims: readonly Claim[]): string {
  let best = 0;
  for (let i = 1; i < ids.length; ++i)
    if (moreCautious(claims[i]!.quantity, claims[best]!.quantity) > 0) best = i;
  return ids[best]!;
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
  groups: ReadonlyMap<string, readonly string[]>
): void {
  if (file?.value === null || file === null) return;
  for (const [fact, {prefer}] of Object.entries(file.value.decisions)) {
    const claims = groups.get(fact);
    if (claims === undefined)
      complain(registry, file, {
        code: "PL113",
        path: ["decisions", fact],
        atKey: true,
        message: "no source claims anything about this fact",
        hint: didYouMean(fact, groups.keys())
      });
    else if (!claims.includes(prefer))
      complain(registry, file, {
        code: "PL113",
        path: ["decisions", fact, "prefer"],
        message: `"${prefer}" is not a claim about ${fact}`,
        hint: didYouMean(prefer, claims, `there are ${claims.join(", ")}`)
      });
  }
}
