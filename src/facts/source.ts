import {z} from "zod";
import {Hedge} from "../quantity.ts";

/** Words of a document, copied. A number here is a mistake that YAML makes easy: say so. */
const words = z.string({error: (issue) => wordsError(issue.input)}).min(1, "is empty");
// A fragment's length is the source's own matter; nothing else that an author writes is so long.
const short = words.max(2000, "is longer than 2,000 characters");
const optionalWords = short.optional();
// A refused name leaves the list as the one that is meant, so the union tells of both.
const name = z.string().min(1, {abort: true}).max(2000, {abort: true});
// One step makes the list: such steps are what most of the time of checking a claim goes into.
const names = z
  .union([name, z.array(short)])
  .optional()
  .transform(listOf);

// Absent where they are not there, so that what a table has for all its cells stands behind them.
const ownNames = z
  .union([name, z.array(short)])
  .transform(listOf)
  .optional();

/** What a fragment of a document has, whatever is read out of it. Editors show the descriptions. */
const fragment = {
  says: words.describe("A fragment of the document, verbatim: a few words."),
  near: optionalWords.describe("Words beside the fragment, where it stands there more than once."),
  by: names.describe("Who says so inside the document, nearest first: entities, or its own words."),
  own: z
    .boolean()
    .optional()
    .describe(
      "True where the words were not found in what the document rests on: it is the witness itself."
    ),
  lang: optionalWords.describe("The fragment's language, where it is not the document's: zh, de."),
  gloss: optionalWords.describe("The fragment in English, for one in another language; it is read.")
};

const when = optionalWords.describe(
  "When, as EDTF: 2024-02, 2024-Q1, XXXX-02 where no year is stated."
);

/** What one document says with a number. The wording is the data: number and hedge come from it. */
export const ClaimInput = z
  .strictObject({
    ...fragment,
    when,
    where: optionalWords.describe("Where in the document, for readers: p. 12."),
    of: optionalWords.describe("The fact that this is a share of."),
    status: names.describe(
      "What it is besides: provisional, figure-only, secondary-report, restated-later."
    ),
    edited: optionalWords.describe(
      "Another reading: it stands beside the quote, and every number made of it shows as edited."
    ),
    label: optionalWords.describe(
      "What the number is, in your words, where the ids do not say it."
    ),
    value: z.number().optional().describe("Only where no wording carries the number: 0.5, 2e9."),
    hedge: Hedge.optional().describe("Only beside value: how sure the words are."),
    unit: optionalWords.describe("Only beside value: USD, ratio, pp, count, or the measure's own.")
  })
  .describe("What the document says with a number: the wording is the data.");
export type ClaimInput = z.infer<typeof ClaimInput>;

const cell = ClaimInput.extend({
  by: ownNames.describe(ClaimInput.shape.by.description!),
  status: ownNames.describe(ClaimInput.shape.status.description!)
});
export type CellInput = z.infer<typeof cell> | string | null;

/** Many claims of one subject, as a document tabulates them: each cell is a claim of its own. */
export const TableInput = z
  .strictObject({
    subject: short.describe("The entity that all cells are about."),
    columns: z
      .union([name, z.array(short).min(1, {abort: true})])
      .transform(listOf)
      .describe("What the cells of a row measure, in their order; one measure needs no list."),
    rows: z
      .record(
        z.string(),
        z.union([words, z.null(), cell, z.array(z.union([words, z.null(), cell]))])
      )
      .describe(
        "Cells by period, which is their when too: fragments, verbatim and with their unit, or null where the document has none. A cell with keys of its own is a mapping: {says: 12%, status: provisional}."
      ),
    near: fragment.near,
    by: fragment.by,
    own: fragment.own,
    lang: fragment.lang,
    when: optionalWords.describe("When, where it is not the period of the row."),
    where: ClaimInput.shape.where,
    of: ClaimInput.shape.of,
    status: ClaimInput.shape.status
  })
  .superRefine(({columns: {length}, rows}, context) => {
    for (const [period, row] of Object.entries(rows)) {
      const size = Array.isArray(row) ? row.length : 1;
      const issue = {origin: "array" as const, path: ["rows", period], input: row};
      if (size < length) context.addIssue({...issue, code: "too_small", minimum: length});
      if (size > length) context.addIssue({...issue, code: "too_big", maximum: length});
    }
  })
  .describe(
    "A series, or several side by side: each cell is the claim subject.measure/period. Keys beside rows are those of every cell without its own."
  );
export type TableInput = z.infer<typeof TableInput>;

export const RelationInput = z
  .strictObject({
    from: short.describe("An entity."),
    type: short.describe("What it is to the other: invests in, leads, formerly named."),
    to: short.describe("An entity."),
    ...fragment,
    when
  })
  .describe("What the document says two are to each other.");

export const EventInput = z
  .strictObject({
    what: short.describe("What happened, in your words."),
    who: names.describe("The entities that took part."),
    when,
    after: names.describe("Events that the document puts before this one."),
    ...fragment
  })
  .describe("What the document says happened.");

export const StatementInput = z
  .strictObject({
    about: names.describe("The entities that it is about."),
    gist: short.describe("What is said, in your words."),
    ...fragment
  })
  .describe("What the document says without a number.");

export const ContrastInput = z
  .strictObject({
    between: z.tuple([short, short]).describe("The ids of two records."),
    reason: short.describe("Why they do not sit together.")
  })
  .describe("Two that do not sit together: recorded, not smoothed.");

export const SourceInput = z
  .strictObject({
    id: short.describe("What stands before the colon of its claims' ids: a letter first."),
    title: short,
    label: optionalWords.describe("How the story calls it: article A, SCMP."),
    authors: names,
    producer: optionalWords.describe("Who publishes it."),
    datePublished: optionalWords.describe("EDTF: 2024-05-21."),
    url: optionalWords,
    restsOn: optionalWords.describe("The source, or its name, that this document rewrites."),
    document: optionalWords.describe("File name of the copy that verify is given."),
    sha256: optionalWords.describe("Of that copy, as sha256sum prints it."),
    lang: z.string().default("en").describe("The document's language: en, zh."),
    quoteWords: z
      .number()
      .int()
      .min(1)
      .default(8)
      .describe("The most words that a fragment of it may have.")
  })
  .describe("The document.");

/** Records by name; the heading may stand with nothing under it, as a harvested file has it. */
export function section<S extends z.ZodType>(record: S) {
  return z
    .record(z.string(), record)
    .nullish()
    .transform((entries) => entries ?? {});
}

/** One file of `seeds/` or `data/context/`: one document and what it says. */
export const SourceFile = z.strictObject({
  source: SourceInput,
  quantities: section(ClaimInput).describe(
    "Claims by fact: subject.measure, then /period and @place where needed."
  ),
  tables: section(TableInput).describe("More claims, by period; by a name of your own."),
  relations: section(RelationInput).describe("By a name of your own."),
  events: section(EventInput).describe("By a name of your own."),
  statements: section(StatementInput).describe("By a name of your own."),
  contrasts: section(ContrastInput).describe("By a name of your own.")
});
export type SourceFile = z.infer<typeof SourceFile>;

function listOf(names: string | string[] | undefined): string[] {
  if (names === undefined) return [];
  return typeof names === "string" ? [names] : names;
}

function wordsError(input: unknown): string {
  if (input === undefined) return "is missing";
  if (input === null || input === "") return "is empty";
  return "is not words";
}
