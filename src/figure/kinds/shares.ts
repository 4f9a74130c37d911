import {z} from "zod";
import {formatSpoken} from "../../format.ts";
import {idList} from "../attributes.ts";
import type {Declared, Records} from "../kind.ts";
import {defineKind} from "../kind.ts";
import {capital, hedgeWord, originWord, sentence} from "../labels.ts";
import {leastHeight} from "../theme.ts";
import {drawShares, remarkOn} from "./shares-draw.ts";
import {placeShares} from "./shares-place.ts";
import {rowsOf, uncounted} from "./shares-rows.ts";
import type {Row} from "./shares-rows.ts";

const state = z.strictObject({
  /** Which of the scene's claims are shown, in this order; all in the scene's order if not given. */
  rows: idList(),
  /** The claim that the others are held against: where they share out something else, it is warm. */
  against: z.string().optional()
});

type State = z.output<typeof state>;

/**
 * Shares in aligned rows: who says so and when, a bar of the whole with the share filled as its
 * hedge has it, the share in the source's own word, and the noun that it is a share of. Shares of
 * different wholes are never stacked or joined. The scene's `facts` are claims, or facts.
 */
export const shares = defineKind({
  name: "shares",
  options: z.strictObject({}),
  state,
  measure(declared) {
    const nouns = new Set(allRows(declared).map(({noun}) => noun));
    const whole = nouns.size > 1 ? "Each bar is a whole of its own" : "Each bar is the whole";
    return `${whole}; filled is the share that the words give.`;
  },
  height(width, declared, states) {
    return Math.max(
      leastHeight[width],
      ...states.map((state) => {
        const rows = rowsFor(declared.records, state);
        const remark = remarkOn(rows, heldRow(declared.records, state)?.noun ?? null);
        return placeShares(rows, width, 0, remark).height;
      })
    );
  },
  draw(drawing) {
    const {records, state} = drawing;
    const rows = rowsFor(records, state);
    return drawShares(drawing, rows, heldRow(records, state)?.noun ?? null);
  },
  describe({records, state}) {
    const rows = rowsFor(records, state);
    const held = heldRow(records, state);
    const changed = rows.filter(({noun}) => held !== null && noun !== held.noun);
    return [
      ...rows.map(said),
      ...(changed.length === 0
        ? []
        : [`Not of ${held!.whole}: ${changed.map(({who}) => who).join("; ")}.`]),
      ...(rows.every(({counted}) => !counted) ? [uncounted] : [])
    ].join(" ");
  },
  table(declared) {
    return {
      caption: "Who says which share of what",
      columns: ["Who", "When", "Share", "Of what", "Hedge", "Words", "Where from"],
      rows: allRows(declared).map((row) => {
        const link = row.claim === null ? {fact: row.fact} : {fact: row.fact, claim: row.claim};
        return [
          {text: capital(row.who), ...link},
          {text: row.when},
          {text: formatSpoken(row.quantity), ...link},
          {text: row.whole},
          {text: hedgeWord(row.quantity)},
          {text: row.says},
          {text: originWord(row.origin) || "in the article"}
        ];
      })
    };
  }
});

function rowsFor(records: Records, {rows}: State): Row[] {
  return rowsOf(records, rows.length > 0 ? rows : records.ids);
}

/** The row that the others are held against; null where the state holds them against none. */
function heldRow(records: Records, {against}: State): Row | null {
  return against === undefined ? null : rowsOf(records, [against])[0]!;
}

function allRows({records}: Declared): Row[] {
  return rowsOf(records, records.ids);
}

function said({who, when, quantity, whole}: Row): string {
  return sentence(`${capital(who)}, ${when}: ${formatSpoken(quantity)} of ${whole}`);
}
