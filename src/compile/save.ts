import {existsSync} from "node:fs";
import {join} from "node:path";
import {z} from "zod";
import {assemble} from "../facts/assemble.ts";
import {applyEdits, editableOf, filesOf} from "../facts/edits.ts";
import {setEdited} from "../facts/edit-text.ts";
import {readTextFile} from "./project.ts";
import {placeFault, reasonOf} from "./save-place.ts";
import type {Folders} from "./save-place.ts";
import {readInputs} from "./sources.ts";
import {replaceText} from "./write.ts";

/** What a page asks to be written to the files that its story is made of. */
export const SaveRequest = z.strictObject({
  story: z.string().max(200),
  edits: z
    .array(
      z.tuple([
        z.string().min(1).max(200),
        z
          .string()
          .max(2000)
          .regex(/^[^\p{Cc}\p{Cs}]*$/u)
      ])
    )
    .max(1000),
  /** The texts, by path, that the page made its edits in. */
  seen: z.record(z.string().max(1000), z.string().max(4_000_000)),
  /** One file alone; all where absent. */
  only: z.string().max(1000).optional()
});
export type SaveRequest = z.infer<typeof SaveRequest>;

/** A file that changed on the disk since the page was made: as it is there, and as it would be. */
export interface Conflict {
  readonly file: string;
  readonly disk: string;
  readonly page: string;
}

/** What became of a request; where there is an error or a conflict nothing was written but `saved`. */
export interface SaveAnswer {
  readonly saved: readonly string[];
  readonly conflicts: readonly Conflict[];
  readonly error: string | null;
}

/**
 * Writes edits beside the words that they change, into the files of a story below `root`: only those
 * that stand as the page has seen them, only below the folders of seeds and data, through no link, and
 * each at one stroke. Data that the edits would break is not written.
 */
export function saveEdits(root: string, folders: Folders, request: SaveRequest): SaveAnswer {
  const refuse = (error: string, saved: readonly string[] = []): SaveAnswer => ({
    saved,
    conflicts: [],
    error
  });
  const {inputs} = readInputs(root, folders.seeds, folders.data);
  const before = assemble(inputs);
  const edits = new Map(request.edits);
  const applied = applyEdits(inputs, before, edits);
  if (applied.missing.length > 0)
    return refuse(`There is nothing to edit called ${applied.missing.join(", ")}.`);
  const errors = (of: typeof before): number =>
    of.diagnostics.filter(({severity}) => severity === "error").length;
  if (errors(assemble(applied.inputs)) > errors(before))
    return refuse("The edits do not fit the data as it is on the disk now.");
  const old = filesOf(inputs);
  const texts = [...filesOf(applied.inputs)].filter(
    ([path, text]) =>
      old.get(path) !== text && (request.only === undefined || path === request.only)
  );
  const conflicts: Conflict[] = [];
  for (const [file] of texts) {
    const wrong = placeFault(root, file, folders);
    if (wrong !== null) return refuse(`${file} is not written: ${wrong}.`);
    const disk = old.get(file) ?? "";
    const seen = request.seen[file] ?? "";
    if (disk !== seen) conflicts.push({file, disk, page: withEdits(seen)});
  }
  if (conflicts.length > 0) return {saved: [], conflicts, error: null};
  const saved: string[] = [];
  for (const [file, text] of texts) {
    // Read again: an editor may have saved since.
    const now = existsSync(join(root, file)) ? readTextFile(root, file) : {text: ""};
    if (!("text" in now) || now.text !== (old.get(file) ?? ""))
      return {
        saved,
        conflicts: [{file, disk: "text" in now ? now.text : "", page: text}],
        error: null
      };
    try {
      replaceText(join(root, file), text);
      saved.push(file);
    } catch (error) {
      return refuse(`${file} is not written: ${reasonOf(error)}.`, saved);
    }
  }
  return {saved, conflicts: [], error: null};

  /** A file as the page has it, with the edits that are its own. */
  function withEdits(text: string): string {
    let result = text;
    for (const [id, words] of edits) {
      const editable = editableOf(before, id, inputs);
      try {
        if (editable !== null) result = setEdited(result, editable, words === "" ? null : words);
      } catch {
        // What the page has seen no longer holds this record; the rest is shown.
      }
    }
    return result;
  }
}
