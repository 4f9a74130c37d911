import {parseHTML} from "linkedom";
import {expect, test} from "vitest";
import {renderGallery} from "../../src/compile/gallery.ts";
import {kindsFor} from "../../src/compile/kinds.ts";
import {compileSite} from "../../src/compile/site.ts";
import {scenes} from "../figure/scenes.ts";
import {fixtureProject} from "../site/command.ts";

function gallery(): Document {
  const {folder, remove} = fixtureProject();
  try {
    return parseHTML(renderGallery(compileSite(folder))).document as unknown as Document;
  } finally {
    remove();
  }
}

test("every kind of the tool has a scene that tests draw and the gallery shows", () => {
  const drawn = new Set(scenes.map(({kind}) => kind.name));
  expect(Object.keys(kindsFor("none")).filter((name) => !drawn.has(name))).toEqual([]);
});

test("renderGallery(site) shows each state on both artboards, in both themes", () => {
  const sections = [...gallery().querySelectorAll("section")];
  const names = sections.map((section) => section.querySelector("h2")!.textContent);
  expect(names).toEqual(expect.arrayContaining(["bars-hedges", "points-hedges"]));
  expect(names.some((name) => name.startsWith("tour: "))).toBe(true);
  for (const section of sections) {
    const themes = [...section.querySelectorAll("[data-theme]")];
    expect(themes.map((theme) => theme.getAttribute("data-theme"))).toEqual(["light", "dark"]);
    for (const theme of themes) {
      const widths = [...theme.querySelectorAll("svg")].map((svg) =>
        svg.getAttribute("data-width")
      );
      expect(widths).toEqual(["340", "640"]);
    }
  }
});
