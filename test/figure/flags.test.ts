import {expect, test} from "vitest";
import {flagsOf, momentAt, placeLane} from "../../src/figure/kinds/columns-flags.ts";
import type {Flag, Lane} from "../../src/figure/kinds/columns-flags.ts";
import {sidesOf} from "../../src/figure/kinds/columns-sides.ts";
import {bind, draw, scenes} from "./scenes.ts";

const list = scenes.filter(({name}) => name === "flags");
const {kind, declared} = bind(list[0]!);
const pictures = draw(list);
const own = ["sea", "chief"];
const flags = flagsOf(declared.records, own, undefined);

function picture(name: string): SVGSVGElement {
  return pictures.find((picture) => picture.name === `flags-${name}`)!.svg;
}

function says(name: string): string {
  return pictures.find((picture) => picture.name === `flags-${name}-640`)!.says;
}

/** The middle of a marker, px. */
function marker(svg: Element, id: string): {x: number; y: number; width: number} {
  const rect = svg.querySelector(`[data-key="marker:log:${id}"]`)!;
  const [x, y, width] = ["x", "y", "width"].map((name) => Number(rect.getAttribute(name)));
  return {x: x! + width! / 2, y: y!, width: width!};
}

test("flagsOf(…) puts events in the order of time and leaves out what has no date", () => {
  expect(flags.map(({id}) => id.slice(4))).toEqual([
    ...["letter", "rule", "approved", "chair", "update", "cancelled"]
  ]);
  expect(flags.filter(({own}) => own).map(({id}) => id.slice(4))).toEqual([
    ...["approved", "chair", "cancelled"]
  ]);
});

test("flagsOf(…) names events by the author's words, in the order of the scene", () => {
  const named = flagsOf(declared.records, own, ["the update", "the letter"]);
  expect(named.map(({name}) => name).slice(0, 2)).toEqual([
    "the letter",
    "The ruler makes a rule on advanced goods"
  ]);
  expect(named.find(({id}) => id === "log:update")!.name).toBe("the update");
});

test("momentAt(…) gives a day its place inside its quarter", () => {
  const at = momentAt(2022 * 12 + 2, 3, 40, 30);
  expect(at(2022 * 12)).toBe(40);
  expect(at(2022 * 12 + 3)).toBe(70);
  expect(at(2022 * 12 + 7.5)).toBe(115);
});

const day = (month: number, i: number): Flag => {
  const name = "words of about this length";
  const base = {id: `log:${i}`, name, what: name, when: "17 October 2023", source: "log"};
  return {...base, from: month, to: month + 0.03, own: false};
};

/** Four days, from the months after the first that `seed` scatters. */
function lane(start: number, seed: number): Lane {
  const range = 38.5 - start;
  const months = Array.from(
    {length: 4},
    (_, i) => start + (((seed * (i + 3) * 7919) % 97) / 97) * range
  );
  const flags = months.sort((a, b) => a - b).map(day);
  return placeLane(flags, false, (month) => month * 8, 340, []);
}

test("placeLane(…) keeps words apart and off every pole where dates leave room on the left", () => {
  for (let seed = 1; seed < 60; ++seed) {
    const {placed, rows} = lane(27, seed);
    expect(rows.length).toBe(Math.max(...placed.map(({row}) => row)) + 2);
    for (const one of placed)
      for (const other of placed) {
        if (one === other) continue;
        const apart = one.span[1] < other.span[0] || other.span[1] < one.span[0];
        expect(one.row !== other.row || apart).toBe(true);
        const crossed = other.row >= one.row && other.to > one.span[0] && other.from < one.span[1];
        expect(crossed).toBe(false);
      }
  }
});

test("placeLane(…) keeps words apart and on the artboard wherever the dates are", () => {
  for (let seed = 1; seed < 60; ++seed)
    for (const [i, one] of lane(0, seed).placed.entries()) {
      expect(one.span[0]).toBeGreaterThanOrEqual(0);
      expect(one.span[1]).toBeLessThanOrEqual(340);
      for (const other of lane(0, seed).placed.slice(i + 1))
        expect(
          one.row !== other.row || one.span[1] < other.span[0] || other.span[1] < one.span[0]
        ).toBe(true);
    }
});

test("flags stand at their dates on one scale, rules above the columns and own decisions below", () => {
  for (const width of [340, 640]) {
    const svg = picture(`both-${width}`);
    const order = ["letter", "rule", "approved", "chair", "update", "cancelled"];
    const xs = order.map((id) => marker(svg, id).x);
    expect(xs).toEqual([...xs].sort((a, b) => a - b));
    const zero = Number(svg.querySelector('[data-key="axis:x"]')!.getAttribute("y1"));
    for (const id of order)
      expect(marker(svg, id).y < zero, id).toBe(["letter", "rule", "update"].includes(id));
  }
});

