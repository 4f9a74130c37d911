import {findQuantities} from "../wording.ts";
import type {Found} from "../wording.ts";
import type {Quantity} from "../quantity.ts";

/** A quantity as a fragment has it alone, and as its document's sentence has it. */
export interface Cut {
  readonly alone: Quantity;
  readonly whole: Quantity;
}

/** Words on either side that can change a reading: hedges stand next to their numbers. */
const reach = 8;

/**
 * Whether the words around a fragment, inside its sentence, change the number that it states: a
 * hedge that was left behind, a second end of a range. Null where they do not, and where the
 * fragment alone has no quantity or several. `start` and `end` are the fragment's UTF-16 offsets.
 */
export function findCut(document: string, start: number, end: number): Cut | null {
  const fragment = document.slice(start, end);
  const [own, ...others] = findQuantities(fragment);
  if (own === undefined || others.length > 0) return null;
  const before = wordsBefore(document.slice(Math.max(0, start - 400), start));
  const after = wordsAfter(document.slice(end, end + 400));
  const at = before.length;
  const around = findQuantities(before + fragment + after);
  const whole = around.find((found) => overlaps(found, at + own.start, at + own.end));
  if (whole === undefined || isSame(own.quantity, whole.quantity)) return null;
  return {alone: own.quantity, whole: whole.quantity};
}

// A stop that no word follows in lower case ends a sentence; so does a blank line.
const sentenceEnd = /[.!?]["'”’)\]]*\s+(?=["'“‘(]*[\p{Lu}\p{N}$€£¥])|\n\s*\n/gu;

function wordsBefore(text: string): string {
  const from = [...text.matchAll(sentenceEnd)].reduce((_, m) => m.index + m[0].length, 0);
  const words = text.slice(from).match(/\S+\s*|^\s+/g) ?? [];
  return words.slice(-reach).join("");
}

function wordsAfter(text: string): string {
  const end = [...text.matchAll(sentenceEnd)][0]?.index ?? text.length;
  return (text.slice(0, end).match(/\s*\S+/g) ?? []).slice(0, reach).join("");
}

function overlaps(found: Found, start: number, end: number): boolean {
  return found.start < end && start < found.end;
}

function isSame(a: Quantity, b: Quantity): boolean {
  return (
    a.hedge === b.hedge &&
    a.value === b.value &&
    a.lower === b.lower &&
    a.upper === b.upper &&
    a.lowerOpen === b.lowerOpen &&
    a.upperOpen === b.upperOpen
  );
}
