import {parseArgs} from "node:util";
import {traceLineage} from "../lineage.ts";
import type {Answer} from "../lineage.ts";

/**
 * `lineage -- <id>` prints what a source, claim, fact or other record depends on, what depends on it,
 * and every line of the stories and of their figures' code that follows; with `--json` as one object.
 * Exits 1 where no record has the id, 2 where none is named.
 */
export async function run(args: string[], root = process.cwd()): Promise<number> {
  let id: string | undefined;
  let json: boolean | undefined;
  try {
    const {values, positionals} = parseArgs({
      args,
      allowPositionals: true,
      options: {json: {type: "boolean"}}
    });
    json = values.json;
    if (positionals.length > 1) throw new Error("lineage takes one id");
    id = positionals[0];
  } catch (error) {
    console.error((error as Error).message);
    return 2;
  }
  if (id === undefined) {
    console.error("lineage needs an id: npm run lineage -- <id> [--json]");
    return 2;
  }
  const answer = traceLineage(root, id);
  if ("error" in answer) {
    console.error(`${answer.error}${answer.hint === "" ? "" : ` (${answer.hint})`}`);
    return 1;
  }
  process.stdout.write(json === true ? `${JSON.stringify(answer)}\n` : words(answer));
  return 0;
}

/** What a place does with what it reads. */
const verbs: Readonly<Record<Answer["uses"][number]["how"], string>> = {
  printed: "prints",
  drawn: "draws",
  highlighted: "highlights",
  guard: "has a guard that reads",
  option: "has an option that names",
  code: "the figure’s code names"
};

function words(answer: Answer): string {
  const {id, kind, dependsOn, dependents, uses} = answer;
  const name = (of: {id: string; kind: string}): string =>
    `${of.id}, ${/^[aeiou]/.test(of.kind) ? "an" : "a"} ${of.kind}`;
  const which = (ids: readonly string[]): string => {
    if (ids.includes(id)) return "it";
    return ids.length === 1 ? ids[0]! : `${ids[0]!} and ${ids.length - 1} more`;
  };
  return [
    name({id, kind}),
    `  ${at(answer)}`,
    ...list("depends on", dependsOn, name),
    ...list("what depends on it", dependents, name),
    ...list("where the stories follow", uses, ({how, scene, step, ids}) => {
      const what = `${verbs[how]} ${which(ids)}`;
      if (step !== null) return `step ${step} ${what}`;
      return scene === null ? what : `scene ${scene} ${what}`;
    })
  ]
    .map((line) => `${line}\n`)
    .join("");
}

function list<T extends {file: string; line: number; column: number}>(
  title: string,
  items: readonly T[],
  say: (item: T) => string
): string[] {
  const width = Math.max(0, ...items.map((item) => at(item).length));
  const lines = items.map((item) => `  ${at(item).padEnd(width)}  ${say(item)}`);
  return ["", items.length === 0 ? `${title}: nothing` : title, ...lines];
}

function at({file, line, column}: {file: string; line: number; column: number}): string {
  return `${file}:${line}:${column}`;
}
