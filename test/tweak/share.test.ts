import fc from "fast-check";
import {deflateRawSync} from "node:zlib";
import {expect, test} from "vitest";
import {packEdits, readEditsFile, unpackEdits, writeEditsFile} from "../../src/tweak/share.ts";

const pack = (data: unknown): string =>
  `1.${deflateRawSync(typeof data === "string" ? data : JSON.stringify(data)).toString("base64url")}`;
const cut = {error: "The changes in this address cannot be read: it may be cut short."};

const edits = fc
  .uniqueArray(
    fc.tuple(
      fc.string({minLength: 1, maxLength: 60}),
      fc.string({unit: "grapheme", maxLength: 80})
    ),
    {
      minLength: 1,
      maxLength: 12,
      selector: ([id]) => id
    }
  )
  .map((list) => new Map(list));

test("unpackEdits(packEdits(…)) gives the edits back, in their order", async () => {
  await fc.assert(
    fc.asyncProperty(edits, async (all) => {
      const packed = await packEdits(all);
      expect(packed).toMatch(/^1\.[\w-]+$/);
      const back = await unpackEdits(packed);
      expect([...(back as Map<string, string>)]).toEqual([...all]);
    })
  );
});

test("readEditsFile(writeEditsFile(…)) gives the edits back", () => {
  fc.assert(
    fc.property(edits, (all) => {
      const back = readEditsFile(writeEditsFile(all, "tour"), "tour");
      expect([...(back as Map<string, string>)]).toEqual([...all]);
    })
  );
});

test("an address that is cut short anywhere is refused, or holds no more than it says", async () => {
  const packed = await packEdits(
    new Map([
      ["A:x", "around $3 billion"],
      ["B:y", "over 5%"]
    ])
  );
  for (let i = 0; i < packed.length; ++i) {
    const result = await unpackEdits(packed.slice(0, i));
    expect(result, packed.slice(0, i)).toHaveProperty("error");
  }
});

test("an address of another version says so", async () => {
  for (const text of ["2.abc", "", "0.", "abc"])
    expect(await unpackEdits(text)).toEqual({
      error: "The changes in this address are of another version."
    });
});

test("what unfolds to more than changes can be is refused before it is all unfolded", async () => {
  expect(await unpackEdits(pack(`[["a","${"x".repeat(20_000_000)}"]]`))).toEqual({
    error: "The changes in this address are far too large."
  });
});

test("what is no list of ids and words is refused", async () => {
  const wrong = [
    {},
    [],
    null,
    1,
    "x",
    [["a"]],
    [["a", 1]],
    [["", "x"]],
    [["a", "b", "c"]],
    [["a", "x".repeat(2001)]],
    {__proto__: [["a", "b"]]},
    Array.from({length: 1001}, (_, i) => [`${i}`, "x"])
  ];
  for (const data of wrong)
    expect(await unpackEdits(pack(data)), JSON.stringify(data).slice(0, 60)).toEqual(cut);
  expect(await unpackEdits("1.!!!")).toEqual(cut);
  expect(await unpackEdits(`1.${Buffer.from([0xff, 0xfe]).toString("base64url")}`)).toEqual(cut);
});

test("ids that mean something to JavaScript are ids like others", async () => {
  const result = (await unpackEdits(
    pack([
      ["__proto__", "$1"],
      ["constructor", "$2"]
    ])
  )) as Map<string, string>;
  expect([...result.keys()]).toEqual(["__proto__", "constructor"]);
  expect(({} as Record<string, unknown>)["$1"]).toBeUndefined();
});

test("a file that holds no changes of this story says what it is", () => {
  const file = (data: unknown): unknown => readEditsFile(JSON.stringify(data), "tour");
  const good = {plumbline: "edits", version: 1, story: "tour", edits: [["a", "b"]]};
  expect(file(good)).toEqual(new Map([["a", "b"]]));
  expect(file({...good, story: "<b>"})).toEqual({
    error: 'The changes are of another story, "<b>".'
  });
  expect(file({...good, version: 2})).toEqual({
    error: "The changes in this file are of another version."
  });
  expect(file({...good, edits: []})).toEqual({error: "The changes in this file cannot be read."});
  expect(file({...good, more: 1})).toEqual({error: "The changes in this file cannot be read."});
  expect(file(null)).toEqual({error: "The file is not one of changes."});
  expect(readEditsFile("not json", "tour")).toEqual({
    error: "The file is not one of changes: it is no JSON."
  });
  expect(readEditsFile("x".repeat(300_000), "tour")).toEqual({
    error: "The file is too large to hold changes."
  });
});
