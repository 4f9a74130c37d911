import {spawn} from "node:child_process";
import {join} from "node:path";

/**
 * Runs Vite's own command line with the project's config, so that its flags mean what Vite's
 * documentation says. Gives its exit code.
 */
export function runVite(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<number> {
  const bin = join(process.cwd(), "node_modules", "vite", "bin", "vite.js");
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [bin, ...args], {
      stdio: "inherit",
      env: {...process.env, ...env}
    });
    for (const signal of ["SIGINT", "SIGTERM"] as const)
      process.on(signal, () => child.kill(signal));
    child.on("close", (code) => resolve(code ?? 0));
  });
}
