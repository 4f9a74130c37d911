import {randomBytes} from "node:crypto";
import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fchmodSync,
  fsyncSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync
} from "node:fs";
import {basename, dirname, join} from "node:path";

/**
 * Writes a text file so that whoever reads it, at any moment and after any end of this process, finds
 * the old text or the new one and never a part. It keeps the file's rights. Throws what the file system
 * says, and leaves the old text then.
 */
export function writeAtomically(path: string, text: string): void {
  const mode = statSync(path, {throwIfNoEntry: false})?.mode;
  // To move a file over another asks only for its folder's leave.
  if (mode !== undefined) accessSync(path, constants.W_OK);
  // In the same folder, since a file moves at one stroke only within a file system; nothing reads names
  // that begin with a dot.
  const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString("hex")}.tmp`);
  try {
    const file = openSync(temporary, "wx");
    try {
      if (mode !== undefined) fchmodSync(file, mode & 0o7777);
      writeFileSync(file, text);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, {force: true});
    throw error;
  }
}

/** Writes a file's text anew, at one stroke, below the byte order mark that it has or has not. */
export function replaceText(path: string, text: string): void {
  writeAtomically(path, startsWithMark(path) ? `\ufeff${text}` : text);
}

function startsWithMark(path: string): boolean {
  if (!existsSync(path)) return false;
  const file = openSync(path, "r");
  try {
    const bytes = Buffer.alloc(3);
    readSync(file, bytes);
    return bytes.equals(Buffer.from("\ufeff"));
  } finally {
    closeSync(file);
  }
}
