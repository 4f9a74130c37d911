import {expect, test} from "vitest";
import {createDocument} from "../../../src/compile/dom.ts";
import {kindsFor} from "../../../src/compile/kinds.ts";
import {folders, readTextFile} from "../../../src/compile/project.ts";
import {readInputs} from "../../../src/compile/sources.ts";
import {assemble} from "../../../src/facts/assemble.ts";
import {evaluateGuard} from "../../../src/facts/guard.ts";
import type {Artboard, Records} from "../../../src/figure/kind.ts";
import {artboards} from "../../../src/figure/kind.ts";
import {recordsFor} from "../../../src/figure/records.ts";
import {overlap} from "../../../src/figure/svg.ts";
import {formatSpoken} from "../../../src/format.ts";
import {bindStory} from "../../../src/story/bind.ts";
import {lintDrawnText} from "../../../src/story/drawn.ts";
import {parseStory} from "../../../src/story/parse.ts";
import {varying} from "../../../src/story/variants.ts";
import {
  amountsOf,
  heldOf,
  sharesPermitted
} from "../../../stories/compute-for-equity/figures/loop-amounts.ts";
import {loop} from "../../../stories/compute-for-equity/figures/loop.ts";
import {labelsOf} from "../../figure/labels.ts";
import {readable} from "../../figure/readable.ts";
import {compileFacts, root, scenes, slug} from "./flagship.ts";

const {dataset} = compileFacts();
const path = `stories/${slug}/story.md`;
const file = readTextFile(root, path);
if ("code" in file) throw new Error(file.message);
const {text} = file;

function bind(markdown = text) {
  const {story} = parseStory(markdown, path);
  return bindStory(story!, dataset, kindsFor(slug), evaluateGuard);
}

const scene = bind().bound!.scenes.find((each) => each.scene.id === "loop")!;
const {records} = scene;
const document = createDocument();

interface Set {
  readonly money?: "either" | "credits" | "all";
  readonly share?: string;
}

function draw(
  width: Artboard,
  set: Set = {},
  show: "route" | "echoes" = "route",
  from: Records = records
): SVGSVGElement {
  const height = loop.height(width, {records: from, options: {}}, []);
  const state = {show, ...set};
  return loop.draw({records: from, options: {}, state, highlight: [], width, height, document});
}

function parts(svg: Element, key: string): string[] {
  const all = [...svg.querySelector(`[data-key="${key}"]`)!.children];
  return all.map((mark) => `${mark.localName} ${mark.getAttribute("fill") ?? "line"}`);
}

const every = ["either", "credits", "all"].flatMap((money) =>
  ["40%", "49%", "as-said"].map((share) => ({money, share}) as Required<Set>)
);

test("draw(…) gives the figures under test/snapshots", async () => {
  const pictures = [
    ["route", draw(340), draw(640)],
    ["supposed", draw(340, {money: "all", share: "45%"}), draw(640, {money: "all", share: "45%"})],
    ["echoes", draw(340, {}, "echoes"), draw(640, {}, "echoes")]
  ] as const;
  for (const [name, narrow, wide] of pictures) {
    await expect(readable(narrow)).toMatchFileSnapshot(`../../snapshots/loop-${name}-340.svg`);
    await expect(readable(wide)).toMatchFileSnapshot(`../../snapshots/loop-${name}-640.svg`);
  }
});

test("“nearly half” may be 40% up to, and not including, 50%", () => {
  expect(sharesPermitted(records)).toEqual(Array.from({length: 10}, (_, i) => `${40 + i}%`));
});

test("what is supposed decides what is held in escrow; nothing supposed leaves both", () => {
  const held = (set: Set) => heldOf(amountsOf(records, set)).map(formatSpoken);
  expect(held({})).toEqual(["nearly $400 million", "$800 million"]);
  expect(held({money: "credits"})).toEqual(["nearly $400 million"]);
  expect(held({money: "credits", share: "44%"})).toEqual(["$352 million"]);
  expect(held({money: "all", share: "44%"})).toEqual(["$800 million"]);
  expect(held({money: "either", share: "49%"})).toEqual(["$392 million", "$800 million"]);
  expect(formatSpoken(amountsOf(records, {share: "44%"}).rest)).toBe("$448 million");
});

