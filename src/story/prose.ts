import type {Link, LinkReference, List, PhrasingContent, RootContent} from "mdast";
import {alignText, append, opaque} from "./flat.ts";
import type {Flat} from "./flat.ts";
import {lintFlat, readWaiver, splitBound} from "./line.ts";
import {linkFault} from "./links.ts";
import {isMasked, mask, unmask} from "./manuscript.ts";
import type {Comment, Manuscript} from "./manuscript.ts";
import {decodeReference, endOf, startOf} from "./markdown.ts";
import type {Block, Inline, Typed} from "./story.ts";

/** A link to a place in the page, to be checked when all places are known. */
export interface Fragment {
  readonly url: string;
  readonly offset: number;
}

/** What reading prose shares over a story. */
export interface ProseContext {
  readonly manuscript: Manuscript;
  /** Addresses of `[name]: address`, by lower-case name. */
  readonly definitions: ReadonlyMap<string, string>;
  readonly fragments: Fragment[];
  /** Comments that some passage has made use of. */
  readonly used: Set<Comment>;
}

interface Leaf {
  readonly flat: Flat;
  readonly start: number;
  readonly end: number;
}

/** Reads a run of Markdown blocks: the prose, and what it types instead of binding. */
export function readProse(
  nodes: readonly RootContent[],
  context: ProseContext
): {blocks: Block[]; typed: Typed[]} {
  const reader = {context, leaves: []};
  const blocks = readBlocks(nodes, reader);
  return {blocks, typed: lintLeaves(reader)};
}

/** Reads the words of one heading or paragraph. */
export function readWords(
  node: {readonly children: readonly PhrasingContent[]} & RootContent,
  context: ProseContext
): {children: Inline[]; typed: Typed[]} {
  const reader = {context, leaves: []};
  const children = readLeaf(node, reader);
  return {children, typed: lintLeaves(reader)};
}

interface Reader {
  readonly context: ProseContext;
  readonly leaves: Leaf[];
}

function lintLeaves({context, leaves}: Reader): Typed[] {
  const {manuscript, used} = context;
  return leaves.flatMap(({flat, start, end}, i) => {
    const waivers = manuscript.comments.flatMap((comment) => {
      if (used.has(comment) || comment.start < start) return [];
      const next = leaves[i + 1]?.start ?? Infinity;
      if (comment.start >= end && (comment.start >= next || !follows(end, comment))) return [];
      const waiver = readWaiver(comment);
      if (waiver === null) return [];
      used.add(comment);
      return [waiver];
    });
    return lintFlat(manuscript, flat, waivers);
  });

  /** Whether a comment stands on the line after a block that cannot hold one. */
  function follows(end: number, comment: Comment): boolean {
    return /^[ \t\u205F]*\n?[ \t\u205F]*$/.test(manuscript.text.slice(end, comment.start));
  }
}

function readBlocks(nodes: readonly RootContent[], reader: Reader): Block[] {
  return nodes.flatMap((node) => readBlock(node, reader) ?? []);
}

function readBlock(node: RootContent, reader: Reader): Block | null {
  const {manuscript, used} = reader.context;
  switch (node.type) {
    case "paragraph": {
      const source = manuscript.text.slice(startOf(node), endOf(node));
      if (isMasked(source)) return null;
      return {type: "paragraph", children: readLeaf(node, reader)};
    }
    case "heading": {
      const {depth} = node;
      if (depth !== 1 && depth <= 4)
        return {type: "heading", depth: depth as 2 | 3 | 4, children: readLeaf(node, reader)};
      const message = depth === 1 ? "the story's title is in its front matter" : "this is too deep";
      manuscript.report("PL331", startOf(node), message, "write ## to ####");
      return {type: "heading", depth: depth === 1 ? 2 : 4, children: readLeaf(node, reader)};
    }
    case "list":
      return readList(node, reader);
    case "blockquote":
      return {type: "blockquote", children: readBlocks(node.children, reader)};
    case "code": {
      const start = startOf(node);
      checkCode(node.value, start, manuscript);
      const flat = located(node.value, manuscript.source.indexOf("\n", start), manuscript);
      reader.leaves.push({flat, start, end: endOf(node)});
      return {type: "code", value: node.value};
    }
    case "thematicBreak":
      return {type: "thematicBreak"};
    case "html":
      return {type: "paragraph", children: [readHtml(node.value, startOf(node), manuscript)]};
    case "definition":
      return null;
    case "containerDirective":
      for (const comment of manuscript.comments)
        if (comment.start > startOf(node) && comment.end < endOf(node)) used.add(comment);
      manuscript.report(
        "PL316",
        startOf(node),
        `a ${node.name} stands inside a list or quotation`,
        "begin its line without indentation"
      );
      return null;
    default:
      manuscript.report("PL386", startOf(node), `${node.type} is not part of a story`);
      return null;
  }
}

function readList(node: List, reader: Reader): Block {
  const {ordered, start, children} = node;
  if (ordered === true && start !== 1)
    reader.context.manuscript.report(
      "PL371",
      startOf(node),
      `"${start}." begins a list, whose numbers are the page's`,
      `begin with 1., or write ${start}\\. where it is a number`
    );
  return {
    type: "list",
    ordered: ordered ?? false,
    items: children.map((item) => readBlocks(item.children, reader))
  };
}

