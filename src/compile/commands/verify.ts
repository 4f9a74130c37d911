import {resolve} from "node:path";
import {parseArgs} from "node:util";
import type {Diagnostic} from "../../diagnostic.ts";
import {assemble} from "../../facts/assemble.ts";
import type {Inputs} from "../../facts/assemble.ts";
import {replaceSources} from "../../facts/lock.ts";
import type {Lock} from "../../facts/lock.ts";
import {folders, readLock, storySlugs, writeLock} from "../project.ts";
import {printDiagnostics} from "../report.ts";
import {inputFolders, readInputs} from "../sources.ts";
import {verifySources} from "../verify.ts";

/**
 * `verify -- --documents DIR` checks every fragment against its document and writes the lock; with
 * `--story SLUG` only those of one story, and the others stay in the lock as they are. Nothing is
 * written, and the exit code is 1, where one of them fails or where what stands beside it says
 * something else.
 */
export async function run(args: string[], root = process.cwd()): Promise<number> {
  let documents: string | undefined;
  let story: string | undefined;
  try {
    const options = {documents: {type: "string"}, story: {type: "string"}} as const;
    ({documents, story} = parseArgs({args, options}).values);
  } catch (error) {
    console.error((error as Error).message);
    return 2;
  }
  if (documents === undefined) {
    console.error("verify needs the documents: npm run verify -- --documents DIR");
    return 2;
  }
  if (story !== undefined && !storySlugs(root).includes(story)) {
    console.error(`there is no story "${story}"; there are ${storySlugs(root).join(", ")}`);
    return 2;
  }
  const read = inputFolders(root, story).map(({seeds, data}) => readInputs(root, seeds, data));
  const sets = read.map(({inputs}) => inputs);
  const files = new Map(
    [...sets.flatMap(({seeds}) => seeds), ...sets.flatMap(({context}) => context)].map((file) => [
      file.path,
      file
    ])
  );
  const found = await verifySources([...files.values()], resolve(root, documents));
  const contradicted = contradictions(sets);
  const old = story === undefined ? null : readLock(root);
  const all = [
    ...read.flatMap(({diagnostics}) => diagnostics.filter(isUnread)),
    ...found.diagnostics.filter(({code}) => code !== "PL102" || !contradicted.some(isTwice)),
    ...contradicted,
    ...(old?.diagnostics ?? [])
  ];
  const told = [...new Map(all.map((d) => [JSON.stringify(d), d])).values()];
  printDiagnostics(root, told);
  if (told.some(({severity}) => severity === "error")) {
    console.error("The lock was not written.");
    return 1;
  }
  const lock: Lock = old?.lock === undefined ? found.lock : replaceSources(old.lock, found.lock);
  writeLock(root, lock);
  const count = (n: number, word: string): string => `${n} ${word}${n === 1 ? "" : "s"}`;
  const what = `${count(found.fragments, "fragment")} of ${count(found.sources, "document")}`;
  console.log(`${what} verified; ${folders.lock} written.`);
  return 0;
}

/** Whether a file could not be read. */
function isUnread({code}: Diagnostic): boolean {
  return code === "PL001" || code === "PL005";
}

function isTwice({code}: Diagnostic): boolean {
  return code === "PL102";
}

/** What nobody can vouch for: what stands in place of a fragment's words, and an id of two sources. */
function contradictions(sets: readonly Inputs[]): Diagnostic[] {
  return sets.flatMap((inputs) =>
    assemble(inputs).diagnostics.filter(({code}) => code === "PL128" || code === "PL102")
  );
}
