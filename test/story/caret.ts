import type {Diagnostic} from "../../src/diagnostic.ts";

const caret = "▲";

/** A text without its caret, and where the caret pointed: at the character after it. */
export function atCaret(marked: string): {text: string; line: number; column: number} {
  const offset = marked.indexOf(caret);
  if (offset < 0) throw new Error("no caret in the text");
  const before = marked.slice(0, offset).split("\n");
  return {
    text: marked.replace(caret, ""),
    line: before.length,
    column: before.at(-1)!.length + 1
  };
}

/** What a test asserts of a diagnostic: its code and place, never its words. */
export function placed(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(({code, line, column}) => `${code} ${line}:${column}`);
}
