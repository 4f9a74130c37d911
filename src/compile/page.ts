import {createHash} from "node:crypto";
import {inScript} from "../story/template.ts";
import type {PageParts} from "../story/template.ts";

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

function hash(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}
