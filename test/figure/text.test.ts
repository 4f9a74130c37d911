import fc from "fast-check";
import {expect, test} from "vitest";
import {advances, faces, signs} from "../../src/figure/advances.ts";
import {widthOf, wrap, wrapEvenly} from "../../src/figure/text.ts";

const text = fc
  .array(fc.stringMatching(/^[A-Za-z0-9$%’“”.,-]{1,14}$/), {maxLength: 12})
  .map((words) => words.join(" "));
const width = fc.integer({min: 40, max: 400});

test("advances has a width for every sign of every face", () => {
  for (const face of faces) expect(advances[face].length).toBe(95 + [...signs].length);
});

test("widthOf(…) is linear in the size and adds up", () => {
  expect(widthOf("half", "sans", 30)).toBeCloseTo(2 * widthOf("half", "sans", 15));
  expect(widthOf("ab", "serif", 15)).toBeCloseTo(
    widthOf("a", "serif", 15) + widthOf("b", "serif", 15)
  );
  expect(widthOf("", "sans", 15)).toBe(0);
});

test("widthOf(…) counts a wide character that it does not know as an em", () => {
  expect(widthOf("半", "sans", 15)).toBe(15);
});

test("wrap(…) keeps every word, in order, in lines that fit", () => {
  fc.assert(
    fc.property(text, width, fc.constantFrom(...faces), (words, limit, face) => {
      for (const lines of [wrap(words, face, 15, limit), wrapEvenly(words, face, 15, limit)]) {
        expect(lines.join("").replaceAll(" ", "")).toBe(words.replaceAll(" ", ""));
        for (const line of lines) expect(widthOf(line, face, 15)).toBeLessThanOrEqual(limit);
      }
    })
  );
});

test("wrapEvenly(…) takes no more lines than wrap(…)", () => {
  fc.assert(
    fc.property(text, width, (words, limit) => {
      expect(wrapEvenly(words, "sans", 15, limit).length).toBe(
        wrap(words, "sans", 15, limit).length
      );
    })
  );
  expect(wrap("at a valuation exceeding $2.5 billion", "serif", 17, 280).at(-1)).toBe("billion");
  expect(wrapEvenly("at a valuation exceeding $2.5 billion", "serif", 17, 280)[0]).toBe(
    "at a valuation"
  );
});

test("wrap(…) breaks a word that no line can hold", () => {
  const lines = wrap("一半的大模型公司跑在云上", "sans", 15, 60);
  expect(lines).toEqual(["一半的大", "模型公司", "跑在云上"]);
});
