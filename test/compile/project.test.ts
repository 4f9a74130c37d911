import {mkdirSync, symlinkSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {beforeEach, expect, test} from "vitest";
import {compileSite} from "../../src/compile/site.ts";
import {formatDiagnostic} from "../../src/diagnostic.ts";
import {makeScratch} from "./scratch-project.ts";

const scratch = makeScratch();
let root = "";
beforeEach(() => {
  root = scratch.newProject();
});

const problems = (): string[] => compileSite(root).diagnostics.map(formatDiagnostic);

test("compileSite(…) passes over what editors keep beside the files they edit", () => {
  symlinkSync("me@host.1:5", join(root, "seeds/.#one.yaml"));
  writeFileSync(join(root, "data/.entities.yaml"), "{{{");
  mkdirSync(join(root, "seeds/.trash"));
  writeFileSync(join(root, "seeds/.trash/old.yaml"), "{{{");
  expect(problems()).toEqual([]);
});

test("compileSite(…) tells what cannot be opened, by its name, and reads the rest", () => {
  symlinkSync("nowhere", join(root, "seeds/lost.yaml"));
  symlinkSync("round.yaml", join(root, "seeds/round.yaml"));
  mkdirSync(join(root, "data/context/paper.yaml"), {recursive: true});
  mkdirSync(join(root, "stories/zoo/story.md"), {recursive: true});
  expect(problems()).toEqual([
    "data/context/paper.yaml:1:1 PL005 a folder has the name of a file (rename the folder)",
    "seeds/lost.yaml:1:1 PL005 the link leads to no file (remove it, or put the file there)",
    "seeds/round.yaml:1:1 PL005 the link leads to itself (remove it)",
    "stories/zoo/story.md:1:1 PL005 a folder has the name of a file (rename the folder)"
  ]);
  expect(Object.keys(compileSite(root).stories[0]!.dataset.sources)).toEqual(["ONE", "TWO"]);
});
