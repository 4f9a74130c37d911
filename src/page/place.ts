/** Where the words can be seen, in px from the window's top, and which of them count as read. */
export interface Sight {
  /** Height of the window. */
  readonly height: number;
  /** How much of it, from the top, a stage covers over the words; 0 where it stands beside them. */
  readonly covered: number;
}

/** The line across the window that a step's top must have passed to be the active one. */
export function readingLine({height, covered}: Sight): number {
  const from = Math.min(Math.max(covered, 0), 0.8 * height);
  return from + 0.6 * (height - from);
}

/** Index of the last top that has passed the line; -1 before the first. Tops ascend. */
export function passed(tops: readonly number[], line: number): number {
  return tops.findLastIndex((top) => top <= line);
}

/** How far the line has come from the first top to the end, 0 to 1. */
export function progress(first: number, end: number, line: number): number {
  return end > first ? Math.min(1, Math.max(0, (line - first) / (end - first))) : 0;
}
