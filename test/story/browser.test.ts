import {readFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {expect, test} from "vitest";

const room = join(import.meta.dirname, "..", "..", "src", "story");

/** Every module and package that a module imports in the end, types aside. */
function reached(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  const text = readFileSync(file, "utf8");
  for (const [, target = ""] of text.matchAll(/^import (?!type )[^;]*?from "([^"]+)";/gm))
    if (target.startsWith(".")) reached(join(dirname(file), target), seen);
    else seen.add(target);
  return seen;
}

test("what runs again after an edit in a browser imports no Markdown code", () => {
  for (const entry of ["compile.ts", "story.ts"])
    for (const module of reached(join(room, entry)))
      expect(module, entry).not.toMatch(/markdown|micromark|mdast/);
});
