/** How bad an author error is: an `error` fails `check`, a `warning` only with `--strict`. */
export type Severity = "error" | "warning";

/** A positioned author error. Lines and columns count from 1, columns in UTF-16 units. */
export interface Diagnostic {
  readonly code: string;
  readonly severity: Severity;
  /** What is wrong; begins with the dotted path of the value where there is one. */
  readonly message: string;
  /** Path from the project's root, with forward slashes. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** What to do about it; empty when the message says it all. */
  readonly hint: string;
}

/** Line and column, both from 1, of an offset in a text. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/**
 * Makes a function from offset to position for one text. Lines end at LF, CRLF or a lone CR.
 * The returned function takes an offset in UTF-16 units; an offset past the end gives the end.
 */
export function positionsOf(text: string): (offset: number) => Position {
  const starts = [0];
  for (let i = 0; i < text.length; ++i) {
    const c = text.charCodeAt(i);
    if (c === 10 || (c === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
  }
  return (offset) => {
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle;
    }
    return {line: low + 1, column: Math.max(0, Math.min(offset, text.length) - starts[low]!) + 1};
  };
}

/** One line for the terminal: `file:line:column CODE message (hint)`. */
export function formatDiagnostic(d: Diagnostic): string {
  const hint = d.hint === "" ? "" : ` (${d.hint})`;
  const word = d.severity === "warning" ? " warning:" : "";
  return `${d.file}:${d.line}:${d.column} ${d.code}${word} ${d.message}${hint}`;
}

/** The source line with a caret under the column, shortened to 100 characters around it. */
export function excerpt(text: string, d: Pick<Diagnostic, "line" | "column">): string {
  const line = text.split(/\r\n|\n|\r/)[d.line - 1] ?? "";
  const from = Math.max(0, Math.min(d.column - 1 - 60, line.length - 100));
  const shown = line.slice(from, from + 100).replaceAll("\t", " ");
  return `${shown}\n${" ".repeat(Math.max(0, d.column - 1 - from))}^`;
}

/**
 * Sorts by file, line, column, code, then message, so that output never depends on reading order. What is
 * wrong at a key that many records share is told once.
 */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const sorted = [...diagnostics].sort(
    (a, b) =>
      compare(a.file, b.file) ||
      a.line - b.line ||
      a.column - b.column ||
      compare(a.code, b.code) ||
      compare(a.message, b.message)
  );
  return sorted.filter((each, i) => i === 0 || !isSame(each, sorted[i - 1]!));
}

function isSame(a: Diagnostic, b: Diagnostic): boolean {
  const isThere = a.line === b.line && a.column === b.column && a.file === b.file;
  return isThere && a.message === b.message && a.code === b.code;
}

/** The nearest of some words to a misspelt one, by edit distance; null if none is near. */
export function nearest(word: string, words: Iterable<string>): string | null {
  let best: string | null = null;
  let bestDistance = Math.max(1, Math.floor(word.length / 3)) + 1;
  for (const candidate of words) {
    if (Math.abs(candidate.length - word.length) >= bestDistance) continue;
    const distance = editDistance(word, candidate);
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** `did you mean "x"?`, or the given text when nothing is near. */
export function didYouMean(word: string, words: Iterable<string>, otherwise = ""): string {
  const found = nearest(word, words);
  return found === null ? otherwise : `did you mean "${found}"?`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Letters to change, add, drop or swap with their neighbour to make one word of the other. */
function editDistance(a: string, b: string): number {
  const rows: number[][] = [Array.from({length: b.length + 1}, (_, i) => i)];
  for (let i = 1; i <= a.length; ++i) {
    const row = [i];
    for (let j = 1; j <= b.length; ++j) {
      const change = rows[i - 1]![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swap = swapped ? rows[i - 2]![j - 2]! + 1 : Infinity;
      row.push(Math.min(change, swap, rows[i - 1]![j]! + 1, row[j - 1]! + 1));
    }
    rows.push(row);
  }
  return rows[a.length]![b.length]!;
}
