import {path} from "../../../src/figure/glyphs.ts";
import {paint} from "../../../src/figure/theme.ts";
import type {Paint} from "../../../src/figure/theme.ts";
import type {Strength, Tie} from "./connectives-records.ts";

export type Point = readonly [number, number];

const strokes: Readonly<Record<Strength, {width: number; dash: string | null; head: boolean}>> = {
  cause: {width: 6, dash: null, head: true},
  reason: {width: 3, dash: "9 6", head: true},
  meanwhile: {width: 2.5, dash: "0.1 8", head: false}
};

/**
 * An arrow along points, each straight below or beside the one before, for what is claimed: full
 * for a cause, broken for a reason, dots without a head else.
 */
export function arrow(
  document: Document,
  {id, strength}: Pick<Tie, "id" | "strength">,
  points: readonly Point[],
  color: Paint = paint.ink
): SVGElement[] {
  const {width, dash, head} = strokes[strength];
  const [x, y] = points.at(-1)!;
  const [x0, y0] = points.at(-2)!;
  // Along the last part: dots and heads end short of what follows.
  const [dx, dy] = [Math.sign(x - x0), Math.sign(y - y0)];
  const short = head ? 12 : 6;
  const shaft = [...points.slice(0, -1), [x - dx * short, y - dy * short] as const];
  const [a, b] = [x - 13 * dx, y - 13 * dy];
  return [
    path(document, `M${shaft.map((point) => point.join()).join("L")}`, {
      stroke: color,
      "stroke-width": width,
      "stroke-dasharray": dash,
      "stroke-linecap": head ? null : "round",
      "data-key": `shaft:${id}`
    }),
    ...(head
      ? [
          path(document, `M${a - 8 * dy},${b - 8 * dx}L${x},${y}L${a + 8 * dy},${b + 8 * dx}z`, {
            fill: color,
            "data-key": `head:${id}`
          })
        ]
      : [])
  ];
}
