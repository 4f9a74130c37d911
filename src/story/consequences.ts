import type {Diagnostic} from "../diagnostic.ts";
import type {Refused} from "../facts/refused.ts";

const unreadable: ReadonlySet<string> = new Set(["PL001", "PL002", "PL005", "PL101", "PL103"]);

/** Codes of an unknown id. Each message quotes it, or stands at its key. */
const unknown: ReadonlySet<string> = new Set(["PL111", "PL113", "PL116", "PL345", "PL361"]);
/** Codes of a formula or a guard, which may be at fault for many reasons. */
const computed: ReadonlySet<string> = new Set(["PL131", "PL350"]);
/**
 * Codes of what nobody can judge while a record is missing: figures of it, false guards, dates of
 * no record.
 */
const uncertain: ReadonlySet<string> = new Set(["PL347", "PL351", "PL372", "PL404"]);

/**
 * Leaves out what only follows from data that is refused: what was declared is not unknown, and a
 * hundred messages would bury the one that matters. `refused` tells of each dataset; a data file
 * that cannot be read may have declared anything.
 */
export function withoutConsequences(
  diagnostics: readonly Diagnostic[],
  refused: readonly Refused[]
): readonly Diagnostic[] {
  const kinds = withoutKinds(diagnostics);
  const data = (d: Diagnostic): boolean => !d.file.startsWith("stories/");
  const all =
    refused.some(({file}) => file) || diagnostics.some((d) => data(d) && unreadable.has(d.code));
  if (!all && !refused.some(({some}) => some)) return kinds;
  const isRefused = (id: string | undefined): boolean =>
    id !== undefined && (all || refused.some((each) => each.has(id)));
  return kinds.filter(({code, message}) => {
    if (unknown.has(code)) return !isRefused(unknownId(message));
    if (computed.has(code)) return !isRefused(missingOperand(message));
    return !uncertain.has(code);
  });
}

/** A kind is not unknown where the code that may hold it cannot be run. */
function withoutKinds(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const storyOf = (file: string): string => file.split("/").slice(0, 2).join("/");
  const broken = new Set(diagnostics.flatMap((d) => (d.code === "PL402" ? storyOf(d.file) : [])));
  return diagnostics.filter((d) => d.code !== "PL342" || !broken.has(storyOf(d.file)));
}

function unknownId(message: string): string | undefined {
  return /"([^"]+)"/.exec(message)?.[1] ?? /^(\S+) — /.exec(message)?.[1];
}

function missingOperand(message: string): string | undefined {
  const [, fact, series] = /unknown fact "([^"]+)"|the series (\S+)/.exec(message) ?? [];
  return fact ?? series;
}
