import {existsSync} from "node:fs";
import {join} from "node:path";
import {z} from "zod";
import {readTextFile} from "./project.ts";
import {placeFault, reasonOf} from "./save-place.ts";
import type {Folders} from "./save-place.ts";
import type {SaveAnswer} from "./save.ts";
import {replaceText} from "./write.ts";

// A file of data that somebody writes by hand, with room to spare.
const longest = 4_000_000;

/** What the source view asks to be written: a whole file, as the author typed it. */
export const TextRequest = z.strictObject({
  story: z.string().max(200),
  file: z.string().max(1000),
  text: z.string(),
  /** The file as the view has seen it; "" where there was none. */
  seen: z.string()
});
export type TextRequest = z.infer<typeof TextRequest>;

/**
 * Writes the whole text of one file of a story below `root`, at one stroke, only where the file stands
 * as the view has seen it and by the rules of a place that edits have. What the text says is its
 * author's: a mistake in it is told by the next compilation, as after any editor.
 */
export function saveText(
  root: string,
  folders: Folders,
  {file, text, seen}: TextRequest
): SaveAnswer {
  const refuse = (why: string): SaveAnswer => ({
    saved: [],
    conflicts: [],
    error: `${file} is not written: ${why}.`
  });
  const wrong = placeFault(root, file, folders);
  if (wrong !== null) return refuse(wrong);
  if (text.length > longest) return refuse("it has more than 4 million characters");
  if (/\p{Cs}/u.test(text)) return refuse("it holds half a character");
  const path = join(root, file);
  const disk = existsSync(path) ? readTextFile(root, file) : {text: ""};
  if (!("text" in disk)) return refuse(disk.message);
  if (disk.text !== seen)
    return {saved: [], conflicts: [{file, disk: disk.text, page: text}], error: null};
  try {
    replaceText(path, text);
  } catch (error) {
    return refuse(reasonOf(error));
  }
  return {saved: [file], conflicts: [], error: null};
}