function readLeaf(
  node: {readonly children: readonly PhrasingContent[]} & RootContent,
  reader: Reader
): Inline[] {
  const flat: Flat = {text: "", offsets: []};
  const children = node.children.flatMap((child) => readInline(child, flat, reader.context));
  reader.leaves.push({flat, start: startOf(node), end: endOf(node)});
  return trimEnds(children);
}

function readInline(node: PhrasingContent, flat: Flat, context: ProseContext): Inline[] {
  const {manuscript} = context;
  const start = startOf(node);
  switch (node.type) {
    case "text": {
      const offsets = alignText(node.value, manuscript.text, start, endOf(node), decodeReference);
      return splitBound(manuscript, node.value, offsets, flat);
    }
    case "emphasis":
    case "strong":
      return [
        {type: node.type, children: node.children.flatMap((n) => readInline(n, flat, context))}
      ];
    case "link":
    case "linkReference":
      return readLink(node, flat, context);
    case "inlineCode":
      checkCode(node.value, start, manuscript);
      append(flat, node.value, located(node.value, start, manuscript).offsets);
      return [{type: "inlineCode", value: unmask(node.value)}];
    case "break":
      append(flat, "\n", [start]);
      return [{type: "break"}];
    case "html":
      append(flat, node.value, located(node.value, start, manuscript).offsets);
      return [readHtml(node.value, start, manuscript)];
    case "image":
    case "imageReference": {
      manuscript.report("PL383", start, "an image is not part of a story", "make it a scene");
      const alt = node.alt ?? "";
      append(flat, alt, located(alt, start, manuscript).offsets);
      return [{type: "text", value: unmask(alt)}];
    }
    default:
      manuscript.report("PL386", start, `${node.type} is not part of a story`);
      return [];
  }
}

function readLink(node: Link | LinkReference, flat: Flat, context: ProseContext): Inline[] {
  const {manuscript, definitions, fragments} = context;
  const start = startOf(node);
  const url = node.type === "link" ? node.url : definitions.get(node.identifier.toLowerCase());
  const words: Flat = {text: "", offsets: []};
  const children = node.children.flatMap((child) => readInline(child, words, context));
  // An address shown as itself is no prose: its digits say nothing.
  append(flat, words.text === url ? opaque.repeat(words.text.length) : words.text, words.offsets);
  if (url === undefined) return children;
  const last = node.children.at(-1);
  const autolink = manuscript.source[start] === "<";
  const from = autolink || last === undefined ? start : endOf(last);
  const found = manuscript.source.indexOf(url, from);
  const offset = found >= 0 && found < endOf(node) ? found : start;
  if (node.type === "link" && typeof node.title === "string")
    manuscript.report("PL386", start, "the title of a link is never seen", "write it in the text");
  const fault = linkFault(url);
  if (fault !== null) {
    const hint = "links are https:, mailto:, relative, or #id";
    manuscript.report("PL381", offset, fault, hint);
    return children;
  }
  if (url.startsWith("#")) fragments.push({url, offset});
  return [{type: "link", url, children}];
}

function readHtml(value: string, start: number, manuscript: Manuscript): Inline {
  if (value.startsWith("<!--"))
    manuscript.report("PL384", start, "the comment is not closed", "end it with -->");
  else {
    const tag = /^<[^\s>]{0,30}/.exec(value)?.[0] ?? "<";
    const hint = "write Markdown; a < that is meant is written \\<";
    manuscript.report("PL380", start, `HTML (${tag}) is not part of a story`, hint);
  }
  return {type: "text", value: unmask(value)};
}

function checkCode(value: string, start: number, manuscript: Manuscript): void {
  if (value.includes(mask))
    manuscript.report("PL384", start, "a comment in code is not shown", "write the code without");
}

/** A text that stands in the source as it reads, from an offset on, or near it. */
function located(value: string, from: number, manuscript: Manuscript): Flat {
  const found = manuscript.text.indexOf(value, from);
  const start = found < 0 ? from : found;
  return {text: value, offsets: Array.from({length: value.length}, (_, i) => start + i)};
}

function trimEnds(children: Inline[]): Inline[] {
  const trimmed = [...children];
  const first = trimmed[0];
  if (first?.type === "text") trimmed[0] = {...first, value: first.value.trimStart()};
  const last = trimmed.at(-1);
  if (last?.type === "text") trimmed[trimmed.length - 1] = {...last, value: last.value.trimEnd()};
  return trimmed.filter((child) => child.type !== "text" || child.value !== "");
}

/** The addresses that `[name]: address` lines define anywhere under some nodes. */
export function readDefinitions(
  nodes: readonly RootContent[],
  into: Map<string, string> = new Map()
): Map<string, string> {
  for (const node of nodes) {
    if (node.type === "definition") {
      const name = node.identifier.toLowerCase();
      if (!into.has(name)) into.set(name, node.url);
    } else if ("children" in node) readDefinitions(node.children as RootContent[], into);
  }
  return into;
}
