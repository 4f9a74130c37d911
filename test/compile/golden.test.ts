import {cpSync, existsSync, mkdtempSync, readdirSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, expect, test} from "vitest";
import {compileSite} from "../../src/compile/site.ts";
import {formatDiagnostic} from "../../src/diagnostic.ts";

const golden = join(import.meta.dirname, "..", "golden");
const scratch = mkdtempSync(join(tmpdir(), "plumbline-golden-"));
afterAll(() => rmSync(scratch, {recursive: true, force: true}));

/** A project made of the base, with a case's files laid over it. */
function project(name: string): string {
  const root = join(scratch, name);
  cpSync(join(golden, "base"), root, {recursive: true});
  if (name !== "sound") cpSync(join(golden, name), root, {recursive: true});
  return root;
}

for (const name of ["sound", ...readdirSync(golden).filter((name) => name !== "base")])
  test(`compileSite(…) on ${name.replaceAll("-", " ")} reports what test/golden/${name} holds`, async () => {
    const {diagnostics} = compileSite(project(name));
    const lines = diagnostics.map((d) => `${formatDiagnostic(d)}\n`).join("");
    await expect(lines).toMatchFileSnapshot(join(golden, name, "diagnostics.txt"));
  });

test("compileSite(…) makes the dataset that test/golden/sound holds", async () => {
  const {stories} = compileSite(project("sound"));
  const json = `${JSON.stringify(stories[0]!.dataset, null, 1)}\n`;
  await expect(json).toMatchFileSnapshot(join(golden, "sound", "dataset.json"));
});

test("compileSite(…) keeps the sound claims of a file that has a bad one", async () => {
  const {stories} = compileSite(project("reserved-keys"));
  expect(stories[0]!.dataset.claims["X:beta.staff"]?.quantity.value).toBe(41);
});

test("every golden case has its diagnostics written down", () => {
  for (const name of readdirSync(golden).filter((name) => name !== "base"))
    expect(existsSync(join(golden, name, "diagnostics.txt")), name).toBe(true);
});
