import {z} from "zod";
import {Quantity} from "../quantity.ts";

/** Where a number that a reader sees comes from. */
export const origins = ["seed", "context", "derived", "assumed", "edited"] as const;
export const Origin = z.enum(origins);
export type Origin = z.infer<typeof Origin>;

/** How the claims about one fact sit together; `single` is one claim. */
export const agreements = [
  "single",
  "same-origin",
  "corroborated",
  "compatible",
  "conflict"
] as const;
export const Agreement = z.enum(agreements);
export type Agreement = z.infer<typeof Agreement>;

export const Source = z.strictObject({
  /** How the story calls it: "article A", "SCMP". */
  label: z.string(),
  title: z.string(),
  authors: z.array(z.string()),
  producer: z.string().nullable(),
  /** EDTF, null where not known. */
  datePublished: z.string().nullable(),
  url: z.string().nullable(),
  /** The source id, or a name, of what this document rewrites; null where not known. */
  restsOn: z.string().nullable(),
  /** File name of the document, null for a source of which no copy is held. */
  document: z.string().nullable(),
  sha256: z.string().nullable(),
  /** BCP 47. */
  lang: z.string(),
  origin: z.enum(["seed", "context"])
});
export type Source = z.infer<typeof Source>;

export const Entity = z.strictObject({
  name: z.string(),
  kind: z.string(),
  aliases: z.array(z.string())
});
export type Entity = z.infer<typeof Entity>;

/** What a fragment in another language says, in English; absent for any other. */
const gloss = z.string().optional();

/** That what the document rests on is not known to say this too; absent for any other. */
const own = z.literal(true).optional();

/** One source's words about one fact. Its id is `<source>:<fact>[@place]`. */
export const Claim = z.strictObject({
  fact: z.string(),
  source: z.string(),
  says: z.string(),
  gloss,
  own,
  /** Ordinal of the line among the document's non-blank lines, from 1; null until verified. */
  line: z.number().int().nullable(),
  /** For readers: "p. 12". */
  where: z.string().nullable(),
  /** EDTF. */
  when: z.string().nullable(),
  /** Who says so inside the document, nearest first: entity ids or the document's own words. */
  by: z.array(z.string()),
  /** The fact that this is a share of. */
  of: z.string().nullable(),
  status: z.array(z.string()),
  origin: z.enum(["seed", "context", "edited"]),
  /** Whether the lock vouches for this fragment as it stands. */
  verified: z.boolean(),
  quantity: Quantity
});
export type Claim = z.infer<typeof Claim>;

export const Fact = z.strictObject({
  subject: z.string(),
  measure: z.string(),
  /** EDTF, for a measure that recurs. */
  period: z.string().nullable(),
  label: z.string(),
  origin: Origin,
  /** What prose prints: of agreeing claims the more cautious, unless a decision says otherwise. */
  quantity: Quantity,
  agreement: Agreement,
  /** The claim whose quantity this is; null for a derived or assumed fact. */
  preferred: z.string().nullable(),
  /** Why that one; for a derived or assumed fact, what the author says of it. */
  reason: z.string().nullable(),
  claims: z.array(z.string()),
  formula: z.string().nullable(),
  /** Fact or claim ids that the formula reads, in its order. */
  parents: z.array(z.string())
});
export type Fact = z.infer<typeof Fact>;

export const Relation = z.strictObject({
  source: z.string(),
  from: z.string(),
  type: z.string(),
  to: z.string(),
  says: z.string(),
  gloss,
  own,
  line: z.number().int().nullable(),
  when: z.string().nullable(),
  by: z.array(z.string())
});
export type Relation = z.infer<typeof Relation>;

export const Event = z.strictObject({
  source: z.string(),
  what: z.string(),
  who: z.array(z.string()),
  when: z.string().nullable(),
  /** Ids of events that the document puts before this one. */
  after: z.array(z.string()),
  says: z.string(),
  gloss,
  own,
  line: z.number().int().nullable(),
  by: z.array(z.string())
});
export type Event = z.infer<typeof Event>;

export const Statement = z.strictObject({
  source: z.string(),
  about: z.array(z.string()),
  /** What is said, in our words. */
  gist: z.string(),
  says: z.string(),
  gloss,
  own,
  line: z.number().int().nullable(),
  by: z.array(z.string())
});
export type Statement = z.infer<typeof Statement>;

export const Contrast = z.strictObject({
  between: z.tuple([z.string(), z.string()]),
  reason: z.string()
});
export type Contrast = z.infer<typeof Contrast>;

/** The typed result of compiling; the ids of all its parts share one namespace. */
export const Dataset = z.strictObject({
  sources: z.record(z.string(), Source),
  entities: z.record(z.string(), Entity),
  claims: z.record(z.string(), Claim),
  facts: z.record(z.string(), Fact),
  relations: z.record(z.string(), Relation),
  events: z.record(z.string(), Event),
  statements: z.record(z.string(), Statement),
  contrasts: z.record(z.string(), Contrast)
});
export type Dataset = z.infer<typeof Dataset>;
