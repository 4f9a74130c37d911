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
  const members = [...ids].sort().map((id) => JSON.stringify(id));
  // As the formatter has it: in one line where it fits.
  const line = `export type ${name} = ${members.join(" | ") || "never"};`;
  const bar = members.length === 1 ? "" : "| ";
  const lines = `export type ${name} =\n${members.map((id) => `  ${bar}${id}`).join("\n")};`;
  return `/** ${comment} */\n${line.length <= 100 ? line : lines}\n`;
}
