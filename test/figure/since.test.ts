import {expect, test} from "vitest";
import {createDocument} from "../../src/compile/dom.ts";
import {artboards} from "../../src/figure/kind.ts";
import {columns} from "../../src/figure/kinds/columns.ts";
import {
  edtfOf,
  lastMonth,
  partsOf,
  sinceName,
  slotsOf
} from "../../src/figure/kinds/columns-data.ts";
import {leaving, meansSince, sinceOf} from "../../src/figure/kinds/columns-since.ts";
import {formatShort} from "../../src/format.ts";
import {varying} from "../../src/story/variants.ts";
import {bind, scenes} from "./scenes.ts";

const scene = scenes.find(({name}) => name === "columns")!;
const {declared, steps} = bind(scene);
const {highlight} = steps.find(({step}) => step === "start")!;
const parts = partsOf(declared.records);
const slots = slotsOf(parts);
const divide = lastMonth("2023-12");
const since = (period: string) => sinceOf(parts, slots, divide, lastMonth(period));

function drawingOf(period: string) {
  const state = columns.state.parse({since: period});
  return {...declared, options: columns.options.parse(scene.options), state, highlight};
}

function draw(period: string, width: 340 | 640): SVGSVGElement {
  const drawing = drawingOf(period);
  const height = columns.height(width, drawing, [drawing.state]);
  return columns.draw({...drawing, width, height, document: createDocument()});
}

test("meansSince(…) takes every column from the start on, and a gap has no mean and no part", () => {
  const means = meansSince(parts, slots, lastMonth("2021-06"));
  expect(means.slice(0, 4).map(({month}) => edtfOf(month))).toEqual([
    ...["2021-06", "2021-09", "2022-03", "2022-06"]
  ]);
  expect(means.slice(0, 4).map(({fact}) => fact.quantity.value! * 100)).toEqual([
    ...[29, 31, 74 / 3, 21].map((value) => expect.closeTo(value))
  ]);
});

test("meansSince(…) is the facts of the line where they have that start, and no fact's elsewhere", () => {
  const own = meansSince(parts, slots, lastMonth("2022-03"));
  expect(own.map(({id}) => id)).toEqual(parts.points.map(({id}) => id));
  expect(own.every(({real}) => real)).toBe(true);
  for (const mean of meansSince(parts, slots, lastMonth("2022-06")))
    expect([mean.id, mean.real]).toEqual(["", false]);
});

test("leaving(…) gives where the mean leaves the band for good, or its least where it is never in it", () => {
  const stops = (period: string) => {
    const {last, first} = leaving(since(period).means, parts.bands[0]);
    return [last, first].map((mean) => (mean === null ? null : edtfOf(mean.month)));
  };
  expect(stops("2022-03")).toEqual(["2025-09", "2025-12"]);
  expect(stops("2023-12")).toEqual(["2025-03", "2025-06"]);
  expect(stops("2021-03")).toEqual(["2024-09", null]);
  const means = since("2022-03").means.slice(0, 9);
  expect(leaving(means, parts.bands[0])).toEqual({
    is: "still in",
    last: means.at(-1),
    first: null
  });
  expect([since("2022-03"), since("2021-03")].map(({exit}) => exit.is)).toEqual([
    "left",
    "never in"
  ]);
});

test("a reader may start at any column up to the divide, and a gap is none", () => {
  const [control] = columns.controls!(drawingOf("2022-03"));
  expect(control!.values.map(({value}) => value)).toEqual([
    ...["2021-03", "2021-06", "2021-09", "2022-03", "2022-06", "2022-09"],
    ...["2022-12", "2023-03", "2023-06", "2023-09", "2023-12"]
  ]);
  expect(control!.values.slice(2, 5).map(({text}) => text)).toEqual([
    ...["July 2021", "2022", "April 2022"]
  ]);
  expect(control!.assumption).toBe(false);
  expect(columns.controls!({...drawingOf("2022-03"), state: columns.state.parse({})})).toEqual([]);
});

test("sinceName(…) says when a period begins, edtfOf(…) how it is written", () => {
  expect(sinceName(lastMonth("2022-03"), 3)).toBe("2022");
  expect(sinceName(lastMonth("2022-12"), 3)).toBe("October 2022");
  expect(sinceName(lastMonth("2022"), 12)).toBe("2022");
  expect(edtfOf(lastMonth("2022-03"))).toBe("2022-03");
});

