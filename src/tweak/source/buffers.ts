import type {EditorState, TransactionSpec} from "@codemirror/state";
import {askToSave} from "../save.ts";
import {readDisk} from "./disk.ts";
import {makeState, replaceWith, textOf} from "./editor.ts";
import {endingOf, toShown, toWritten} from "./endings.ts";
import type {Ending} from "./endings.ts";

/** One file that was opened: what is typed stays until the page is left. */
export interface Buffer {
  readonly file: string;
  /** The text of the disk that the text was made from; "" where there was no file. */
  seen: string;
  ending: Ending;
  /** Its text, the caret, and what can be undone. */
  state: EditorState;
  /** The text of the disk where it changed under what is typed; null elsewhere. */
  other: string | null;
}

/** What brings a change to a file's text, in the editor where the editor shows it. */
export type Apply = (buffer: Buffer, change: TransactionSpec) => void;

/** Opens a file as it is on the disk; a sentence where that cannot be read. */
export async function openBuffer(
  file: string,
  typed: (buffer: Buffer) => void
): Promise<Buffer | {readonly error: string}> {
  const disk = await readDisk(file);
  if ("error" in disk) return disk;
  if (disk.text === null) return {error: `${file} is gone from the disk.`};
  const buffer: Buffer = {
    file,
    seen: disk.text,
    ending: endingOf(disk.text),
    state: makeState({
      file,
      text: toShown(disk.text),
      changed(state, isTyped) {
        buffer.state = state;
        if (isTyped) typed(buffer);
      }
    }),
    other: null
  };
  return buffer;
}

/** The text that a save would write. */
export function writtenOf({state, ending}: Buffer): string {
  return toWritten(textOf(state), ending);
}

/** Whether something is typed that the disk does not have. */
export function isUnsaved(buffer: Buffer): boolean {
  return writtenOf(buffer) !== buffer.seen;
}

/**
 * Looks at the disk again. What changed there is taken where nothing is typed; else it is noted
 * beside what is typed, as is a file that is gone. Gives whether it was taken.
 */
export async function lookAgain(buffer: Buffer, apply: Apply): Promise<boolean> {
  const disk = await readDisk(buffer.file);
  if ("error" in disk) return false;
  const text = disk.text ?? "";
  if (text === buffer.seen) buffer.other = null;
  else if (text === writtenOf(buffer)) noteSaved(buffer, text);
  else if (disk.text === null || isUnsaved(buffer)) buffer.other = text;
  else {
    takeText(buffer, text, apply);
    return true;
  }
  return false;
}

/** Writes what is typed, unless the disk has another text than was seen; tells what became of it. */
export async function saveBuffer(buffer: Buffer, story: string, token: string): Promise<string> {
  const {file, seen} = buffer;
  const text = writtenOf(buffer);
  if (text === seen && buffer.other === null) return "There is nothing to save.";
  const {saved, conflicts, error} = await askToSave({story, file, text, seen}, token);
  if (saved.length > 0) noteSaved(buffer, text);
  const [other] = conflicts;
  if (other !== undefined) buffer.other = other.disk;
  if (error !== null) return error;
  return other === undefined ? `Saved: ${file}.` : `Not saved: ${file} changed on the disk.`;
}

/** Notes that the disk has this text now. */
export function noteSaved(buffer: Buffer, text: string): void {
  buffer.seen = text;
  buffer.other = null;
}

/** Takes a text of the disk in place of what is typed, which can be had back by undoing. */
export function takeText(buffer: Buffer, text: string, apply: Apply): void {
  noteSaved(buffer, text);
  buffer.ending = endingOf(text);
  apply(buffer, replaceWith(buffer.state, toShown(text)));
}
