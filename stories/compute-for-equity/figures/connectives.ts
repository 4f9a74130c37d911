import {z} from "zod";
import {defineKind} from "../../../src/figure/kind.ts";
import {capital, quoted} from "../../../src/figure/labels.ts";
import {plot} from "../../../src/figure/plot.ts";
import {leastHeight} from "../../../src/figure/theme.ts";
import {drawMap, placeMap} from "./connectives-map.ts";
import {tiesOf} from "./connectives-records.ts";

/**
 * What an article ties to one thing, by the word that ties it. The scene's statements are the ties:
 * the connective is read from each one's own words, and the arrow is as strong as that word. What
 * all of them are about is what they are tied to.
 */
export const connectives = defineKind({
  name: "connectives",
  options: z.strictObject({}),
  state: z.strictObject({}),
  measure({records}) {
    const {about, ties} = tiesOf(records);
    const source = ties[0] === undefined ? "" : records.source(ties[0].source).label;
    return `What ${source} ties to ${about}, by the word that ties it.`;
  },
  height: (width, {records}) =>
    Math.max(leastHeight[width], placeMap(tiesOf(records), width).height),
  draw(drawing) {
    const {document, records, width, height} = drawing;
    const ties = tiesOf(records);
    return plot({
      document,
      width,
      height,
      label: `Map of what is tied to ${ties.about}`,
      marks: [() => drawMap(drawing, placeMap(ties, width, height))]
    });
  },
  describe({records}) {
    const {about, ties} = tiesOf(records);
    return ties
      .map(({effect, connective, note}) => `${effect}: ${quoted(connective)} ${about}, ${note}.`)
      .join(" ");
  },
  table({records}) {
    const {about, ties} = tiesOf(records);
    return {
      caption: `What is tied to ${about}`,
      columns: ["What", "Words", "Who says so"],
      rows: ties.map(({id, effect, says, source}) => [
        {text: effect, record: id},
        {text: quoted(says), record: id},
        {text: capital(records.source(source).label)}
      ])
    };
  }
});
