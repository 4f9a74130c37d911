import {formatSpoken} from "../format.ts";
import {isStated} from "../quantity.ts";
import type {Quantity} from "../quantity.ts";

/** What its words are taken to entail, in a sentence: the hedge's reading; empty for nothing stated. */
export function readingSentence(quantity: Quantity): string {
  if (!isStated(quantity)) return "";
  const {hedge, lower, upper, lowerOpen, upperOpen} = quantity;
  const plain = (value: number): string =>
    formatSpoken({...quantity, hedge: "none", value, lower: null, upper: null});
  const from =
    lower === null ? "" : lowerOpen ? `above ${plain(lower)}` : `${plain(lower)} or more`;
  const to = upper === null ? "" : upperOpen ? `below ${plain(upper)}` : `${plain(upper)} or less`;
  if (lower !== null && upper !== null) return `Read as ${from} and ${to}.`;
  if (lower !== null) return `Read as ${from}, with no upper end.`;
  if (upper !== null) return `Read as ${to}, with no lower end.`;
  return hedge === "approx"
    ? "Read as the number, its ends not stated."
    : "Read as the number itself.";
}
