import {expect, test} from "vitest";
import {recordsFor} from "../../../src/figure/records.ts";
import {connectives} from "../../../stories/compute-for-equity/figures/connectives.ts";
import {datesOf, tiesOf} from "../../../stories/compute-for-equity/figures/connectives-records.ts";
import {overlap} from "../../../src/figure/svg.ts";
import {Fixture} from "../../figure/fixture.ts";
import {labelsOf} from "../../figure/labels.ts";
import {readable} from "../../figure/readable.ts";
import {draw} from "../../figure/scenes.ts";
import type {Scene} from "../../figure/scenes.ts";

function dataset() {
  return new Fixture()
    .entity("rules", "US chip rules")
    .entity("alibaba", "Alibaba")
    .entity("us", "United States")
    .source("A", "article A")
    .source("log", "a law firm", {origin: "context"})
    .statement(
      "A:reinvents",
      "Alibaba seeks to reinvent itself.",
      "amidst rising competition and rules",
      {
        about: ["alibaba", "rules"]
      }
    )
    .statement(
      "A:scarce",
      "Cloud resources are scarce in China.",
      "scarce due to US restrictions",
      {
        about: ["rules"]
      }
    )
    .statement("A:cancelled", "Alibaba cancels its plan.", "citing the impact of the rules", {
      about: ["alibaba", "rules"],
      by: ["alibaba"]
    })
    .event("log:second", "Alibaba cancels the spin-off of its cloud unit", "2023-11-16", {
      who: ["alibaba"]
    })
    .event("log:first", "The US updates its rules on exports of advanced chips", "2023-10-17", {
      who: ["us"]
    })
    .event("log:undated", "Something happens in some year", "XXXX-11", {who: ["us"]}).dataset;
}

const scene: Scene = {
  name: "connectives",
  kind: connectives,
  dataset,
  facts: "A:reinvents A:scarce A:cancelled log:second log:first log:undated",
  steps: {map: {}, citing: {highlight: ["A:cancelled"]}, dates: {state: {show: "dates"}}}
};
const pictures = draw([scene]);
const found = recordsFor(dataset(), scene.facts.split(" "));
if ("unknown" in found) throw new Error("unknown");
const {records} = found;

function picture(name: string): SVGSVGElement {
  return pictures.find((picture) => picture.name === `connectives-${name}`)!.svg;
}

test("draw(…) gives the figures under test/snapshots", async () => {
  for (const {name, svg} of pictures) {
    await expect(readable(svg)).toMatchFileSnapshot(`../../snapshots/${name}.svg`);
  }
});

test("tiesOf(…) reads the connective from the words and puts the strongest first", () => {
  const {about, ties} = tiesOf(records);
  expect(about).toBe("US chip rules");
  expect(ties.map(({connective, strength}) => [connective, strength])).toEqual([
    ["due to", "cause"],
    ["citing", "reason"],
    ["amidst", "meanwhile"]
  ]);
  expect(ties.map(({note}) => note)).toEqual([
    "a cause, in the voice of article A",
    "Alibaba’s own reason",
    "at the same time; no cause claimed"
  ]);
});

test("only what is claimed as a cause or a reason has an arrow's head", () => {
  const heads = [...picture("map-640").querySelectorAll('[data-key^="head:"]')];
  expect(heads.map((node) => node.getAttribute("data-key"))).toEqual([
    "head:A:scarce",
    "head:A:cancelled"
  ]);
});

test("datesOf(…) keeps time's order and leaves out what has no year", () => {
  expect(datesOf(records).map(({id}) => id)).toEqual(["log:first", "log:second"]);
});

test("no arrow leads to or from a date", () => {
  const svg = picture("dates-640");
  for (const date of svg.querySelectorAll('[data-key^="date:"]')) {
    expect(date.querySelectorAll('[data-key^="head:"], [data-key^="shaft:"]').length).toBe(0);
    expect(date.getAttribute("data-record")).toMatch(/^log:/);
  }
  expect(svg.querySelectorAll('[data-key^="head:"]').length).toBe(2);
});

test("over dates the map recedes, on the narrow artboard to reasons given, each from word to effect", () => {
  const ties = (width: number) => [
    ...picture(`dates-${width}`).querySelectorAll('[data-key^="tie:"]')
  ];
  for (const width of [340, 640])
    for (const tie of ties(width)) {
      expect(tie.getAttribute("class")).toContain("pl-recede");
      for (const part of ["word", "shaft", "effect"])
        expect(tie.querySelector(`[data-key^="${part}:"]`), part).not.toBeNull();
    }
  expect(ties(640).length).toBe(3);
  expect(ties(340).map((tie) => tie.getAttribute("data-record"))).toEqual(["A:cancelled"]);
});

