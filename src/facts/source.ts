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

/**
 * That the words are the document's own: they were not found in what it rests on, so that this is no
 * witness for them, and the document is.
 */
const own = z.boolean().optional();

/** What one document says with a number. The wording is the data: number and hedge come from it. */
export const ClaimInput = z.strictObject({
  says: words,
  near: optionalWords,
  when: optionalWords,
  where: optionalWords,
  by: names,
  own,
  of: optionalWords,
  status: names,
  /** A changed reading that stands beside the quote, never over it. */
  edited: optionalWords,
  /** The fragment in English, for one in another language; read in its place. */
  gloss: optionalWords,
  lang: optionalWords,
  label: optionalWords,
  // Where no wording carries it, the reading is written out.
  value: z.number().optional(),
  hedge: Hedge.optional(),
  unit: optionalWords
});
export type ClaimInput = z.infer<typeof ClaimInput>;

export const RelationInput = z.strictObject({
  from: short,
  type: short,
  to: short,
  says: words,
  near: optionalWords,
  when: optionalWords,
  by: names,
  own,
  lang: optionalWords,
  gloss: optionalWords
});

export const EventInput = z.strictObject({
  what: short,
  who: names,
  when: optionalWords,
  after: names,
  says: words,
  near: optionalWords,
  by: names,
  own,
  lang: optionalWords,
  gloss: optionalWords
});

export const StatementInput = z.strictObject({
  about: names,
  gist: short,
  says: words,
  near: optionalWords,
  by: names,
  own,
  lang: optionalWords,
  gloss: optionalWords
});

export const ContrastInput = z.strictObject({
  between: z.tuple([short, short]),
  reason: short
});

export const SourceInput = z.strictObject({
  id: short,
  title: short,
  label: optionalWords,
  authors: names,
  producer: optionalWords,
  datePublished: optionalWords,
  url: optionalWords,
  restsOn: optionalWords,
  document: optionalWords,
  sha256: optionalWords,
  lang: z.string().default("en"),
  /** The most words that a fragment of this source may have. */
  quoteWords: z.number().int().min(1).default(8)
});

/** A section whose heading may stand with nothing under it, as a harvested file has it. */
function section<S extends z.ZodType>(record: S) {
  return z
    .record(z.string(), record)
    .nullish()
    .transform((entries) => entries ?? {});
}

/** One file of `seeds/` or `data/context/`: one document and what it says. */
export const SourceFile = z.strictObject({
  source: SourceInput,
  quantities: section(ClaimInput),
  relations: section(RelationInput),
  events: section(EventInput),
  statements: section(StatementInput),
  contrasts: section(ContrastInput)
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
