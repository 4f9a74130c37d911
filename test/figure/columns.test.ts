import {expect, test} from "vitest";
import {bareTickLabel} from "../../src/figure/axis.ts";
import {columns} from "../../src/figure/kinds/columns.ts";
import {
  exitOf,
  lastMonth,
  outsidersOf,
  partsOf,
  periodName,
  slotsOf,
  within
} from "../../src/figure/kinds/columns-data.ts";
import {columnText} from "../../src/figure/kinds/columns-values.ts";
import {recordsFor} from "../../src/figure/records.ts";
import {growth} from "./datasets.ts";
import {ratio} from "./fixture.ts";
import {draw, scenes} from "./scenes.ts";

const found = recordsFor(growth(), ["A:cloud.average-growth", "cloud.growth", "cloud.mean-growth"]);
if ("unknown" in found) throw new Error("unknown");
const parts = partsOf(found.records);
const divide = lastMonth("2023-12");
const pictures = draw(scenes.filter(({name}) => name === "columns"));

function picture(name: string): SVGSVGElement {
  return pictures.find((picture) => picture.name === `columns-${name}`)!.svg;
}

test("partsOf(…) takes a reported series for columns, a computed one for a line, a class for a band", () => {
  expect(parts.columns.length).toBe(20);
  expect(parts.points.length).toBe(17);
  expect(parts.bands.map(({id, from, to}) => [id, from, to])).toEqual([
    ["A:cloud.average-growth", 2022 * 12, null]
  ]);
  expect(parts.step).toBe(3);
});

test("slotsOf(…) keeps the place of a period that no source gives", () => {
  const slots = slotsOf(parts, "2021-03", "2022-03");
  expect(slots.map(({column}) => column?.fact.period ?? null)).toEqual([
    ...["2021-03", "2021-06", "2021-09"],
    ...[null, "2022-03"]
  ]);
});

test("outsidersOf(…) gives what lies outside of the band, in the time that the claim speaks of", () => {
  const periods = (from?: string) =>
    outsidersOf(parts, slotsOf(parts, from), divide).map(({fact}) => fact.period);
  expect(periods("2022-03")).toEqual(["2022-03", "2022-06", "2023-03"]);
  expect(periods()).toEqual(["2022-03", "2022-06", "2023-03"]);
});

test("within(…) leaves an open bound out", () => {
  const band = ratio("class", [0.01, 0.1]);
  expect([0.1, 0.01, 0.05, -0.02].map((value) => within(value, band))).toEqual([
    ...[false, false],
    ...[true, false]
  ]);
  expect(within(0.1, ratio("between", [0.01, 0.1]))).toBe(true);
});

test("exitOf(…) gives the first point after the divide that is outside of the band", () => {
  expect(exitOf(parts, slotsOf(parts), divide)!.fact.period).toBe("2025-12");
  expect(exitOf(parts, slotsOf(parts, "2022-03", "2025-09"), divide)).toBeNull();
});

test("a claim about a period as a whole is a band that has no points in it", () => {
  const svg = picture("claim-640");
  const band = svg.querySelector('[data-key="band:A:cloud.average-growth"]')!;
  expect(band.getAttribute("data-claim")).toBe("A:cloud.average-growth");
  expect(svg.querySelectorAll('circle, [data-key^="column:"], [data-key^="line:"]').length).toBe(0);
  expect(svg.textContent).toContain("“averaging single-digit quarterly growth since 2022”");
});

test("columns stand on zero, the one below it hangs, and a gap is words", () => {
  const svg = picture("all-640");
  const zero = svg.querySelector('[data-key="axis:x"]')!.getAttribute("y1")!;
  const rect = (period: string) => svg.querySelector(`[data-key="solid:cloud.growth/${period}"]`)!;
  expect(rect("2023-03").getAttribute("y")).toBe(zero);
  const {y, height} = {
    y: Number(rect("2022-03").getAttribute("y")),
    height: Number(rect("2022-03").getAttribute("height"))
  };
  expect(y + height).toBeCloseTo(Number(zero), 0);
  expect([...svg.querySelectorAll('[data-key^="gap:"]')].map((node) => node.textContent)).toEqual([
    "gap"
  ]);
});

