import {runVite} from "../vite.ts";

/** `start` serves the story in development and prints the address; installing came before. */
export function run(args: readonly string[]): Promise<number> {
  return runVite(args);
}
