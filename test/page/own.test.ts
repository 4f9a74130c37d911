import {expect, test} from "vitest";
import {sentenceAround} from "../../src/page/own.ts";

/** The sentence of a text that words of it stand in. */
function around(text: string, words: string): string {
  const start = text.indexOf(words);
  const {from, to} = sentenceAround(text, start, start + words.length, "en");
  return text.slice(from, to);
}

const text =
  "The Bridge of Tomorrow\n\nIt is old. Builders Ltd. and others want at least $2.5 million\nfor a new one, “no less.” Nobody knows why.\r\n";

test("sentenceAround(text, start, end, lang) gives the whole sentence and no more", () => {
  expect(around(text, "old")).toBe("It is old.");
  expect(around(text, "knows")).toBe("Nobody knows why.");
});

test("sentenceAround(text, start, end, lang) does not end at an abbreviation before a small letter", () => {
  expect(around(text, "others")).toMatch(/^Builders Ltd\. and others/);
});

test("sentenceAround(text, start, end, lang) reads on where a line was only broken to fit", () => {
  expect(around(text, "at least $2.5 million")).toMatch(
    /^Builders.*million\nfor a new one, “no less\.”$/s
  );
});

test("sentenceAround(text, start, end, lang) takes a heading for itself", () => {
  expect(around(text, "Bridge")).toBe("The Bridge of Tomorrow");
});

test("sentenceAround(text, start, end, lang) gives every sentence that the words lie in", () => {
  expect(around(text, "old. Builders")).toMatch(/^It is old\. Builders.*less\.”$/s);
});
