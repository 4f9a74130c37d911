import type {Diagnostic} from "../../diagnostic.ts";
import type {Assembled} from "../../facts/assemble.ts";
import {withoutConsequences} from "../../story/consequences.ts";
import type {Compiler} from "../recompile.ts";

/** What is wrong with a text that is typed. */
export interface Mistakes {
  /** In the file itself, errors and warnings. */
  readonly here: readonly Diagnostic[];
  /** Errors in other files that are not in the published story: as of a name that is gone. */
  readonly elsewhere: readonly Diagnostic[];
}

/** Finds what is wrong with the data in one file, and what has come of it in the others. */
export function mistakesIn(file: string, tried: Assembled, {published}: Compiler): Mistakes {
  const key = ({code, file, message}: Diagnostic): string => `${code} ${file} ${message}`;
  const known = new Set(published.assembled.diagnostics.map(key));
  const all = withoutConsequences(tried.diagnostics, [tried.refused]);
  return {
    here: all.filter((each) => each.file === file),
    elsewhere: all.filter(
      (each) => each.file !== file && each.severity === "error" && !known.has(key(each))
    )
  };
}

/** "1 error, 2 warnings in this file; 1 error elsewhere". */
export function countMistakes({here, elsewhere}: Mistakes): string {
  const count = (n: number, one: string): string[] =>
    n === 0 ? [] : [`${n} ${n === 1 ? one : `${one}s`}`];
  const of = (severity: string): number => here.filter((d) => d.severity === severity).length;
  const own = [...count(of("error"), "error"), ...count(of("warning"), "warning")].join(", ");
  const others = count(elsewhere.length, "error").map((words) => `${words} elsewhere`);
  return [own === "" ? "Nothing wrong in this file" : `${own} in this file`, ...others].join("; ");
}

/** What a diagnostic says, without its place: its words, then what helps. */
export function wordsOf({message, hint}: Diagnostic): string {
  return hint === "" ? message : `${message} (${hint})`;
}
