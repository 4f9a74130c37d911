/**
 * The sum of two numbers as decimals: 0.1 + 0.2 is 0.3. Written out, a sum has no more decimals than
 * its parts, so rounding there takes away what binary fractions put in, and nothing else.
 */
export function plus(a: number, b: number): number {
  const sum = a + b;
  const places = Math.max(decimals(a), decimals(b));
  // `toFixed` takes no more than 100 places; numbers that small leave nothing to tidy.
  if (places === 0 || places > 100 || !Number.isFinite(sum)) return sum + 0;
  return Number(sum.toFixed(places)) + 0;
}

/** The product of two numbers, to the 15 digits that a double can be trusted with. */
export function times(a: number, b: number): number {
  return tidy(a * b);
}

/** The quotient of two numbers, to the 15 digits that a double can be trusted with. */
export function over(a: number, b: number): number {
  return tidy(a / b);
}

/** The power of ten of a number's first digit; 0 for zero. */
export function exponentOf(x: number): number {
  const written = x.toExponential();
  return Number(written.slice(written.indexOf("e") + 1));
}

/** How many digits a number is written with, zeros at either end not counted; at least 1. */
export function digitsOf(x: number): number {
  return x.toExponential().split("e")[0]!.replace(/\D/g, "").length;
}

/** A power of ten, exact where a double holds it, unlike `10 ** -7` in some engines. */
export function powerOfTen(exponent: number): number {
  return powers[exponent] ?? Number(`1e${exponent}`);
}

// Those that figures are mostly counted in.
const powers = Array.from({length: 23}, (_, exponent) => Number(`1e${exponent}`));

function tidy(x: number): number {
  // Adding zero turns -0, which prints and compares oddly, into 0.
  return Number.isSafeInteger(x) ? x + 0 : Number(x.toPrecision(15)) + 0;
}

function decimals(x: number): number {
  if (Number.isInteger(x) || !Number.isFinite(x)) return 0;
  const [mantissa, exponent = "0"] = String(x).split("e");
  return Math.max(0, (mantissa!.split(".")[1] ?? "").length - Number(exponent));
}
