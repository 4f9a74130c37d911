import {createHash} from "node:crypto";
import {formatSpoken} from "../format.ts";
import {findQuantities} from "../wording.ts";
import {lineCounter} from "./document.ts";
import {schemaComment} from "./schemas.ts";

/** The SHA-256 of bytes, in hexadecimal. */
export function sha256(bytes: Uint8Array | string): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/**
 * Every quantity in a document as a commented source file: an author keeps one by taking away the
 * `#` and naming the fact. Fragments are the words read, with a few before them.
 */
export function harvest(text: string, document: string, bytes: Uint8Array): string {
  const lineOf = lineCounter(text);
  const found = findQuantities(text);
  const lines = [
    schemaComment("seeds/any.yaml").trim(),
    "source:",
    "  id: X # choose: letters, digits, hyphens",
    `  title: ${quote(firstLine(text))}`,
    `  document: ${quote(document)}`,
    `  sha256: ${sha256(bytes)}`,
    "quantities:",
    `  # ${found.length === 1 ? "1 quantity" : `${found.length} quantities`} found; take away the # and name the fact as subject.measure`
  ];
  for (const {start, end, quantity} of found) {
    const says = widen(text, start, end);
    lines.push(
      `  # line ${lineOf(start)}: ${formatSpoken(quantity)} (${quantity.unit})`,
      "  # subject.measure:",
      `  #   says: ${quote(says)}`
    );
  }
  return `${lines.join("\n")}\n`;
}

/** The words read, with up to four words before them, at most eight in all, in one line. */
function widen(text: string, start: number, end: number): string {
  const read = text.slice(start, end).replace(/\s+/g, " ");
  const room = Math.max(0, Math.min(4, 8 - read.split(" ").length));
  const line = text.slice(text.lastIndexOf("\n", start - 1) + 1, start);
  const before = line.split(/\s+/).filter((word) => word !== "");
  const kept: string[] = [];
  for (const word of before.reverse().slice(0, room)) {
    // A second quantity would make the fragment unreadable, a sentence's end would mislead.
    if (/[.;:!?]["”’)]?$/.test(word) || findQuantities([word, ...kept].join(" ")).length > 0) break;
    kept.unshift(word);
  }
  while (/^(?:or|and|but|nor)$/i.test(kept[0] ?? "")) kept.shift();
  const glued = /\s$/.test(line) || line === "" ? " " : "";
  if (glued === "" && kept.length > 0) return read;
  return [...kept, read].join(" ").trim();
}

function firstLine(text: string): string {
  return (
    text
      .split(/\r?\n/)
      .map((line) => line.trim())
      .find((line) => line !== "") ?? "untitled"
  );
}

function quote(text: string): string {
  return JSON.stringify(text);
}
