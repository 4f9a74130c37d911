import {spawnSync} from "node:child_process";
import {join} from "node:path";
import process from "node:process";
import type {Run} from "./compile-one.ts";
import {median} from "./median.ts";

const largest = 100_000;
const runs: readonly Run[] = [
  {count: 100, carrying: "usual", work: "compile"},
  {count: 1_000, carrying: "usual", work: "compile"},
  {count: largest / 10, carrying: "usual", work: "compile"},
  {count: largest, carrying: "usual", work: "compile"},
  {count: largest, carrying: "usual", work: "parse"},
  {count: largest, carrying: "everything", work: "compile"},
  {count: largest, carrying: "everything", work: "parse"}
];
const repeats = 3;

/**
 * Prints what compiling costs at four sizes, each in a process of its own, median of three: claims
 * that carry what the first story's do, and at the largest size claims with every key. Beside it,
 * in the same run, what the YAML parser alone takes for the same files.
 */
export function benchCompile(root: string): void {
  console.log("Compiling claims, positions included (from cold, median of 3)");
  console.log("   claims    carrying     work       ms   µs a claim   peak MB");
  const results = runs.map((run) => {
    const once = Array.from({length: repeats}, () => measure(root, run));
    const ms = median(once.map((result) => result.ms));
    const megabytes = median(once.map((result) => result.megabytes));
    const cells = [
      run.count.toLocaleString("en").padStart(9),
      run.carrying.padStart(11),
      run.work.padStart(8),
      ms.toFixed(0).padStart(8),
      ((ms / run.count) * 1000).toFixed(1).padStart(12),
      megabytes.toFixed(0).padStart(9)
    ];
    console.log(cells.join(" "));
    return ms;
  });
  const [, , tenth, usual, parsed] = results;
  console.log(
    `A claim at 100k costs ${(usual! / tenth! / 10).toFixed(2)} times what it costs at 10k.`
  );
  console.log(`Compiling takes ${(usual! / parsed!).toFixed(1)} times what parsing the YAML does.`);
}

function measure(root: string, run: Run): {ms: number; megabytes: number} {
  const vite = join(root, "node_modules/vite/dist/node/index.js");
  const script = `import {runnerImport} from ${JSON.stringify(vite)};
await runnerImport(${JSON.stringify(join(root, "test/bench/compile-one.ts"))}, {configFile: false, root: ${JSON.stringify(root)}, logLevel: "error"});`;
  const {status, stdout, stderr} = spawnSync(
    process.execPath,
    ["--input-type=module", "-e", script],
    {
      cwd: root,
      encoding: "utf8",
      env: {...process.env, PLUMBLINE_BENCH: JSON.stringify(run), VITEST: undefined}
    }
  );
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as {ms: number; megabytes: number};
}
