import {pointMark} from "../marks.ts";
import {drawnAs, named} from "../parts.ts";
import type {Drawn} from "../parts.ts";
import {element} from "../svg.ts";
import {classes, fixed} from "../theme.ts";
import {middle} from "./ledger-layout.ts";
import type {Telling} from "./ledger-rows.ts";

/** Where the arrow of an open end stands: near its mark, since at this size slats would be specks. */
const fade = 8;

/** A mark whose form says the hedge, in the middle of a cell: its place means nothing. */
export function cell(
  document: Document,
  {quantity, claim, origin, style}: Telling,
  x: number,
  dim: boolean
): SVGElement[] {
  const drawn = drawnAs(quantity);
  if (drawn === null) return [];
  const band = drawn === "band";
  const number = band ? quantity.lower! : named(quantity);
  const span = band ? quantity.upper! - quantity.lower! : Math.max(1, Math.abs(number));
  const length = band ? 2 * fixed.dot : 1;
  const start = x + inset[drawn];
  const parts = pointMark(document, quantity, {
    scale: (value) => start + ((value - number) / span) * length,
    style,
    axis: "x",
    middle,
    thickness: band ? 14 : 5,
    fade,
    id: claim
  });
  const marks = parts
    .filter((part) => part.getAttribute("data-key") !== `fade:${claim}`)
    .map(withoutKey);
  return dim && origin !== "edited"
    ? [element(document, "g", {class: classes.recede}, marks)]
    : marks;
}

/** An element of a row, which travels as one piece, so that nothing in it needs a key of its own. */
export function withoutKey<Node extends SVGElement>(node: Node): Node {
  node.removeAttribute("data-key");
  return node;
}

// A shy mark has its tick beside it, and both take the middle of the cell.
const inset: Readonly<Record<Drawn, number>> = {
  exact: 0,
  about: 0,
  "open-above": 0,
  "open-below": 0,
  shy: fixed.shy,
  past: -fixed.shy,
  band: -fixed.dot
};

/** Whether a mark has an open end, which takes room beside it. */
export function isOpen(quantity: Telling["quantity"]): boolean {
  const drawn = drawnAs(quantity);
  return drawn === "open-above" || drawn === "open-below";
}
