import type {Face} from "../figure/advances.ts";
import {wrap} from "../figure/text.ts";

/** What a picture says round its drawing. */
export interface PictureWords {
  readonly title: string;
  /** What is measured, unit and period. */
  readonly measure: string;
  readonly source: string;
}

interface Lines {
  readonly text: string;
  readonly face: Face;
  readonly size: number;
  readonly step: number;
  /** Room above the first line. */
  readonly gap?: number;
  readonly fill: string;
}

const width = 640;
const margin = 24;

/** The colour of a role in the light theme, such as `--pl-ink`. Throws where there is none. */
export type Palette = (role: string) => string;

/** Reads the light theme's colours out of the page's style sheet, where they are written once. */
export function paletteOf(tokens: string): Palette {
  const light = new Map<string, string>();
  // The first of a role is the theme's; later ones are for readers who ask for more contrast.
  for (const [, role, color] of tokens.matchAll(/(--pl-[\w-]+):\s*light-dark\((#[0-9a-f]{6})/g))
    if (!light.has(role!)) light.set(role!, color!);
  return (role) => {
    const found = light.get(role === "--pl-ground" ? "--pl-paper" : role);
    if (found === undefined) throw new Error(`invalid colour: ${role}`);
    return found;
  };
}

// What recedes takes these, as figure.css has it.
const receding: Readonly<Record<string, string>> = {
  "--pl-on-fill": "--pl-ink",
  "--pl-ink": "--pl-muted",
  "--pl-accent": "--pl-recede",
  "--pl-context": "--pl-recede",
  "--pl-warm": "--pl-recede",
  "--pl-edited": "--pl-recede",
  "--pl-accent-soft": "--pl-recede-soft",
  "--pl-warm-soft": "--pl-recede-soft"
};

const filled = /^var\(--pl-(?:accent|context|warm)\)$/;

const families: Readonly<Record<"serif" | "sans", string>> = {
  serif: "Source Serif 4, Georgia, serif",
  sans: "Public Sans, Arial, sans-serif"
};

/**
 * A drawn state as a file that stands by itself: the finding above it, its sources below, in the light
 * theme's colours, without a style sheet, so that every program that reads SVG shows the same.
 */
export function makePicture(
  document: Document,
  drawn: string,
  words: PictureWords,
  color: Palette
): string {
  const holder = document.createElement("div");
  holder.innerHTML = drawn;
  const drawing = holder.querySelector("svg")!;
  for (const node of [drawing, ...drawing.querySelectorAll("*")]) paintPlainly(node, color);
  for (const node of [drawing, ...drawing.querySelectorAll("[class]")])
    node.removeAttribute("class");
  for (const name of ["role", "data-width"]) drawing.removeAttribute(name);
  const head: Lines[] = [
    {text: words.title, face: "serifStrong", size: 24, step: 30, fill: color("--pl-ink")},
    {text: words.measure, face: "sans", size: 15, step: 20, gap: 8, fill: color("--pl-muted")}
  ];
  const foot: Lines[] = [
    {text: words.source, face: "sans", size: 13, step: 18, fill: color("--pl-muted")}
  ];
  const above = layLines(head, margin - 6);
  const height = Number(drawing.getAttribute("height"));
  const top = above.bottom + 16;
  drawing.setAttribute("x", String(margin));
  drawing.setAttribute("y", String(top));
  drawing.setAttribute("font-family", families.sans);
  const below = layLines(foot, top + height + 16);
  const whole = [width + 2 * margin, Math.ceil(below.bottom + margin)] as const;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${whole.join(" ")}" width="${whole[0]}" height="${whole[1]}" role="img" aria-label="${escape(words.title)}">
<rect width="${whole[0]}" height="${whole[1]}" fill="${color("--pl-paper")}"/>
${above.markup}
${markupOf(drawing)}
${below.markup}
</svg>
`;
}

/** A drawing as markup that XML knows too: a browser names a space that it does not. */
function markupOf(drawing: Element): string {
  return drawing.outerHTML.replaceAll("&nbsp;", "\u00a0");
}

/** Puts what a style sheet would say of an element into its attributes. */
function paintPlainly(node: Element, color: Palette): void {
  const names = node.getAttribute("class")?.split(" ") ?? [];
  const recedes = node.closest(".pl-recede") !== null;
  const isWords = /^text$/i.test(node.tagName);
  if (isWords && !node.hasAttribute("fill"))
    node.setAttribute("fill", names.includes("pl-tick") ? "var(--pl-muted)" : "var(--pl-ink)");
  if (names.includes("pl-quote")) node.setAttribute("font-family", families.serif);
  if (names.includes("pl-strong")) node.setAttribute("font-weight", "600");
  if (names.includes("pl-halo")) {
    node.setAttribute("paint-order", "stroke");
    node.setAttribute("stroke", "var(--pl-paper)");
    node.setAttribute("stroke-width", "4");
    node.setAttribute("stroke-linejoin", "round");
  }
  // What recedes keeps an edge round a fill that is lighter than it.
  if (recedes && /^rect$/i.test(node.tagName) && filled.test(node.getAttribute("fill") ?? "")) {
    node.setAttribute("fill", "var(--pl-recede-fill)");
    node.setAttribute("stroke", "var(--pl-recede)");
  }
  for (const name of ["fill", "stroke", "stop-color"]) {
    const role = /^var\((--pl-[\w-]+)\)$/.exec(node.getAttribute(name) ?? "")?.[1];
    if (role !== undefined)
      node.setAttribute(name, color((recedes ? receding[role] : undefined) ?? role));
  }
}

function layLines(lines: readonly Lines[], top: number): {markup: string; bottom: number} {
  let y = top;
  const markup = lines.flatMap(({text, face, size, step, gap = 0, fill}) => {
    y += gap;
    return wrap(text, face, size, width).map((line) => {
      y += step;
      const family = face.startsWith("serif") ? families.serif : families.sans;
      const weight = face.endsWith("Strong") ? ' font-weight="600"' : "";
      return `<text x="${margin}" y="${y - Math.round(0.3 * size)}" font-family="${family}" font-size="${size}"${weight} fill="${fill}">${escape(line)}</text>`;
    });
  });
  return {markup: markup.join("\n"), bottom: y};
}

function escape(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
