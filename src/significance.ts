import {digitsOf, exponentOf} from "./decimal.ts";
import type {Quantity} from "./quantity.ts";

/** A number written in a formula has as many figures as a double holds: it limits no result. */
export const literalFigures = 15;

/** Whether the quantity was written in a formula, or is made of nothing else. */
export function isLiteral(q: Quantity): boolean {
  return q.significantFigures >= literalFigures;
}

/** The number that a quantity's figures are counted in: its value, or its bound that is farther out. */
export function reference({value, lower, upper}: Quantity): number | null {
  if (value !== null || lower === null || upper === null) return value ?? lower ?? upper;
  return Math.abs(lower) > Math.abs(upper) ? lower : upper;
}

/**
 * The power of ten of the last figure that carries meaning: 8 for $2.5 billion, 9 for $1 billion, -1
 * for half. Null for zero, which has no first figure to count from, and where nothing is stated.
 */
export function lastPlace(q: Quantity): number | null {
  const x = reference(q);
  if (x === null || x === 0) return null;
  return exponentOf(x) + 1 - (isLiteral(q) ? digitsOf(x) : q.significantFigures);
}

/** The fewest figures of the operands, as for any product. */
export function fewestFigures(operands: readonly Quantity[]): number {
  return operands.reduce((least, q) => Math.min(least, q.significantFigures), literalFigures);
}

/**
 * As many figures as show the finest place that an operand is written to. Rounding a sum to its
 * coarsest place would print $1 billion and $600 million as $2 billion.
 */
export function figuresToFinestPlace(operands: readonly Quantity[], result: number): number {
  if (operands.every(isLiteral)) return literalFigures;
  const finest = operands.reduce((least, q) => Math.min(least, lastPlace(q) ?? Infinity), Infinity);
  const figures = figuresTo(finest, result);
  // As in words, the zeros that a whole number ends in are none: $4 billion, not $4.00 billion.
  const areWhole = [result, ...operands.map(reference)].every(Number.isInteger);
  return areWhole ? Math.min(figures, digitsOf(result)) : figures;
}

/**
 * As many figures as show one place further than the operands are usually written to: a mean of
 * whole per cents has a decimal, though one of them was computed and has more.
 */
export function figuresPastUsualPlace(operands: readonly Quantity[], result: number): number {
  if (operands.every(isLiteral)) return literalFigures;
  const places = operands.flatMap((q) => lastPlace(q) ?? []).sort((a, b) => a - b);
  const usual = places[places.length >> 1];
  return usual === undefined ? 1 : figuresTo(usual - 1, result);
}

function figuresTo(place: number, result: number): number {
  if (place === Infinity || result === 0) return 1;
  return Math.max(1, Math.min(literalFigures, exponentOf(result) + 1 - place));
}
