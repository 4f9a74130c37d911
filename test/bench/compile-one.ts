// Runs in a process of its own, so that its peak memory is its own.
import process from "node:process";
import {assemble} from "../../src/facts/assemble.ts";
import {syntheticInputs} from "./claims.ts";

const count = Number(process.env["PLUMBLINE_CLAIMS"]);
const inputs = syntheticInputs(count);
const start = performance.now();
const {dataset, diagnostics, placeOf} = assemble(inputs);
const [last] = Object.keys(dataset.claims).slice(-1);
const place = placeOf(last ?? "");
const ms = performance.now() - start;
if (Object.keys(dataset.claims).length !== count || diagnostics.length > 0 || place === null)
  throw new Error(`invalid run: ${JSON.stringify(diagnostics.slice(0, 3))}`);
console.log(JSON.stringify({count, ms, megabytes: process.resourceUsage().maxRSS / 1024}));
