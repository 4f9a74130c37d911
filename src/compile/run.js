// The one plain script: it runs before anything is installed, and Node 20 cannot run TypeScript.
import {spawnSync} from "node:child_process";
import {existsSync, readFileSync} from "node:fs";
import {dirname, join} from "node:path";
import process from "node:process";
import {fileURLToPath, pathToFileURL} from "node:url";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const [command = "", ...args] = process.argv.slice(2);

process.chdir(root);
if (!isInstalled()) install();

// From a path of ours, so that no Vite of a parent folder is ever taken.
const vite = join(root, "node_modules", "vite", "dist", "node", "index.js");
const {runnerImport} = await import(pathToFileURL(vite).href);
const file = join(root, "src", "compile", "commands", `${command}.ts`);
if (!/^[a-z]+$/.test(command) || !existsSync(file)) {
  console.error(`unknown command: ${command}`);
  process.exit(2);
}
const {module} = await runnerImport(file, {configFile: false, root, logLevel: "error"});
process.exitCode = await module.run(args);

/** Whether every package that the lock names for this machine is there, in its version. */
function isInstalled() {
  try {
    const packages = (name) => JSON.parse(readFileSync(join(root, name), "utf8")).packages;
    const installed = packages("node_modules/.package-lock.json");
    return Object.entries(packages("package-lock.json")).every(
      ([path, {version, optional}]) =>
        path === "" || (optional && !installed[path]) || installed[path]?.version === version
    );
  } catch {
    return false;
  }
}

function install() {
  console.error("Installing what Plumbline needs (once)…");
  // `--include=dev`, because NODE_ENV=production would leave out all that runs the project.
  const options = ["ci", "--include=dev", "--no-audit", "--no-fund"];
  const npm = process.env.npm_execpath;
  const [program, first] = npm ? [process.execPath, [npm]] : ["npm", []];
  const {status} = spawnSync(program, [...first, ...options], {
    cwd: root,
    stdio: ["ignore", 2, 2],
    shell: !npm && process.platform === "win32"
  });
  if (status === 0) return;
  console.error("npm ci failed; see above.");
  process.exit(status ?? 1);
}
