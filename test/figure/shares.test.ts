import {expect, test} from "vitest";
import {rowsOf} from "../../src/figure/kinds/shares-rows.ts";
import {recordsFor} from "../../src/figure/records.ts";
import {hosting} from "./datasets.ts";
import {Fixture, quantity, usd} from "./fixture.ts";
import {draw, scenes} from "./scenes.ts";

const speech = "speech:cloud.share-of-large-model-companies";
const found = recordsFor(hosting(), Object.keys(hosting().claims));
if ("unknown" in found) throw new Error("unknown");
const {records} = found;

const pictures = draw(scenes.filter(({name}) => name === "shares"));
const svg = picture("retold-640");

function picture(name: string): SVGSVGElement {
  return pictures.find((picture) => picture.name === `shares-${name}`)!.svg;
}

test("rowsOf(…) says who, when, which share and of what", () => {
  const [row] = rowsOf(records, [speech]);
  expect(row!.who).toBe("Context: Jo Chairman, in the Chinese press");
  expect(row!.when).toBe("31 October 2023");
  expect([row!.opening, row!.tail]).toEqual(["half of the", "large-model companies"]);
  expect(row!.whole).toBe("the large-model companies");
  expect(row!.counted).toBe(false);
});

test("rowsOf(…) keeps the source's own word for the share", () => {
  const [row] = rowsOf(records, ["rank:cloud.share-of-gen-ai-firms"]);
  expect(row!.share).toBe("50%");
  expect(row!.lead).toBe("serving");
});

test("rowsOf(…) has the words of each telling, not those of another", () => {
  const told = (id: string) => {
    const [row] = rowsOf(records, [id]);
    return `${row!.opening} ${row!.tail}`;
  };
  expect(told(speech)).toBe("half of the large-model companies");
  expect(told("rank:cloud.share-of-gen-ai-firms")).toBe("50% of the country’s generative AI firms");
  expect(told("B:cloud.share-of-tech-companies")).toBe(
    "approximately 80% of the country’s technology companies"
  );
});

test("rowsOf(…) parts a noun from what all nouns of the scene begin with, and keeps a word of each", () => {
  const told = (...ids: string[]) => {
    const read = recordsFor(hosting(), ids);
    if ("unknown" in read) throw new Error("unknown");
    return rowsOf(read.records, ids).map(({opening, tail}) => [opening, tail]);
  };
  const noun = "large-model companies";
  expect(told(speech)).toEqual([["half of the", noun]]);
  const dataset = hosting();
  dataset.facts["cloud.share-of-tech-companies"]!.label = "Cloud: share of China's";
  const read = recordsFor(dataset, [speech, "B:cloud.share-of-tech-companies"]);
  if ("unknown" in read) throw new Error("unknown");
  const rows = rowsOf(read.records, read.records.ids);
  expect(rows.map(({tail}) => tail)).toEqual([noun, "China’s"]);
});

test("rowsOf(…) gives no date where the document has none", () => {
  expect(rowsOf(records, ["B:cloud.share-of-tech-companies"])[0]!.when).toBe("no date given");
});

test("rowsOf(…) takes the noun from the whole that a claim names", () => {
  const dataset = hosting();
  dataset.claims[speech]!.of = "firms.number";
  dataset.facts["firms.number"] = new Fixture().fact(
    "firms.number",
    "model makers",
    quantity("more-than", 130, "count"),
    "context"
  ).dataset.facts["firms.number"]!;
  dataset.entities["firms"] = {name: "firms", kind: "group", aliases: []};
  const read = recordsFor(dataset, [speech]);
  if ("unknown" in read) throw new Error("unknown");
  const [row] = rowsOf(read.records, [speech]);
  expect(row!.noun).toBe("model makers");
  expect(row!.counted).toBe(true);
});

test("rowsOf(…) takes the date from a label that has one, hedge included, unless the words have their own", () => {
  const dataset = hosting();
  dataset.sources["wire"]!.label = "the wire, February or March 2024";
  dataset.sources["speech"]!.label = "the Chinese press, November 2023";
  const read = recordsFor(dataset, ["wire:cloud.share-of-gen-ai-firms", speech]);
  if ("unknown" in read) throw new Error("unknown");
  const [wire, spoken] = rowsOf(read.records, read.records.ids);
  expect(wire!.when).toBe("February or March 2024");
  expect(wire!.who).toBe("Context: Jo Chairman, in the wire");
  expect(spoken!.when).toBe("31 October 2023");
});

test("rowsOf(…) marks what is translated, with the words that it is translated from", () => {
  expect(rowsOf(records, [speech])[0]!.says).toBe("translated from “一半的大模型公司”");
});

test("a noun that is not that of the claim held against is warm, and the first says so in words", () => {
  const retold = "wire:cloud.share-of-gen-ai-firms";
  for (const width of [340, 640]) {
    const svg = picture(`retold-${width}`);
    const text = (role: string, id: string) => svg.querySelector(`[data-key="${role}:${id}"]`)!;
    expect(text("noun:0", speech).getAttribute("fill")).toBeNull();
    expect(text("noun:0", retold).getAttribute("fill")).toBe("var(--pl-warm)");
    expect(text("noun:0", retold).textContent).toBe("generative AI firms");
    expect(text("opening", retold).textContent).toBe("half of China’s");
    expect(text("opening", retold).getAttribute("fill")).toBeNull();
    const remarks = [...svg.querySelectorAll('[data-key^="remark:"]')];
    expect(remarks.map((remark) => remark.getAttribute("data-key"))).toEqual([`remark:${retold}`]);
    expect(remarks[0]!.textContent).toBe("the noun changes");
  }
});

