import {spawnSync} from "node:child_process";
import {join} from "node:path";
import {ensureChromium, noChromium} from "../chromium.ts";

/**
 * `test` runs everything: formatting, types, and Vitest with a real browser. Arguments go to
 * Vitest, and then only Vitest runs. Nothing is skipped: without a browser it fails and says how.
 */
export function run(args: readonly string[]): number {
  const chromium = ensureChromium();
  if (chromium === null) {
    console.error(noChromium);
    return 1;
  }
  const steps: readonly (readonly [string, ...string[]])[] = [
    ["prettier/bin/prettier.cjs", "--check", "--log-level", "warn", "."],
    ["typescript/bin/tsc", "--noEmit"],
    ["vitest/vitest.mjs", "run", ...args]
  ];
  let failed = 0;
  for (const [bin, ...rest] of args.length > 0 ? steps.slice(-1) : steps) {
    const name = bin.slice(0, bin.indexOf("/"));
    const {status} = spawnSync(process.execPath, [join("node_modules", bin), ...rest], {
      stdio: "inherit",
      env: {...process.env, CHROMIUM: chromium, TZ: "UTC"}
    });
    if (status === 0) continue;
    console.error(`${name} failed.`);
    failed = 1;
  }
  return failed;
}