test("columns outside of the band are warm and bold, and those since are not", () => {
  const svg = picture("quarters-640");
  const warm = [...svg.querySelectorAll('rect[fill="var(--pl-warm)"]')];
  expect(warm.length).toBe(3);
  for (const period of ["2022-03", "2023-03"]) {
    const value = svg.querySelector(`[data-key="value:cloud.growth/${period}"]`)!;
    expect(value.getAttribute("class")).toContain("pl-strong");
  }
});

test("where a line is drawn and nothing highlighted, columns recede and exceptions keep ink", () => {
  const svg = picture("mean-640");
  const rects = [...svg.querySelectorAll('[data-key^="solid:"]')];
  expect(rects.length).toBe(9);
  for (const rect of rects) expect(rect.getAttribute("class")).toBe("pl-recede");
  const inked = [...svg.querySelectorAll('[data-key^="value:"][fill="var(--pl-ink)"]')];
  expect(inked.map((value) => value.textContent)).toEqual(["12", "10", "−2"]);
});

test("a band whose end is open fades after what was public, and its edge ends with it", () => {
  const ends = ["claim-640", "quarters-640", "mean-640"].map((name) => {
    const edge = picture(name).querySelector('[data-key^="upper:"]')!;
    expect(picture(name).querySelector('[data-key^="open:"]')).not.toBeNull();
    return edge.getAttribute("x2");
  });
  expect(new Set(ends).size).toBe(1);
  expect(Number(ends[0])).toBeLessThan(640);
});

test("where not all numbers fit, runs keep theirs whole or by their ends", () => {
  const values = [...picture("stressed-340").querySelectorAll('[data-key^="value:"]')];
  expect(values.map((value) => value.textContent)).toEqual(["12", "10", "−2", "13", "36", "38"]);
});

test("the words after the divide stand on every artboard", () => {
  for (const name of ["quarters-340", "quarters-640", "since-340"])
    expect(picture(name).querySelector('[data-key="after:0"]')!.textContent).toBe("since");
});

test("the line is marked where the claim was made and where it leaves the band", () => {
  const keys = [...picture("since-640").querySelectorAll('[data-key^="point:"]')].map((node) =>
    node.getAttribute("data-fact")
  );
  expect(keys).toEqual(["cloud.mean-growth/2023-12", "cloud.mean-growth/2025-12"]);
});

test("a highlight of facts stresses their columns and has the line's numbers at their periods", () => {
  const svg = picture("stressed-640");
  const key = (of: string) => svg.querySelector(`[data-key="${of}"]`)!;
  expect(key("column:cloud.growth/2022-03").getAttribute("class")).toContain("pl-recede");
  expect(key("column:cloud.growth/2025-12").getAttribute("class")).not.toContain("pl-recede");
  expect(key("column:cloud.growth/2025-12").querySelector("[opacity]")).toBeNull();
  expect(key("line:cloud.mean-growth").getAttribute("class")).not.toContain("pl-recede");
  const notes = [...svg.querySelectorAll('[data-key^="note:"]')].map((note) => note.textContent);
  expect(notes).toEqual(["9.5%Sep 2025", "11%Dec 2025"]);
});

test("years stand once each, under their periods, and carry no months", () => {
  for (const name of ["mean-340", "since-640"]) {
    const ticks = [...picture(name).querySelectorAll('[data-key^="tick:x:"]')];
    const years = ticks.map((tick) => tick.textContent).sort();
    expect(new Set(years).size).toBe(years.length);
    for (const year of years) expect(year).toMatch(/^\d{4}$/);
  }
});

test("what was computed carries a link: the line, and a column that nobody reported", () => {
  const keys = [...picture("mean-340").querySelectorAll('[data-key^="link:"]')].map((node) =>
    node.getAttribute("data-key")
  );
  expect(keys).toEqual(["link:cloud.growth/2022-09", "link:cloud.mean-growth"]);
});

test("the divide is drawn only among columns", () => {
  expect(picture("claim-640").querySelector('[data-key="divide"]')).toBeNull();
  expect(picture("quarters-640").querySelector('[data-key="divide"]')).not.toBeNull();
});

