import {z} from "zod";
import type {Edits} from "../facts/edits.ts";
import {packText} from "../packed.ts";

/** The longest fragment of an address, with its "#" and all that it holds. */
export const longestFragment = 4096;

// What four thousand characters may unfold to; more is somebody's bomb.
const longestText = 256 * 1024;

const List = z
  .array(z.tuple([z.string().min(1).max(200), z.string().max(2000)]))
  .min(1)
  .max(1000);

/** A file of edits, to be sent and opened. */
const EditsFile = z.strictObject({
  plumbline: z.literal("edits"),
  version: z.literal(1),
  story: z.string().max(200),
  edits: List
});

/** Edits as an address carries them: a version, a point, and the rest packed: `1.q1ZK…`. */
export async function packEdits(edits: Edits): Promise<string> {
  const text = await packText(JSON.stringify([...edits]));
  return `1.${text.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "")}`;
}

/** Reads edits out of an address, which anybody may have written; gives a sentence where they are none. */
export async function unpackEdits(packed: string): Promise<Edits | {readonly error: string}> {
  const [version, text = ""] = packed.split(".", 2);
  if (version !== "1") return {error: "The changes in this address are of another version."};
  const cut = {error: "The changes in this address cannot be read: it may be cut short."};
  try {
    const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = Uint8Array.from(binary, (char) => char.charCodeAt(0));
    const unpacked = await readAtMost(bytes, longestText);
    if (unpacked === null) return {error: "The changes in this address are far too large."};
    return editsOf(List.safeParse(JSON.parse(unpacked)).data) ?? cut;
  } catch {
    return cut;
  }
}

/** A file of edits, as text. */
export function writeEditsFile(edits: Edits, story: string): string {
  return `${JSON.stringify({plumbline: "edits", version: 1, story, edits: [...edits]}, null, 1)}\n`;
}

/** Reads a file of edits; gives a sentence where it is none, or one of another story. */
export function readEditsFile(text: string, story: string): Edits | {readonly error: string} {
  if (text.length > longestText) return {error: "The file is too large to hold changes."};
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return {error: "The file is not one of changes: it is no JSON."};
  }
  const {plumbline, version} = (data ?? {}) as Record<string, unknown>;
  if (plumbline !== "edits") return {error: "The file is not one of changes."};
  if (version !== 1) return {error: "The changes in this file are of another version."};
  const file = EditsFile.safeParse(data).data;
  if (file === undefined) return {error: "The changes in this file cannot be read."};
  if (file.story !== story)
    return {error: `The changes are of another story, ${JSON.stringify(file.story)}.`};
  return editsOf(file.edits)!;
}

function editsOf(list: z.infer<typeof List> | undefined): Edits | null {
  return list === undefined ? null : new Map(list);
}

/** The text that packed bytes unfold to; null where it is longer than it may be. */
async function readAtMost(packed: Uint8Array<ArrayBuffer>, most: number): Promise<string | null> {
  const reader = new Blob([packed])
    .stream()
    .pipeThrough(new DecompressionStream("deflate-raw"))
    .getReader();
  const decoder = new TextDecoder("utf-8", {fatal: true});
  let text = "";
  for (;;) {
    const {done, value} = await reader.read();
    if (done) return text + decoder.decode();
    text += decoder.decode(value, {stream: true});
    if (text.length > most) {
      await reader.cancel();
      return null;
    }
  }
}
