import {spawn, spawnSync} from "node:child_process";
import {cpSync, mkdtempSync, rmSync, symlinkSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {stripVTControlCharacters} from "node:util";

export const root = join(import.meta.dirname, "..", "..");

/** The environment of a command as a user would run it, not as Vitest does. */
function environment(): NodeJS.ProcessEnv {
  const env = {...process.env};
  for (const name of ["VITEST", "NODE_ENV", "TEST", "DEV", "PROD", "MODE"]) delete env[name];
  return env;
}

export interface Answer {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/**
 * Runs a command of a project to its end: what `npm run -s <command> -- <args>` does. Its output is
 * given without colours, which Vite adds where `CI` is set.
 */
export function runCommand(project: string, args: readonly string[], input = ""): Answer {
  const {status, stdout, stderr} = spawnSync(
    process.execPath,
    [join(project, "src/compile/run.js"), ...args],
    {cwd: project, encoding: "utf8", input, env: environment()}
  );
  return {
    status,
    out: stripVTControlCharacters(stdout),
    err: stripVTControlCharacters(stderr)
  };
}

/** What of the project is the tool's. */
const tool = [
  "src",
  ".vscode",
  "index.html",
  "vite.config.ts",
  "package.json",
  "package-lock.json"
];

/** A project that has the tool's code and nothing else. */
export function emptyProject(): {folder: string; remove(): void} {
  const folder = mkdtempSync(join(tmpdir(), "plumbline-project-"));
  for (const name of tool) cpSync(join(root, name), join(folder, name), {recursive: true});
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"), "junction");
  return {folder, remove: () => rmSync(folder, {recursive: true, force: true})};
}

/** A project of its own to build, serve and edit: the tool's code with the fixture's data and story. */
export function fixtureProject(): {folder: string; remove(): void} {
  const project = emptyProject();
  cpSync(join(root, "test/golden/base"), project.folder, {recursive: true});
  return project;
}

/** Builds a project into a folder of its own, with more flags if they are given. */
export function buildProject(
  project: string,
  flags: readonly string[] = []
): {dist: string; remove(): void} {
  const dist = mkdtempSync(join(tmpdir(), "plumbline-dist-"));
  const {status, out, err} = runCommand(project, [
    "build",
    ...flags,
    "--outDir",
    dist,
    "--emptyOutDir",
    "--logLevel",
    "warn"
  ]);
  if (status !== 0) throw new Error(`the build failed:\n${out}\n${err}`);
  return {dist, remove: () => rmSync(dist, {recursive: true, force: true})};
}

/** Starts the development server of a project, as `npm run dev` does, on a free port. */
export function startServer(project: string): Promise<{address: string; stop(): void}> {
  const child = spawn(
    process.execPath,
    [join(project, "src/compile/run.js"), "dev", "--port", "0", "--strictPort", "false"],
    {cwd: project, env: environment()}
  );
  return new Promise((resolve, reject) => {
    let text = "";
    const take = (chunk: Buffer): void => {
      text += stripVTControlCharacters(chunk.toString());
      const address = /Local:\s+(http:\S+)/.exec(text)?.[1];
      if (address !== undefined) resolve({address, stop: () => child.kill("SIGTERM")});
    };
    child.stdout.on("data", take);
    child.stderr.on("data", take);
    child.on("close", () => reject(new Error(`the server stopped:\n${text}`)));
  });
}
