import {at} from "./token.ts";
import type {Token} from "./token.ts";

const letters: ReadonlySet<string> = new Set(["sd", "sds", "se", "ses", "sem", "sems"]);
const nouns: ReadonlySet<string> = new Set(["deviation", "deviations", "error", "errors", "dev"]);

// What says what a "±" is stands in a bracket behind it, or at the head of its sentence.
const reach = 24;

/**
 * Whether the sentence around some tokens names a standard deviation or error, which tells how far
 * single values lie apart, or how sure a mean is: neither bounds what it stands beside.
 */
export function isDispersionNear(tokens: readonly Token[], first: number, end: number): boolean {
  for (let i = first - 1; i >= first - reach && !isStop(tokens, i); --i)
    if (isDispersion(tokens, i)) return true;
  for (let i = end; i < end + reach && !isStop(tokens, i); ++i)
    if (isDispersion(tokens, i)) return true;
  return false;
}

/** SD, s.e.m., standard error, 1σ. */
function isDispersion(tokens: readonly Token[], i: number): boolean {
  const {text, capitals, start, end} = at(tokens, i);
  if (/^(σ|sigmas?)$/.test(text)) return true;
  if (/^(standard|std)$/.test(text)) {
    const next = at(tokens, i + 1).text === "." ? i + 2 : i + 1;
    return nouns.has(at(tokens, next).text);
  }
  // "Per se" has neither capitals nor points.
  return letters.has(text) && (text === "sd" || capitals !== "none" || end - start > text.length);
}

/** Whether a sentence or a paragraph ends here: after "vs." and "approx." none does. */
function isStop(tokens: readonly Token[], i: number): boolean {
  const {kind, text} = at(tokens, i);
  if (kind === "end" || text === "¶") return true;
  const next = at(tokens, i + 1);
  return /^[.!?]$/.test(text) && next.gap && next.capitals !== "none";
}
