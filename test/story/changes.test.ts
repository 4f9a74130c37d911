import fc from "fast-check";
import {expect, test} from "vitest";
import {changesBetween, withChanges} from "../../src/story/changes.ts";

const parts = fc.array(fc.constantFrom("<p>a</p>", "<p>b</p>", "<p>c</p>"), {maxLength: 4});
const pages = fc.record({blocks: parts, cards: parts});

test("changes between two pages make the second of the first", () => {
  fc.assert(
    fc.property(pages, pages, (before, now) => {
      expect(withChanges(before, changesBetween(before, now))).toEqual(now);
    })
  );
});

test("changes between pages of as many parts name no part that stayed", () => {
  const changes = changesBetween(
    {blocks: ["a", "b", "c"], cards: []},
    {blocks: ["a", "x", "c"], cards: []}
  );
  expect(changes).toEqual({blocks: {changed: [[1, "x"]]}, cards: {changed: []}});
});
