import {createHash} from "node:crypto";
import {formatSpoken} from "../format.ts";
import type {Quantity} from "../quantity.ts";
import {findQuantities} from "../wording.ts";
import {lineCounter} from "./document.ts";
import {schemaComment} from "./schemas.ts";

/** The SHA-256 of bytes, in hexadecimal. */
export function sha256(bytes: Uint8Array | string): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** A quantity that was found in a document, and the fragment to quote for it. */
export interface Harvested {
  /** Where the words read stand in the text, UTF-16 offsets. */
  readonly start: number;
  readonly end: number;
  /** Ordinal of their line among the non-blank ones. */
  readonly line: number;
  readonly quantity: Quantity;
  /** The words read, with a few before them. */
  readonly says: string;
}

/** Every quantity in a text, in order. */
export function findHarvest(text: string): Harvested[] {
  const lineOf = lineCounter(text);
  return findQuantities(text).map(({start, end, quantity}) => ({
    start,
    end,
    line: lineOf(start),
    quantity,
    says: widen(text, start, end)
  }));
}

/** What a harvested quantity is, and where: the comment that stands over it. */
export function harvestedNote({line, quantity}: Harvested): string {
  return `  # line ${line}: ${formatSpoken(quantity)} (${quantity.unit})`;
}

/** A harvested quantity as comments: a claim when the `#` is taken away and the fact named. */
export function harvestedLines(harvested: Harvested): string[] {
  return [
    harvestedNote(harvested),
    "  # subject.measure:",
    `  #   says: ${quoteYaml(harvested.says)}`
  ];
}

/**
 * Every quantity in a document as a commented source file: an author keeps one by taking away the
 * `#` and naming the fact.
 */
export function harvest(text: string, document: string, bytes: Uint8Array): string {
  const found = findHarvest(text);
  const lines = [
    schemaComment("seeds/any.yaml").trim(),
    "source:",
    "  id: X # choose: letters, digits, hyphens",
    `  title: ${quoteYaml(firstLine(text))}`,
    `  document: ${quoteYaml(document)}`,
    `  sha256: ${sha256(bytes)}`,
    "quantities:",
    `  # ${countHarvest(found)} found; take away the # and name the fact as subject.measure`,
    ...found.flatMap(harvestedLines)
  ];
  return `${lines.join("\n")}\n`;
}

/** "1 quantity", "12 quantities". */
export function countHarvest(found: readonly Harvested[]): string {
  return found.length === 1 ? "1 quantity" : `${found.length} quantities`;
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

/** A text as YAML has it in one line. */
export function quoteYaml(text: string): string {
  return JSON.stringify(text);
}
