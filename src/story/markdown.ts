import type {Root, RootContent} from "mdast";
import type {ContainerDirective} from "mdast-util-directive";
import {directiveFromMarkdown} from "mdast-util-directive";
import {fromMarkdown} from "mdast-util-from-markdown";
import {directive} from "micromark-extension-directive";

export type {ContainerDirective};

// The whole extension would also take `10:30` and `{{A:x.y}}` for directives in the text, and
// indented prose would turn to code without a word.
const [container] = [directive().flow?.[58]].flat();
const syntax = {
  ...(container === undefined ? {} : {flow: {58: container}}),
  disable: {null: ["codeIndented"]}
};

/** CommonMark without indented code, with directives as blocks (`:::name{…}`) and nowhere else. */
export function parseMarkdown(text: string): Root {
  return fromMarkdown(text, {
    extensions: [syntax],
    mdastExtensions: [directiveFromMarkdown()]
  });
}

/** The characters that a character reference stands for; itself where it is none. */
export function decodeReference(reference: string): string {
  const [paragraph] = fromMarkdown(`x${reference}`).children;
  const text = paragraph?.type === "paragraph" ? paragraph.children[0] : undefined;
  return text?.type === "text" ? text.value.slice(1) : reference;
}

/** Start of a node in its text; nodes of a parse always have one. */
export function startOf(node: Root | RootContent): number {
  return node.position?.start.offset ?? 0;
}

/** End of a node in its text. */
export function endOf(node: Root | RootContent): number {
  return node.position?.end.offset ?? 0;
}
