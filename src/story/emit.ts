import type {Dataset} from "../facts/dataset.ts";

/** A file of the build: path from the story's folder, and content. */
export interface EmittedFile {
  readonly path: string;
  readonly content: string;
}

interface Column {
  readonly name: string;
  readonly type: "string" | "number" | "integer" | "boolean";
  readonly description: string;
  readonly cell: (dataset: Dataset, id: string) => string | number | boolean | null;
}

const claimOf = (dataset: Dataset, id: string) => dataset.claims[id]!;
const factOf = (dataset: Dataset, id: string) => dataset.facts[claimOf(dataset, id).fact]!;
const sourceOf = (dataset: Dataset, id: string) => dataset.sources[claimOf(dataset, id).source]!;

// The names and their order are a contract (DESIGN section 6).
const columns: readonly Column[] = [
  {
    name: "claim",
    type: "string",
    description: "Id of the claim: <source>:<fact>[@place]",
    cell: (_, id) => id
  },
  {
    name: "fact",
    type: "string",
    description: "Id of the fact that the claim is about",
    cell: (d, id) => claimOf(d, id).fact
  },
  {
    name: "subject",
    type: "string",
    description: "Entity that is measured",
    cell: (d, id) => factOf(d, id).subject
  },
  {
    name: "measure",
    type: "string",
    description: "What is measured",
    cell: (d, id) => factOf(d, id).measure
  },
  {
    name: "period",
    type: "string",
    description: "EDTF, for a measure that recurs",
    cell: (d, id) => factOf(d, id).period
  },
  {
    name: "value",
    type: "number",
    description: "The number as stated; empty for a pure range or class",
    cell: (d, id) => claimOf(d, id).quantity.value
  },
  {
    name: "lower",
    type: "number",
    description: "Lower bound that the words entail; empty where they entail none",
    cell: (d, id) => claimOf(d, id).quantity.lower
  },
  {
    name: "lower_open",
    type: "boolean",
    description: "Whether the lower bound itself is excluded",
    cell: (d, id) => claimOf(d, id).quantity.lowerOpen
  },
  {
    name: "upper",
    type: "number",
    description: "Upper bound that the words entail; empty where they entail none",
    cell: (d, id) => claimOf(d, id).quantity.upper
  },
  {
    name: "upper_open",
    type: "boolean",
    description: "Whether the upper bound itself is excluded",
    cell: (d, id) => claimOf(d, id).quantity.upperOpen
  },
  {
    name: "unit",
    type: "string",
    description: "ISO 4217 code, ratio, pp, count, a span of time, or the measure's own",
    cell: (d, id) => claimOf(d, id).quantity.unit
  },
  {
    name: "hedge",
    type: "string",
    description: "What the wording says of the number",
    cell: (d, id) => claimOf(d, id).quantity.hedge
  },
  {
    name: "says",
    type: "string",
    description: "The fragment, as the source prints it",
    cell: (d, id) => claimOf(d, id).says
  },
  {
    name: "of",
    type: "string",
    description: "Fact that this is a share of",
    cell: (d, id) => claimOf(d, id).of
  },
  {
    name: "status",
    type: "string",
    description: "Words such as provisional; separated by a semicolon",
    cell: (d, id) => claimOf(d, id).status.join("; ")
  },
  {
    name: "origin",
    type: "string",
    description: "seed, context or edited",
    cell: (d, id) => claimOf(d, id).origin
  },
  {
    name: "verified",
    type: "boolean",
    description: "Whether the fragment was found in its document",
    cell: (d, id) => claimOf(d, id).verified
  },
  {
    name: "agreement",
    type: "string",
    description: "How all claims about the fact sit together",
    cell: (d, id) => factOf(d, id).agreement
  },
  {
    name: "preferred",
    type: "boolean",
    description: "Whether the fact prints this claim",
    cell: (d, id) => factOf(d, id).preferred === id
  },
  {
    name: "by",
    type: "string",
    description: "Who says so inside the document, nearest first; separated by a semicolon",
    cell: (d, id) =>
      claimOf(d, id)
        .by.map((who) => d.entities[who]?.name ?? who)
        .join("; ")
  },
  {
    name: "source",
    type: "string",
    description: "Id of the source",
    cell: (d, id) => claimOf(d, id).source
  },
  {
    name: "title",
    type: "string",
    description: "Title of the source",
    cell: (d, id) => sourceOf(d, id).title
  },
  {
    name: "producer",
    type: "string",
    description: "Publisher of the source",
    cell: (d, id) => sourceOf(d, id).producer
  },
  {
    name: "date_published",
    type: "string",
    description: "EDTF; empty where not known",
    cell: (d, id) => sourceOf(d, id).datePublished
  },
  {
    name: "url",
    type: "string",
    description: "Address of the source",
    cell: (d, id) => sourceOf(d, id).url
  },
  {
    name: "line",
    type: "integer",
    description: "Ordinal of the fragment's line among the document's non-blank lines",
    cell: (d, id) => claimOf(d, id).line
  }
];

/** One row per claim, RFC 4180, with the hedge columns. Text that a spreadsheet would run is quoted. */
export function toCsv(dataset: Dataset): string {
  const rows = Object.keys(dataset.claims).map((id) =>
    columns.map((column) => cell(column, column.cell(dataset, id))).join(",")
  );
  return `${[columns.map(({name}) => name).join(","), ...rows].join("\r\n")}\r\n`;
}

function cell(column: Column, value: string | number | boolean | null): string {
  if (value === null) return "";
  if (typeof value !== "string") return String(value);
  return column.type === "string" ? textCell(value) : quoteCell(value);
}

/** A line of texts, RFC 4180, without its end. Text that a spreadsheet would run is quoted. */
export function csvLine(texts: readonly string[]): string {
  return texts.map(textCell).join(",");
}

// A cell that begins so is a formula to a spreadsheet; a leading apostrophe makes it text.
function textCell(value: string): string {
  return quoteCell(/^[=+\-@\t\r]/.test(value) ? `'${value}` : value);
}

function quoteCell(value: string): string {
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

/** The story's data files: `dataset.json`, `dataset.csv` and the package that describes them. */
export function emitDataset(
  dataset: Dataset,
  story: {slug: string; title: string; license: string | null}
): EmittedFile[] {
  return [
    {path: "dataset.json", content: `${JSON.stringify(dataset, null, 1)}\n`},
    {path: "dataset.csv", content: toCsv(dataset)},
    {path: "datapackage.json", content: `${JSON.stringify(describe(dataset, story), null, 2)}\n`}
  ];
}

function describe(
  dataset: Dataset,
  story: {slug: string; title: string; license: string | null}
): object {
  return {
    $schema: "https://datapackage.org/profiles/2.0/datapackage.json",
    name: story.slug,
    title: story.title,
    ...(story.license === null ? {} : {licenses: [{name: story.license}]}),
    sources: Object.values(dataset.sources).map(({title, url}) => ({
      title,
      ...(url === null ? {} : {path: url})
    })),
    resources: [
      {
        name: "dataset",
        path: "dataset.json",
        format: "json",
        mediatype: "application/json",
        encoding: "utf-8"
      },
      {
        name: "claims",
        path: "dataset.csv",
        format: "csv",
        mediatype: "text/csv",
        encoding: "utf-8",
        schema: {
          fields: columns.map(({name, type, description}) => ({name, type, description})),
          primaryKey: ["claim"]
        }
      }
    ]
  };
}
