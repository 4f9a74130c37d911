import {z} from "zod";
import {idList} from "../../../src/figure/attributes.ts";
import {defineKind} from "../../../src/figure/kind.ts";
import type {Artboard, Declared} from "../../../src/figure/kind.ts";
import {capital, listed, quoted} from "../../../src/figure/labels.ts";
import {plot} from "../../../src/figure/plot.ts";
import {leastHeight} from "../../../src/figure/theme.ts";
import {argumentOf, tellArgument} from "./connectives-argument.ts";
import type {Argument} from "./connectives-argument.ts";
import {drawArgument} from "./connectives-draw.ts";
import {drawMap, placeMap} from "./connectives-map.ts";
import {placeNarrow} from "./connectives-narrow.ts";
import type {PlacedArgument} from "./connectives-place.ts";
import {speakersOf, tiesOf} from "./connectives-records.ts";
import {placeWide} from "./connectives-wide.ts";

const options = z.strictObject({
  /** The entity that things are tied to. */
  about: z.string(),
  /** What a chain and its shortcut are called by their places in the document. */
  body: z.string().default("in the body"),
  summary: z.string().default("in a take-away")
});

const state = z.strictObject({
  /** Statements, each tied to the one before; without them all ties to one thing are shown. */
  chain: idList(),
  /** A statement that goes from the chain's start to its end, past what is between. */
  shortcut: z.string().optional(),
  /** Statements that stand beside the chain; one with a connective is tied to the one before. */
  beside: idList()
});

type Options = z.output<typeof options>;
type State = z.output<typeof state>;

/**
 * What an article ties to one thing, by the word that ties it: the connective is read from each
 * statement's own words, and the arrow is as strong as that word. A step may follow a chain of ties
 * instead, and set beside it what no word ties to it.
 */
export const connectives = defineKind({
  name: "connectives",
  options,
  state,
  measure({records, options}) {
    const {about, ties} = tiesOf(records, options.about);
    const {label} = records.source(ties[0]!.source);
    return `What ${label} ties to ${about}, by the word that ties it.`;
  },
  height(width, {records, options}, states) {
    const heights = states.map((state) => {
      const argument = argumentFor({records, options}, state);
      if (argument === null) return placeMap(tiesOf(records, options.about), width).height;
      return Math.ceil(placed(argument, width, 0).bottom);
    });
    return Math.max(leastHeight[width], ...heights);
  },
  draw(drawing) {
    const {document, records, options, state, width, height} = drawing;
    const ties = tiesOf(records, options.about);
    const argument = argumentFor(drawing, state);
    return plot({
      document,
      width,
      height,
      label: `Map of what is tied to ${ties.about}`,
      marks: [
        () =>
          argument === null
            ? drawMap(drawing, placeMap(ties, width, height))
            : drawArgument(drawing, placed(argument, width, height))
      ]
    });
  },
  describe({records, options, state}) {
    const argument = argumentFor({records, options}, state);
    if (argument !== null) return tellArgument(argument);
    const {about, ties} = tiesOf(records, options.about);
    return ties
      .map(({effect, connective, note}) => `${effect}: ${quoted(connective)} ${about}, ${note}.`)
      .join(" ");
  },
  table({records, options}) {
    return {
      caption: `What is tied to ${records.entity(options.about).name}, and what stands beside it`,
      columns: ["What", "Words", "Who says so"],
      rows: records.ids.map((id) => {
        const {gist, says, source} = records.statement(id);
        const who = [...speakersOf(records, id), records.source(source).label];
        return [
          {text: gist.replace(/\.$/, ""), record: id},
          {text: quoted(says), record: id},
          {text: capital(listed(who).replace(" and ", ", in "))}
        ];
      })
    };
  }
});

function argumentFor({records, options}: Declared<Options>, state: State): Argument | null {
  return state.chain.length === 0 ? null : argumentOf(records, options.about, state, options);
}

function placed(argument: Argument, width: Artboard, height: number): PlacedArgument {
  return width === 640 ? placeWide(argument) : placeNarrow(argument, height);
}
