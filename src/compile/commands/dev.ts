import {runVite} from "../vite.ts";

/** `dev` serves the story and updates the open page in place; Vite's flags pass through. */
export function run(args: readonly string[]): Promise<number> {
  return runVite(args);
}
