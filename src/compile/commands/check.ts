import {mkdirSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {parseArgs} from "node:util";
import {countDiagnostics, printDiagnostics} from "../report.ts";
import {missingSchemas, staleSchemas} from "../schemas.ts";
import {compileSite} from "../site.ts";

/**
 * `check` compiles everything and reports what is wrong: as text, or with `--json` as one JSON
 * array. Exits 1 on an error, with `--strict` on a warning too. `--write` refreshes the generated
 * files, ids and editors' schemas, that it otherwise only compares.
 */
export async function run(args: string[], root = process.cwd()): Promise<number> {
  let values: {json?: boolean; strict?: boolean; write?: boolean};
  try {
    ({values} = parseArgs({
      args,
      options: {json: {type: "boolean"}, strict: {type: "boolean"}, write: {type: "boolean"}}
    }));
  } catch (error) {
    console.error((error as Error).message);
    return 2;
  }
  const site = compileSite(root);
  const schemas = values.write === true ? missingSchemas(root) : staleSchemas(root);
  const stale = [...site.stale, ...schemas];
  if (values.write === true)
    for (const {path, content} of stale) {
      mkdirSync(dirname(join(root, path)), {recursive: true});
      writeFileSync(join(root, path), content);
    }
  const diagnostics = [
    ...site.diagnostics,
    ...(values.write === true ? [] : stale.map(({diagnostic}) => diagnostic))
  ];
  if (values.json === true) process.stdout.write(`${JSON.stringify(diagnostics)}\n`);
  else {
    printDiagnostics(root, diagnostics);
    console.error(`${site.stories.length} stories checked: ${countDiagnostics(diagnostics)}.`);
  }
  const failing = diagnostics.some(({severity}) => severity === "error" || values.strict === true);
  return failing ? 1 : 0;
}
