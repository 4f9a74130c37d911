import {existsSync, readdirSync, readFileSync} from "node:fs";
import {dirname, join, relative} from "node:path";
import {expect, test} from "vitest";

const root = join(import.meta.dirname, "..");

interface Import {
  readonly file: string;
  readonly target: string;
  readonly typeOnly: boolean;
  readonly dynamic: boolean;
}

const files = ["src", "stories"].flatMap((folder) =>
  readdirSync(join(root, folder), {recursive: true, encoding: "utf8"})
    .map((name) => `${folder}/${name.replaceAll("\\", "/")}`)
    .filter((name) => /\.(ts|js)$/.test(name) && !name.endsWith(".test.ts"))
);

const statement =
  /(?:^|\n)\s*(?:import|export)\s+(?<type>type\s)?(?<what>[^;"'()]*?\sfrom\s+)?["'](?<target>[^"']+)["']|(?<dynamic>import)\(\s*["'](?<lazy>[^"']+)["']\s*\)/g;

/** A file's code, comments taken out. */
function codeOf(file: string): string {
  const text = readFileSync(join(root, file), "utf8");
  return text.replace(/\/\*[\s\S]*?\*\/|(^|\s)\/\/.*$/gm, "$1");
}

const imports: readonly Import[] = files.flatMap((file) => {
  const text = codeOf(file);
  return [...text.matchAll(statement)].map(({groups = {}}) => ({
    file,
    target: resolve(file, groups["target"] ?? groups["lazy"]!),
    // `typeof import("…")` is a type; only `await import` runs.
    typeOnly: groups["type"] !== undefined,
    dynamic: groups["dynamic"] !== undefined
  }));
});

function resolve(file: string, target: string): string {
  if (!target.startsWith(".")) return target;
  return relative(root, join(root, dirname(file), target)).replaceAll("\\", "/");
}

type Room = "leaves" | "facts" | "figure" | "story" | "compile" | "page" | "tweak" | "stories";

function roomOf(path: string): Room | null {
  const match = /^src\/(?:(facts|figure|story|compile|page|tweak)\/|[^/]+$)|^(stories)\//.exec(
    path
  );
  if (match === null) return null;
  return (match[1] ?? match[2] ?? "leaves") as Room;
}

// Imports run one way (DESIGN section 3).
const below: Readonly<Record<Room, readonly Room[]>> = {
  leaves: ["leaves"],
  facts: ["leaves", "facts"],
  figure: ["leaves", "facts", "figure"],
  story: ["leaves", "facts", "figure", "story"],
  compile: ["leaves", "facts", "figure", "story", "compile"],
  page: ["page"],
  tweak: ["leaves", "facts", "figure", "story", "page", "tweak"],
  stories: ["leaves", "facts", "figure", "stories"]
};

const packages: Readonly<Record<Room, RegExp>> = {
  leaves: /^(zod|edtf)$/,
  facts: /^(zod|js-yaml|jsep)$/,
  figure: /^(zod|@observablehq\/plot|d3(-[a-z]+)?)$/,
  story:
    /^(zod|js-yaml|mdast|hast|mdast-util-.*|micromark-.*|hast-util-to-html|hastscript|unist.*)$/,
  compile: /^(node:.*|vite|linkedom|zod|yaml|playwright-core|unpdf)$/,
  page: /^$/,
  tweak: /^(zod|@codemirror\/.*|@lezer\/highlight)$/,
  stories: /^(zod|@observablehq\/plot|d3(-[a-z]+)?)$/
};

test("every relative import names a file that exists, with its ending", () => {
  for (const {file, target} of imports)
    if (roomOf(target) !== null || target.startsWith("."))
      expect(existsSync(join(root, target.replace(/\?.*$/, ""))), `${file} imports ${target}`).toBe(
        true
      );
});

test("imports run from a room to itself or one below", () => {
  const wrong = imports.filter(({file, target}) => {
    const [from, to] = [roomOf(file), roomOf(target)];
    // Development alone imports the panel; a built page has its address.
    if (file === "src/page/dev.ts" && to === "tweak") return false;
    return from !== null && to !== null && !below[from].includes(to);
  });
  expect(wrong.map(({file, target}) => `${file} -> ${target}`)).toEqual([]);
});

