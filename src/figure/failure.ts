import type {Artboard} from "./kind.ts";
import {element, words} from "./svg.ts";
import {wrap} from "./text.ts";
import {classes, paint, size} from "./theme.ts";

// As most drawings are: the table that stands in for a pinned one lies over it.
const roomForTable = 390;

/** What a figure's place says where its kind's code throws: that, with the message, as a drawing. */
export function drawFailure(
  document: Document,
  width: Artboard,
  message: string,
  hasTable: boolean
): SVGSVGElement {
  const heading = "This figure cannot be drawn.";
  const lines = [
    ...wrap(message, "sans", size.label, width - 16),
    ...(hasTable
      ? wrap("What it stands on is in the table below.", "sans", size.label, width - 16)
      : [])
  ];
  const height = Math.max(roomForTable, (lines.length + 1) * size.line + 8);
  return element(
    document,
    "svg",
    {
      class: classes.artboard,
      "data-width": width,
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: "img",
      "aria-label": `${heading} ${message}`,
      fill: paint.ink,
      "font-size": size.label
    },
    [
      element(document, "rect", {width: 4, height: 20, fill: paint.warm}),
      ...[heading, ...lines].map((text, i) =>
        words(document, {
          text,
          x: 16,
          y: 18 + i * size.line,
          face: i === 0 ? "sansStrong" : "sans"
        })
      )
    ]
  );
}
