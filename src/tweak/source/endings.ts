/** How the lines of a file end; `mixed` where not all end alike. */
export type Ending = "\n" | "\r\n" | "\r" | "mixed";

/** How the lines of a text end; as most systems end them where it has only one. */
export function endingOf(text: string): Ending {
  const [first = "\n", ...others] = new Set(text.match(/\r\n|\r|\n/g));
  return others.length > 0 ? "mixed" : (first as Ending);
}

/** A file's text as the editor has it. Where endings are mixed it keeps each, as a sign of its line. */
export function toShown(text: string): string {
  return endingOf(text) === "mixed" ? text : text.replaceAll(/\r\n|\r/g, "\n");
}

/** The text of a file from what the editor has, with the endings that the file had. */
export function toWritten(shown: string, ending: Ending): string {
  return ending === "mixed" ? shown : shown.replaceAll("\n", ending);
}
