import fc from "fast-check";
import {expect, test} from "vitest";
import {readAddress, writeAddress} from "../../src/page/address.ts";

test("readAddress(hash) reads a step alone", () => {
  expect(readAddress("#exceeding")).toEqual({step: "exceeding", fact: "", rest: ""});
});

test("readAddress(hash) reads a step with a fact, a record or a series' member", () => {
  expect(readAddress("#a&fact=moonshot.valuation").fact).toBe("moonshot.valuation");
  expect(readAddress("#a&fact=A:led-moonshot-round").fact).toBe("A:led-moonshot-round");
  expect(readAddress("#a&fact=alibaba-cloud.growth/2022-03").fact).toBe(
    "alibaba-cloud.growth/2022-03"
  );
});

test("readAddress(hash) reads a fact that is percent-encoded", () => {
  for (const [written, fact] of [
    ["moonshot%2Evaluation", "moonshot.valuation"],
    ["A%3Amoonshot.valuation%40headline", "A:moonshot.valuation@headline"],
    ["alibaba-cloud.growth%2f2022-03", "alibaba-cloud.growth/2022-03"]
  ])
    expect(readAddress(`#a&fact=${written}`)).toEqual({step: "a", fact, rest: ""});
  expect(readAddress("#a&cut=in%2Dshort").rest).toBe("&cut=in-short");
});

test("readAddress(hash) takes nothing that percent signs spell wrongly or hide", () => {
  for (const value of ["%", "a%", "a%2", "a%zz", "%C3", "%E0%A4%A", "a%22%5D", "%3Cimg%3E", "a%00"])
    expect(readAddress(`#a&fact=${value}&cut=${value}`)).toEqual({step: "a", fact: "", rest: ""});
  expect(readAddress("#a&fact=b.c%26cut%3Dd")).toEqual({step: "a", fact: "", rest: ""});
});

test("readAddress(hash) keeps what other shells put there, and writeAddress gives it back", () => {
  const hash = "#exceeding&fact=a.b&cut=short&edits=1.aGk_-";
  expect(readAddress(hash)).toEqual({
    step: "exceeding",
    fact: "a.b",
    rest: "&cut=short&edits=1.aGk_-"
  });
  expect(writeAddress(readAddress(hash))).toBe(hash);
});

test("readAddress(hash) leaves out what is not of the form", () => {
  for (const hash of ["", "#", "#Nope", "#<img>", "#a b", "#1st"])
    expect(readAddress(hash)).toEqual({step: "", fact: "", rest: ""});
  expect(readAddress('#a&fact="]&cut=B!&edits=2.x&__proto__=x&constructor=y&z')).toEqual({
    step: "a",
    fact: "",
    rest: ""
  });
});

test("readAddress(hash) takes nothing from a fragment over 4 kB", () => {
  expect(readAddress(`#a&edits=1.${"x".repeat(5000)}`)).toEqual({step: "", fact: "", rest: ""});
});

test("writeAddress(address) of an empty address is empty", () => {
  expect(writeAddress({step: "", fact: "", rest: ""})).toBe("");
});

test("readAddress(hash) never throws, and what it reads is written and read the same", () => {
  fc.assert(
    fc.property(
      fc
        .tuple(fc.string(), fc.stringMatching(/^[a-z%0-9.:&=]*$/))
        .map(([text, value]) => `#${text}&fact=${value}`),
      (hash) => {
        const read = readAddress(hash);
        expect(readAddress(writeAddress(read))).toEqual(read);
      }
    )
  );
});
