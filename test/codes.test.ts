import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";
import {dataCodes} from "../src/facts/codes.ts";
import {storyCodes} from "../src/story/codes.ts";

const src = join(import.meta.dirname, "..", "src");
const used = new Set(
  readdirSync(src, {recursive: true, encoding: "utf8"})
    .filter((name) => name.endsWith(".ts") && !/codes\.ts$/.test(name))
    .flatMap((name) => readFileSync(join(src, name), "utf8").match(/"PL\d{3}"/g) ?? [])
    .map((code) => code.slice(1, -1))
);

test("every code that is reported is explained", () => {
  const explained = {...dataCodes, ...storyCodes};
  expect([...used].filter((code) => !Object.hasOwn(explained, code))).toEqual([]);
});

test("every code of data that is explained is reported", () => {
  expect(Object.keys(dataCodes).filter((code) => !used.has(code))).toEqual([]);
});
