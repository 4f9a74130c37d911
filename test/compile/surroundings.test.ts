import {expect, test} from "vitest";
import {findCut} from "../../src/compile/surroundings.ts";
import {formatSpoken} from "../../src/format.ts";

/** What the words around the bracketed fragment make of its number; null where they leave it. */
function cut(marked: string): string | null {
  const start = marked.indexOf("[");
  const document = marked.replace(/[[\]]/g, "");
  const found = findCut(document, start, marked.indexOf("]") - 1);
  return found === null ? null : `${formatSpoken(found.alone)}, ${formatSpoken(found.whole)}`;
}

test.each([
  ["at a price exceeding [$2.5 billion], they said", "$2.5 billion, more than $2.5 billion"],
  ["at a price exceeding\n[$2.5 billion]", "$2.5 billion, more than $2.5 billion"],
  ["raised [$2.5 billion] or more this year", "$2.5 billion, at least $2.5 billion"],
  ["nearly [half of it] in credits", "half, nearly half"],
  ["fell by [5 per cent] in June", "5%, −5%"],
  ["between $3 billion and [$5 billion] in all", "$5 billion, between $3 billion and $5 billion"]
])("findCut(…) tells what %j leaves behind", (document, expected) => {
  expect(cut(document)).toBe(expected);
});

test.each([
  "at a price [exceeding $2.5 billion], they said",
  "It raised [$1 billion] in February.",
  "They gave up to three. [Five firms] took part.",
  "They raised at least $1 million; Beta had [$2 billion] and a plan",
  "It was worth more than\n\n[$2.5 billion] is the price",
  "more than [US$1 billion, nearly half] of it",
  "[nothing here] at least"
])("findCut(…) is silent about %j", (document) => {
  expect(cut(document)).toBeNull();
});
