import {existsSync} from "node:fs";
import {join} from "node:path";
import {z} from "zod";
import {
  AssumptionsFile,
  DerivedFile,
  EntitiesFile,
  MeasuresFile,
  ReconcileFile
} from "../facts/inputs.ts";
import {SourceFile} from "../facts/source.ts";
import {peekText} from "./project.ts";
import type {Stale} from "./site.ts";

/** Where editors find them, from the project's root. */
const folder = ".vscode/schemas";

const schemas = {
  source: {schema: SourceFile, title: "One document and what it says"},
  entities: {schema: EntitiesFile, title: "Who and what the documents speak of"},
  measures: {schema: MeasuresFile, title: "What is measured"},
  derived: {schema: DerivedFile, title: "Facts that are computed, or that nobody states"},
  assumptions: {schema: AssumptionsFile, title: "Numbers that no source says"},
  reconcile: {schema: ReconcileFile, title: "The editor's decisions, each with its reason"}
} as const;

/**
 * The JSON Schemas of the project's YAML files, made from the schemas that read them, as editors
 * take them: draft 7, what may be left out left out.
 */
export function schemaFiles(): Pick<Stale, "path" | "content">[] {
  return Object.entries(schemas).map(([name, {schema, title}]) => {
    const {$schema, ...json} = z.toJSONSchema(schema, {io: "input", target: "draft-7"});
    return {
      path: `${folder}/${name}.json`,
      content: `${JSON.stringify({$schema, title, ...json}, null, 2)}\n`
    };
  });
}

/**
 * Those of them that a project has not got, or as they were. A project without any, whose author has
 * no use for them, lacks none.
 */
export function staleSchemas(root: string): Stale[] {
  if (!existsSync(join(root, folder))) return [];
  return missingSchemas(root);
}

/** Those of them that would have to be written. */
export function missingSchemas(root: string): Stale[] {
  return schemaFiles()
    .filter(({path, content}) => peekText(root, path) !== content)
    .map(({path, content}) => ({
      path,
      content,
      diagnostic: {
        code: "PL401",
        severity: "error",
        message: "the editors' schema is not that of the code",
        file: path,
        line: 1,
        column: 1,
        hint: "run npm run check -- --write"
      }
    }));
}

/**
 * The comment that names a YAML file's schema to editors; it is the file's first line. `file` is
 * its path from the project's root. Empty for a file that is none of the project's inputs.
 */
export function schemaComment(file: string): string {
  const [, top, name = ""] = /^(?:stories\/[^/]+\/)?(seeds|data)\/(.+)\.ya?ml$/.exec(file) ?? [];
  const isSource = top === "seeds" || name.startsWith("context/");
  const schema = isSource ? "source" : name;
  if (top === undefined || !Object.hasOwn(schemas, schema)) return "";
  const up = "../".repeat(file.split("/").length - 1);
  return `# yaml-language-server: $schema=${up}${folder}/${schema}.json\n`;
}