test("by the article’s words the credits end as “nearly” does, and the rest is blank to its end", () => {
  for (const width of artboards)
    for (const flow of ["held", "counted"]) {
      const rest = flow === "held" ? "held-rest-bar" : "counted-rest";
      const svg = draw(width);
      expect(parts(svg, `${flow}-credits`)).toEqual([
        "rect var(--pl-accent)",
        "path var(--pl-accent)",
        "line line",
        "path none"
      ]);
      expect(parts(svg, rest)).toEqual(["line line"]);
    }
});

test("what is supposed is an outline and says “if”; what is supposed not to flow is not drawn", () => {
  for (const width of artboards) {
    const all = draw(width, {money: "all", share: "45%"});
    expect(parts(all, "held-credits")).toEqual(["rect none", "path none"]);
    expect(parts(all, "held-rest-bar")).toEqual(["rect none", "path none"]);
    expect(all.textContent).toMatch(/if (all of it is held|it is all)/);
    expect(all.textContent).toContain("none, if so");
    const credits = draw(width, {money: "credits"});
    expect(parts(credits, "held-rest-bar")).toEqual([]);
    expect(credits.textContent).toContain("not stated");
    expect(credits.textContent).toMatch(/if (the )?credits only/);
    expect(draw(width).textContent).not.toMatch(/if (it|all|the|credits|“)|assumed/);
  }
});

test("a sum that follows from a share is called assumed; all of it follows from none", () => {
  const text = (set: Set) => draw(640, set).textContent;
  expect(text({share: "45%"})).toContain("$360 million, assumed");
  expect(text({share: "45%"})).toContain("$440 million, assumed");
  expect(text({share: "45%"})).toContain("“nearly half” is 45%");
  expect(text({money: "all", share: "45%"})).toContain("$800 million");
  expect(text({money: "all", share: "45%"})).not.toMatch(/800 million, assumed|is 45%/);
});

test("a sum that is computed has the mark of that; what is stated or assumed has none", () => {
  const marked = (set: Set, width: Artboard) =>
    ["held-link", "rest-link", "counted-link"].map(
      (key) => draw(width, set).querySelector(`[data-key="${key}"]`)!.childElementCount > 0
    );
  expect(marked({}, 640)).toEqual([true, true, true]);
  // The narrow drawing tells no amount of the rest.
  expect(marked({}, 340)).toEqual([true, false, true]);
  expect(marked({money: "all"}, 640)).toEqual([true, true, false]);
  for (const width of artboards)
    expect(marked({share: "42%"}, width)).toEqual([false, false, false]);
});

test("the description says that no cash goes to Moonshot only if all of the money is held", () => {
  const says = (set: Set) =>
    loop.describe({records, options: {}, state: {show: "route", ...set}, highlight: []});
  const none = "No cash then goes to Moonshot AI.";
  expect(says({money: "all"})).toContain(none);
  for (const set of [{}, {money: "credits"}] as const) {
    expect(says(set)).not.toContain(none);
    expect(says(set)).toContain("Whether any cash goes to Moonshot AI is not stated.");
  }
});

test("what is said of escrow in general is not said of Moonshot's money, and Amazon's sums have a date", () => {
  const says = loop.describe({records, options: {}, state: {show: "echoes"}, highlight: []});
  expect(says).toContain("held in escrow, one author says of such deals");
  expect(says).toContain("by March 2024");
});

test("what is counted ends before the cloud: which unit counts it is not stated", () => {
  for (const width of artboards) {
    const svg = draw(width);
    const end = svg.querySelector("[data-key='counted-credits'] > rect")!;
    const box = svg.querySelector("[data-key='box:cloud']")!;
    const [y, height] = ["y", "height"].map((name) => Number(end.getAttribute(name)));
    expect(y! + height! + 20).toBeLessThan(Number(box.getAttribute("y")));
    expect(svg.querySelector("[data-key='unit-words']")!.textContent).toMatch(/not stated$/);
  }
});

