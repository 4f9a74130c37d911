import type {Diagnostic} from "../diagnostic.ts";
import type {Refused} from "../facts/refused.ts";
import {folders} from "./project.ts";

const unreadable: ReadonlySet<string> = new Set(["PL001", "PL002", "PL101", "PL103"]);

/** Codes of an unknown id. Each message quotes it, or stands at its key. */
const unknown: ReadonlySet<string> = new Set(["PL111", "PL113", "PL116", "PL345", "PL361"]);
/** Codes of a formula or a guard, which may be at fault for many reasons. */
const computed: ReadonlySet<string> = new Set(["PL131", "PL350"]);
/** Codes of what nobody can judge while a record is missing: false guards, dates of no record. */
const uncertain: ReadonlySet<string> = new Set(["PL351", "PL372"]);

/**
 * Leaves out what only follows from data that is refused: what was declared is not unknown, and a
 * hundred messages would bury the one that matters. `refused` tells of each dataset; a data file
 * that cannot be read may have declared anything.
 */
export function withoutConsequences(
  diagnostics: readonly Diagnostic[],
  refused: readonly Refused[]
): readonly Diagnostic[] {
  const data = (d: Diagnostic): boolean => !d.file.startsWith(`${folders.stories}/`);
  const all =
    refused.some(({file}) => file) || diagnostics.some((d) => data(d) && unreadable.has(d.code));
  if (!all && !refused.some(({some}) => some)) return diagnostics;
  const isRefused = (id: string | undefined): boolean =>
    id !== undefined && (all || refused.some((each) => each.has(id)));
  return diagnostics.filter(({code, message}) => {
    if (unknown.has(code)) return !isRefused(unknownId(message));
    if (computed.has(code)) return !isRefused(missingOperand(message));
    return !uncertain.has(code);
  });
}

function unknownId(message: string): string | undefined {
  return /"([^"]+)"/.exec(message)?.[1] ?? /^(\S+) — /.exec(message)?.[1];
}

function missingOperand(message: string): string | undefined {
  const [, fact, series] = /unknown fact "([^"]+)"|the series (\S+)/.exec(message) ?? [];
  return fact ?? series;
}