test("what is dated by its month is as long as the month", () => {
  const svg = picture("both-640");
  expect(marker(svg, "chair").width).toBeGreaterThan(12);
  expect(marker(svg, "cancelled").width).toBe(10);
});

test("nothing joins two flags: no arrow, and each pole leads from the axis to its own words", () => {
  for (const {svg} of pictures) {
    expect(svg.querySelectorAll("[data-key^='arrow'], [data-key^='head:'], marker").length).toBe(0);
    // A pole is upright: it cannot lead from one flag to another.
    for (const pole of svg.querySelectorAll("[data-key^='pole:']"))
      expect(pole.getAttribute("d")).toMatch(/^(M[-\d.]+,[-\d.]+|[Vv][-\d.]+|m0,?[-\d.]+)+$/);
  }
});

test("a flag that recedes has its date alone, and the lanes say whose they are", () => {
  const svg = picture("both-340");
  expect(svg.querySelector('[data-key="when:log:rule"]')!.textContent).toBe("7 October 2022");
  expect(svg.querySelector('[data-key="name:log:rule:0"]')).toBeNull();
  expect(svg.querySelector('[data-key="name:log:chair:0"]')!.textContent).toContain("Chief");
  expect(svg.querySelector('[data-key="lane:others"]')!.textContent).toBe("The ruler");
  expect(svg.querySelector('[data-key="lane:own"]')!.textContent).toBe("Seaside");
});

test("with no layers there are neither columns nor an axis of values", () => {
  const svg = picture("sides-640");
  expect(svg.querySelectorAll('[data-key^="column:"], [data-key^="tick:y"]').length).toBe(0);
  expect(svg.querySelectorAll('[data-key^="tick:x:"]').length).toBe(2);
});

test("sidesOf(…) tells records by source, with what they leave open and what they rest on", () => {
  const {sides, contrast} = sidesOf(declared.records, ["A:cancelled", "A:citing", "B:lines"]);
  expect(sides.map(({who, after}) => [who, after])).toEqual([
    ["Article A", "The Paper, May 2024"],
    ["Article B", "The Wire"]
  ]);
  expect(sides[0]!.said.map(({note}) => note)).toEqual(["no date given", "by Seaside’s account"]);
  expect(contrast!.reason).toContain("in the making");
  expect(sidesOf(declared.records, ["A:citing", "B:lines"]).contrast).toBeNull();
  expect(() => sidesOf(declared.records, ["cloud.growth"])).toThrow("cloud.growth is a series");
});

test("sidesOf(…) leads what is all a document's own to nothing else", () => {
  const {records} = declared;
  const statement: typeof records.statement = (id) => ({...records.statement(id), own: true});
  const afterOf = (...ids: string[]) => sidesOf({...records, statement}, ids).sides[0]!.after;
  expect(afterOf("A:citing")).toBeNull();
  expect(afterOf("A:citing", "A:cancelled")).toBe("The Paper, May 2024");
});

test("a contrast is a bracket over its sides, in words too, and every record opens", () => {
  for (const width of [340, 640]) {
    const svg = picture(`sides-${width}`);
    expect(svg.querySelector('[data-key="bracket:sides"]')).not.toBeNull();
    const said = [...svg.querySelectorAll('[data-key^="said:"]')];
    expect(said.map((node) => node.getAttribute("data-record"))).toEqual([
      ...["A:cancelled", "A:citing", "B:lines"]
    ]);
  }
  expect(says("sides")).toContain("These do not sit together. One article has it cancelled");
});

test("describe(…) tells dated events in their order", () => {
  expect(says("both")).toMatch(
    /in order: 26 August 2022: .*7 October 2022: .*18 May 2023: .*September 2023: .*17 October 2023: .*16 November 2023: /
  );
});

test("a step cannot flag what has no date, or what the scene does not declare", () => {
  const described = (flags: string) => {
    const state = kind.state.parse({layers: "columns", flags});
    return () => kind.describe({...declared, state, highlight: []});
  };
  expect(described("A:cancelled")).toThrow("no dated event: A:cancelled");
  expect(described("log:nothing")).toThrow("no dated event: log:nothing");
});

test("the table has the events with their dates, and the words that have none", () => {
  const rows = kind.table(declared, []).rows.map((row) => row.map(({text}) => text));
  expect(rows).toContainEqual(["September 2023", "The chief takes the chair", "a law firm"]);
  expect(rows).toContainEqual([
    "Not dated",
    "“The company cancelled its ambitious plan”",
    "Article A"
  ]);
});
