/** How many numbers a command of an SVG path takes. */
const counts: Readonly<Record<string, number>> = {
  m: 2,
  l: 2,
  h: 1,
  v: 1,
  c: 6,
  s: 4,
  q: 4,
  t: 2,
  a: 7,
  z: 0
};

/**
 * The same path, its points rounded to a tenth of a pixel and, but for the first, relative to the
 * one before. Marks of one shape then have one text wherever they stand, which compresses to
 * almost nothing. Every point is rounded before differences are taken, so that none drifts. A
 * path with a number too few or too many is given back as it is.
 */
export function relativePath(d: string): string {
  const commands = [...d.matchAll(/([mlhvcsqtaz])([^mlhvcsqtaz]*)/gi)];
  const parts: string[] = [];
  // Current point, and where the current subpath starts; in tenths.
  let [x, y, startX, startY] = [0, 0, 0, 0];
  for (const [, command, rest] of commands) {
    const name = command!.toLowerCase();
    const count = counts[name]!;
    const numbers = (rest!.match(/-?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi) ?? []).map(Number);
    if (count === 0 ? numbers.length > 0 : numbers.length % count !== 0) return d;
    const absolute = command !== name;
    if (name === "z") {
      parts.push("z");
      [x, y] = [startX, startY];
    }
    for (let i = 0; i < numbers.length; i += count) {
      const taken = numbers.slice(i, i + count);
      // The radii, angle and flags of an arc are no coordinates; its last two numbers are.
      const fixed = name === "a" ? taken.splice(0, 5).map(toTenth) : [];
      const relative = taken.map((number, k) => {
        const origin = name === "v" || (name !== "h" && k % 2 === 1) ? y : x;
        return tenths(number) - (absolute ? origin : 0);
      });
      const first = parts.length === 0;
      const end = first ? taken.map(tenths) : relative;
      // A move's further pairs are lines.
      const shown = first ? "M" : name === "m" && i > 0 ? "l" : name;
      parts.push(shown + join([...fixed, ...end.map((value) => value / 10)]));
      if (name !== "v") x += relative.at(name === "h" ? -1 : -2)!;
      if (name !== "h") y += relative.at(-1)!;
      if (name === "m" && i === 0) [startX, startY] = [x, y];
    }
  }
  return parts.join("");
}

function tenths(number: number): number {
  return Math.round(number * 10);
}

function toTenth(number: number): number {
  return tenths(number) / 10;
}

function join(numbers: readonly number[]): string {
  return numbers.map((number) => String(number || 0)).join(",");
}
