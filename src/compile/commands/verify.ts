import {mkdirSync, renameSync, writeFileSync} from "node:fs";
import {dirname, join, resolve} from "node:path";
import {parseArgs} from "node:util";
import type {Diagnostic} from "../../diagnostic.ts";
import {assemble} from "../../facts/assemble.ts";
import {folders, readYamlFiles} from "../project.ts";
import {printDiagnostics} from "../report.ts";
import {readInputs} from "../sources.ts";
import {verifySources} from "../verify.ts";

/**
 * `verify -- --documents DIR` checks every fragment against its document and writes the lock.
 * Nothing is written, and the exit code is 1, where one of them fails
 * or where what stands beside it says something else.
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
  const all = [
    ...seeds.diagnostics,
    ...context.diagnostics,
    ...diagnostics,
    ...contradictions(root)
  ];
  printDiagnostics(root, all);
  if (all.some(({severity}) => severity === "error")) {
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

/** What nobody can vouch for: what stands in place of a fragment's words, and an id of two sources. */
function contradictions(root: string): Diagnostic[] {
  const {inputs} = readInputs(root, [folders.seeds], [folders.data]);
  return assemble(inputs).diagnostics.filter(({code}) => code === "PL128" || code === "PL102");
}
