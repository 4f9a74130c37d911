import {expect, test} from "vitest";
import {recordsFor} from "../../../src/figure/records.ts";
import {connectives} from "../../../stories/compute-for-equity/figures/connectives.ts";
import {tiesOf} from "../../../stories/compute-for-equity/figures/connectives-records.ts";
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
    .statement("A:valuable", "Its cloud is very valuable.", "valuable where clouds are scarce")
    .statement("A:summary", "Its cloud is valuable.", "valuable due to the rules", {
      about: ["rules"]
    })
    .statement("A:invests", "Alibaba has become a big investor.", "become a big investor")
    .statement("A:hoard", "Alibaba wants to earn with its chips.", "seeking to earn with its chips")
    .statement("A:newest", "Some chips are new.", "including the newest chips")
    .statement("A:cash", "Computing is better than cash.", "Computing is better than cash", {
      by: ["An expert"]
    }).dataset;
}

const scene: Scene = {
  name: "connectives",
  kind: connectives,
  dataset,
  facts: "A:reinvents A:scarce A:cancelled A:valuable A:summary A:invests A:hoard A:newest A:cash",
  options: {about: "rules"},
  steps: {
    map: {},
    citing: {highlight: ["A:cancelled"]},
    shortcut: {state: {chain: "A:scarce A:valuable", shortcut: "A:summary"}},
    beside: {
      state: {chain: "A:scarce A:valuable", beside: "A:invests A:hoard A:newest A:cash"},
      highlight: ["A:cash"]
    }
  }
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
  const {about, ties} = tiesOf(records, "rules");
  expect(about).toBe("US chip rules");
  expect(ties.map(({connective, strength}) => [connective, strength])).toEqual([
    ["due to", "cause"],
    ["due to", "cause"],
    ["citing", "reason"],
    ["amidst", "meanwhile"]
  ]);
  expect(ties.slice(1).map(({note}) => note)).toEqual([
    "a cause, in the voice of article A",
    "Alibaba’s own reason",
    "at the same time; no cause claimed"
  ]);
});

/** Ids of the elements of a role, in the order of the drawing. */
function drawn(name: string, role: string): string[] {
  return [...picture(name).querySelectorAll(`[data-key^="${role}:"]`)].map((node) =>
    node.getAttribute("data-key")!.slice(role.length + 1)
  );
}

test("only what is claimed as a cause or a reason has an arrow's head", () => {
  for (const width of [340, 640]) {
    expect(drawn(`map-${width}`, "head")).toEqual(["A:scarce", "A:summary", "A:cancelled"]);
    expect(drawn(`shortcut-${width}`, "shaft")).toEqual(["A:scarce", "A:valuable", "A:summary"]);
    expect(drawn(`shortcut-${width}`, "head")).toEqual(["A:scarce", "A:summary"]);
    expect(drawn(`beside-${width}`, "shaft")).toEqual(["A:scarce", "A:valuable", "A:hoard"]);
    expect(drawn(`beside-${width}`, "head")).toEqual(["A:scarce"]);
  }
});

test("every arrow of an argument stands with the connective that its statement has", () => {
  for (const name of ["shortcut-340", "shortcut-640", "beside-340", "beside-640"])
    for (const id of drawn(name, "shaft")) {
      const tie = picture(name).querySelector(`[data-key="tie:${id}"]`)!;
      expect(tie.getAttribute("data-record")).toBe(id);
      const word = tie.querySelector(`[data-key="word:${id}"]`)!.textContent.replace(/[“”]/g, "");
      expect(dataset().statements[id]!.says).toContain(word);
    }
});

test("a shortcut is warm, and says what it leaves out", () => {
  for (const width of [340, 640]) {
    const tie = picture(`shortcut-${width}`).querySelector('[data-key="tie:A:summary"]')!;
    expect(tie.querySelector('[data-key^="shaft:"]')!.getAttribute("stroke")).toBe(
      "var(--pl-warm)"
    );
    const left = [...tie.querySelectorAll('[data-key^="left-out:"]')].map(
      (line) => line.textContent
    );
    expect(left.join(" ")).toBe("left out here: Cloud resources are scarce in China");
  }
});

test("what somebody is quoted as saying stands in quotation marks under the speaker, tied to nothing", () => {
  for (const width of [340, 640]) {
    const svg = picture(`beside-${width}`);
    const saying = svg.querySelector('[data-record="A:cash"]')!;
    expect(saying.textContent).toContain("“Computing is better than cash”");
    expect(saying.textContent).toContain("No word ties this to the rest");
    expect(saying.querySelectorAll("path, line").length).toBe(0);
    const speakers = [...svg.querySelectorAll('[data-key^="who:"]')].map((who) => who.textContent);
    expect(speakers).toEqual(["Article A, in its own voice", "An expert, in article A"]);
    expect(drawn(`beside-${width}`, "rule").length).toBe(1);
  }
});

test("the description of an argument says each tie's word and what it claims", () => {
  const says = pictures.find(({name}) => name === "connectives-beside-340")!.says;
  for (const part of [
    "Article A, in its own voice: Cloud resources are scarce in China: “due to” US chip rules, a cause",
    "Its cloud is very valuable: tied to that by “where”, a place; no cause claimed.",
    "tied to that by “seeking to”, an aim, in the voice of article A.",
    "An expert, in article A: “Computing is better than cash”. No word ties this to the rest."
  ])
    expect(says).toContain(part);
});

test("on the wide artboard a word holds all its arrows by one bracket", () => {
  const svg = picture("map-640");
  const brackets = drawn("map-640", "bracket");
  expect(brackets).toEqual(["A:scarce"]);
  const shafts = ["A:scarce", "A:summary"].map((id) => {
    const d = svg.querySelector(`[data-key="shaft:${id}"]`)!.getAttribute("d")!;
    return Number(/^M[\d.]+[ ,]([\d.]+)/.exec(d)![1]);
  });
  const word = Number(svg.querySelector(`[data-key="word:${brackets[0]!}"]`)!.getAttribute("y"));
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

test("a statement without a connective throws, and so does a map of what no statement is about", () => {
  const broken = dataset();
  broken.statements["A:scarce"]!.says = "cloud resources are scarce";
  const found = recordsFor(broken, ["A:scarce"]);
  if ("unknown" in found) throw new Error("unknown");
  expect(() => tiesOf(found.records, "rules")).toThrow("no connective");
  expect(() => tiesOf(found.records, "alibaba")).toThrow("no statement is about alibaba");
});
