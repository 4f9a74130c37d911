import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {load} from "js-yaml";
import {expect, test} from "vitest";
import {z} from "zod";
import {
  missingSchemas,
  schemaComment,
  schemaFiles,
  staleSchemas
} from "../../src/compile/schemas.ts";
import {root} from "../site/command.ts";

type Json = Parameters<typeof z.fromJSONSchema>[0];

const schemas = new Map(
  schemaFiles().map(({path, content}) => [path, z.fromJSONSchema(JSON.parse(content) as Json)])
);

const inputs = ["seeds", "data"].flatMap((top) =>
  readdirSync(join(root, top), {recursive: true, encoding: "utf8"})
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => `${top}/${name.replaceAll("\\", "/")}`)
);

function schemaOf(file: string): z.ZodType {
  const name = /schemas\/[a-z]+\.json/.exec(schemaComment(file))![0];
  return schemas.get(`.vscode/${name}`)!;
}

test("the schemas in the repository are those of the code", () => {
  expect(staleSchemas(root)).toEqual([]);
});

test("a project without schemas lacks none, until they are written", () => {
  const project = mkdtempSync(join(tmpdir(), "plumbline-schemas-"));
  try {
    expect(staleSchemas(project)).toEqual([]);
    expect(missingSchemas(project)).toHaveLength(schemas.size);
    mkdirSync(join(project, ".vscode/schemas"), {recursive: true});
    writeFileSync(join(project, ".vscode/schemas/source.json"), "{}\n");
    const stale = staleSchemas(project);
    expect(stale.map(({diagnostic}) => diagnostic.code)).toEqual([...schemas].map(() => "PL401"));
    for (const {path, content} of stale) writeFileSync(join(project, path), content);
    expect(staleSchemas(project)).toEqual([]);
  } finally {
    rmSync(project, {recursive: true, force: true});
  }
});

test("every input names its schema in its first line, by a path that leads there", () => {
  expect(inputs.length).toBeGreaterThan(40);
  for (const file of inputs) {
    const [first = ""] = readFileSync(join(root, file), "utf8").split("\n");
    expect(`${first}\n`, file).toBe(schemaComment(file));
    const path = first.replace(/^.*\$schema=/, "");
    expect(() => readFileSync(join(root, file, "..", path)), file).not.toThrow();
  }
});

test("a story's own inputs have the schemas of the project's, from deeper down", () => {
  expect(schemaComment("stories/a/seeds/b.yaml")).toBe(
    "# yaml-language-server: $schema=../../../.vscode/schemas/source.json\n"
  );
  expect(schemaComment("stories/a/data/measures.yaml")).toContain("/measures.json");
});

test("a file that is none of the inputs has no schema", () => {
  const others = ["data/notes.yaml", "stories/a/b.yaml", "data/constructor.yaml", "seeds/a.txt"];
  expect(others.map(schemaComment)).toEqual(["", "", "", ""]);
});

test("an editor finds nothing wrong in what the project reads", () => {
  for (const file of inputs) {
    const {error} = schemaOf(file).safeParse(load(readFileSync(join(root, file), "utf8")));
    expect(error?.issues ?? [], file).toEqual([]);
  }
});

test("an editor underlines an unknown key, a number for words, a missing one and an unknown hedge", () => {
  const source = {id: "A", title: "A report"};
  const claims = (claim: object): object => ({source, quantities: {"a.cost": claim}});
  const finds = (data: object): boolean => !schemaOf("seeds/a.yaml").safeParse(data).success;
  expect(finds(claims({says: "$2 million"}))).toBe(false);
  expect(finds({source, quantities: null})).toBe(false);
  expect(finds(claims({says: "$2 million", sayz: "$3 million"}))).toBe(true);
  expect(finds(claims({says: 2}))).toBe(true);
  expect(finds(claims({near: "the bridge"}))).toBe(true);
  expect(finds(claims({says: "some", value: 2, hedge: "perhaps"}))).toBe(true);
});

test("an editor knows a table: a cell is words, nothing or a claim, a row one cell or several", () => {
  const finds = (columns: unknown, rows: unknown, more: object = {}): boolean =>
    !schemaOf("seeds/a.yaml").safeParse({
      source: {id: "A", title: "A report"},
      tables: {series: {subject: "a", columns, rows, ...more}}
    }).success;
  const cell = {says: "4%", status: "provisional"};
  expect(finds("growth", {"2022-03": "12%", "2022-06": null, "2022-09": cell})).toBe(false);
  expect(finds(["growth", "cost"], {"2022-03": ["12%", null], "2022-06": [cell, "$2"]})).toBe(
    false
  );
  expect(finds("growth", {}, {by: "ann", near: "the table", when: "2022"})).toBe(false);
  expect(finds("growth", {"2022-03": 12})).toBe(true);
  expect(finds(["growth", "cost"], {"2022-03": ["12%", 2]})).toBe(true);
  expect(finds("growth", {"2022-03": {...cell, sayz: "5%"}})).toBe(true);
  expect(finds("growth", {"2022-03": {status: "provisional"}})).toBe(true);
  expect(finds([], {})).toBe(true);
  expect(finds("growth", [["12%"]])).toBe(true);
  expect(finds("growth", {}, {rowz: {}})).toBe(true);
});

test("every key that an author may write is described, but for those that say it themselves", () => {
  const plain = ["name", "title", "authors", "url"];
  const undescribed = (json: unknown): string[] => {
    if (typeof json !== "object" || json === null) return [];
    const {properties = {}} = json as {properties?: Record<string, {description?: string}>};
    const keys = Object.keys(properties).filter((key) => !properties[key]!.description);
    return [...keys, ...Object.values(json).flatMap(undescribed)];
  };
  const found = schemaFiles().flatMap(({content}) => undescribed(JSON.parse(content)));
  expect([...new Set(found)].filter((key) => !plain.includes(key))).toEqual([]);
});
