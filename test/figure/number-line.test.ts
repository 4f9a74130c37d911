import {expect, test} from "vitest";
import {numberLine} from "../../src/figure/kinds/number-line.ts";
import {rowsOf} from "../../src/figure/kinds/number-line-rows.ts";
import {recordsFor} from "../../src/figure/records.ts";
import type {Records} from "../../src/figure/kind.ts";
import {disputed, everyHedge, valuations} from "./datasets.ts";
import {draw, scenes} from "./scenes.ts";

function read(dataset: Parameters<typeof recordsFor>[0], ids: string): Records {
  const found = recordsFor(dataset, ids.split(" "));
  if ("unknown" in found) throw new Error(found.unknown.join(" "));
  return found.records;
}

const all =
  "post:octo.valuation luna.implied A:luna.round A:luna.valuation B:luna.valuation B:sea.backing@headline";

function picture(name: string): SVGSVGElement {
  return draw(scenes).find((picture) => picture.name === name)!.svg;
}

test("rowsOf(…) puts the articles first, then context, then what was computed, then lengths", () => {
  const rows = rowsOf(read(valuations(), all), "round");
  expect(rows.map(({group}) => group)).toEqual([
    ...["articles", "articles", "articles"],
    ...["context", "computed", "beside"]
  ]);
});

test("rowsOf(…) crosses a claim of another measure, and says that it is none of the line's", () => {
  const rows = rowsOf(read(valuations(), all), "round");
  const crossed = rows.filter((row) => row.crossed !== null);
  expect(crossed.map(({id, crossed}) => [id, crossed])).toEqual([
    ["B:sea.backing@headline", "not a valuation"]
  ]);
  expect(crossed[0]!.label).toBe("Headline of article B");
});

test("rowsOf(…) names the source, and says where a number comes from that is no seed's", () => {
  const label = (ids: string) => rowsOf(read(valuations(), ids), undefined)[0]!;
  expect(label("A:luna.valuation").label).toBe("Luna AI, article A");
  expect(label("post:octo.valuation").label).toBe("Context: Octo, Morning Post");
  expect(label("luna.implied").word).toBe("computed");
  expect(rowsOf(read(everyHedge(), "A:firm.edited"), undefined)[0]!.word).toBe("edited");
});

test("a plumb line hangs from the number that most rows share", () => {
  const svg = picture("number-line-articles-640");
  expect(svg.querySelectorAll('[data-key="plumb"]').length).toBe(1);
  expect(svg.textContent).toContain("$2.5 billion");
  expect(picture("number-line-near-all-340").querySelectorAll('[data-key="plumb"]').length).toBe(1);
});

test("four printings of one figure get four different ends", () => {
  const svg = picture("number-line-articles-640");
  const part = (id: string) =>
    [...svg.querySelectorAll(`[data-key="row:${id}"] > [data-key]`)]
      .map((node) => node.getAttribute("data-key")!.split(":")[0]!)
      .filter((role) => !["who", "says", "note"].includes(role));
  expect(part("A:luna.valuation")).toEqual(["dot"]);
  expect(part("B:luna.valuation")).toEqual(["dashed-ring"]);
  expect(part("B:octo.valuation")).toEqual(["fade", "arrow", "ring"]);
  expect(part("B:sea.backing@headline")).toEqual(["cross"]);
});

test("a line that does not start at zero says so, in words and with a break", () => {
  const records = read(valuations(), "A:luna.valuation post:octo.valuation");
  const near = numberLine.options.parse({axis: "near"});
  expect(numberLine.measure({records, options: near})).toContain("does not start at zero");
  expect(
    picture("number-line-near-all-640").querySelector('[data-key="axis-break"]')
  ).not.toBeNull();
  expect(picture("number-line-context-640").querySelector('[data-key="axis-break"]')).toBeNull();
});

test("what is asked for beside the articles' rows recedes nothing away: all rows stay", () => {
  for (const width of [340, 640]) {
    const rows = picture(`number-line-rounds-${width}`).querySelectorAll('g[data-key^="row:"]');
    expect(rows.length).toBe(6);
  }
  expect(picture("number-line-rounds-340").textContent).not.toContain("“valuing");
  expect(picture("number-line-rounds-340").textContent).toContain("at least $600 million");
  expect(picture("number-line-rounds-640").textContent).toContain("valuation $2.5 billion");
});

test("the plumb line stands near the middle of a near axis, on a tick", () => {
  const svg = picture("number-line-near-all-340");
  const plumb = svg.querySelector('[data-key="plumb"]')!.getAttribute("d")!;
  const x = Number(/^M([\d.]+)/.exec(plumb)![1]);
  expect(x).toBeGreaterThan(340 * 0.4);
  expect(x).toBeLessThan(340 * 0.6);
  expect(svg.querySelector('[data-key="tick:x:$2.5 billion"]')).not.toBeNull();
});

