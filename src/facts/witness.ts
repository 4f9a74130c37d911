import type {Claim} from "./dataset.ts";

/** What a source rests on: another source's id, or a name; null where not known. */
type RestsOn = (source: string) => string | null;

/**
 * Who vouches for each of the claims about one fact in the end, as a name that claims of one witness
 * share. Claims have one witness where the same named person or body says so, or where their sources
 * rest on one origin; and so has whatever either of them is joined to in this way. A document whose
 * claims are all its own vouches for them itself, and for whoever retells it.
 */
export function witnessesOf(
  claims: readonly Pick<Claim, "source" | "by" | "own">[],
  restsOn: RestsOn,
  isEntity: (name: string) => boolean
): string[] {
  const isOwn = (id: string): boolean =>
    claims.some(({source}) => source === id) &&
    claims.every(({source, own}) => source !== id || own === true);
  const leansOn: RestsOn = claims.some(({own}) => own === true)
    ? (id) => (isOwn(id) ? null : restsOn(id))
    : restsOn;
  const origins = claims.map(({source}) => originOf(source, leansOn));
  const speakers = claims.map(({by}) => {
    const speaker = by.at(-1);
    return speaker !== undefined && isEntity(speaker) ? speaker : null;
  });
  if (speakers.every((speaker) => speaker === null)) return origins;
  const leader = new Map<string, string>();
  const lead = (name: string): string => {
    const next = leader.get(name) ?? name;
    return next === name ? name : lead(next);
  };
  origins.forEach((origin, i) => {
    const speaker = speakers[i]!;
    if (speaker !== null) leader.set(lead(origin), lead(`by ${speaker}`));
  });
  return origins.map(lead);
}

/** The origin that a source rests on in the end: its own id, or the last name of the chain. */
export function originOf(id: string, restsOn: RestsOn): string {
  let origin = id;
  let next = restsOn(origin);
  if (next === null) return origin;
  const seen = new Set<string>();
  while (next !== null && !seen.has(next)) {
    seen.add(next);
    origin = next;
    next = restsOn(origin);
  }
  return origin;
}
