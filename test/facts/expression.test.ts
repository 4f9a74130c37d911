import fc from "fast-check";
import {expect, test} from "vitest";
import {parseExpression, walk} from "../../src/facts/expression.ts";

test("parseExpression(text) reads fact ids with hyphens and slashes as one name", () => {
  expect(parseExpression("a-b.in-c/2022-03 - a.d")).toMatchObject({
    type: "binary",
    operator: "-",
    left: {type: "record", id: "a-b.in-c/2022-03"},
    right: {type: "record", id: "a.d"}
  });
});

test("parseExpression(text) reads claims, with their source and place", () => {
  expect(parseExpression("A:a.b@headline")).toMatchObject({type: "record", id: "A:a.b@headline"});
});

test("parseExpression(text) reads slices with open ends", () => {
  expect(parseExpression("mean(a.b[2022-03..])")).toMatchObject({
    args: [{type: "slice", id: "a.b", from: "2022-03", to: ""}]
  });
  expect(parseExpression("a.b[..period]")).toMatchObject({type: "slice", from: "", to: "period"});
});

test("parseExpression(text) reads a percentage by its decimal exponent", () => {
  expect(parseExpression("7%")).toMatchObject({type: "number", value: 0.07, percent: true});
});

test("parseExpression(text) multiplies before it adds, and compares after", () => {
  expect(parseExpression("1 + 2 * 3 > 6")).toMatchObject({
    operator: ">",
    left: {operator: "+", right: {operator: "*"}}
  });
});

test.each([
  ["", 0],
  ["a.b +", 5],
  ["a.b ? 1 : 2", 0],
  ["[a.b]", 0],
  ["a.b; a.c", 0],
  ["foo * 2", 0],
  ["1 + this", 0],
  ["a.b = 1", 0]
])("parseExpression(%j) gives an error with its offset", (text, at) => {
  const result = parseExpression(text);
  expect(result).toHaveProperty("error");
  expect((result as {at: number}).at).toBeGreaterThanOrEqual(0);
  if (at > 0) expect((result as {at: number}).at).toBeGreaterThanOrEqual(at - 2);
});

test("parseExpression(text) never throws, whatever it is given", () => {
  fc.assert(
    fc.property(fc.string({maxLength: 60}), (text) => {
      parseExpression(text);
    })
  );
  const symbols = fc.array(
    fc.constantFrom("a.b", "(", ")", "[", "..", "]", "+", "-", "*", ",", "'", '"', "1", "%", "!")
  );
  fc.assert(
    fc.property(symbols, (parts) => {
      parseExpression(parts.join(" "));
    })
  );
});

test("walk(expression) visits every part once", () => {
  const tree = parseExpression("mean(a.b, -a.c) + 1");
  if ("error" in tree) throw new Error(tree.error);
  expect([...walk(tree)].map(({type}) => type)).toEqual([
    "binary",
    "call",
    "record",
    "unary",
    "record",
    "number"
  ]);
});
