import {expect, test} from "vitest";
import {createDocument} from "../../src/compile/dom.ts";
import {Plot, plot, roundCoordinates} from "../../src/figure/plot.ts";

const document = createDocument();

function example(): SVGSVGElement {
  return plot({
    document,
    width: 340,
    height: 120,
    label: "Example",
    marginLeft: 40,
    marginBottom: 30,
    x: {domain: [0, 3]},
    y: {domain: [0, 1]},
    marks: [
      Plot.gridY([0, 0.5, 1]),
      Plot.axisX([0, 1, 2]),
      Plot.barX([{v: 1 / 3}], {x: "v", fillOpacity: 0.15})
    ]
  });
}

test("plot(…) takes away what a page's policy or axe refuses", () => {
  const svg = example();
  expect(svg.querySelector("style")).toBeNull();
  expect(svg.outerHTML).not.toContain("style=");
  expect([...svg.querySelectorAll("g[aria-label]")]).toEqual([]);
  expect(svg.outerHTML).not.toMatch(/font-family|currentColor/);
});

test("plot(…) keys ticks by axis and label", () => {
  const keys = [...example().querySelectorAll("[data-key]")].map((node) =>
    node.getAttribute("data-key")
  );
  expect(keys).toEqual(expect.arrayContaining(["tick:x:0", "tick:x:1", "tick:x:2"]));
  expect(new Set(keys).size).toBe(keys.length);
});

test("plot(…) sets labels in 15 px", () => {
  expect(example().getAttribute("font-size")).toBe("15");
});

test("Plot was imported as on a screen of one pixel a pixel, and no window is left behind", () => {
  expect(example().outerHTML).toContain("translate(0.5,0)");
  expect("window" in globalThis).toBe(false);
});

test("roundCoordinates(…) rounds places and sizes, not opacities or em", () => {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "g");
  svg.setAttribute("transform", "translate(1.2345,-0.04)");
  svg.setAttribute("fill-opacity", "0.15");
  svg.setAttribute("dy", "0.32em");
  svg.setAttribute("d", "M1e-7,2.25L3,4.449");
  roundCoordinates(svg);
  expect(svg.getAttribute("transform")).toBe("translate(1.2,0)");
  expect(svg.getAttribute("fill-opacity")).toBe("0.15");
  expect(svg.getAttribute("dy")).toBe("0.32em");
  expect(svg.getAttribute("d")).toBe("M0,2.3l3,2.1");
});
