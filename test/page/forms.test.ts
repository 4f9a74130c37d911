import {afterAll, beforeAll, expect, test, vi} from "vitest";
import {openFixture, settled} from "./fixture/open.ts";
import type {Fixture} from "./fixture/open.ts";

vi.setConfig({testTimeout: 60_000});

let fixture: Fixture;
beforeAll(async () => {
  fixture = await openFixture();
}, 60_000);
afterAll(() => fixture.close());

test("unrolled, every picture precedes its words, and sources and data follow the last", async () => {
  for (const [options, media] of [
    [{viewport: {width: 844, height: 390}}, "screen"],
    [{viewport: {width: 360, height: 740}, javaScriptEnabled: false}, "screen"],
    [{}, "print"]
  ] as const) {
    const {page, close} = await fixture.visit("", options);
    await page.emulateMedia({media});
    const tops = await page.locator("#price").evaluate((scene) =>
      [
        "h2",
        ".pl-measure",
        ...[...scene.querySelectorAll(".step")].flatMap(({id}) => [
          `#${id} .state > svg:not([display=none])`,
          `#${id} .pl-words`
        ]),
        // On paper all sources follow the data, once.
        ...(matchMedia("print").matches
          ? [".pl-workings", ".pl-sources"]
          : [".pl-source", ".pl-workings"])
      ].map((part) => {
        const shown = [...scene.querySelectorAll(part)].find((e) => e.getClientRects().length > 0)!;
        return Math.round(shown.getBoundingClientRect().top);
      })
    );
    expect(tops).toEqual([...tops].sort((a, b) => a - b));
    await close();
  }
});

test("a number stays with its opening quotation mark, and the word for its origin is at most a line away", async () => {
  for (const width of [360, 375, 390, 412, 430, 600, 1280]) {
    const {page, close} = await fixture.visit("", {viewport: {width, height: 900}});
    const parted = await page.evaluate(() => {
      const words = document.querySelector("#exceeding .pl-words")!;
      const fact = words.querySelector(".fact")!;
      const apart: string[] = [];
      // Pushes the number along the line by words of every width.
      for (let i = 0; i < 40; ++i) {
        const line = document.createElement("p");
        const copy = fact.cloneNode(true) as Element;
        const origin = document.createElement("span");
        origin.className = "pl-origin";
        origin.textContent = " (computed)";
        copy.append(origin);
        const mark = document.createElement("i");
        mark.textContent = "“";
        line.append("i".repeat(i) + " as the letter has it, ", mark, copy, ".");
        words.append(line);
        const boxes = [mark, copy.firstElementChild!, origin].map((e) => e.getClientRects());
        const [opens, number, word] = boxes.map((rects) => Math.round(rects[0]!.bottom / 14));
        if (Math.abs(number! - opens!) > 1 || word! - number! > 2)
          apart.push(`${i}: ${opens}, ${number}, ${word}`);
        line.remove();
      }
      return apart;
    });
    expect(parted, `${width} px`).toEqual([]);
    await close();
  }
});

test("forced colours: what recedes is never louder, the band is seen, the emphasis is highlighted", async () => {
  const {page, close} = await fixture.visit("#outside", {forcedColors: "active"});
  await settled(page);
  const colours = await page.evaluate(() => {
    const colour = (value: string): string => {
      const probe = document.createElement("span");
      probe.style.setProperty("forced-color-adjust", "none");
      probe.style.color = value;
      document.body.append(probe);
      const {color} = getComputedStyle(probe);
      probe.remove();
      return color;
    };
    const stage = [...document.querySelectorAll("#growth .pl-stage > svg")].find(
      (svg) => svg.getClientRects().length > 0
    )!;
    const of = (selector: string) => getComputedStyle(stage.querySelector(selector)!);
    return {
      text: colour("CanvasText"),
      highlight: colour("Highlight"),
      paper: colour("Canvas"),
      receding: of(".pl-recede > rect").stroke,
      opacity: Number(of(".pl-recede > rect").fillOpacity),
      emphasised: of("[data-key=bar-2018] > rect").fill,
      band: of("[data-key=band] > rect").fill
    };
  });
  expect(colours.receding).toBe(colours.text);
  expect(colours.opacity).toBeLessThan(0.5);
  expect(colours.emphasised).toBe(colours.highlight);
  expect(colours.band).not.toBe(colours.paper);
  await close();
});
