import type {Diagnostic} from "../../diagnostic.ts";
import {assemble} from "../../facts/assemble.ts";
import type {Inputs} from "../../facts/assemble.ts";
import type {Lock} from "../../facts/lock.ts";
import type {TextFile} from "../../facts/places.ts";
import {compileStory} from "../../story/compile.ts";
import {Memo} from "../../story/memo.ts";
import {parseStory} from "../../story/parse.ts";
import {createDocument} from "../dom.ts";
import {kindsFor} from "../kinds.ts";
import {folders} from "../project.ts";
import {typedIds} from "../typed.ts";
import type {StoryFiles} from "./templates.ts";

/**
 * Compiles a story that is not written yet. Gives its generated ids, and every diagnostic that it
 * would have.
 */
export function tryStory(
  slug: string,
  files: StoryFiles,
  lock: Lock | undefined
): {readonly ids: string; readonly diagnostics: readonly Diagnostic[]} {
  const folder = `${folders.stories}/${slug}`;
  const textOf = (path: string): TextFile => ({path: `${folder}/${path}`, text: files[path]!});
  const single = (name: string) => {
    const path = `data/${name}.yaml`;
    return Object.hasOwn(files, path) ? {[name]: textOf(path)} : {};
  };
  const inputs: Inputs = {
    seeds: Object.keys(files)
      .filter((path) => path.startsWith("seeds/"))
      .sort()
      .map(textOf),
    context: [],
    ...single("entities"),
    ...single("measures"),
    ...single("derived"),
    lock
  };
  const {dataset, diagnostics} = assemble(inputs);
  const {story, diagnostics: problems} = parseStory(files["story.md"]!, `${folder}/story.md`);
  const compiled =
    story === null
      ? []
      : compileStory(story, dataset, {
          kinds: kindsFor(slug),
          places: lock?.fragments,
          memo: new Memo(),
          document: createDocument()
        }).diagnostics;
  return {ids: typedIds(dataset, slug), diagnostics: [...diagnostics, ...problems, ...compiled]};
}