test("columnText(…) prints a bare number without its unit and keeps every hedge", () => {
  expect(columnText(ratio("none", 0.12))).toBe("12");
  expect(columnText(ratio("none", -0.02))).toBe("−2");
  expect(columnText(ratio("none", 0.0376))).toBe("3.8");
  expect(columnText(ratio("at-least", 0.12))).toMatch(/≥|at least/);
});

test("periodName(…) says what a period is", () => {
  expect(periodName(lastMonth("2022-03"), 3)).toBe("quarter to March 2022");
  expect(periodName(lastMonth("2022-03"), 1)).toBe("March 2022");
});

test("describe(…) tells extremes, what is outside, what was computed and what is missing", () => {
  const says = pictures.find(({name}) => name === "columns-all-640")!.says;
  for (const words of [
    "From 37% in the quarter to March 2021 to 38% in the quarter to March 2026",
    "Outside of what the claim says: 12% in the quarter to March 2022",
    "Outside, but later than the claim: 6 columns, from 13% in the quarter to December 2024 to 38% in the quarter to March 2026",
    "Computed, not reported: 3.8% in the quarter to September 2022",
    "No source for the quarter to December 2021: it is a gap."
  ])
    expect(says).toContain(words);
});

test("options and states name periods that can be read", () => {
  expect(columns.options.safeParse({divide: "last year"}).success).toBe(false);
  expect(columns.options.safeParse({divide: "2022/.."}).success).toBe(false);
  expect(columns.state.safeParse({from: "2022-03", layers: "columns line"}).success).toBe(true);
  expect(columns.state.safeParse({layers: "colums"}).success).toBe(false);
  expect(columns.state.safeParse({from: "2022-03", to: "2022-03"}).success).toBe(true);
  const turned = columns.state.safeParse({from: "2024-03", to: "2022-03"});
  expect(turned.error!.issues.map(({path, message}) => [path, message])).toEqual([
    [["to"], "it ends before from="]
  ]);
  expect(columns.state.safeParse({from: "soon", to: "2022-03"}).error!.issues).toHaveLength(1);
});

test("a period of which no source says anything is drawn as a gap, even alone", () => {
  const scene = scenes.find(({name}) => name === "columns")!;
  const empty = {...scene, name: "empty", steps: {x: {state: {from: "2021-12", to: "2021-12"}}}};
  for (const {svg} of draw([empty])) {
    expect(svg.outerHTML).not.toMatch(/NaN|Infinity/);
    expect(svg.querySelectorAll('[data-key^="gap:"]').length).toBe(1);
  }
});

test("columns without a series, and periods that it does not have, are refused", () => {
  const describe = (facts: string, options: object, state: object) => (): string => {
    const found = recordsFor(growth(), facts.split(" "));
    if ("unknown" in found) throw new Error("unknown");
    const read = {options: columns.options.parse(options), state: columns.state.parse(state)};
    return columns.describe({records: found.records, ...read, highlight: []});
  };
  const told = (options: object, state: object) => describe("cloud.growth", options, state);
  expect(describe("A:cloud.average-growth", {}, {})).toThrow("facts= names no series");
  expect(told({}, {from: "1999-03"})).toThrow("from=1999-03 is outside of the series");
  expect(told({}, {to: "2031-03"})).toThrow("to=2031-03 is outside of the series");
  expect(told({}, {from: "2022-02"})).toThrow(
    "from=2022-02 is where no quarter of the series ends"
  );
  expect(told({divide: "2031-03"}, {})).toThrow("divide=2031-03 is outside of the series");
  expect(told({divide: "2023-12"}, {from: "2022-03", to: "2024-03"})).not.toThrow();
});

test("a state whose layers leave the line out has no start of it", () => {
  const read = columns.state.safeParse({since: "2022-03", layers: "band columns"});
  expect(read.error?.issues.map(({path, message}) => [path.join(), message])).toEqual([
    ["since", "layers= leaves out the line that it starts"]
  ]);
  expect(columns.state.safeParse({since: "2022-03"}).success).toBe(true);
});

test("bareTickLabel(…) prints few signs, where a unit of the author's own has no room", () => {
  const ticks = [0, 50, 200, 2000, 15_000, 200_000, 5e6, -2e9];
  expect(ticks.map(bareTickLabel)).toEqual("0 50 200 2K 15K 200K 5M −2B".split(" "));
});
