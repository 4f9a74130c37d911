import {faces} from "../../src/figure/advances.ts";
import type {Face} from "../../src/figure/advances.ts";
import {boxOf} from "../../src/figure/svg.ts";
import type {Box} from "../../src/figure/svg.ts";

export interface Label {
  readonly text: string;
  readonly size: number;
  readonly box: Box;
}

/** The room that every text of a drawing takes, by the widths that figures measure with. */
export function labelsOf(svg: Element): Label[] {
  return [...svg.querySelectorAll("text")].map((text) => {
    const size = Number(nearest(text, "font-size") ?? "15");
    const names = text.getAttribute("class") ?? "";
    const name = `${names.includes("pl-quote") ? "serif" : "sans"}${names.includes("pl-strong") ? "Strong" : ""}`;
    const face = faces.find((known) => known === name) as Face;
    const anchor = nearest(text, "text-anchor") ?? "start";
    const [dx, dy] = shift(text);
    const x = lengthOf(text.getAttribute("x")) + dx;
    const y = lengthOf(text.getAttribute("y")) + lengthOf(text.getAttribute("dy")) + dy;
    const content = text.textContent ?? "";
    const box = boxOf({text: content, x, y, face, size, anchor: anchor as "start"});
    return {text: content, size, box};
  });
}

// Plot places the labels of its axes by transforms, of the text and of its group, and an em or so.
function shift(text: Element): [number, number] {
  let [dx, dy] = [0, 0];
  for (let node: Element | null = text; node !== null; node = node.parentElement) {
    const found = /translate\(([-\d.]+)[, ]+([-\d.]+)\)/.exec(node.getAttribute("transform") ?? "");
    dx += Number(found?.[1] ?? 0);
    dy += Number(found?.[2] ?? 0);
  }
  return [dx, dy];
}

function lengthOf(value: string | null): number {
  if (value === null) return 0;
  return value.endsWith("em") ? Number(value.slice(0, -2)) * 15 : Number(value);
}

function nearest(text: Element, name: string): string | null {
  for (let node: Element | null = text; node !== null; node = node.parentElement) {
    const value = node.getAttribute(name);
    if (value !== null) return value;
  }
  return null;
}
