import {spawn, spawnSync} from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
  chmodSync
} from "node:fs";
import {join} from "node:path";
import {transformWithOxc} from "vite";
import {beforeEach, describe, expect, test} from "vitest";
import {saveEdits} from "../../src/compile/save.ts";
import type {SaveRequest} from "../../src/compile/save.ts";
import {writeAtomically} from "../../src/compile/write.ts";
import {folders, makeScratch} from "./scratch-project.ts";

const scratch = makeScratch();
let root = "";
beforeEach(() => {
  root = scratch.newProject();
});

const read = (path: string): string => readFileSync(join(root, path), "utf8");
const request = (edits: [string, string][], more: Partial<SaveRequest> = {}): SaveRequest => ({
  story: "tour",
  edits,
  seen: {
    "seeds/one.yaml": read("seeds/one.yaml"),
    "seeds/two.yaml": read("seeds/two.yaml"),
    "data/derived.yaml": read("data/derived.yaml")
  },
  ...more
});
const edit: [string, string] = ["TWO:beta.valuation", "around $3 billion"];

test("saveEdits(…) writes each edit beside its words, and no other file", () => {
  const before = [read("seeds/one.yaml"), read("seeds/two.yaml"), read("data/derived.yaml")];
  const answer = saveEdits(root, folders, request([edit, ["acme.credits", "acme.in-beta / 2"]]));
  expect(answer).toEqual({
    saved: ["seeds/two.yaml", "data/derived.yaml"],
    conflicts: [],
    error: null
  });
  expect([read("seeds/one.yaml"), read("seeds/two.yaml"), read("data/derived.yaml")]).toEqual([
    before[0],
    before[1]!.replace(
      "at around $2.5 billion\n",
      "at around $2.5 billion\n    edited: around $3 billion\n"
    ),
    before[2]!.replace(
      "acme.credits-share * acme.in-beta\n",
      "acme.credits-share * acme.in-beta\n  edited: acme.in-beta / 2\n"
    )
  ]);
  expect(readdirSync(join(root, "seeds"))).toEqual(["one.yaml", "two.yaml"]);
});

test("saveEdits(…) writes one file alone where one is asked for", () => {
  const wanted = request([edit, ["acme.credits", "acme.in-beta / 2"]], {only: "data/derived.yaml"});
  expect(saveEdits(root, folders, wanted).saved).toEqual(["data/derived.yaml"]);
  expect(read("seeds/two.yaml")).not.toContain("edited");
});

test("saveEdits(…) makes the file of decisions where the project has none", () => {
  const answer = saveEdits(root, folders, request([["beta.valuation", "ONE:beta.valuation"]]));
  expect(answer.saved).toEqual(["data/reconcile.yaml"]);
  expect(read("data/reconcile.yaml")).toBe(
    'decisions:\n  beta.valuation:\n    edited: "ONE:beta.valuation"\n'
  );
});

test("saveEdits(…) refuses where a file is not as the page has seen it, and shows both", () => {
  const wanted = request([edit, ["acme.credits", "acme.in-beta / 2"]]);
  const disk = read("seeds/two.yaml").replace("a report", "").replace("Daily", "Weekly");
  writeFileSync(join(root, "seeds/two.yaml"), disk);
  const {saved, conflicts} = saveEdits(root, folders, wanted);
  expect(saved).toEqual([]);
  expect(conflicts).toHaveLength(1);
  expect(conflicts[0]).toMatchObject({file: "seeds/two.yaml", disk});
  expect(conflicts[0]!.page).toContain("edited: around $3 billion");
  expect(conflicts[0]!.page).toContain("Daily");
  expect(read("seeds/two.yaml")).toBe(disk);
  expect(read("data/derived.yaml")).not.toContain("edited");
});

test("of two pages that save at once the second is told", () => {
  const [first, second] = [request([edit]), request([["TWO:beta.valuation", "over $2 billion"]])];
  expect(saveEdits(root, folders, first).saved).toEqual(["seeds/two.yaml"]);
  expect(saveEdits(root, folders, second)).toMatchObject({
    saved: [],
    conflicts: [{file: "seeds/two.yaml"}]
  });
  expect(read("seeds/two.yaml")).toContain("around $3 billion");
});

test("saveEdits(…) refuses what would break the data, or names nothing", () => {
  const before = read("seeds/two.yaml");
  expect(saveEdits(root, folders, request([["TWO:beta.valuation", "a lot"]])).error).toContain(
    "do not fit"
  );
  expect(
    saveEdits(
      root,
      folders,
      request([
        ["TWO:gone", "$1"],
        ["__proto__", "$1"]
      ])
    ).error
  ).toBe("There is nothing to edit called TWO:gone, __proto__.");
  expect(read("seeds/two.yaml")).toBe(before);
});

test("a file that was deleted meanwhile is not made again", () => {
  const wanted = request([edit]);
  rmSync(join(root, "seeds/two.yaml"));
  expect(saveEdits(root, folders, wanted).error).toContain(
    "nothing to edit called TWO:beta.valuation"
  );
  expect(existsSync(join(root, "seeds/two.yaml"))).toBe(false);
});

