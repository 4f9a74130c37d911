import {readFileSync} from "node:fs";
import {expect, test} from "vitest";

const css = readFileSync(new URL("../../src/page/tokens.css", import.meta.url), "utf8");
const pairs = /--pl-([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g;
// The first block is the page as most see it; more contrast comes later in the file.
const normal = css.slice(0, css.indexOf("@media (prefers-contrast"));
const roles = new Map([...normal.matchAll(pairs)].map(([, name, ...two]) => [name!, two]));
const themes = ["light", "dark"] as const;

type Rgb = readonly [number, number, number];

function colour(role: string, theme: number): Rgb {
  const hex = roles.get(role)?.[theme];
  if (hex === undefined) throw new Error(`no role ${role}`);
  return [1, 3, 5].map((i) => {
    const c = parseInt(hex.slice(i, i + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  }) as unknown as Rgb;
}

function contrast(a: Rgb, b: Rgb): number {
  const [x, y] = [a, b]
    .map(([r, g, blue]) => 0.2126 * r + 0.7152 * g + 0.0722 * blue)
    .sort((p, q) => q - p) as [number, number];
  return (x + 0.05) / (y + 0.05);
}

// Machado, Oliveira and Fernandes 2009, severity 1, on linear RGB.
const seen = {
  protanopia: [
    0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998
  ],
  deuteranopia: [
    0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881
  ],
  tritanopia: [
    1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039
  ]
};

function lab([r, g, b]: Rgb, m: readonly number[]): Rgb {
  const [x, y, z] = [0, 3, 6].map((i) =>
    Math.min(1, Math.max(0, m[i]! * r + m[i + 1]! * g + m[i + 2]! * b))
  ) as unknown as Rgb;
  const f = (t: number): number => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116);
  const fx = f((0.4124 * x + 0.3576 * y + 0.1805 * z) / 0.95047);
  const fy = f(0.2126 * x + 0.7152 * y + 0.0722 * z);
  const fz = f((0.0193 * x + 0.1192 * y + 0.9505 * z) / 1.08883);
  return [116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)];
}

for (const [i, theme] of themes.entries()) {
  test(`${theme}: text stands out from paper and panels 4.5 to 1`, () => {
    for (const role of ["ink", "muted", "accent", "context", "warm", "edited"])
      for (const ground of ["paper", "raised"])
        expect(
          contrast(colour(role, i), colour(ground, i)),
          `${role} on ${ground}`
        ).toBeGreaterThan(4.5);
  });

  test(`${theme}: words on bands and on filled marks stand out 4.5 to 1`, () => {
    for (const ground of ["accent-soft", "warm-soft"])
      for (const role of ["ink", "muted", "accent", "context", "warm"])
        expect(
          contrast(colour(role, i), colour(ground, i)),
          `${role} on ${ground}`
        ).toBeGreaterThan(4.5);
    for (const fill of ["accent", "context", "warm", "edited", "ink"])
      expect(contrast(colour("on-fill", i), colour(fill, i)), fill).toBeGreaterThan(4.5);
    for (const fill of ["recede", "recede-fill"])
      expect(contrast(colour("ink", i), colour(fill, i)), `ink on ${fill}`).toBeGreaterThan(4.5);
    expect(contrast(colour("edited", i), colour("edited-soft", i)), "edited").toBeGreaterThan(4.5);
  });

  test(`${theme}: marks that recede still stand out 3 to 1, and their fill less than any other`, () => {
    expect(contrast(colour("recede", i), colour("paper", i))).toBeGreaterThan(3);
    expect(contrast(colour("recede-fill", i), colour("paper", i))).toBeLessThan(1.5);
  });

  test(`${theme}: evidence, context and contradiction differ to the three colour-blindnesses`, () => {
    for (const [kind, matrix] of Object.entries(seen))
      for (const [a, b] of [
        ["accent", "warm"],
        ["accent", "context"],
        ["accent", "edited"],
        ["context", "warm"],
        ["context", "edited"],
        ["ink", "accent"]
      ] as const) {
        const [p, q] = [lab(colour(a, i), matrix), lab(colour(b, i), matrix)];
        const apart = Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
        expect(apart, `${a} and ${b}, ${kind}`).toBeGreaterThan(15);
      }
  });
}