test("the line's name says when its mean was last in the band, or how near it came", () => {
  const said = (period: string, width: 340 | 640) =>
    [...draw(period, width).querySelectorAll('[data-key^="words:"] text')].map(
      (e) => e.textContent
    );
  expect(said("2022-03", 640)).toEqual(["average since 2022", "last in band:", "9.5%, Sep 2025"]);
  expect(said("2021-03", 640)).toEqual([
    ...["average since 2021", "never in band;", "least 10.77%, Sep 2024", "gap left out"]
  ]);
  expect(said("2022-06", 340)).toEqual([
    ...["average", "since Apr 2022", "last in band:", "Sep 2025"]
  ]);
  // The claim's whole time, after which nothing is out of its band.
  const early = {
    ...drawingOf("2022-03"),
    state: columns.state.parse({since: "2022-03", to: "2024-03"})
  };
  const height = columns.height(640, early, [early.state]);
  const svg = columns.draw({...early, width: 640, height, document: createDocument()});
  expect(svg.querySelector('[data-key^="words:"]')!.textContent).toContain("still in band:");
});

test("whatever the start, the same keys stand in the same order, and only the mean's marks differ", () => {
  const values = columns.controls!(drawingOf("2022-03"))[0]!.values;
  for (const width of artboards) {
    const found = varying(
      draw("2022-03", width),
      values.map(({value}) => draw(value, width))
    );
    expect(found.map(({key}) => key)).toEqual([
      ...["casing", "path"].map((part) => `${part}:cloud.mean-growth`),
      ...["handle:since", "words:cloud.mean-growth", "stop:first-out", "stop:last-in"]
    ]);
  }
});

test("the line is broken at a gap, and says that it goes without", () => {
  for (const width of artboards) {
    const path = (period: string) =>
      draw(period, width).querySelector('[data-key^="path:"]')!.getAttribute("d")!;
    expect(path("2022-03")).toMatch(/^M[^Mm]+$/);
    expect(path("2021-03").match(/[Mm]/g)!.length).toBe(2);
    expect(draw("2021-09", width).textContent).toContain("gap left out");
    expect(draw("2022-03", width).textContent).not.toContain("gap left");
  }
  expect(columns.describe(drawingOf("2021-03"))).toMatch(
    /Average since 2021, computed: .* The quarter to December 2021 does not count: it is a gap\.$/
  );
});

test("the numbers are the mean's own, with a fact only where a record has it", () => {
  const own = draw("2022-03", 640).querySelector('[data-key="stop:first-out"]')!;
  expect(own.getAttribute("data-fact")).toBe("cloud.mean-growth/2025-12");
  expect(own.textContent).toContain(
    formatShort(declared.records.fact("cloud.mean-growth/2025-12").quantity)
  );
  const other = draw("2023-06", 640).querySelector('[data-key="stop:first-out"]')!;
  expect(other.hasAttribute("data-fact")).toBe(false);
  const mean = since("2023-06").exit.first!;
  expect(other.textContent).toContain(formatShort(mean.fact.quantity));
  expect(columns.supposes!(drawingOf("2023-06"))).toContainEqual(mean.fact.quantity);
});

test("the handle stands on the column that the mean starts from, and can go to every start", () => {
  for (const width of artboards)
    for (const [i, {value}] of columns.controls!(drawingOf("2022-03"))[0]!.values.entries()) {
      const svg = draw(value, width);
      const rect = svg.querySelector(`[data-key="solid:cloud.growth/${value}"]`)!;
      const middle = Number(rect.getAttribute("x")) + Number(rect.getAttribute("width")) / 2;
      const [x] = /[-\d.]+/.exec(
        svg.querySelector('[data-key="handle:since"]')!.getAttribute("transform")!
      )!;
      expect(Math.abs(Number(x) - middle)).toBeLessThan(1);
      const drag = svg.querySelector('[data-drag="since"]')!;
      expect(drag.getAttribute("data-at")!.split(" ")[i]).toBe(x);
    }
});
