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
    }).dataset;
}

const scene: Scene = {
  name: "connectives",
  kind: connectives,
  dataset,
  facts: "A:reinvents A:scarce A:cancelled",
  steps: {map: {}, citing: {highlight: ["A:cancelled"]}}
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
