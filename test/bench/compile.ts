import {spawnSync} from "node:child_process";
import {join} from "node:path";
import process from "node:process";
import {median} from "./median.ts";

const sizes = [100, 1_000, 10_000, 100_000];
const runs = 3;

/** Prints what compiling costs at four sizes, each in a process of its own, median of three. */
export function benchCompile(root: string): void {
  const vite = join(root, "node_modules/vite/dist/node/index.js");
  const script = `import {runnerImport} from ${JSON.stringify(vite)};
await runnerImport(${JSON.stringify(join(root, "test/bench/compile-one.ts"))}, {configFile: false, root: ${JSON.stringify(root)}, logLevel: "error"});`;
  console.log("Compiling claims, positions included (from cold, median of 3)");
  console.log("   claims        ms   µs a claim   peak MB");
  const cost = new Map<number, number>();
  for (const size of sizes) {
    const results = Array.from({length: runs}, () => {
      const {status, stdout, stderr} = spawnSync(
        process.execPath,
        ["--input-type=module", "-e", script],
        {
          cwd: root,
          encoding: "utf8",
          env: {...process.env, PLUMBLINE_CLAIMS: String(size), VITEST: undefined}
        }
      );
      if (status !== 0) throw new Error(stderr);
      return JSON.parse(stdout) as {ms: number; megabytes: number};
    });
    const ms = median(results.map((result) => result.ms));
    const megabytes = median(results.map((result) => result.megabytes));
    cost.set(size, ms / size);
    const cells = [
      size.toLocaleString("en").padStart(9),
      ms.toFixed(0).padStart(9),
      ((ms / size) * 1000).toFixed(1).padStart(12),
      megabytes.toFixed(0).padStart(9)
    ];
    console.log(cells.join(" "));
  }
  const ratio = cost.get(100_000)! / cost.get(10_000)!;
  console.log(`A claim at 100k costs ${ratio.toFixed(2)} times what it costs at 10k.`);
}
