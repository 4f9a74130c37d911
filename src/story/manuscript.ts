import {positionsOf} from "../diagnostic.ts";
import type {Position} from "../diagnostic.ts";
import type {Problem, StoryCode} from "./codes.ts";

/**
 * Stands for every character of a comment: a space to Markdown's inline rules, but not one that
 * makes a line blank or, twice at a line's end, a hard break.
 */
export const mask = "\u205F";
const masks = /\u205F+/g;

/** A comment of the source: `<!-- … -->`. Offsets are of the whole, `bodyAt` of what is in it. */
export interface Comment {
  readonly body: string;
  readonly start: number;
  readonly end: number;
  readonly bodyAt: number;
}

/** A story's text, ready for Markdown: every offset in `text` is one in the source. */
export interface Manuscript {
  readonly file: string;
  /** The source with LF line ends. */
  readonly source: string;
  /** The source with front matter blanked and comments masked. */
  readonly text: string;
  /** The YAML between the fences, after blank lines that keep its place; null without fences. */
  readonly front: string | null;
  readonly comments: readonly Comment[];
  readonly problems: Problem[];
  position(offset: number): Position;
  report(
    code: StoryCode,
    offset: number,
    message: string,
    hint?: string,
    severity?: Problem["severity"]
  ): void;
}

/** Takes a story's text apart into front matter, comments and Markdown. */
export function toManuscript(text: string, file: string): Manuscript {
  const source = text
    .replace(/^\uFEFF/, "")
    .replace(/\r\n?/g, "\n")
    .replaceAll("\0", "\uFFFD")
    .replaceAll(mask, " ");
  const position = positionsOf(source);
  const problems: Problem[] = [];
  const report: Manuscript["report"] = (code, offset, message, hint = "", severity = "error") => {
    problems.push({code, message, hint, severity, ...position(offset)});
  };
  const fences = /^---[ \t]*\n(?<yaml>[\s\S]*?)^---[ \t]*(?:\n|$)/m.exec(source);
  const found = fences !== null && fences.index === 0 ? fences : null;
  if (found === null) reportNoFront(source, report);
  const frontEnd = found === null ? 0 : found[0].length;
  const comments = findComments(source, frontEnd);
  const parts: string[] = [blank(source.slice(0, frontEnd))];
  let from = frontEnd;
  for (const {start, end} of comments) {
    parts.push(source.slice(from, start), source.slice(start, end).replace(/[^\n]/g, mask));
    from = end;
  }
  parts.push(source.slice(from));
  // Behind or before a fence a mask would make the line a paragraph.
  const body = parts
    .join("")
    .replace(/^[ \t\u205F]*:{3,}.*$/gm, (line) => line.replaceAll(mask, " "));
  const yaml = found?.groups?.["yaml"];
  return {
    file,
    source,
    text: body,
    front: yaml === undefined ? null : `\n${yaml}`,
    comments,
    problems,
    position,
    report
  };
}

/** Text without the masks of comments, spaces around them joined. */
export function unmask(text: string): string {
  return text.replace(/ ?\u205F+( ?)/g, (all, after: string) =>
    all.startsWith(" ") || after !== "" ? " " : ""
  );
}

/** Whether a text is nothing but comments. */
export function isMasked(text: string): boolean {
  return text.replace(masks, "").trim() === "";
}

/** The comments of a text from an offset on; an escaped or unclosed one is none. */
export function findComments(source: string, from = 0): Comment[] {
  const pattern = /(?<!\\)<!--(?:>|->|([\s\S]*?)-->)/g;
  pattern.lastIndex = from;
  return [...source.matchAll(pattern)].map((match) => ({
    body: match[1] ?? "",
    start: match.index,
    end: match.index + match[0].length,
    bodyAt: match.index + 4
  }));
}

function reportNoFront(source: string, report: Manuscript["report"]): void {
  if (source.trim() === "") report("PL300", 0, "the story is empty");
  else if (/^---[ \t]*\n/.test(source))
    report("PL300", 0, "the front matter is not closed", "end it with a line of three hyphens");
  else
    report(
      "PL300",
      0,
      "the story has no front matter",
      "begin with ---, title: and seeds:, and another ---"
    );
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, " ");
}
