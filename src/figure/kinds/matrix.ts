import {z} from "zod";
import {idList} from "../attributes.ts";
import {defineKind} from "../kind.ts";
import {capital, quoted} from "../labels.ts";
import {plot} from "../plot.ts";
import {leastHeight} from "../theme.ts";
import {matrixOf} from "./matrix-data.ts";
import {checkRoom} from "./matrix-place.ts";
import {drawRows, heightOfRows} from "./matrix-rows.ts";
import {drawSides, heightOfSides} from "./matrix-sides.ts";
import {describeMatrix, typeWords} from "./matrix-words.ts";

const options = z.strictObject({
  /** Which types of relation tie a row to a column, in any words: `invests-in funds`. */
  types: idList(),
  /** What these say in one word: "backs". */
  verb: z.string(),
  /** What two columns are that another relation joins: "competitors". */
  pair: z.string().default("joined"),
  /** The word under a row's name, by the type of relation that it has: `competes-with=rival`. */
  tags: tagList()
});

const state = z.strictObject({
  /** `documents`: the first row alone, a row for each document; `rows`: all rows, in one disc a cell. */
  by: z.enum(["documents", "rows"]).default("rows")
});

/**
 * Who is tied to whom, as one document or two say it: rows are whom relations come from, columns whom
 * they go to, a disc shared out among the documents where one names the relation, a dot where it is
 * silent. Relations of other types join two columns, or two rows; a statement stands in the row of
 * whom it is about. A list that its document leaves open has an open end, with the word that opens it.
 */
export const matrix = defineKind({
  name: "matrix",
  options,
  state,
  measure({records, options}) {
    const {sides} = matrixOf(records, options.types);
    const [left, right] = sides.map(({label}) => label);
    const parts =
      right === undefined
        ? `A disc: ${left ?? "nobody"} says so`
        : `In a shared disc, left is ${left!}, right ${right}`;
    return `Who ${options.verb} whom. ${parts}. A dot: not named, which is not a “no”.`;
  },
  height(width, {records, options}, states) {
    const data = matrixOf(records, options.types);
    const isInRows = states.some(({by}) => by === "rows");
    checkRoom(width, data, (id) => records.entity(id).name, isInRows);
    const heights = states.map(({by}) =>
      by === "rows" ? heightOfRows(width, data) : heightOfSides(width, data)
    );
    return Math.ceil(Math.max(leastHeight[width], ...heights));
  },
  draw(drawing) {
    const {document, records, options, state, width, height} = drawing;
    const {types, verb, pair, tags} = options;
    const data = matrixOf(records, types);
    return plot({
      document,
      width,
      height,
      label: `Who ${verb} whom, by ${data.sides.map(({label}) => label).join(" and ")}`,
      marks: (state.by === "rows"
        ? drawRows(drawing, data, {pair, tags})
        : drawSides(drawing, data, verb)
      ).map((mark) => () => mark)
    });
  },
  describe({records, options, state, highlight}) {
    const data = matrixOf(records, options.types);
    return describeMatrix(records, data, {...options, ...state, highlight});
  },
  table({records, options}) {
    const {sides, ties, asides, ofColumns, ofRows} = matrixOf(records, options.types);
    const name = (id: string): string => records.entity(id).name;
    const relationRow = (id: string) => {
      const {from, to, type, says, source} = records.relation(id);
      return [
        {text: name(from)},
        {text: typeWords(type)},
        {text: name(to)},
        {text: capital(records.source(source).label)},
        {text: quoted(says), record: id}
      ];
    };
    return {
      caption: `Who ${options.verb} whom, as ${sides.map(({label}) => label).join(" and ")} have it`,
      columns: ["Who", "Relation", "Whom", "Said by", "Words"],
      rows: [
        ...ties.flatMap(({ids}) => ids).map(relationRow),
        ...asides.map(({id, row, says}) => [
          {text: name(row)},
          {text: options.verb},
          {text: "nobody by name"},
          {text: capital(records.source(records.statement(id).source).label)},
          {text: quoted(says), record: id}
        ]),
        ...[...ofColumns, ...ofRows].map(({id}) => relationRow(id))
      ]
    };
  }
});

/** An attribute of types and words, `competes-with=rival`, split at spaces. */
function tagList() {
  return idList()
    .refine((pairs) => pairs.every((pair) => /^[a-z][a-z0-9-]*=\S+$/.test(pair)), {
      message: "a tag is written as type=word"
    })
    .transform((pairs) => new Map(pairs.map((pair) => pair.split("=") as [string, string])));
}