describe("saveEdits(…) writes through no link, and nowhere but below seeds and data", () => {
  test("a file that is a link", () => {
    renameSync(join(root, "seeds/two.yaml"), join(root, "elsewhere.yaml"));
    symlinkSync(join(root, "elsewhere.yaml"), join(root, "seeds/two.yaml"));
    const before = read("elsewhere.yaml");
    expect(saveEdits(root, folders, request([edit])).error).toBe(
      "seeds/two.yaml is not written: it is a link."
    );
    expect(read("elsewhere.yaml")).toBe(before);
  });

  test("a folder that is a link", () => {
    const outside = mkdtempSync(join(scratch.folder, "outside-"));
    renameSync(join(root, "seeds"), join(outside, "seeds"));
    symlinkSync(join(outside, "seeds"), join(root, "seeds"));
    expect(saveEdits(root, folders, request([edit])).error).toBe(
      "seeds/two.yaml is not written: a link leads to it."
    );
  });

  test("folders of other names, though a story names them", () => {
    for (const name of ["notes", "../other/seeds"]) {
      const other = {seeds: [name], data: ["data"]};
      cpSync(join(root, "seeds"), join(root, name), {recursive: true});
      const wanted = {...request([edit]), seen: {[`${name}/two.yaml`]: read("seeds/two.yaml")}};
      expect(saveEdits(root, other, wanted).error).toContain(
        "is not written: it is not below seeds or data"
      );
      expect(read(`${name}/two.yaml`)).not.toContain("edited");
    }
  });

  test("a story's own folders of seeds and data", () => {
    const own = {seeds: ["stories/tour/seeds"], data: ["data"]};
    cpSync(join(root, "seeds"), join(root, "stories/tour/seeds"), {recursive: true});
    const wanted = {
      ...request([edit]),
      seen: {"stories/tour/seeds/two.yaml": read("seeds/two.yaml")}
    };
    expect(saveEdits(root, own, wanted).saved).toEqual(["stories/tour/seeds/two.yaml"]);
  });
});

test("writeAtomically(…) keeps the file's rights, and leaves nothing behind where it fails", () => {
  const file = join(root, "seeds/two.yaml");
  chmodSync(file, 0o640);
  writeAtomically(file, "new\n");
  expect(readFileSync(file, "utf8")).toBe("new\n");
  expect(statSync(file).mode & 0o777).toBe(0o640);
  // A folder stands where the file should.
  mkdirSync(join(root, "seeds/three.yaml"));
  expect(() => writeAtomically(join(root, "seeds/three.yaml"), "new\n")).toThrow(
    /EISDIR|EPERM|ENOTEMPTY/
  );
  expect(readdirSync(join(root, "seeds"))).toEqual(["one.yaml", "three.yaml", "two.yaml"]);
});

/** The module under test as plain JavaScript, for processes of their own. */
async function writerModule(): Promise<string> {
  const source = join(import.meta.dirname, "..", "..", "src/compile/write.ts");
  const {code} = await transformWithOxc(readFileSync(source, "utf8"), source);
  const path = join(scratch.folder, "write.mjs");
  writeFileSync(path, code);
  return path;
}

test("a disk that is full leaves the old text, and no part of the new", async () => {
  const writer = await writerModule();
  const file = join(root, "seeds/two.yaml");
  const before = read("seeds/two.yaml");
  const script = `import {writeAtomically} from ${JSON.stringify(writer)};
try { writeAtomically(${JSON.stringify(file)}, "x".repeat(1e6)); } catch (error) { console.log(error.code); }`;
  // The system ends files at 64 blocks, as a full disk would.
  const {stdout} = spawnSync(
    "sh",
    ["-c", `ulimit -f 64; exec "$0" --input-type=module -e "$1"`, process.execPath, script],
    {encoding: "utf8"}
  );
  expect(stdout.trim()).toMatch(/^(EFBIG|ENOSPC)$/);
  expect(read("seeds/two.yaml")).toBe(before);
  expect(readdirSync(join(root, "seeds"))).toEqual(["one.yaml", "two.yaml"]);
});

test("a save that is killed at any moment, 200 times, leaves the old text or the new", async () => {
  const writer = await writerModule();
  const file = join(root, "seeds/two.yaml");
  const texts = ["old", "new"].map((word) => `${word}\n`.repeat(60_000));
  writeFileSync(file, texts[0]!);
  const script = `import {writeAtomically} from ${JSON.stringify(writer)};
const texts = ["old", "new"].map((word) => (word + "\\n").repeat(60000));
console.log("go");
for (let i = 1; ; ++i) writeAtomically(${JSON.stringify(file)}, texts[i % 2]);`;
  const seen = new Set<string>();
  const round = (): Promise<void> =>
    new Promise((resolve) => {
      const child = spawn(process.execPath, ["--input-type=module", "-e", script]);
      child.stdout.once("data", () => setTimeout(() => child.kill("SIGKILL"), Math.random() * 12));
      child.on("close", () => {
        const text = readFileSync(file, "utf8");
        seen.add(text === texts[0] ? "old" : text === texts[1] ? "new" : "a part");
        resolve();
      });
    });
  for (let i = 0; i < 100; ++i) await Promise.all([round(), round()]);
  expect([...seen].sort()).toEqual(["new", "old"]);
}, 180_000);
