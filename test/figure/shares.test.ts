import {expect, test} from "vitest";
import {rowsOf} from "../../src/figure/kinds/shares-rows.ts";
import {recordsFor} from "../../src/figure/records.ts";
import {hosting} from "./datasets.ts";
import {Fixture, quantity} from "./fixture.ts";
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
  expect(row!.phrase).toBe("half of China’s large-model companies");
  expect(row!.counted).toBe(false);
});

test("rowsOf(…) keeps the source's own word for the share", () => {
  const [row] = rowsOf(records, ["rank:cloud.share-of-gen-ai-firms"]);
  expect(row!.share).toBe("50%");
  expect(row!.lead).toBe("serving");
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

test("a noun that is not that of the claim held against is warm", () => {
  const noun = (id: string) =>
    svg.querySelector(`[data-key="noun:0:${id}"]`)!.getAttribute("fill") ?? "ink";
  expect(noun(speech)).toBe("ink");
  expect(noun("B:cloud.share-of-gen-ai-firms")).toBe("var(--pl-warm)");
});

test("every share has a bar and a whole of its own", () => {
  const wholes = svg.querySelectorAll('[data-key^="whole:"]').length;
  expect(wholes).toBe(4);
  expect(svg.querySelectorAll('[data-key^="row:"] [data-key^="solid:"]').length).toBe(wholes);
});

test("one row or two have their whole named at its end, and that nobody counts it", () => {
  const both = picture("both-640");
  const id = "B:cloud.share-of-gen-ai-firms";
  expect(both.querySelector(`[data-key="all:0:${id}"]`)!.textContent).toBe(
    "all of China’s generative AI firms"
  );
  expect(both.textContent.match(/number not stated/g)!.length).toBe(2);
});

test("a second row leaves the first where it is", () => {
  for (const width of [340, 640]) {
    const bar = (name: string) => {
      const rect = picture(`${name}-${width}`).querySelector('[data-key^="whole:"]')!;
      return ["x", "y", "width", "height"].map((side) => rect.getAttribute(side));
    };
    expect(bar("one")).toEqual(bar("both"));
  }
});
