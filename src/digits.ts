/** Which way a number is rounded where it has more digits than it prints. */
export type Rounding = "nearest" | "down" | "up";

/** A number in decimal digits: 0.0447 is 4.47 at the power of ten -2. */
export interface Decimal {
  readonly negative: boolean;
  readonly digits: string;
  /** The power of ten of the first digit. */
  readonly exponent: number;
}

/** The shortest decimal digits that mean this number and no other. */
export function decimalOf(x: number): Decimal {
  const [mantissa = "0", exponent = "0"] = Math.abs(x).toExponential().split("e");
  return {negative: x < 0, digits: mantissa.replace(".", ""), exponent: Number(exponent)};
}

/** At most so many digits; the rounding is by value, so that "down" of −2.25 is −2.3. */
export function round(decimal: Decimal, digits: number, rounding: Rounding): Decimal {
  if (decimal.digits.length <= digits) return decimal;
  const kept = decimal.digits.slice(0, digits);
  const rest = decimal.digits.slice(digits);
  const away = rounding === (decimal.negative ? "down" : "up");
  const up = rounding === "nearest" ? rest[0]! >= "5" : away;
  const next = up ? String(BigInt(kept) + 1n) : kept;
  const carried = next.length > kept.length;
  const trimmed = next.replace(/0+$/, "");
  return {
    ...decimal,
    digits: trimmed === "" ? "0" : trimmed,
    exponent: decimal.exponent + (carried ? 1 : 0)
  };
}

/**
 * Written in units of a power of ten, its sign left out: 18.97 for 1.897e10 at 9. `figures` pads
 * with zeros behind the point: 2.5 with three is 2.50.
 */
export function write({digits, exponent}: Decimal, shift: number, figures: number): string {
  if (digits === "0") return figures > 1 ? `0.${"0".repeat(figures - 1)}` : "0";
  const place = exponent - shift;
  const padded = place + 1 < figures ? digits.padEnd(figures, "0") : digits;
  if (place < 0) return `0.${"0".repeat(-place - 1)}${padded}`;
  const whole = padded.slice(0, place + 1).padEnd(place + 1, "0");
  const rest = padded.slice(place + 1);
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return rest === "" ? grouped : `${grouped}.${rest}`;
}

/** How many digits `write` puts behind the point. */
export function places({digits, exponent}: Decimal, shift: number): number {
  return Math.max(0, digits.length - 1 - (exponent - shift));
}
