import fc from "fast-check";
import {rmSync} from "node:fs";
import {afterAll, expect, test} from "vitest";
import {
  edit,
  noHistory,
  pause,
  redo,
  replaceAll,
  startWith,
  undo
} from "../../src/tweak/history.ts";
import type {History} from "../../src/tweak/history.ts";
import {compilerOf, writeProject} from "./project.ts";

const root = writeProject();
afterAll(() => rmSync(root, {recursive: true, force: true}));
const compiler = compilerOf(root);

const ids = [
  "ONE:beta.valuation",
  "TWO:beta.valuation",
  "ONE:acme.in-beta",
  "acme.share",
  "acme.credits",
  "beta.valuation"
];
const words: Readonly<Record<string, readonly string[]>> = {
  "acme.share": ["about 20%", "a third", "more than half"],
  "acme.credits": ["acme.in-beta / 2", "acme.in-beta * acme.share * acme.share"],
  "beta.valuation": ["ONE:beta.valuation", "TWO:beta.valuation"]
};
const step = fc.oneof(
  {weight: 5, arbitrary: fc.tuple(fc.constantFrom(...ids), fc.nat(2), fc.boolean())},
  fc.constantFrom("undo", "redo", "reset all", "pause"),
  fc.constantFrom(...ids).map((id) => ({reset: id}))
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

function take(history: History, next: Step): History {
  if (next === "undo") return undo(history);
  if (next === "redo") return redo(history);
  if (next === "pause") return pause(history);
  if (next === "reset all") return replaceAll(history, new Map());
  if (typeof next === "string") throw new Error(next);
  if ("reset" in next) return edit(history, next.reset, null);
  const [id, pick, typing] = next;
  const choices = words[id] ?? ["about $2.6 billion", "over $3 billion", "$1–4 billion"];
  const chosen = choices[pick % choices.length]!;
  // As a session does: what is published is no edit.
  return edit(history, id, chosen === compiler.wordsOf(id) ? null : chosen, typing);
}

test("after any edits, undoing all gives the published data back byte for byte", () => {
  const published = JSON.stringify(compiler.published.assembled.dataset);
  fc.assert(
    fc.property(fc.array(step, {minLength: 1, maxLength: 15}), (steps) => {
      let history: History = noHistory;
      for (const each of steps) history = take(history, each);
      const edited = compiler.assemble(history.now);
      expect(edited.assembled.diagnostics.filter(({severity}) => severity === "error")).toEqual([]);
      const changed = JSON.stringify(edited.assembled.dataset) !== published;
      // Nothing that was changed can pass for what was published.
      expect(changed).toBe(history.now.size > 0);
      while (history.past.length > 0) history = undo(history);
      expect(history.now.size).toBe(0);
      const back = compiler.assemble(history.now);
      expect(JSON.stringify(back.assembled.dataset)).toBe(published);
      expect(back.inputs).toEqual(compiler.source.inputs);
    }),
    {numRuns: 1000}
  );
}, 120_000);

test("redo does what undo took back, to the same texts", () => {
  fc.assert(
    fc.property(fc.array(step, {minLength: 1, maxLength: 15}), fc.nat(15), (steps, back) => {
      let history: History = noHistory;
      for (const each of steps) history = take(history, each);
      const {now} = history;
      const times = Math.min(back, history.past.length);
      for (let i = 0; i < times; ++i) history = undo(history);
      for (let i = 0; i < times; ++i) history = redo(history);
      expect([...history.now]).toEqual([...now]);
    })
  );
});

test("what is typed in one field is one step, until it pauses", () => {
  let history: History = noHistory;
  for (const text of ["$1", "$12", "$120 million"]) history = edit(history, "a", text, true);
  expect(history.past).toHaveLength(1);
  history = edit(pause(history), "a", "$130 million", true);
  history = edit(history, "b", "$1", true);
  expect(history.past).toHaveLength(3);
  expect([...undo(undo(history)).now]).toEqual([["a", "$120 million"]]);
});

test("edits that came from elsewhere are one step to take back", () => {
  const history = startWith(
    new Map([
      ["a", "$1"],
      ["b", "$2"]
    ])
  );
  expect(undo(history).now.size).toBe(0);
  expect(startWith(new Map())).toBe(noHistory);
});

test("an edit forgets what was taken back", () => {
  const history = edit(undo(edit(noHistory, "a", "$1")), "b", "$2");
  expect(redo(history)).toBe(history);
});
