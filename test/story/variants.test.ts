import {parseHTML} from "linkedom";
import {expect, test} from "vitest";
import {varying} from "../../src/story/variants.ts";

function drawing(content: string): Element {
  return parseHTML(`<html><body><svg>${content}</svg></body></html>`).document.querySelector(
    "svg"
  )!;
}

function varies(own: string, ...others: string[]): string[] {
  return varying(drawing(own), others.map(drawing)).map(
    ({key, markups, of}) => `${key}: ${markups.length} at ${of.join()}`
  );
}

const dot = (x: number, key = "dot"): string => `<circle data-key="${key}" cx="${x}"></circle>`;
const row = (content: string, name = ""): string => `<g data-key="row"${name}>${content}</g>`;

test("varying(…) gives what differs, each markup once, and 0 where a state is as its own", () => {
  expect(varies(dot(1), dot(2), dot(1), dot(2), dot(3))).toEqual(["dot: 2 at 1,0,1,2"]);
  expect(varies(dot(1) + dot(5, "other"), dot(2) + dot(5, "other"))).toEqual(["dot: 1 at 1"]);
  expect(varies(dot(1), dot(1))).toEqual([]);
});

test("varying(…) gives of a group only what changes in it, unless the group itself does", () => {
  expect(varies(row(dot(1)), row(dot(2)))).toEqual(["dot: 1 at 1"]);
  const warm = ' class="warm"';
  expect(varies(row(dot(1)), row(dot(1), warm))).toEqual(["row: 1 at 1"]);
  expect(varies(row(dot(1)), row(dot(2)), row(dot(2), warm))).toEqual(["row: 2 at 1,2"]);
  expect(varies(row(`<text>a</text>${dot(1)}`), row(`<text>b</text>${dot(1)}`))).toEqual([
    "row: 1 at 1"
  ]);
});

test("varying(…) throws where a state has other keys, and names them", () => {
  expect(() => varies(dot(1), dot(1) + dot(2, "more"))).toThrow("more");
  expect(() => varies(dot(1) + dot(2, "gone"), dot(1))).toThrow("gone");
  expect(() => varies(dot(1) + dot(2, "b"), dot(2, "b") + dot(1))).toThrow("order");
});

test("varying(…) throws where what has no key differs", () => {
  expect(() => varies(`<text>a</text>${dot(1)}`, `<text>b</text>${dot(1)}`)).toThrow("no key");
});
