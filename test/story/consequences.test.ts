import {expect, test} from "vitest";
import {withoutConsequences} from "../../src/story/consequences.ts";
import type {Diagnostic} from "../../src/diagnostic.ts";
import {nothingRefused} from "../../src/facts/refused.ts";

const mistake = (code: string, file: string, message = ""): Diagnostic => ({
  code,
  severity: "error",
  message,
  file,
  line: 1,
  column: 1,
  hint: ""
});
const story = "stories/tour/story.md";
const figure = mistake("PL347", story, "the kind bars fails: no such record");
const codes = (list: readonly Diagnostic[]): string[] => list.map(({code}) => code);

test("withoutConsequences(…) leaves a figure out that fails while a record is refused", () => {
  const refused = {file: false, some: true, has: () => false};
  expect(withoutConsequences([figure], [refused])).toEqual([]);
  expect(codes(withoutConsequences([figure], [nothingRefused]))).toEqual(["PL347"]);
});

test("withoutConsequences(…) takes a file that cannot be opened for the cause", () => {
  const lost = mistake("PL005", "seeds/lost.yaml");
  const unknown = mistake("PL345", story, 'unknown "LOST:beta.round"');
  expect(codes(withoutConsequences([lost, unknown], [nothingRefused]))).toEqual(["PL005"]);
});

test("withoutConsequences(…) knows no kind as unknown where its own story's code cannot run", () => {
  const code = mistake("PL402", "stories/tour/figures/own.ts");
  const unknown = mistake("PL342", story, 'unknown kind "own"');
  const other = mistake("PL342", "stories/zoo/story.md", 'unknown kind "own"');
  expect(withoutConsequences([code, unknown, other], [])).toEqual([code, other]);
});
