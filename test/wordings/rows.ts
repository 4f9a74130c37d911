import {readFileSync} from "node:fs";
import {join} from "node:path";
import type {Quantity} from "../../src/quantity.ts";

/** A fragment, the part of it that is read, and what that reads as, in short. */
export interface Row {
  readonly fragment: string;
  readonly verbatim: string;
  readonly reads: string;
}

/** The rows of a table of wordings: `words [part that is read] => what it reads as`. */
export function rowsOf(name: string): Row[] {
  return linesOf(name).map((line) => {
    const [marked, reads] = line.split(" => ") as [string, string];
    // The words themselves may have square brackets inside of these.
    const [start, end] = [marked.indexOf("["), marked.lastIndexOf("]")];
    const verbatim = marked.slice(start + 1, end);
    const fragment = marked.slice(0, start) + verbatim + marked.slice(end + 1);
    return {fragment, verbatim, reads: normal(reads)};
  });
}

/** The lines of a table, without comments and empty ones. */
export function linesOf(name: string): string[] {
  return readFileSync(join(import.meta.dirname, `${name}.txt`), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("# "));
}

/** A quantity in short: "at-least 600000000 USD", "between [0.03 0.05] ratio", "0.5 ratio". */
export function inShort(q: Quantity): string {
  const {hedge, value, lower, upper, lowerOpen, upperOpen, unit} = q;
  const words = hedge === "none" ? [] : [hedge];
  const span = hedge === "between" || hedge === "class";
  const ends = span ? [`${lowerOpen ? "(" : "["}${lower} ${upper}${upperOpen ? ")" : "]"}`] : [];
  return [...words, ...(value === null ? [] : [String(value)]), ...ends, unit].join(" ");
}

/** Numbers as JavaScript prints them: 2.5e9 is 2500000000, 1/3 is 0.3333333333333333. */
function normal(reads: string): string {
  return reads.replace(/-?\d[\d.]*(?:e-?\d+)?(?:\/\d+)?/g, (number) => {
    const [above, below = "1"] = number.split("/");
    return String(Number(above) / Number(below));
  });
}

export const tables = [
  "money",
  "shares",
  "hedges",
  "ranges",
  "estimates",
  "changes",
  "things"
] as const;
