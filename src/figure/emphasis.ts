/**
 * Whether a mark recedes: a step highlights something, and it is none of the mark's ids. A mark
 * goes by its record, its claim, its fact and the series that the fact is of.
 */
export function recedes(
  highlight: readonly string[],
  ...ids: readonly (string | null | undefined)[]
): boolean {
  if (highlight.length === 0) return false;
  return !ids.some((id) => id != null && (highlight.includes(id) || isMember(highlight, id)));
}

function isMember(highlight: readonly string[], factId: string): boolean {
  const slash = factId.indexOf("/");
  return slash >= 0 && highlight.includes(factId.slice(0, slash));
}
