// Runs in a process of its own, so that its peak memory is its own.
import process from "node:process";
import {constructFromEvents, parseEvents} from "js-yaml";
import {assemble} from "../../src/facts/assemble.ts";
import {syntheticInputs} from "./claims.ts";
import type {Carrying} from "./claims.ts";

/** What to measure: compiling so many claims, or as a yardstick only parsing their YAML. */
export interface Run {
  readonly count: number;
  readonly carrying: Carrying;
  readonly work: "compile" | "parse";
}

const {count, carrying, work} = JSON.parse(process.env["PLUMBLINE_BENCH"]!) as Run;
const inputs = syntheticInputs(count, carrying);
const start = performance.now();
if (work === "compile") {
  const {dataset, diagnostics, placeOf} = assemble(inputs);
  const ids = Object.keys(dataset.claims);
  const place = placeOf(ids.at(-1) ?? "");
  if (ids.length !== count || diagnostics.length > 0 || place === null)
    throw new Error(`invalid run: ${JSON.stringify(diagnostics.slice(0, 3))}`);
} else {
  const parsed = inputs.seeds.map(({text}) =>
    constructFromEvents(parseEvents(text, {}), {source: text})
  );
  if (parsed.length !== inputs.seeds.length) throw new Error("invalid run");
}
const ms = performance.now() - start;
console.log(JSON.stringify({ms, megabytes: process.resourceUsage().maxRSS / 1024}));
