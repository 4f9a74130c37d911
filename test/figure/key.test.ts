import {expect, test} from "vitest";
import {createDocument} from "../../src/compile/dom.ts";
import {drawKey} from "../../src/figure/key.ts";

test("drawKey(…) shows the ways to draw a hedge, and the origins, with words", () => {
  const key = drawKey(createDocument());
  const names = [...key.querySelectorAll("b")].map((name) => name.textContent);
  expect(names).toEqual([
    ...["no hedge", "about", "nearly, just over", "at least, more than", "at most, up to"],
    ...["a range, a class", "not stated"],
    ...["reported elsewhere", "computed", "assumed", "edited"]
  ]);
});

test("drawKey(…) is always the same, and its samples are pictures only", () => {
  const document = createDocument();
  expect(drawKey(document).outerHTML).toBe(drawKey(document).outerHTML);
  const samples = [...drawKey(document).querySelectorAll("svg")];
  for (const svg of samples) {
    expect(svg.getAttribute("aria-hidden")).toBe("true");
    expect(svg.children.length).toBeGreaterThan(0);
    expect(svg.outerHTML).not.toMatch(/data-key|\sid=|style|NaN/);
  }
});