test("beside retellings nouns stand below one another, and are the largest words", () => {
  for (const width of [340, 640]) {
    const svg = picture(`retold-${width}`);
    const nouns = [...svg.querySelectorAll('[data-key^="noun:"]')];
    expect(nouns.length).toBe(4);
    expect(new Set(nouns.map((noun) => noun.getAttribute("x"))).size).toBe(1);
    const sizes = [...svg.querySelectorAll("text")].map((text) => ({
      size: Number(text.getAttribute("font-size") ?? 15),
      key: text.getAttribute("data-key")!
    }));
    const largest = Math.max(...sizes.map(({size}) => size));
    const keys = sizes.filter(({size}) => size === largest).map(({key}) => key);
    expect(keys.every((key) => key.startsWith("noun:"))).toBe(true);
    expect(keys.length).toBe(4);
  }
});

test("words that lead to a share, which hold the verb, are strong: the rest of the quote is muted", () => {
  const verbs = (name: string) =>
    [...picture(name).querySelectorAll('[data-key^="verb:"]')].map((verb) => {
      expect(verb.getAttribute("fill")).toBeNull();
      expect(verb.getAttribute("class")).toContain("pl-strong");
      return verb.textContent;
    });
  expect(verbs("retold-340")).toEqual(["“serving”", "“already hosts”"]);
  expect(verbs("retold-640")).toEqual(["“serving”", "“already hosts”"]);
  expect(verbs("both-640")).toEqual(["“already hosts”", "“serves”"]);
});

test("one row or two have the source's words whole and once, on both artboards", () => {
  for (const width of [340, 640]) {
    const lines = [
      ...picture(`both-${width}`).querySelectorAll(
        ["verb", "opening", "noun", "says"].map((role) => `[data-key^="${role}:"]`).join()
      )
    ];
    expect(lines.map((line) => line.textContent).join(" ")).toBe(
      "“already hosts” half of China’s generative AI firms “serves” approximately 80% of the country’s technology companies"
    );
  }
});

test("the source's words are left out where they say no more than the share and its noun", () => {
  expect(
    svg.querySelector('[data-key^="says:"][data-key$="wire:cloud.share-of-gen-ai-firms"]')
  ).toBe(null);
});

test("a speaker stands before the date, and recedes out of heavy type", () => {
  const ids = ["B:cloud.share-of-gen-ai-firms", "B:cloud.share-of-tech-companies"] as const;
  const scene = scenes.find(({name}) => name === "shares")!;
  const steps = {first: {state: {rows: ids.join(" ")}, highlight: [ids[0]]}};
  for (const {svg} of draw([{...scene, steps}])) {
    const part = (role: string, id: string) => svg.querySelector(`[data-key="${role}:${id}"]`)!;
    expect(Number(part("when", ids[0]).getAttribute("x"))).toBeGreaterThan(0);
    expect(part("who:0", ids[0]).getAttribute("class")).toContain("pl-strong");
    expect(part("who:0", ids[1]).getAttribute("class")).not.toContain("pl-strong");
    expect(part("who:0", ids[1]).getAttribute("fill")).toBe("var(--pl-muted)");
  }
});

test("every share has a bar and a whole of its own", () => {
  const wholes = svg.querySelectorAll('[data-key^="whole:"]').length;
  expect(wholes).toBe(4);
  expect(svg.querySelectorAll('[data-key^="row:"] [data-key^="solid:"]').length).toBe(wholes);
});

test("on the wide artboard one row or two have their whole named at its end, and that nobody counts it", () => {
  const both = picture("both-640");
  const id = "B:cloud.share-of-gen-ai-firms";
  expect(both.querySelector(`[data-key="all:0:${id}"]`)!.textContent).toBe(
    "all of China’s generative AI firms"
  );
  expect(both.textContent.match(/number not stated/g)!.length).toBe(2);
});

test("a row that stands alone fills the figure", () => {
  for (const width of [340, 640]) {
    const alone = picture(`one-${width}`);
    const height = Number(alone.getAttribute("height"));
    const thickness = (svg: Element) =>
      Number(svg.querySelector('[data-key^="whole:"]')!.getAttribute("height"));
    expect(thickness(alone)).toBeGreaterThan(2 * thickness(picture(`both-${width}`)));
    const last = [...alone.querySelectorAll("text")].at(-1)!;
    expect(Number(last.getAttribute("y"))).toBeGreaterThan(height * 0.85);
  }
});

test("rowsOf(…) refuses what is no share, and a scene of nothing", () => {
  const dataset = hosting();
  dataset.claims[speech]!.quantity = usd("none", 2);
  const read = recordsFor(dataset, [speech]);
  if ("unknown" in read) throw new Error("unknown");
  expect(() => rowsOf(read.records, [speech])).toThrow(`${speech} is no share: its unit is USD`);
  expect(() => rowsOf(read.records, [])).toThrow("facts= names no claim or fact");
});
