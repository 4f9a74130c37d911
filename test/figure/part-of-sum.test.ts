import {expect, test} from "vitest";
import type {Dataset} from "../../src/facts/dataset.ts";
import {partOfSum} from "../../src/figure/kinds/part-of-sum.ts";
import {overlap} from "../../src/figure/svg.ts";
import type {Hedge, Quantity} from "../../src/quantity.ts";
import {investment} from "./datasets.ts";
import {ratio, usd, worded} from "./fixture.ts";
import {labelsOf} from "./labels.ts";
import {draw, scenes} from "./scenes.ts";
import type {Picture, Scene} from "./scenes.ts";

const scene = scenes.find(({name}) => name === "part-of-sum")!;
const pictures = draw(scenes.filter(({kind}) => kind === partOfSum));

function picture(name: string): SVGSVGElement {
  return pictures.find((picture) => picture.name === name)!.svg;
}

/** The bar alone, of a sum and a share that a test makes. */
function drawBar(dataset: Dataset, more: Partial<Scene> = {}): Picture[] {
  const facts = "A:sea.in-luna A:luna.share";
  const bar = {...scene, facts, options: {part: "credits"}, steps: {bar: {}}};
  return draw([{...bar, dataset: () => dataset, ...more}]);
}

function wide(dataset: Dataset, more: Partial<Scene> = {}): SVGSVGElement {
  return drawBar(dataset, more).find(({width}) => width === 640)!.svg;
}

function byKey(svg: Element, key: string): Element | null {
  return svg.querySelector(`[data-key="${key}"]`);
}

/** Where the fill ends, px; null where there is none. */
function fillEnd(svg: Element): number | null {
  const solid = byKey(svg, "solid:A:luna.share");
  return solid === null
    ? null
    : Number(solid.getAttribute("x")) + Number(solid.getAttribute("width"));
}

/** Where a path starts or a line stands along the bar, px; null where it is not drawn. */
function at(svg: Element, key: string): number | null {
  const mark = byKey(svg, key);
  const text = mark?.getAttribute("d")?.slice(1) ?? mark?.getAttribute("x1");
  return text === undefined || text === null ? null : parseFloat(text);
}

const share = (hedge: Hedge, number: Parameters<typeof ratio>[1] = 0.5) =>
  worded("so much", ratio(hedge, number));

/** A share that an edit changed, or that a story supposes. */
function madeUp(origin: "assumed" | "edited"): Dataset {
  const dataset = investment(share("none"));
  if (origin === "edited") dataset.claims["A:luna.share"]!.origin = origin;
  else dataset.facts["luna.share"] = {...dataset.facts["luna.share"]!, origin, preferred: null};
  return dataset;
}

// The sum ends 4 px before the artboard, where a hedge has room: half of it is at 318.
test.each<[Hedge, number | null, number | null, string]>([
  ["none", 318, null, "ends at the value"],
  ["nearly", 306, 306, "stops short of it, with a dashed edge"],
  ["just-over", 324, 324, "runs past it, with a dashed edge"],
  ["approx", 315, 315, "ends at it, with a dashed edge across it"],
  ["at-least", 318, null, "is sure up to it"],
  ["at-most", null, null, "is not sure anywhere"]
])("of %s half the fill ends at %s px, its dashes start at %s: it %s", (hedge, fill, dashes) => {
  const svg = wide(investment(share(hedge)));
  expect(fillEnd(svg)).toBe(fill);
  expect(at(svg, "dashes:A:luna.share")).toBe(dashes);
  expect(at(svg, "plumb")).toBe(318);
  expect(byKey(svg, "tick:A:luna.share")).toBeNull();
  expect(byKey(svg, "fade:A:luna.share") !== null).toBe(hedge === "at-least");
  expect(byKey(svg, "hatch:A:luna.share") !== null).toBe(hedge === "at-most");
  expect(at(svg, "cap:A:luna.share")).toBe(hedge === "at-most" ? 318 : null);
});

test("the blank begins where nothing more of the part is drawn, and ends at the sum's tick", () => {
  for (const [hedge, end] of [
    ["nearly", 318],
    ["just-over", 330],
    ["at-least", 342]
  ] as const) {
    const svg = wide(investment(share(hedge)));
    const rest = byKey(svg, "rest:words:0")!;
    expect(rest.textContent).toBe("not stated");
    expect(Number(rest.getAttribute("x"))).toBeGreaterThan(end);
    expect(at(svg, "end:A:sea.in-luna")).toBe(636);
  }
});

