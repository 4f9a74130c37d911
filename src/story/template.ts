import type {PageContent} from "./compile.ts";
import {pageBody} from "./html.ts";

/** How a page gets its styles and scripts. */
export interface PageParts {
  /** Attributes of the page's root, such as `data-story="…"`. */
  readonly root: string;
  readonly head: string;
  /** Before the story; nothing where absent. */
  readonly start?: string;
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
  const body = `${parts.start ?? ""}${pageBody(content)}\n${parts.end}`;
  // Functions, because "$&" in a story's text must not be read as a replacement pattern.
  return template
    .replace('<html lang="en">', () => `<html lang="${escape(content.lang)}" ${parts.root}>`)
    .replace(headMark, () => head)
    .replace(bodyMark, () => body);
}

/** A script's text as it stands in a page. Throws where it would end too early. */
export function inScript(code: string): string {
  if (/<\/script|<!--/i.test(code)) throw new Error("invalid inline script: it would end early");
  return code;
}

/** Text as it stands in markup, in an attribute too. */
export function escape(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
