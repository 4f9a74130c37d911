import {existsSync} from "node:fs";
import {join, resolve} from "node:path";
import {parseArgs} from "node:util";
import {makeFromDocument, makeSample} from "../new/story.ts";
import {writeStory} from "../new/write.ts";
import {folders, readLock} from "../project.ts";

/**
 * `new -- <slug> [document]` writes a story that builds as it is, with a walk-through in its comments:
 * from a text or a PDF, whose quantities become claims or comments, or from a sample. Exits 1 where
 * the document cannot be used, 2 where the name cannot; nothing is written then.
 */
export async function run(args: string[], root = process.cwd()): Promise<number> {
  let words: string[];
  try {
    words = parseArgs({args, allowPositionals: true, options: {}}).positionals;
  } catch (error) {
    return refuse((error as Error).message, 2);
  }
  const [slug, document, ...others] = words;
  if (slug === undefined)
    return refuse("new needs a name for the story: npm run new -- <slug> [document]", 2);
  if (others.length > 0)
    return refuse("new takes a name and one document; put quotes around a path with spaces", 2);
  const wrong = problemOf(root, slug);
  if (wrong !== null) return refuse(wrong, 2);
  const {lock, diagnostics} = readLock(root);
  if (diagnostics.length > 0)
    return refuse(`${folders.lock} cannot be read; write it anew with verify`, 1);
  const story =
    document === undefined
      ? makeSample(slug, lock)
      : await makeFromDocument(slug, resolve(root, document), lock);
  if ("error" in story) return refuse(story.error, 1);
  try {
    writeStory(root, slug, story);
  } catch (error) {
    return refuse(`the story cannot be written: ${(error as Error).message}`, 1);
  }
  const names = Object.keys(story.files).sort((a, b) => depth(a) - depth(b));
  const told = [
    ...story.notes,
    `${folders.stories}/${slug}/ is written: ${names.join(", ")}.`,
    ...(story.lock === null ? [] : [`${folders.lock} has where its fragments stand.`]),
    `npm run dev      serves it at /${slug}/; its comments say how to go on`,
    "npm run check    says what is wrong, if anything"
  ];
  console.log(told.join("\n"));
  return 0;
}

// What the development server, the build and the data's folders have for themselves.
const taken: ReadonlySet<string> = new Set(["assets", "context", "embed", "figures", "gallery"]);

/** Why a story cannot have a name; null where it can. */
function problemOf(root: string, slug: string): string | null {
  if (!/^[a-z][a-z0-9-]*$/.test(slug) || slug.length > 60)
    return `"${slug}" cannot name a story: take lower case letters, digits and hyphens, a letter first, 60 at most`;
  if (taken.has(slug))
    return `"${slug}" is an address that the site needs itself: take another name`;
  if (existsSync(join(root, folders.stories, slug)))
    return `${folders.stories}/${slug} exists already: take another name, or move it away`;
  return null;
}

function depth(path: string): number {
  return path.split("/").length;
}

function refuse(message: string, code: number): number {
  console.error(message);
  return code;
}
