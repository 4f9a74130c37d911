import {expect, test} from "vitest";
import {overlap} from "../../src/figure/svg.ts";
import {labelsOf} from "./labels.ts";
import {readable} from "./readable.ts";
import {bind, draw, scenes} from "./scenes.ts";

const pictures = draw(scenes);

test("draw(…) gives the figures under test/snapshots", async () => {
  for (const {name, svg} of pictures) {
    await expect(readable(svg)).toMatchFileSnapshot(`../snapshots/${name}.svg`);
  }
});

test("draw(…) draws the same again", () => {
  const again = draw(scenes);
  expect(again.map(({svg}) => svg.outerHTML)).toEqual(pictures.map(({svg}) => svg.outerHTML));
});

test("draw(…) gives every key once in a state", () => {
  for (const {name, svg} of pictures) {
    const keys = [...svg.querySelectorAll("[data-key]")].map((node) =>
      node.getAttribute("data-key")
    );
    expect(
      keys.filter((key, i) => keys.indexOf(key) !== i),
      name
    ).toEqual([]);
  }
});

test("draw(…) binds the mark of every number to its fact, of a claim to the claim, of a record to that", () => {
  for (const {name, svg} of pictures) {
    const marks = [...svg.querySelectorAll("[data-fact], [data-record]")];
    expect(marks.length, name).toBeGreaterThan(0);
    for (const mark of marks) {
      expect(mark.getAttribute("data-key"), name).not.toBeNull();
      const claim = mark.getAttribute("data-claim");
      const fact = mark.getAttribute("data-fact");
      if (claim !== null) expect(claim.split(":")[1]!.split("@")[0], name).toBe(fact);
    }
  }
});

test("draw(…) needs no ids, styles or references, which a hidden artboard could break", () => {
  for (const {name, svg} of pictures) {
    const markup = svg.outerHTML;
    expect(markup, name).not.toMatch(/\s(?:id|style|href)=|<style|url\(/);
    expect(markup, name).not.toMatch(/NaN|Infinity|undefined|null/);
  }
});

test("draw(…) is an image of its artboard's size, with a name", () => {
  for (const {svg, width, height} of pictures) {
    expect(svg.getAttribute("class")).toBe("pl-artboard");
    expect(svg.getAttribute("data-width")).toBe(String(width));
    expect(svg.getAttribute("viewBox")).toBe(`0 0 ${width} ${height}`);
    expect(svg.getAttribute("role")).toBe("img");
    expect(svg.getAttribute("aria-label")).not.toBe("");
    expect([...svg.querySelectorAll("[aria-label]")]).toEqual([]);
  }
});

test("draw(…) sets no label smaller than 15 px, which 340 px shown in 280 keep over 12", () => {
  for (const {name, svg} of pictures) {
    for (const {text, size} of labelsOf(svg))
      expect(size, `${name}: ${text}`).toBeGreaterThanOrEqual(15);
  }
});

test("draw(…) lets no two labels overlap, and none leave its artboard", () => {
  for (const {name, svg, width, height} of pictures) {
    const labels = labelsOf(svg);
    labels.forEach(({text, box}, i) => {
      const inside = box.x0 >= -3 && box.x1 <= width + 3 && box.y0 >= -1 && box.y1 <= height + 1;
      expect(inside, `${name}: "${text}" is cut`).toBe(true);
      for (const other of labels.slice(i + 1)) {
        const shrunk = {...box, x0: box.x0 + 1.5, x1: box.x1 - 1.5};
        const touching = overlap(shrunk, other.box);
        expect(touching, `${name}: "${text}" and "${other.text}"`).toBe(false);
      }
    });
  }
});

test("draw(…) uses colours by their roles alone", () => {
  for (const {name, svg} of pictures) {
    for (const node of svg.querySelectorAll("*")) {
      for (const attribute of ["fill", "stroke"]) {
        const value = node.getAttribute(attribute);
        if (value === null) continue;
        expect(value, name).toMatch(/^(?:none|var\(--pl-[a-z-]+\))$/);
      }
    }
  }
});

test("height(…) is one for all states of a scene on an artboard", () => {
  for (const scene of scenes) {
    const heights = pictures
      .filter(({scene: name, width}) => name === scene.name && width === 340)
      .map(({height}) => height);
    expect(new Set(heights).size).toBe(1);
  }
});

test("describe(…) is whole sentences", () => {
  for (const {name, says} of pictures) expect(says, name).toMatch(/^[A-Z“].*\.$/);
});

test("measure(…) says what is measured, and ends", () => {
  for (const scene of scenes) {
    const {kind, declared} = bind(scene);
    expect(kind.measure(declared), scene.name).toMatch(/^[A-Z].*\.$/);
  }
});

test("table(…) has as many cells in every row as columns", () => {
  for (const scene of scenes) {
    const {kind, declared} = bind(scene);
    const {caption, columns, rows} = kind.table(declared, []);
    expect(caption, scene.name).not.toBe("");
    expect(rows.length, scene.name).toBeGreaterThan(0);
    for (const row of rows) expect(row.length, scene.name).toBe(columns.length);
  }
});

test("what a step highlights keeps its colour, and the rest recedes without vanishing", () => {
  const {svg} = pictures.find(({name}) => name === "number-line-exceeding-640")!;
  const rows = [...svg.querySelectorAll('g[data-key^="row:"]')];
  const receding = rows.filter((row) => row.classList.contains("pl-recede"));
  expect(rows.length - receding.length).toBe(1);
  expect(svg.querySelector("[opacity], [fill-opacity]")).toBeNull();
  for (const row of receding) {
    for (const text of row.querySelectorAll("text")) {
      expect(text.getAttribute("fill")).toBe("var(--pl-muted)");
    }
  }
});
