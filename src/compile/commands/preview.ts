import {runVite} from "../vite.ts";

/** `preview` serves what `build` wrote; Vite's flags pass through. */
export function run(args: readonly string[]): Promise<number> {
  return runVite(["preview", ...args]);
}
