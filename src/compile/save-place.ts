import {lstatSync, realpathSync} from "node:fs";
import {dirname, join, sep} from "node:path";

/** The folders that a story is made of. */
export interface Folders {
  readonly seeds: readonly string[];
  readonly data: readonly string[];
}

/** Why a file may not be written; null where it may. */
export function placeFault(root: string, file: string, {seeds, data}: Folders): string | null {
  const own = [...seeds, ...data];
  const folder = own.find((each) => file === each || file.startsWith(`${each}/`));
  const parts = file.split("/");
  const plain = parts.every((part) => part !== ".." && part !== "." && part !== "");
  if (folder === undefined || !plain || !/\.ya?ml$/.test(file) || file.includes("\\"))
    return "it is not below seeds or data";
  if (!/(?:^|\/)(?:seeds|data)(?:\/|$)/.test(file)) return "it is not below seeds or data";
  const path = join(root, file);
  try {
    const parent = realpathSync(dirname(path));
    if (parent !== join(realpathSync(root), ...parts.slice(0, -1))) return "a link leads to it";
    if (!`${parent}${sep}`.startsWith(`${realpathSync(root)}${sep}`)) return "it is outside";
    if (lstatSync(path, {throwIfNoEntry: false})?.isSymbolicLink() === true) return "it is a link";
  } catch (error) {
    return reasonOf(error);
  }
  return null;
}

/** What a failure to write says, in words. */
export function reasonOf(error: unknown): string {
  const {code = "", message} = error as NodeJS.ErrnoException;
  return reasons[code] ?? (code === "" ? message : code);
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: "it may not be written",
  EPERM: "it may not be written",
  EROFS: "the disk may not be written",
  ENOSPC: "the disk is full",
  EDQUOT: "the disk is full",
  EFBIG: "the file is larger than this system allows",
  ENOENT: "its folder is gone",
  EXDEV: "a link leads to it"
};
