import {createHash} from "node:crypto";
import {pageBody} from "../story/html.ts";
import type {PageContent} from "../story/compile.ts";

/** What every built page carries inline. */
export interface Assets {
  /** The first script of the page: theme, and the way back to the unrolled layout. */
  readonly boot: string;
  readonly reader: string;
  /** Style sheet whose addresses are relative to `assets/`. */
  readonly css: string;
  /** Names of the font files in `assets/`. */
  readonly fonts: readonly string[];
  /** The panel's script in `assets/`: its name, and its text. */
  readonly tweak: {readonly name: string; readonly code: string};
}

/** How a page gets its styles and scripts. */
export interface PageParts {
  /** Attributes of the page's root, such as `data-story="…"`. */
  readonly root: string;
  readonly head: string;
  /** After the story: the reader's script. */
  readonly end: string;
}

const headMark = /[ \t]*<!-- plumbline:head -->/;
const bodyMark = /[ \t]*<!-- plumbline:body -->/;

// A plumb line: a hairline and a weight. A data address, so that no page asks for a favicon.
const icon =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Cpath d='M15 2h2v15h5L16 30 10 17h5z' fill='%231f5f7a'/%3E%3C/svg%3E";

/** Puts a story into the template. */
export function fillTemplate(template: string, content: PageContent, parts: PageParts): string {
  const head = [
    `<title>${escape(content.title)}</title>`,
    `<meta name="description" content="${escape(content.description)}">`,
    `<link rel="icon" href="${icon}">`,
    parts.head
  ].join("\n");
  const body = `${pageBody(content)}\n${parts.end}`;
  // Functions, because "$&" in a story's text must not be read as a replacement pattern.
  return template
    .replace('<html lang="en">', () => `<html lang="${escape(content.lang)}" ${parts.root}>`)
    .replace(headMark, () => head)
    .replace(bodyMark, () => body);
}

/** The story whose page it is, and whether its addresses may carry changes. */
interface PartsOf {
  readonly slug: string;
  readonly open: boolean;
}

/** The inline parts of a story's built page, so many folders deep, admitted by their hashes alone. */
export function inlineParts(assets: Assets, story: PartsOf, depth: number): PageParts {
  const css = fromDepth(assets.css, depth);
  const up = "../".repeat(depth);
  // The first script turns these into preloads, but not on file://, where they would be refused.
  const fonts = assets.fonts.map(
    (name) =>
      `<link rel="pl-font" href="${up}assets/${name}" as="font" type="font/woff2" crossorigin>`
  );
  // The panel's is a file, admitted by its hash too.
  const scripts = [assets.boot, assets.reader, assets.tweak.code];
  const policy = [
    "default-src 'none'",
    `script-src ${scripts.map(hash).join(" ")}`,
    `style-src ${hash(css)}`,
    "font-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'"
  ].join("; ");
  const folder = depth === 0 ? `${story.slug}/` : "";
  const panel = `${up}assets/${assets.tweak.name} ${hash(assets.tweak.code).slice(1, -1)}`;
  return {
    root: `data-tweak="${panel} ${folder}tweak.json${story.open ? " public" : ""}"`,
    head: [
      `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
      ...fonts,
      `<script>${inScript(assets.boot)}</script>`,
      `<style>${css}</style>`
    ].join("\n"),
    end: `<script>${inScript(assets.reader)}</script>`
  };
}

/** Rewrites the addresses of a style sheet from `assets/` to a page so many folders deep. */
function fromDepth(css: string, depth: number): string {
  const up = "../".repeat(depth);
  return css.replace(
    /url\((["']?)(?:\.\/)?(?:assets\/)?([^"')/:]+)\1\)/g,
    (_, quote: string, name: string) => `url(${quote}${up}assets/${name}${quote})`
  );
}

function inScript(code: string): string {
  if (/<\/script|<!--/i.test(code)) throw new Error("invalid inline script: it would end early");
  return code;
}

function hash(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}

function escape(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