test("rules and decisions stand in lanes of their own, at their places on one scale of time", () => {
  for (const [width, along, across] of [
    [640, "x", "y"],
    [340, "y", "x"]
  ] as const) {
    const svg = picture(`dates-${width}`);
    const middle = (id: string, side: "x" | "y") => {
      const mark = svg.querySelector(`[data-key="dot:log:${id}"]`)!;
      const length = mark.getAttribute(side === "x" ? "width" : "height");
      return Number(mark.getAttribute(side)) + Number(length) / 2;
    };
    expect(middle("first", along)).toBeLessThan(middle("second", along));
    expect(Math.abs(middle("first", across) - middle("second", across))).toBeGreaterThan(20);
    const leaders = svg.querySelectorAll('[data-key^="leader:"]');
    expect(leaders.length).toBe(0);
  }
});

test("what is dated by its month is as long as the month, and years begin at their tick", () => {
  const data = dataset();
  data.events["log:second"]!.when = "2023-09";
  data.events["log:undated"]!.when = "2022-10-07";
  const [svg] = draw([{...scene, dataset: () => data, steps: {dates: {state: {show: "dates"}}}}])
    .filter(({width}) => width === 640)
    .map(({svg}) => svg);
  const length = (id: string) =>
    Number(svg!.querySelector(`[data-key="dot:log:${id}"]`)!.getAttribute("width"));
  expect(length("first")).toBe(12);
  expect(length("second")).toBeGreaterThan(24);
  const years = [...svg!.querySelectorAll('[data-key^="tick:time:"]')];
  expect(years.map((year) => year.textContent)).toEqual(["2022", "2023"]);
});

test("on the wide artboard a word holds all its arrows by one bracket", () => {
  const data = dataset();
  data.statements["A:reinvents"]!.says = "valuable due to the rules";
  const [svg] = draw([{...scene, dataset: () => data, steps: {map: {}}}])
    .filter(({width}) => width === 640)
    .map(({svg}) => svg);
  const brackets = [...svg!.querySelectorAll('[data-key^="bracket:"]')];
  expect(brackets.length).toBe(1);
  const shafts = ["A:reinvents", "A:scarce"].map((id) =>
    Number(svg!.querySelector(`[data-key="shaft:${id}"]`)!.getAttribute("y1"))
  );
  const word = Number(
    svg!
      .querySelector(
        `[data-key="${brackets[0]!.getAttribute("data-key")!.replace("bracket", "word")}"]`
      )!
      .getAttribute("y")
  );
  expect(word).toBeGreaterThan(Math.min(...shafts));
  expect(word).toBeLessThan(Math.max(...shafts));
});

test("what stands beside the rules in a sentence is quoted under its connective", () => {
  for (const width of [340, 640]) {
    const lines = [...picture(`map-${width}`).querySelectorAll('[data-key^="note:A:reinvents:"]')];
    expect(lines.map((line) => line.textContent).join(" ")).toContain(
      "“amidst rising competition and rules”"
    );
  }
});

test("labels keep apart and inside, keys are unique", () => {
  for (const {name, svg, width, height} of pictures) {
    const labels = labelsOf(svg);
    labels.forEach(({text, box}, i) => {
      const inside = box.x0 >= -3 && box.x1 <= width + 3 && box.y0 >= -1 && box.y1 <= height + 1;
      expect(inside, `${name}: ${text}`).toBe(true);
      for (const other of labels.slice(i + 1)) {
        expect(overlap(box, other.box), `${name}: "${text}" and "${other.text}"`).toBe(false);
      }
    });
    const keys = [...svg.querySelectorAll("[data-key]")].map((node) =>
      node.getAttribute("data-key")
    );
    expect(new Set(keys).size).toBe(keys.length);
  }
});

test("a statement without a connective throws", () => {
  const broken = dataset();
  broken.statements["A:scarce"]!.says = "cloud resources are scarce";
  const found = recordsFor(broken, ["A:scarce"]);
  if ("unknown" in found) throw new Error("unknown");
  expect(() => tiesOf(found.records)).toThrow("no connective");
});
