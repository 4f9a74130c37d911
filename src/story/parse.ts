import type {RootContent} from "mdast";
import {didYouMean, sortDiagnostics} from "../diagnostic.ts";
import type {Diagnostic, Position} from "../diagnostic.ts";
import {toDiagnostic} from "./codes.ts";
import {readFences} from "./fences.ts";
import {readFront} from "./front.ts";
import {indexPlace} from "./links.ts";
import {findPlaces} from "./places.ts";
import {toManuscript} from "./manuscript.ts";
import type {Manuscript} from "./manuscript.ts";
import {parseMarkdown} from "./markdown.ts";
import {readDefinitions, readProse} from "./prose.ts";
import type {ProseContext} from "./prose.ts";
import {readScene} from "./scene.ts";
import type {Prose, Scene, Story} from "./story.ts";

/** The longest story that is read, characters; a novel has half a million. */
const longest = 1_000_000;
const start: Position = {line: 1, column: 1};

/**
 * Reads a story: front matter, CommonMark and the directives `scene` and `step`. `file` is the
 * path from the project's root; the slug is the name of the folder it stands in. Every mistake is
 * a positioned diagnostic; the story is null where its front matter or its fences cannot be read,
 * and otherwise holds what could be. Facts, kinds and guards are `bindStory`'s.
 */
export function parseStory(
  text: string,
  file: string
): {story: Story | null; diagnostics: Diagnostic[]} {
  if (text.length > longest) {
    const message = `the story is longer than ${longest} characters`;
    return {story: null, diagnostics: [toDiagnostic(file, {code: "PL386", message, ...start})]};
  }
  const manuscript = toManuscript(text, file);
  const {front, diagnostics} = readFront(manuscript);
  const parts = readNested(manuscript);
  const all = [...diagnostics, ...manuscript.problems.map((p) => toDiagnostic(file, p))];
  const story: Story | null =
    front === null || parts === null ? null : {slug: slugOf(file), file, front, parts};
  return {story, diagnostics: sortDiagnostics(all)};
}

/** Reads the parts; prose nested deeper than the reader's own stack is a mistake of the author's. */
function readNested(manuscript: Manuscript): (Prose | Scene)[] | null {
  try {
    return readParts(manuscript);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    manuscript.report("PL386", 0, "quotes or lists are nested too deep", "take levels away");
    return null;
  }
}

function readParts(manuscript: Manuscript): (Prose | Scene)[] | null {
  const openings = readFences(manuscript);
  if (openings === null) return null;
  const {children} = parseMarkdown(manuscript.text);
  const context: ProseContext = {
    manuscript,
    definitions: readDefinitions(children),
    fragments: [],
    used: new Set()
  };
  const parts: (Prose | Scene)[] = [];
  let prose: RootContent[] = [];
  const endProse = (): void => {
    if (prose.length === 0) return;
    const read = readProse(prose, context);
    if (read.blocks.length > 0) parts.push({type: "prose", ...read});
    prose = [];
  };
  for (const node of children) {
    if (node.type !== "containerDirective") {
      prose.push(node);
      continue;
    }
    endProse();
    const scene = readScene(node, openings, context);
    if (scene !== null) parts.push(scene);
  }
  endProse();
  checkComments(context);
  checkFragments(context, findPlaces(parts, manuscript));
  return parts;
}

/** Comments that nothing used: notes outside steps, waivers outside prose, misspelt words. */
function checkComments({manuscript, used}: ProseContext): void {
  for (const comment of manuscript.comments) {
    if (used.has(comment)) continue;
    const at = comment.start;
    const word = /^\s*([A-Za-z][A-Za-z -]{0,11}):/.exec(comment.body)?.[1]?.trim();
    if (word === "notes")
      manuscript.report("PL385", at, "these notes are in no step", "move them", "warning");
    else if (word === "as is")
      manuscript.report("PL373", at, "this waives nothing here", "move it", "warning");
    else if (word !== undefined && /^(note|comments?|as[ -]?is|asis|waive)$/i.test(word)) {
      const hint = didYouMean(word.toLowerCase(), ["notes", "as is"], "write notes: or as is:");
      manuscript.report("PL384", at + 4, `"${word}:" is not read`, hint, "warning");
    }
  }
}

function checkFragments({manuscript, fragments}: ProseContext, places: ReadonlySet<string>): void {
  for (const {url, offset} of fragments) {
    const id = url.slice(1).split("&")[0]!;
    if (places.has(id) || id === indexPlace) continue;
    const hint = didYouMean(id, places, "link to the id of a scene or step");
    manuscript.report("PL382", offset, `#${id} is no place of this story`, hint);
  }
}

/** The name of the folder that a story stands in. */
function slugOf(file: string): string {
  return file.replaceAll("\\", "/").split("/").at(-2) ?? "";
}