test("a share that nobody states leaves the bar blank, without a plumb line, up to the sum's tick", () => {
  const svg = wide(investment(worded("", ratio("none", null))));
  expect(svg.querySelectorAll('[data-key^="solid:"], [data-key^="dashes:"]').length).toBe(0);
  expect(byKey(svg, "plumb")).toBeNull();
  expect(byKey(svg, "part:words:0")!.textContent).toBe("not stated");
  expect(at(svg, "end:A:sea.in-luna")).toBe(636);
});

test("a range is a band between its ends, and has no value for a plumb line to hang from", () => {
  const svg = wide(investment(share("between", [0.4, 0.6])));
  const band = byKey(svg, "band:A:luna.share")!.querySelector("rect")!;
  expect([band.getAttribute("x"), band.getAttribute("width")]).toEqual(["254.4", "127.2"]);
  expect(byKey(svg, "plumb")).toBeNull();
});

test.each(["assumed", "edited"] as const)(
  "what is %s has no fill: its words stand below it, not on it",
  (origin) => {
    const id = origin === "edited" ? "A:luna.share" : "luna.share";
    const svg = wide(madeUp(origin), {facts: `A:sea.in-luna ${id}`});
    const mark = byKey(svg, `solid:${id}`)!;
    const fills = [mark, ...mark.querySelectorAll("*")].map((part) => part.getAttribute("fill"));
    expect(fills.filter((fill) => fill !== null && fill !== "none")).toEqual([]);
    expect(mark.localName).toBe(origin === "edited" ? "g" : "rect");
    const name = byKey(svg, "part:name:0")!;
    expect(name.getAttribute("fill")).toBeNull();
    const whole = byKey(svg, "whole")!;
    const bottom = Number(whole.getAttribute("y")) + Number(whole.getAttribute("height"));
    expect(Number(name.getAttribute("y"))).toBeGreaterThan(bottom);
  }
);

test("a hedged sum ends as its hedge has it, and says so", () => {
  const ends = (sum: Quantity) => {
    const dataset = investment();
    dataset.claims["A:sea.in-luna"]!.quantity = sum;
    const svg = wide(dataset);
    expect(byKey(svg, "solid:A:sea.in-luna")).toBeNull();
    return ["end", "dashes", "fade", "cap"].filter((part) => byKey(svg, `${part}:A:sea.in-luna`));
  };
  expect(ends(usd("none", 0.8))).toEqual(["end"]);
  expect(ends(usd("approx", 0.8))).toEqual(["dashes"]);
  expect(ends(usd("more-than", 0.8))).toEqual(["fade"]);
  expect(ends(usd("at-most", 0.8))).toEqual(["cap"]);
});

const hedges = ["none", "approx", "nearly", "just-over", "at-least", "at-most"] as const;

test("labels keep apart and inside, however large the share and whatever its hedge", () => {
  const options = {
    part: "cloud credits",
    rest: "form not stated",
    amount: "luna.credits",
    remainder: "luna.rest"
  };
  const facts = "A:sea.in-luna A:luna.share luna.credits luna.rest";
  const steps = {plain: {}, named: {state: {marks: "named"}}};
  for (const hedge of hedges)
    for (const value of [0.03, 0.3, 0.5, 0.8, 0.97])
      for (const {svg, width, height} of drawBar(investment(share(hedge, value)), {
        options,
        facts,
        steps
      })) {
        const labels = labelsOf(svg);
        labels.forEach(({text, box}, i) => {
          const what = `${hedge} ${value} on ${width}: ${text}`;
          expect(box.x0 >= -3 && box.x1 <= width + 3, what).toBe(true);
          expect(box.y0 >= -1 && box.y1 <= height + 1, what).toBe(true);
          for (const other of labels.slice(i + 1))
            expect(overlap(box, other.box), `${what}, ${other.text}`).toBe(false);
        });
      }
});

test("what stands on a fill keeps the paint for it when it recedes; the words on paper are muted", () => {
  const svg = wide(investment(), {steps: {bar: {highlight: ["A:sea.in-luna"]}}});
  expect(byKey(svg, "part:name:0")!.getAttribute("fill")).toBe("var(--pl-on-fill)");
  expect(byKey(svg, "row:A:luna.share")!.getAttribute("class")).toContain("pl-recede");
  expect(byKey(svg, "plumb-hedge")!.getAttribute("fill")).toBe("var(--pl-muted)");
  expect(byKey(svg, "row:A:sea.in-luna")!.getAttribute("class")).not.toContain("pl-recede");
});