test("a flow is as thick as its sum: all that was invested is the whole, the credits their share", () => {
  const box = (svg: Element, key: string) =>
    Number(svg.querySelector(`[data-key="${key}"] > rect`)!.getAttribute("height"));
  const svg = draw(640, {money: "all", share: "40%"});
  const [credits, rest] = [box(svg, "held-credits"), box(svg, "held-rest-bar")];
  expect((credits + 1.5) / (credits + rest + 3)).toBeCloseTo(0.4, 5);
});

test("only flows with a stated sum are thick; cash is dotted, without an arrow’s head", () => {
  for (const width of artboards) {
    const svg = draw(width);
    const heads = [...svg.querySelectorAll("[data-key^='head:']")];
    expect(heads.map((head) => head.getAttribute("data-key"))).toEqual([
      "head:computing",
      "head:equity"
    ]);
    const cash = svg.querySelector("[data-key=cash]")!;
    expect(cash.querySelector("line")!.getAttribute("stroke-dasharray")).toBe("0.1 8");
    expect(cash.textContent).toContain("not stated");
  }
});

test("every setting draws the same keys, and labels that keep apart and inside", () => {
  for (const width of artboards) {
    const own = draw(width);
    const drawings = every.map((set) => draw(width, set));
    expect(varying(own, drawings).length).toBeGreaterThan(4);
    for (const svg of [...drawings, draw(width, {}, "echoes")]) {
      const labels = labelsOf(svg).filter((label) => label.text !== "");
      const height = Number(svg.getAttribute("height"));
      labels.forEach(({text: words, box}, i) => {
        const inside = box.x0 >= 0 && box.x1 <= width && box.y0 >= -1 && box.y1 <= height + 1;
        expect(inside, words).toBe(true);
        for (const other of labels.slice(i + 1))
          expect(overlap(box, other.box), `"${words}" and "${other.text}"`).toBe(false);
      });
    }
  }
});

test("no share is given for Microsoft or Amazon, and nothing at all of 2019", () => {
  for (const width of artboards) {
    const svg = draw(width, {}, "echoes");
    expect(svg.textContent.match(/not disclosed/g)!.length).toBe(2);
    expect(svg.querySelectorAll("[data-key^='solid:']").length).toBe(1);
    expect(svg.textContent).not.toMatch(/%|2019/);
  }
});

test("readers set the two assumptions in one step, from the article’s own words on", () => {
  const offered = scene.steps.map(({step, controls}) => [step.id, controls?.controls.length ?? 0]);
  expect(offered).toEqual(scenes["loop"]!.map((id) => [id, id === "which-money" ? 2 : 0]));
  const {controls, at, variants} = scene.steps[2]!.controls!;
  expect(controls.map(({assumption}) => assumption)).toEqual([true, true]);
  expect(controls.map(({values}, i) => values[at[i]!]!.text)).toEqual(["not said", "not said"]);
  expect(controls[1]!.values.map(({text}) => text).slice(0, 2)).toEqual(["not said", "40%"]);
  expect(controls[1]!.label).toContain("The words set no floor; 40% is ours.");
  expect(variants.length).toBe(33);
  for (const {description} of variants) expect(description).toMatch(/^[A-Z].*\.$/);
});

test("an assumption out of what the words permit is an error at its place", () => {
  for (const share of ["50%", "39%"]) {
    const edited = text.replace("share=as-said", `share="${share}"`);
    const {diagnostics} = bind(edited);
    expect(diagnostics.map(({code}) => code)).toEqual(["PL344"]);
    const [{line, column, message}] = diagnostics as [(typeof diagnostics)[number]];
    expect(message).toBe(`share is "${share}"`);
    expect(edited.split("\n")[line - 1]!.slice(column - 1)).toMatch(new RegExp(`^${share}"`));
  }
});

