import type {Dataset} from "../facts/dataset.ts";
import {listed} from "../figure/labels.ts";
import type {Records} from "../figure/kind.ts";

// More names than these say no more than their number.
const most = 3;

/** Ids of the facts and claims that a scene declares and somebody edited, or made of what was edited. */
export function editedIn(records: Records): string[] {
  return records.ids.flatMap((id) => {
    const kind = records.kindOf(id);
    if (kind === "series")
      return records
        .series(id)
        .flatMap(({id: member, fact}) => (fact.origin === "edited" ? [member] : []));
    if (kind === "fact") return records.fact(id).origin === "edited" ? [id] : [];
    return kind === "claim" && records.claim(id).origin === "edited" ? [id] : [];
  });
}

/** The same in few words, for a line that has other things to say. */
export function editedBriefly(records: Records): string {
  const count = editedIn(records).length;
  return count < 2
    ? editedSentence(records)
    : `${count} numbers here are edited: no source says them.`;
}

/**
 * Says over a story which of its numbers somebody edited, in its files or in the page; "" where none
 * is. What only follows from them is not named.
 */
export function editedOver({claims, facts}: Dataset): string {
  const isEdited = (id: string): boolean =>
    Object.hasOwn(claims, id) ? claims[id]!.origin === "edited" : facts[id]?.origin === "edited";
  const names = Object.values(facts).flatMap(({origin, label, claims: own, parents}) => {
    const isRoot = own.some(isEdited) || (origin === "edited" && !parents.some(isEdited));
    return isRoot ? [label] : [];
  });
  return sentenceOf(names);
}

/**
 * Says which numbers of a figure are edited, whatever its kind does with them; "" where none is. It
 * stands in the description and the table.
 */
export function editedSentence(records: Records): string {
  const labels = editedIn(records).map((id) => {
    const fact = records.kindOf(id) === "claim" ? records.claim(id).fact : id;
    return records.fact(fact).label;
  });
  return sentenceOf(labels);
}

function sentenceOf(labels: readonly string[]): string {
  const names = [...new Set(labels)];
  if (names.length === 0) return "";
  const rest = names.length - most;
  const shown = rest > 1 ? [...names.slice(0, most), `${rest} more`] : names;
  return `Edited, and said by no source: ${listed(shown)}.`;
}
