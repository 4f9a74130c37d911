import {excerpt, formatDiagnostic} from "../diagnostic.ts";
import type {Diagnostic} from "../diagnostic.ts";
import {peekText} from "./project.ts";

const most = 100;

/** Prints diagnostics to standard error, each with its line and a caret; the first hundred. */
export function printDiagnostics(root: string, diagnostics: readonly Diagnostic[]): void {
  const texts = new Map<string, string>();
  for (const d of diagnostics.slice(0, most)) {
    console.error(formatDiagnostic(d));
    if (!texts.has(d.file)) texts.set(d.file, peekText(root, d.file));
    const shown = excerpt(texts.get(d.file)!, d);
    if (shown.trim() !== "^") console.error(indent(shown));
  }
  if (diagnostics.length > most) console.error(`… and ${diagnostics.length - most} more.`);
}

/** "2 errors, 1 warning", or "no errors". */
export function countDiagnostics(diagnostics: readonly Diagnostic[]): string {
  const count = (severity: string): number =>
    diagnostics.filter((d) => d.severity === severity).length;
  const errors = count("error");
  const warnings = count("warning");
  const plural = (n: number, word: string): string => `${n} ${word}${n === 1 ? "" : "s"}`;
  return [
    errors === 0 ? "no errors" : plural(errors, "error"),
    ...(warnings === 0 ? [] : [plural(warnings, "warning")])
  ].join(", ");
}

function indent(text: string): string {
  return text.replace(/^/gm, "    ");
}