test("the panel is handed the reader, and imports no more of it than its type", () => {
  const values = imports.filter(
    ({file, target, typeOnly}) => roomOf(file) === "tweak" && roomOf(target) === "page" && !typeOnly
  );
  expect(values.map(({file, target}) => `${file} -> ${target}`)).toEqual([
    "src/tweak/figurefiles.ts -> src/page/tokens.css?raw",
    "src/tweak/index.ts -> src/page/address.ts",
    "src/tweak/index.ts -> src/page/take.ts",
    "src/tweak/pieces.ts -> src/page/unpack.ts",
    "src/tweak/session.ts -> src/page/take.ts",
    "src/tweak/source.ts -> src/page/unpack.ts",
    "src/tweak/store.ts -> src/page/unpack.ts"
  ]);
});

test("the editor is loaded by development alone: nothing of the panel imports it", () => {
  const isEditor = (path: string): boolean => path.startsWith("src/tweak/source/");
  const packagesOf = imports.filter(({target}) => /^@(?:codemirror|lezer)\//.test(target));
  expect(packagesOf.length).toBeGreaterThan(0);
  expect(packagesOf.filter(({file}) => !isEditor(file))).toEqual([]);
  const loaders = imports.filter(
    ({file, target, typeOnly}) => isEditor(target) && !isEditor(file) && !typeOnly
  );
  expect(loaders).toMatchObject([{file: "src/page/dev.ts", dynamic: true}]);
});

test("a room imports only the packages that it may", () => {
  const wrong = imports.filter(({file, target}) => {
    const room = roomOf(file);
    const isPackage = !/^(?:src|stories)\/|^index\.html\?raw$/.test(target);
    return room !== null && isPackage && !packages[room].test(target);
  });
  expect(wrong.map(({file, target}) => `${file} -> ${target}`)).toEqual([]);
});

test("no file imports itself in the end, types aside", () => {
  const graph = new Map<string, string[]>();
  for (const {file, target, typeOnly, dynamic} of imports)
    if (!typeOnly && !dynamic) graph.set(file, [...(graph.get(file) ?? []), target]);
  const cycles: string[] = [];
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) cycles.push([...path.slice(path.indexOf(file)), file].join(" -> "));
    if (done.has(file) || path.includes(file)) return;
    for (const next of graph.get(file) ?? []) visit(next, [...path, file]);
    done.add(file);
  };
  for (const file of graph.keys()) visit(file, []);
  expect(cycles).toEqual([]);
});

test("node's own modules are used in src/compile alone", () => {
  const wrong = imports.filter(
    ({file, target}) => target.startsWith("node:") && roomOf(file) !== "compile"
  );
  expect(wrong.map(({file, target}) => `${file} -> ${target}`)).toEqual([]);
});

test("nothing is exported by default, and no file is a barrel or called utils", () => {
  for (const file of files) {
    const text = codeOf(file);
    expect(/export default/.test(text), file).toBe(false);
    expect(/export \* from/.test(text), file).toBe(false);
    expect(/\b(?:enum \w+ \{|: any\b|<any>|as any\b)/.test(text), file).toBe(false);
    expect(/\/(?:utils?|common|helpers|misc)\.(?:ts|js)$/.test(file), file).toBe(false);
  }
});

test("the import reader sees imports: a known one of each kind is found", () => {
  const has = (file: string, target: string): Import | undefined =>
    imports.find((i) => i.file === file && i.target === target);
  expect(has("src/facts/assemble.ts", "src/facts/derive.ts")?.typeOnly).toBe(false);
  expect(has("src/facts/assemble.ts", "src/facts/dataset.ts")?.typeOnly).toBe(true);
  expect(has("src/facts/yaml.ts", "js-yaml")).toBeDefined();
  expect(has("src/page/dev.ts", "src/page/index.ts")?.dynamic).toBe(true);
});
