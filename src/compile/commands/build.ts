import {singleVariable} from "../single.ts";
import {runVite} from "../vite.ts";

const single = "--single-file";

/**
 * `build` writes the stories to `dist/` as plain static files; Vite's flags pass through. With
 * `--single-file` each story is also one file that needs nothing else, `<slug>/<slug>.html`.
 */
export function run(args: readonly string[]): Promise<number> {
  const rest = args.filter((arg) => arg !== single);
  return runVite(["build", ...rest], rest.length < args.length ? {[singleVariable]: "1"} : {});
}
