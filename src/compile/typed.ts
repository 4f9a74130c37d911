import type {Dataset} from "../facts/dataset.ts";

/**
 * The module that types a story's ids, as text. It is committed beside the story and kept fresh by
 * `check`, so that a misspelt id in a figure fails `tsc` with its nearest neighbour.
 */
export function typedIds(dataset: Dataset, story: string): string {
  const series = new Set(
    Object.values(dataset.facts)
      .filter(({period}) => period !== null)
      .map(({subject, measure}) => `${subject}.${measure}`)
  );
  return `${[
    `// Generated from the data of ${story}; \`npm run check -- --write\` makes it anew.`,
    "",
    union("FactId", "Every fact.", Object.keys(dataset.facts)),
    union("SeriesId", "Every measure that recurs.", [...series]),
    union("ClaimId", "Every claim.", Object.keys(dataset.claims)),
    union("RelationId", "Every relation.", Object.keys(dataset.relations)),
    union("EventId", "Every event.", Object.keys(dataset.events)),
    union("StatementId", "Every statement.", Object.keys(dataset.statements)),
    "/** Everything that a scene can declare. */",
    "export type RecordId = FactId | SeriesId | ClaimId | RelationId | EventId | StatementId;"
  ].join("\n")}\n`;
}

function union(name: string, comment: string, ids: readonly string[]): string {
  const sorted = [...ids].sort();
  const type =
    sorted.length === 0
      ? "never"
      : `\n${sorted.map((id) => `  | ${JSON.stringify(id)}`).join("\n")}`;
  return `/** ${comment} */\nexport type ${name} =${type.startsWith("\n") ? "" : " "}${type};\n`;
}
