import {cpSync, mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll} from "vitest";

const base = join(import.meta.dirname, "..", "golden", "base");

/** Where that project's seeds and data are. */
export const folders = {seeds: ["seeds"], data: ["data"]};

/** A folder to write to, and the fixture's project anew in it; it goes with the file's last test. */
export function makeScratch(): {readonly folder: string; newProject(): string} {
  const folder = mkdtempSync(join(tmpdir(), "plumbline-scratch-"));
  afterAll(() => rmSync(folder, {recursive: true, force: true}));
  return {
    folder,
    newProject() {
      const root = mkdtempSync(join(folder, "project-"));
      cpSync(base, root, {recursive: true});
      return root;
    }
  };
}
