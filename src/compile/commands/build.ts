import {runVite} from "../vite.ts";

/** `build` writes the stories to `dist/` as plain static files; Vite's flags pass through. */
export function run(args: readonly string[]): Promise<number> {
  return runVite(["build", ...args]);
}
