import {z} from "zod";
import {defineKind} from "../../../src/figure/kind.ts";
import type {Artboard, Described} from "../../../src/figure/kind.ts";
import {capital, originWord, quoted} from "../../../src/figure/labels.ts";
import {plot} from "../../../src/figure/plot.ts";
import {formatTime} from "../../../src/time.ts";
import {drawMap, placeMap} from "./connectives-map.ts";
import {datesOf, tiesOf} from "./connectives-records.ts";
import type {Ties} from "./connectives-records.ts";
import {drawStrip, placeStrip} from "./connectives-strip.ts";
import {drawDates, placeDates} from "./connectives-dates.ts";

const state = z.strictObject({
  /** `map` is the map alone; `dates` has dated events from elsewhere below it, without arrows. */
  show: z.enum(["map", "dates"]).default("map")
});

type State = z.output<typeof state>;

/**
 * What an article ties to one thing, by the word that ties it. The scene's statements are the ties:
 * the connective is read from each one's own words, and the arrow is as strong as that word. What
 * all of them are about is what they are tied to. The scene's events are dates from elsewhere.
 */
export const connectives = defineKind({
  name: "connectives",
  options: z.strictObject({}),
  state,
  measure({records}) {
    const {about, ties} = tiesOf(records);
    const source = ties[0] === undefined ? "" : records.source(ties[0].source).label;
    return `What ${source} ties to ${about}, by the word that ties it.`;
  },
  height(width, {records}, states) {
    const ties = tiesOf(records);
    const heights = states.map(({show}) =>
      show === "map"
        ? placeMap(ties, width, false).height
        : placeDates(datesOf(records), width, briefHeight(ties, width)).bottom
    );
    return Math.max(...heights);
  },
  draw(drawing) {
    const {document, records, state, width, height} = drawing;
    const compact = state.show === "dates";
    const ties = tiesOf(records);
    const brief = briefHeight(ties, width);
    const dates = compact ? placeDates(datesOf(records), width, brief) : null;
    return plot({
      document,
      width,
      height,
      label: compact
        ? `Map of what is tied to ${ties.about}, over dated events`
        : `Map of what is tied to ${ties.about}`,
      marks: [
        () =>
          compact && width === 340
            ? drawStrip(drawing, ties)
            : drawMap(drawing, placeMap(ties, width, compact, compact ? 0 : height)),
        ...(dates === null ? [] : [() => drawDates(drawing, dates)])
      ]
    });
  },
  describe,
  table({records}) {
    const {about, ties} = tiesOf(records);
    return {
      caption: `What is tied to ${about}, and when things happened`,
      columns: ["What", "When", "Words", "Who says so"],
      rows: [
        ...ties.map(({id, effect, says, source}) => [
          {text: effect, record: id},
          {text: "not stated"},
          {text: quoted(says), record: id},
          {text: capital(records.source(source).label)}
        ]),
        ...datesOf(records).map(({id, what, when, says, source}) => [
          {text: what, record: id},
          {text: formatTime(when)},
          {text: quoted(says), record: id},
          {text: `${capital(records.source(source).label)}, ${originWord("context")}`}
        ])
      ]
    };
  }
});

/** Over dates the map is brief, and on the narrow artboard there is a strip of it. */
function briefHeight(ties: Ties, width: Artboard): number {
  return width === 340 ? placeStrip(ties).height : placeMap(ties, width, true).height;
}

function describe({records, state}: Described<unknown, State>): string {
  const {about, ties} = tiesOf(records);
  const told = ties.map(
    ({effect, connective, note}) => `${effect}: ${quoted(connective)} ${about}, ${note}.`
  );
  if (state.show === "map") return told.join(" ");
  const dated = datesOf(records).map(({what, when}) => `${capital(formatTime(when))}: ${what}.`);
  return [...told, "Dated elsewhere, in order:", ...dated].join(" ");
}
