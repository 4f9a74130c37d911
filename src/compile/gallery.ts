import {artboards} from "../figure/kind.ts";
import type {Artboard} from "../figure/kind.ts";
import type {Site} from "./site.ts";

/** A state of a figure as the gallery shows it. */
interface Shown {
  /** The kind's name, then the scene and the step. */
  readonly name: string;
  readonly width: Artboard;
  readonly svg: string;
  readonly says: string;
}

interface Scenes {
  readonly scenes: readonly object[];
  draw(scenes: readonly object[]): readonly {
    readonly name: string;
    readonly width: Artboard;
    readonly svg: SVGSVGElement;
    readonly says: string;
  }[];
}

/**
 * A page for whoever makes kinds: the scenes of the kinds' own tests, every hedge among them, then
 * every state of the stories' scenes; each on both artboards and in both themes.
 */
export function renderGallery(site: Site): string {
  const entries = [...fixtures(), ...site.stories.flatMap(statesOf)];
  const names = [...new Set(entries.map(({name}) => name))];
  const sections = names.map((name) => {
    const same = entries.filter((entry) => entry.name === name);
    const themes = ["light", "dark"].map(
      (theme) => `<div class="theme" data-theme="${theme}">${same.map(frame).join("")}</div>`
    );
    return `<section><h2>${escape(name)}</h2><p>${escape(same[0]!.says)}</p>${themes.join("")}</section>`;
  });
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Gallery of figures</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/src/page/page.css">
<style>
body { padding: 2rem; max-width: none; }
section { margin-top: 3rem; }
section > p { font: var(--pl-note)/1.5 var(--pl-sans); max-width: 60rem; }
.theme { display: flex; flex-wrap: wrap; gap: 2rem; padding: 1.5rem; background: var(--pl-paper); color: var(--pl-ink); }
.theme[data-theme="light"] { color-scheme: light; }
.theme[data-theme="dark"] { color-scheme: dark; }
.frame { container-type: inline-size; }
</style>
</head>
<body>
<h1>Gallery of figures</h1>
${sections.join("\n")}
</body>
</html>
`;
}

/** The scenes that the kinds' tests draw. A checkout without tests has none. */
function fixtures(): Shown[] {
  const modules = import.meta.glob<Scenes>("../../test/figure/scenes.ts", {eager: true});
  return Object.values(modules).flatMap(({scenes, draw}) =>
    draw(scenes).map(({name, width, svg, says}) => ({
      name: name.replace(/-\d+$/, ""),
      width,
      svg: svg.outerHTML,
      says
    }))
  );
}

function statesOf({slug, drawn}: Site["stories"][number]): Shown[] {
  if (drawn === null) return [];
  const {bound, drawings} = drawn;
  return bound.scenes.flatMap(({scene, steps}) =>
    steps.flatMap(({step, description}) =>
      artboards.map((width) => ({
        name: `${slug}: ${scene.id}, ${step.id}`,
        width,
        svg: drawings.svg(scene.id, step.id, width),
        says: description
      }))
    )
  );
}

function frame({width, svg}: Shown): string {
  return `<div class="frame" style="width:${width}px">${svg}</div>`;
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
