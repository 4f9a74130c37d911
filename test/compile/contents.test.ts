import {expect, test} from "vitest";
import {textOf} from "../../src/compile/contents.ts";
import {makePdf} from "../site/pdf.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

test("textOf(…) reads UTF-8, with or without its mark", async () => {
  expect(await textOf(bytes("12 ärger"))).toEqual({text: "12 ärger"});
  expect(await textOf(bytes("\ufeff12 boats"))).toEqual({text: "12 boats"});
});

test("textOf(…) reads a PDF in the lines that it is set in", async () => {
  const pdf = makePdf(["The ferry carried at least", "900 bicycles (in May)."]);
  expect(await textOf(pdf)).toEqual({text: "The ferry carried at least\n900 bicycles (in May)."});
});

test("textOf(…) reads the same bytes twice", async () => {
  const pdf = makePdf(["One line."]);
  expect(await textOf(pdf)).toEqual(await textOf(pdf));
});

test.each([
  ["a PDF that wants a password", makePdf(["Secret."], true), "is locked with a password"],
  ["a PDF that is cut short", makePdf(["Cut."]).slice(0, 200), "is a broken PDF"],
  ["a PDF without words", makePdf([]), "has no text that can be read"],
  ["another encoding", Uint8Array.of(0xff, 0xfe, 0x41, 0), "is neither UTF-8 text nor a PDF"],
  ["a file of noughts", new Uint8Array(9), "is neither UTF-8 text nor a PDF"],
  ["an empty file", new Uint8Array(), "is empty"],
  ["white space", bytes(" \n\t"), "is empty"]
])("textOf(…) says what is wrong with %s", async (_, file, error) => {
  expect(await textOf(file)).toMatchObject({error});
});
