import type {Diagnostic} from "../diagnostic.ts";

// A figure that cannot be drawn, and a false guard: the page shows in its place what is amiss.
const told: ReadonlySet<string> = new Set(["PL404", "PL351"]);

/** Whether mistakes spoil a page, so that a reader in development is better shown the last good one. */
export function isSpoilt(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({severity, code}) => severity === "error" && !told.has(code));
}
