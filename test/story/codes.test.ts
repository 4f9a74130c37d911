import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";
import {storyCodes} from "../../src/story/codes.ts";

function textOf(folder: string): string {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".ts") && !name.startsWith("codes"))
    .map((name) => readFileSync(join(folder, name), "utf8"))
    .join("\n");
}

test("every code of the story room is given somewhere and tested", () => {
  const source = textOf(join(import.meta.dirname, "..", "..", "src", "story"));
  const tests = textOf(import.meta.dirname);
  for (const code of Object.keys(storyCodes)) {
    expect(source, code).toContain(`"${code}"`);
    expect(tests, code).toMatch(new RegExp(`["']${code}\\b`));
  }
});

test("every code that the story room gives is documented in one sentence", () => {
  const source = textOf(join(import.meta.dirname, "..", "..", "src", "story"));
  for (const [code] of source.matchAll(/PL3\d\d/g)) expect(Object.keys(storyCodes)).toContain(code);
  for (const sentence of Object.values(storyCodes)) expect(sentence).toMatch(/^[A-Z].*\.$/);
});
