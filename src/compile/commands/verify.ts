import {mkdirSync, renameSync, writeFileSync} from "node:fs";
import {dirname, join, resolve} from "node:path";
import {parseArgs} from "node:util";
import {folders, readYamlFiles} from "../project.ts";
import {printDiagnostics} from "../report.ts";
import {verifySources} from "../verify.ts";

/**
 * `verify -- --documents DIR` checks every fragment against its document and writes the lock.
 * Nothing is written, and the exit code is 1, where one of them fails.
 */
export async function run(args: string[], root = process.cwd()): Promise<number> {
  let documents: string | undefined;
  try {
    ({documents} = parseArgs({args, options: {documents: {type: "string"}}}).values);
  } catch (error) {
    console.error((error as Error).message);
    return 2;
  }
  if (documents === undefined) {
    console.error("verify needs the documents: npm run verify -- --documents DIR");
    return 2;
  }
  const seeds = readYamlFiles(root, folders.seeds);
  const context = readYamlFiles(root, join(folders.data, "context"));
  const files = [...seeds.files, ...context.files];
  const {lock, diagnostics, sources, fragments} = verifySources(files, resolve(root, documents));
  const all = [...seeds.diagnostics, ...context.diagnostics, ...diagnostics];
  if (all.length > 0) {
    printDiagnostics(root, all);
    console.error("The lock was not written.");
    return 1;
  }
  const path = join(root, folders.lock);
  mkdirSync(dirname(path), {recursive: true});
  // Atomically, so that a reader never sees half a lock.
  writeFileSync(`${path}.new`, `${JSON.stringify(lock, null, 2)}\n`);
  renameSync(`${path}.new`, path);
  console.log(`${fragments} fragments of ${sources} documents verified; ${folders.lock} written.`);
  return 0;
}
