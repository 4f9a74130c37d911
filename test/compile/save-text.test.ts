import {
  chmodSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync
} from "node:fs";
import {join} from "node:path";
import fc from "fast-check";
import {beforeEach, expect, test} from "vitest";
import {readTextFile} from "../../src/compile/project.ts";
import {saveText} from "../../src/compile/save-text.ts";
import {saveEdits} from "../../src/compile/save.ts";
import {endingOf, toShown, toWritten} from "../../src/tweak/source/endings.ts";
import {folders, makeScratch} from "./scratch-project.ts";

const scratch = makeScratch();
let root = "";
beforeEach(() => {
  root = scratch.newProject();
});

const file = "seeds/two.yaml";
const bytes = (): Buffer => readFileSync(join(root, file));
const seen = (): string => {
  const read = readTextFile(root, file);
  return "text" in read ? read.text : "";
};
const save = (text: string, more: {file?: string; seen?: string} = {}) =>
  saveText(root, folders, {story: "tour", file, text, seen: seen(), ...more});

const ends = fc.constantFrom("\n", "\r\n", "\r");
const words = fc
  .string({unit: "grapheme", maxLength: 6})
  .map((text) => text.replace(/[\r\n\ufeff]/g, ""));
const lines = fc.array(fc.tuple(words, ends), {maxLength: 6});

test("the bytes on the disk are the text that was shown, with its line ends and its mark", () => {
  fc.assert(
    fc.property(lines, words, words, fc.boolean(), fc.nat(9), (of, last, typed, marked, at) => {
      const mark = marked ? "\ufeff" : "";
      const text = of.flat().join("") + last;
      writeFileSync(join(root, file), mark + text);
      const shown = toShown(seen());
      const place = [...shown].slice(0, at).join("").length;
      const after = `${shown.slice(0, place)}${typed}\n${shown.slice(place)}`;
      const written = toWritten(after, endingOf(text));
      expect(save(written)).toEqual({saved: [file], conflicts: [], error: null});
      expect(bytes().equals(Buffer.from(mark + written))).toBe(true);
      // Who takes back what was typed has the file back as it was.
      save(toWritten(shown, endingOf(text)));
      expect(bytes().equals(Buffer.from(mark + text))).toBe(true);
    }),
    {numRuns: 60}
  );
});

test("a text that is no YAML is its author's to save; nothing else is written", () => {
  const before = readdirSync(join(root, "seeds"));
  expect(save("a: [").saved).toEqual([file]);
  expect(bytes().toString()).toBe("a: [");
  expect(readdirSync(join(root, "seeds"))).toEqual(before);
});

test("a file that is not as the view has seen it is not written, and both are given", () => {
  const known = seen();
  writeFileSync(join(root, file), `${known}# more\n`);
  expect(save("b: 1\n", {seen: known})).toEqual({
    saved: [],
    conflicts: [{file, disk: `${known}# more\n`, page: "b: 1\n"}],
    error: null
  });
  expect(bytes().toString()).toBe(`${known}# more\n`);
  rmSync(join(root, file));
  expect(save("b: 1\n", {seen: known}).conflicts).toEqual([{file, disk: "", page: "b: 1\n"}]);
  expect(readdirSync(join(root, "seeds"))).toEqual(["one.yaml"]);
  // Who knows that it is gone may write it anew.
  expect(save("b: 1\n", {seen: ""}).saved).toEqual([file]);
});

test("a whole file is written by the rules of place that edits have", () => {
  for (const other of [
    "stories/tour/story.md",
    "package.json",
    "seeds/../data.yaml",
    "seeds//two.yaml",
    "/etc/x.yaml",
    "seeds\\two.yaml",
    "seeds/two.yaml\0",
    "seeds/a.txt",
    "seeds/none/two.yaml",
    ""
  ]) {
    const {saved, error} = save("x: 1", {file: other, seen: ""});
    expect(saved, other).toEqual([]);
    expect(error, other).toMatch(/ is not written: /);
  }
  renameSync(join(root, file), join(root, "elsewhere.yaml"));
  symlinkSync(join(root, "elsewhere.yaml"), join(root, file));
  expect(save("x: 1").error).toBe(`${file} is not written: it is a link.`);
});

test("what cannot be written as it was shown is refused with a sentence", () => {
  const known = seen();
  expect(save(`a: ${"b".repeat(4_000_000)}`).error).toBe(
    `${file} is not written: it has more than 4 million characters.`
  );
  expect(save("a: \ud83d").error).toBe(`${file} is not written: it holds half a character.`);
  writeFileSync(join(root, file), Buffer.from([0x61, 0xff]));
  expect(save("a: 1", {seen: known}).error).toBe(
    `${file} is not written: the file is not UTF-8 text.`
  );
  writeFileSync(join(root, file), known);
  chmodSync(join(root, file), 0o444);
  // The superuser may write whatever there is.
  if (process.getuid?.() !== 0) expect(save("a: 1").error).toContain("may not be written");
});

test("an edit keeps the byte order mark of its file too", () => {
  const text = seen();
  writeFileSync(join(root, file), `\ufeff${text}`);
  const answer = saveEdits(root, folders, {
    story: "tour",
    edits: [["TWO:beta.valuation", "around $3 billion"]],
    seen: {[file]: text}
  });
  expect(answer.saved).toEqual([file]);
  expect(bytes().toString()).toMatch(/^\ufeffsource:[\s\S]*edited: around \$3 billion/);
});