test("statements hang over the bar as words: nothing of them has a length", () => {
  for (const width of [340, 640]) {
    const svg = picture(`part-of-sum-over-both-${width}`);
    const rows = [...svg.querySelectorAll("[data-record]")];
    expect(rows.map((row) => row.getAttribute("data-record"))).toEqual([
      "A:standfirst",
      "A:summary"
    ]);
    const top = Number(byKey(svg, "whole")!.getAttribute("y"));
    for (const row of rows) {
      expect([...row.children].map(({localName}) => localName)).not.toContain("line");
      expect(row.querySelectorAll("rect, path, line").length).toBe(0);
      for (const text of row.querySelectorAll("text"))
        expect(Number(text.getAttribute("y"))).toBeLessThan(top);
    }
    const stressed = [...svg.querySelectorAll("tspan")].map(({textContent}) => textContent);
    expect(stressed.join(" ")).toBe("instead of cash not cash");
  }
});

test("what others say stands on the same scale: a share filled as hedged, a sum as an end alone", () => {
  const svg = picture("part-of-sum-told-640");
  const [post, report] = ["post:luna.share", "report:sea.disclosed"];
  expect(byKey(svg, `solid:${post}`)!.getAttribute("width")).toBe(
    byKey(svg, "solid:A:luna.share")!.getAttribute("width")
  );
  expect(byKey(svg, `solid:${report}`)).toBeNull();
  expect(at(svg, `dashes:${report}`)).toBe(633);
  expect(byKey(svg, `rest:${report}`)!.textContent).toBe("form not stated");
  expect(byKey(svg, `row:${post}`)!.textContent).toContain("from people who know of it");
  expect(byKey(svg, `row:${post}`)!.textContent).toContain("“Seaside declined to comment”");
});

test("the bar that names its marks says what fill, edge and blank mean, and no other does", () => {
  for (const width of [340, 640]) {
    const named = [
      ...picture(`part-of-sum-named-${width}`).querySelectorAll('[data-key^="named:"]')
    ];
    expect(named.map(({textContent}) => textContent)).toEqual([
      "filled: stated",
      "blank: nobody says",
      "dashed edge: hedged"
    ]);
    expect(byKey(picture(`part-of-sum-told-${width}`), "named:fill")).toBeNull();
  }
});

test("what stands for the same thing has the same key with and without what others say", () => {
  const keys = (name: string) =>
    new Set(
      [...picture(name).querySelectorAll("[data-key]")].map((mark) =>
        mark.getAttribute("data-key")!
      )
    );
  const told = keys("part-of-sum-told-640");
  const lost = [...keys("part-of-sum-named-640")].filter((key) => !told.has(key));
  expect(lost.filter((key) => !/^(?:named|leader):/.test(key))).toEqual([]);
});

test("describe(…) says the hedges, what is computed, and what nobody says", () => {
  const says = (name: string) => pictures.find((picture) => picture.name === name)!.says;
  expect(says("part-of-sum-told-340")).toBe(
    "Article A: $800 million, invested in Luna AI. Credits: nearly half of it, nearly $400 million, computed. The rest, just over $400 million, computed: form not stated. Context: Morning Post, May 2024, from people who know of it: nearly half, in the words “just under half”. “Seaside declined to comment”. Context: Seaside's report: about $800 million, form not stated, in the words “about $0.8 billion”."
  );
  expect(says("part-of-sum-over-both-340")).toContain(
    "Article A in general, with no amount: Standfirst: “offering credits instead of cash”; Summary:"
  );
});

test.each([
  ["A:sea.in-luna", {}, "declare the sum and the share"],
  ["A:luna.share", {}, "declare the sum and the share"],
  ["report:sea.disclosed A:luna.share", {}, "is a share of sea.in-luna, not sea.disclosed"],
  ["A:sea.in-luna A:luna.share", {amount: "luna.share"}, "is not in USD"]
])("of %s with %o the figure cannot be drawn", (facts, options, message) => {
  const bar = {facts, options: {part: "credits", ...options}};
  expect(() => drawBar(investment(), bar)).toThrow(message);
});

test("a statement below the bar needs a number of its source to stand with", () => {
  const facts = "A:sea.in-luna A:luna.share post:no-comment";
  const steps = {bar: {state: {under: "post:no-comment"}}};
  expect(() => drawBar(investment(), {facts, steps})).toThrow(
    "post:no-comment stands with no number"
  );
});
