import {mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {folders, writeLock} from "../project.ts";
import type {NewStory} from "./story.ts";

/**
 * Writes a new story's folder and the lock. The folder is made beside the stories and moved among them
 * when it is whole; where anything fails, nothing is left of it.
 */
export function writeStory(root: string, slug: string, {files, lock}: NewStory): void {
  const draft = mkdtempSync(join(root, ".new-"));
  const folder = join(root, folders.stories, slug);
  try {
    for (const [path, text] of Object.entries(files)) {
      const file = join(draft, path);
      mkdirSync(dirname(file), {recursive: true});
      writeFileSync(file, text);
    }
    mkdirSync(dirname(folder), {recursive: true});
    renameSync(draft, folder);
  } catch (error) {
    rmSync(draft, {recursive: true, force: true});
    throw error;
  }
  try {
    if (lock !== null) writeLock(root, lock);
  } catch (error) {
    rmSync(folder, {recursive: true, force: true});
    throw error;
  }
}