test("rows of places keep clear of the plumb line, and no length's number cuts it", () => {
  for (const name of ["articles-340", "exceeding-340", "rounds-340", "rounds-640"]) {
    const plumb = picture(`number-line-${name}`).querySelector('[data-key="plumb"]')!;
    expect(plumb.getAttribute("d")!.match(/m/gi)!.length, name).toBe(1);
  }
});

test("lengths start at zero, also where places do not", () => {
  const [scene] = scenes;
  const near = {...scene!, name: "near", options: {axis: "near", beside: "round"}};
  const rounds = draw([near]).find(({name}) => name === "near-rounds-640")!.svg;
  const bar = rounds.querySelector('[data-key="solid:A:luna.round"]')!;
  const zero = rounds.querySelector('[data-key="tick-line:x:0"]')!;
  expect(zero.getAttribute("transform")).toContain(`translate(${bar.getAttribute("x")},`);
});

test("a fact whose claims conflict shows both, in a bracket, the preferred one full", () => {
  const svg = picture("conflict-bracketed-640");
  const row = svg.querySelector('[data-key="row:luna.valuation"]')!;
  expect(row.querySelector('[data-key="conflict:luna.valuation"]')).not.toBeNull();
  expect(row.querySelector('[data-key="dot:luna.valuation"]')!.getAttribute("fill")).toBe(
    "var(--pl-accent)"
  );
  expect(row.querySelector('[data-key="dashed-ring:luna.valuation:1"]')!.getAttribute("fill")).toBe(
    "var(--pl-paper)"
  );
  expect(row.textContent).toContain("sources disagree");
  expect(rowsOf(read(disputed(), "A:luna.valuation"), undefined)[0]!.others).toEqual([]);
});

test("what is not stated has words and no mark", () => {
  const row = picture("points-hedges-640").querySelector('[data-key="row:firm.unstated"]')!;
  expect(row.querySelector("circle, rect, path")).toBeNull();
  expect(row.textContent).toContain("not stated");
});

test("describe(…) keeps hedges in words", () => {
  const says = draw(scenes).find(({name}) => name === "number-line-context-640")!.says;
  expect(says).toContain("Luna AI, article B: about $2.5 billion.");
  expect(says).toContain("Octo, article B: more than $2.5 billion.");
  expect(says).toContain("$2.5 billion, which is backing, not a valuation.");
});

test("state show is a closed list", () => {
  expect(numberLine.state.safeParse({show: "articles everything"}).success).toBe(false);
  expect(numberLine.state.safeParse({shows: "articles"}).success).toBe(false);
  expect(numberLine.state.parse({}).show).toEqual(["articles", "context", "computed"]);
});

test("rowsOf(…) throws where units differ, or a record is no number", () => {
  const dataset = valuations();
  dataset.facts["luna.implied"]!.quantity.unit = "ratio";
  const records = read(dataset, "A:luna.valuation luna.implied");
  expect(() => rowsOf(records, undefined)).toThrow("USD and ratio on one line");
});

test("a line whose numbers nobody states is drawn all the same", () => {
  const scene = {...scenes[2]!, facts: "firm.unstated", name: "blank"};
  for (const {svg} of draw([scene])) expect(svg.outerHTML).not.toMatch(/NaN|Infinity/);
});

test("where there is room, an open end has words that there is none, off the plumb line", () => {
  const near = scenes.find(({name}) => name === "number-line-near")!;
  const facts = "A:luna.valuation B:luna.valuation B:octo.valuation post:octo.valuation";
  const [narrow, wide] = draw([{...near, facts}]);
  const tails = (svg: Element) =>
    [...svg.querySelectorAll('[data-key^="tail:"]')].map((tail) => tail.getAttribute("data-key"));
  // That of the other source would lie on the plumb line.
  expect(tails(wide!.svg)).toEqual(["tail:B:octo.valuation"]);
  expect(wide!.svg.querySelector('[data-key^="tail:"]')!.textContent).toBe("no upper end");
  expect(tails(narrow!.svg)).toEqual([]);
});

test("a length with an open end has the same words under its note", () => {
  const svg = picture("number-line-rounds-640");
  const y = (role: string) =>
    Number(svg.querySelector(`[data-key="${role}:B:octo.round"]`)!.getAttribute("y"));
  expect(y("tail")).toBe(y("note") + 20);
});

test("rowsOf(…) refuses a scene of nothing", () => {
  const found = recordsFor(valuations(), []);
  if ("unknown" in found) throw new Error("unknown");
  expect(() => rowsOf(found.records, undefined)).toThrow("facts= names no claim or fact");
});

test("rowsOf(…) puts a fact's words in the mouth of the one source that has them", () => {
  const [row] = rowsOf(read(disputed(), "luna.valuation"), undefined);
  expect(row!.label).toBe("Luna AI, article A");
  expect(row!.says).toBe("“worth $2.5 billion”");
  expect(row!.others.length).toBe(1);
});
