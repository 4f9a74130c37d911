/** The parts of a fact's id, `subject.measure[/period]`, and of a claim's key, which adds `[@place]`. */
export interface FactKey {
  readonly fact: string;
  readonly subject: string;
  readonly measure: string;
  readonly period: string | null;
  readonly place: string | null;
}

// Fact, subject, measure, period, place. By number: named groups take several times as long.
const factKey = /^(([a-z][a-z0-9-]*)\.([a-z][a-z0-9-]*)(?:\/([^@\s]+))?)(?:@([a-z][a-z0-9-]*))?$/;

/** Reads a fact's id or a claim's key; null where it is neither. */
export function readFactKey(key: string): FactKey | null {
  if (key.length > 200) return null;
  const groups = factKey.exec(key);
  if (groups === null) return null;
  return {
    fact: groups[1]!,
    subject: groups[2]!,
    measure: groups[3]!,
    period: groups[4] ?? null,
    place: groups[5] ?? null
  };
}

/** Whether a key may name an entity, relation, event, statement or contrast. */
export function isName(key: string): boolean {
  return /^[a-z][a-z0-9-]{0,99}$/.test(key);
}

/** Whether an id may name a source: letters, digits and hyphens, a letter first. */
export function isSourceId(id: string): boolean {
  return /^[A-Za-z][A-Za-z0-9-]{0,99}$/.test(id);
}

/** The id of what a source's key names: `A:moonshot.valuation@headline`. */
export function recordId(source: string, key: string): string {
  return `${source}:${key}`;
}
