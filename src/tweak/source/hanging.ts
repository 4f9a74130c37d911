import {RangeSetBuilder} from "@codemirror/state";
import {Decoration, EditorView, ViewPlugin} from "@codemirror/view";
import type {DecorationSet, ViewUpdate} from "@codemirror/view";

// Deeper than any file of ours; what is deeper hangs as deep as this.
const deepest = 16;

/** A rule for each depth: a line's own style would need leave of the page's policy. */
export const hangingStyles = Array.from(
  {length: deepest + 1},
  (_, depth) => `.tw-hangs-${depth} {--tw-hangs: ${depth + 2}ch}`
).join("\n");

/** Lets a long line go on below its own words: at the edge it would pass for a key of the top. */
export const hanging = ViewPlugin.define(
  (view) => ({
    lines: linesOf(view),
    update({docChanged, viewportChanged, view: now}: ViewUpdate) {
      if (docChanged || viewportChanged) this.lines = linesOf(now);
    }
  }),
  {decorations: ({lines}) => lines}
);

function linesOf({state: {doc}, visibleRanges}: EditorView): DecorationSet {
  const found = new RangeSetBuilder<Decoration>();
  for (const {from, to} of visibleRanges)
    for (let at = from; at <= to;) {
      const line = doc.lineAt(at);
      const depth = Math.min(deepest, /^[ -]*/.exec(line.text)![0].length);
      found.add(line.from, line.from, Decoration.line({class: `tw-hangs tw-hangs-${depth}`}));
      at = line.to + 1;
    }
  return found.finish();
}
