import {join} from "node:path";
import {assemble} from "../../../src/facts/assemble.ts";
import type {Assembled} from "../../../src/facts/assemble.ts";
import type {Dataset} from "../../../src/facts/dataset.ts";
import {folders} from "../../../src/compile/project.ts";
import {readInputs} from "../../../src/compile/sources.ts";
import type {Quantity} from "../../../src/quantity.ts";

export const root = join(import.meta.dirname, "..", "..", "..");
export const slug = "compute-for-equity";

/** The steps of each scene, in the order of the story. */
export const scenes: Readonly<Record<string, readonly string[]>> = {
  credits: ["nearly-half", "two-people", "own-report"],
  instead: ["standfirst", "again", "the-rest"],
  loop: ["escrow", "in-return", "which-money", "echoes"],
  backers: ["named", "odd-ones", "rivals", "overlap"],
  price: ["bare", "exceeding", "elsewhere", "rounds"],
  growth: ["claim", "quarters", "mean", "since"],
  rules: ["fallen", "rule-dates", "decisions", "restructuring"],
  chips: ["due-to", "citing", "shortcut", "over-cash"],
  hosting: ["half", "speech", "eighty"],
  ledger: ["shared", "witnesses", "decided"]
};
export const steps: readonly string[] = Object.values(scenes).flat();

/** The dataset of the real seeds and data. */
export function compileFacts(): Assembled & {readonly lock: ReturnType<typeof readLock>} {
  const {inputs, diagnostics} = readInputs(root, [folders.seeds], [folders.data]);
  const assembled = assemble(inputs);
  return {
    ...assembled,
    diagnostics: [...diagnostics, ...assembled.diagnostics],
    lock: readLock(inputs)
  };
}

function readLock({lock}: ReturnType<typeof readInputs>["inputs"]) {
  if (lock === undefined) throw new Error("the seeds have no lock");
  return lock;
}

/** Everything of a dataset that quotes a document, by id: claims, relations, events, statements. */
export function recordsOf({claims, relations, events, statements}: Dataset) {
  return {...claims, ...relations, ...events, ...statements};
}

/** A quantity on one line: hedge, value, bounds (round brackets exclude the bound), unit. */
export function told(q: Quantity): string {
  const lower = `${q.lowerOpen ? "(" : "["}${q.lower ?? "…"}`;
  const upper = `${q.upper ?? "…"}${q.upperOpen ? ")" : "]"}`;
  return `${q.hedge} ${q.value ?? "–"} ${lower}, ${upper} ${q.unit}`;
}
