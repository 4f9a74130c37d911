import fc from "fast-check";
import {expect, test} from "vitest";
import {positionsOf} from "../../src/diagnostic.ts";
import {readYaml} from "../../src/facts/yaml.ts";
import {SourceFile} from "../../src/facts/source.ts";
import {endingOf, toShown, toWritten} from "../../src/tweak/source/endings.ts";
import {changeBetween, rangesIn} from "../../src/tweak/source/ranges.ts";

/** What a diagnostic at a line and a column underlines. */
function underlined(text: string, line: number, column: number): string {
  const {from, to} = rangesIn(text)({line, column});
  return text.slice(from, to);
}

test("rangesIn(…) underlines a key, a value or a quoted text, and nothing behind it", () => {
  const text = [
    "quantities:",
    "  beta.valuation: # so far",
    "    says: a lot  # verbatim",
    '    near: "a: \\"b\\" # c" # d',
    "    by: 'it''s: so' # e",
    "    when: 2024-02:03  ",
    "  z: {says: a, b}"
  ].join("\n");
  expect(underlined(text, 1, 1)).toBe("quantities");
  expect(underlined(text, 2, 3)).toBe("beta.valuation");
  expect(underlined(text, 3, 11)).toBe("a lot");
  expect(underlined(text, 4, 11)).toBe('"a: \\"b\\" # c"');
  expect(underlined(text, 5, 9)).toBe("'it''s: so'");
  expect(underlined(text, 6, 11)).toBe("2024-02:03");
  expect(underlined(text, 7, 6)).toBe("{says");
});

test("rangesIn(…) shows a sign where no word begins, and stays inside the text", () => {
  const text = "a: 1\n\nb:\n";
  expect(underlined(text, 1, 2)).toBe(":");
  expect(underlined(text, 3, 3)).toBe(":");
  expect(underlined(text, 1, 99)).toBe("1");
  expect(rangesIn(text)({line: 2, column: 1})).toEqual({from: 5, to: 5});
  expect(rangesIn(text)({line: 4, column: 1})).toEqual({from: 9, to: 9});
  expect(rangesIn(text)({line: 9, column: 7})).toEqual({from: 9, to: 9});
  expect(rangesIn("")({line: 1, column: 1})).toEqual({from: 0, to: 0});
  expect(rangesIn("b")({line: 7, column: 1})).toEqual({from: 0, to: 1});
});

test("columns are UTF-16 units, and lines end as a diagnostic's do", () => {
  expect(underlined("é: 1\r\n𝒳𝒴: two\r\nc: three", 2, 7)).toBe("two");
  expect(underlined("a: 1\rb: two\nc: three", 2, 4)).toBe("two");
  expect(underlined("a: 1\rb: two\nc: three", 3, 4)).toBe("three");
});

const ends = fc.constantFrom("\n", "\r\n", "\r");
const words = fc.string({unit: fc.constantFrom("a", ":", " ", "é", "𝒳", "#", '"'), maxLength: 6});
const texts = fc
  .array(fc.tuple(words, ends), {maxLength: 8})
  .chain((lines) => words.map((last) => lines.flat().join("") + last));

test("every position of a text is found again", () => {
  fc.assert(
    fc.property(texts, fc.nat(60), (text, at) => {
      const offset = Math.min(at, text.length);
      // Between the two signs of a line's end is no place of a diagnostic's.
      fc.pre(!(text[offset - 1] === "\r" && text[offset] === "\n"));
      const {from, to} = rangesIn(text)(positionsOf(text)(offset));
      expect(from === offset || (from === offset - 1 && to === offset)).toBe(true);
    })
  );
});

test("a text is shown with one sign for a line's end, and written with the ends that it had", () => {
  expect(["a", "a\nb", "a\r\nb\r\n", "a\rb", "a\r\nb\n"].map(endingOf)).toEqual([
    "\n",
    "\n",
    "\r\n",
    "\r",
    "mixed"
  ]);
  expect(toShown("a\r\nb\r\n")).toBe("a\nb\n");
  expect(toWritten("a\nnew\nb\n", "\r\n")).toBe("a\r\nnew\r\nb\r\n");
  fc.assert(
    fc.property(texts, (text) => {
      expect(toWritten(toShown(text), endingOf(text))).toBe(text);
    })
  );
});

test("a diagnostic of the text on the disk stands at the same words in the text that is shown", () => {
  const shown = "source: {id: A, title: T}\nquantities:\n  beta.valuation:\n    says: a lot\n";
  for (const end of ["\n", "\r\n", "\r"]) {
    const text = toWritten(shown, end as "\n");
    const {diagnostics} = readYaml({path: "a.yaml", text: text.replace("says", "say")}, SourceFile);
    const [first] = diagnostics;
    expect(underlined(shown.replace("says", "say"), first!.line, first!.column)).toMatch(
      /^say|beta/
    );
  }
});

test("changeBetween(…) makes the one text of the other, and touches no more than it must", () => {
  expect(changeBetween("a: one\nb: two\n", "a: one\nb: three\n")).toEqual({
    from: 11,
    to: 13,
    insert: "hree"
  });
  fc.assert(
    fc.property(texts, texts, (before, after) => {
      const {from, to, insert} = changeBetween(before, after);
      expect(before.slice(0, from) + insert + before.slice(to)).toBe(after);
    })
  );
});