test("what is drawn under an assumption is of the records or follows from it", () => {
  const {bound} = bind();
  const drawn = every.flatMap((set) => [
    ...[...draw(640, set).querySelectorAll("text")].map((node) => node.textContent)
  ]);
  expect(lintDrawnText(bound!, "loop", drawn)).toEqual([]);
  expect(lintDrawnText(bound!, "loop", ["$123 million"]).length).toBe(1);
});

test.each([
  ["just over half", "51%", "60%"],
  ["half", "46%", "54%"],
  ["about half", "41%", "59%"],
  ["more than half", "51%", "99%"]
])(
  "with %s instead of nearly half the loop is drawn, and other shares are offered",
  (words, ...ends) => {
    const {inputs} = readInputs(root, [folders.seeds], [folders.data]);
    const seeds = inputs.seeds.map((seed) => ({
      ...seed,
      text: seed.text.replace("says: nearly half coming", `says: ${words} coming`)
    }));
    const {dataset: other} = assemble({...inputs, seeds});
    const found = recordsFor(other, records.ids);
    if ("unknown" in found) throw new Error("unknown");
    const shares = sharesPermitted(found.records);
    expect([shares[0], shares.at(-1)]).toEqual(ends);
    expect(shares.length).toBeLessThanOrEqual(20);
    for (const width of artboards)
      expect(
        draw(width, {money: "either", share: shares[0]!}, "route", found.records)
      ).toBeDefined();
  }
);

test("what somebody edited is not said by its source", () => {
  const other = structuredClone(dataset);
  other.claims["cnbc-2024-03:amazon.in-anthropic-later"]!.origin = "edited";
  const found = recordsFor(other, records.ids);
  if ("unknown" in found) throw new Error("unknown");
  const sums = (from: Records): (string | null)[] =>
    [...draw(640, {}, "echoes", from).querySelectorAll("[data-key^='of:']")].map(
      (text) => text.textContent
    );
  expect(sums(records)[2]).toMatch(/billion, says CNBC$/);
  expect(sums(found.records)[2]).toMatch(/billion, edited$/);
  expect(sums(found.records)[0]).toMatch(/says article A$/);
});

test("the escrow rests on one author; with another it does not say so", () => {
  expect(draw(640).textContent).toContain("one author only");
  const other = structuredClone(dataset);
  other.sources["tr-im-second-article"]!.authors = ["Somebody Else"];
  const found = recordsFor(other, records.ids);
  if ("unknown" in found) throw new Error("unknown");
  const svg = draw(640, {}, "route", found.records);
  expect(svg.textContent).not.toContain("one author only");
});

test.each(artboards)(
  "on the %s px artboard each sum that somebody edited is amber, and no other",
  (width) => {
    const amber = (set: Set, ...ids: string[]): string[] => {
      const other = structuredClone(dataset);
      for (const id of ids) (other.claims[id] ?? other.facts[id])!.origin = "edited";
      const found = recordsFor(other, records.ids);
      if ("unknown" in found) throw new Error("unknown");
      const svg = draw(width, set, "route", found.records);
      return [...svg.querySelectorAll("text[fill='var(--pl-edited)']")].map((text) =>
        text.getAttribute("data-key")!
      );
    };
    const wide = width === 640;
    // Words on a fill are of the one colour that stands out from it; the narrow drawing tells no rest.
    const credits = wide ? [] : ["held-words:0", "held-words:1"];
    const rest = wide ? ["rest-words"] : [];
    expect(amber({})).toEqual([]);
    expect(amber({}, "moonshot.rest-of-investment").toSorted()).toEqual(rest);
    expect(amber({}, "moonshot.credits").toSorted()).toEqual(["counted-words:2", ...credits]);
    expect(amber({}, "A:alibaba.in-moonshot").toSorted()).toEqual([
      "about:alibaba",
      "counted-words:3"
    ]);
    expect(amber({money: "all", share: "45%"}, "A:alibaba.in-moonshot").toSorted()).toEqual([
      "about:alibaba",
      "counted-words:2",
      "held-words:0",
      ...(wide ? [] : ["held-words:1"]),
      ...rest
    ]);
  }
);
