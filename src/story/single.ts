import {packText} from "../packed.ts";
import type {PageContent} from "./compile.ts";
import type {StorySource} from "./source.ts";
import {escape, fillTemplate, inScript} from "./template.ts";

/** What a single file is put together from, beside its story. */
export interface Pieces {
  /** The page's template, with its marks for head and body. */
  readonly template: string;
  /** The first script of the page. */
  readonly boot: string;
  readonly reader: string;
  /** The panel's script. */
  readonly tweak: string;
  /** A style sheet with its fonts in it. */
  readonly css: string;
}

/** What somebody edited in a story: the file with their edits, and a sentence on each. */
export interface EditsInFile {
  readonly file: string;
  readonly changes: readonly string[];
}

/**
 * Puts a story into one HTML file that needs nothing else: it is read, with every figure in it before
 * a script runs, and edited where it lies, offline. What a reader may never ask for, the panel's code and
 * the story's source, is folded; no script runs but those of `pieces`. `content` is the page as it is
 * shown, with the edits where there are some.
 */
export async function singleFile(
  content: PageContent,
  source: StorySource,
  {template, boot, reader, tweak, css}: Pieces,
  edits: EditsInFile | null = null
): Promise<string> {
  const scripts = await Promise.all([boot, reader, tweak].map(hashOf));
  const policy = [
    "default-src 'none'",
    `script-src ${scripts.join(" ")}`,
    `style-src ${await hashOf(css)}`,
    "font-src data:",
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'"
  ].join("; ");
  const open = source.story.front.tweak === "public" ? " public" : "";
  const title = edits === null ? content.title : `Edited: ${content.title}`;
  const blocks = content.blocks.map(withoutFiles);
  return fillTemplate(
    template,
    {...content, title, blocks},
    {
      root: `data-tweak="#pl-panel - #pl-data${open}"`,
      head: [
        `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
        `<script>${inScript(boot)}</script>`,
        `<style>${css}</style>`
      ].join("\n"),
      ...(edits === null ? {} : {start: noticeOf(edits)}),
      end: [
        ...(edits === null ? [] : [data("pl-edits", await packText(edits.file))]),
        data("pl-data", await packText(JSON.stringify(source))),
        data("pl-panel", await packText(tweak)),
        `<script>${inScript(reader)}</script>`
      ].join("\n")
    }
  );
}

/** What stands over an edited story where no script says it. */
function noticeOf({changes}: EditsInFile): string {
  const count = changes.length === 1 ? "One change" : `${changes.length} changes`;
  const list = changes.map((change) => `<li>${escape(change)}</li>`).join("");
  return `<noscript><aside class="pl-edits"><b>Edited data: ${count} in this file that no source says.</b><ul>${list}</ul></aside></noscript>\n`;
}

// A type that no browser runs.
function data(id: string, folded: string): string {
  return `<script type="text/plain" id="${id}">${folded}</script>`;
}

/** Leads to no files: there are none beside it. Text has no such tag: its brackets are escaped. */
function withoutFiles(html: string): string {
  return html.replaceAll(/<p class="pl-files">.*?<\/p>/g, "");
}

/** How a policy names a text; any, where the browser reckons no hashes: not over plain http. */
async function hashOf(text: string): Promise<string> {
  const {subtle} = globalThis.crypto as {readonly subtle?: SubtleCrypto};
  if (subtle === undefined) return "'unsafe-inline'";
  const digest = await subtle.digest("SHA-256", new TextEncoder().encode(text));
  return `'sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}'`;
}
