import {isCurrency} from "./quantity.ts";
import type {Quantity} from "./quantity.ts";
import {money, national} from "./units.ts";

const tallies = ["single", "double", "triple"];
const scales: Readonly<Record<number, string>> = {
  1: "tens",
  2: "hundreds",
  3: "thousands",
  6: "millions",
  9: "billions",
  12: "trillions"
};
const figures = "two three four five six seven eight nine ten eleven twelve thirteen".split(" ");

/**
 * The phrase for a class, as the wording reader reads it: "single-digit", "tens of billions of
 * dollars"; null for bounds that no phrase has.
 */
export function classPhrase(q: Quantity): string | null {
  const {lower, upper, unit} = q;
  if (lower === null || upper === null) return null;
  // A fall in single digits has its bounds mirrored.
  const falls = upper < 0;
  const [low, high] = falls ? [-upper, -lower] : [lower, upper];
  const phrase = tally(low, high, unit) ?? plural(low, high, unit);
  if (phrase === null || !falls) return phrase;
  return unit === "ratio" || unit === "pp" ? `${phrase} decline` : null;
}

function tally(low: number, high: number, unit: string): string | null {
  const shift = unit === "ratio" ? 2 : 0;
  for (let power = 0; power < 15; ++power) {
    const fits = Number(`1e${power - shift}`) === low && Number(`1e${power + 1 - shift}`) === high;
    if (fits) return tallyPhrase(power, unit);
  }
  return null;
}

function tallyPhrase(power: number, unit: string): string | null {
  const digit = (n: number): string => `${tallies[n]}-digit`;
  if (unit === "ratio") return power < 3 ? digit(power) : null;
  if (unit === "pp") return power < 3 ? `${digit(power)} percentage points` : null;
  const scale = power - (power % 3);
  if (scale > 0 && scales[scale] !== undefined && isCurrency(unit))
    return `${digit(power % 3)} ${scales[scale]}${of(unit)}`;
  if (power < 3) return isCurrency(unit) ? null : `${digit(power)} number`;
  const name = figures[power - 1];
  return name !== undefined ? `${name}-figure` : null;
}

function plural(low: number, high: number, unit: string): string | null {
  if (low === 24 && high === 100) return `dozens${of(unit)}`;
  for (const [exponent, word] of Object.entries(scales)) {
    const n = Number(exponent);
    if (n >= 3 && Number(`2e${n}`) === low && Number(`1e${n + 3}`) === high) return word + of(unit);
    for (const [inner, count] of [
      [1, "tens"],
      [2, "hundreds"]
    ] as const)
      if (n >= 3 && Number(`2e${n + inner}`) === low && Number(`1e${n + inner + 1}`) === high)
        return `${count} of ${word}${of(unit)}`;
    if (n < 3 && Number(`2e${n}`) === low && Number(`1e${n + 1}`) === high) return word + of(unit);
  }
  return null;
}

function of(unit: string): string {
  if (!isCurrency(unit)) return "";
  const [one, many] = money[unit] ?? [];
  return ` of ${national[unit] ?? many ?? one ?? unit}`;
}
