import {z} from "zod";
import {ContrastInput, section} from "./source.ts";

const text = z.string().min(1, "is empty").max(2000, "is longer than 2,000 characters");

/** `data/entities.yaml`: who and what the documents speak of, by id. */
export const EntitiesFile = z.record(
  z.string(),
  z.strictObject({
    name: text.describe("As the story prints it."),
    kind: text.describe("What it is: company, person, place."),
    aliases: z.array(text).default([]).describe("What documents call it besides.")
  })
);
export type EntitiesFile = z.infer<typeof EntitiesFile>;

/** `data/measures.yaml`: what is measured, by the name that stands after the dot of a fact's id. */
export const MeasuresFile = z.record(
  z.string(),
  z.strictObject({
    label: text.describe("What is measured: valuation, share of the cloud market."),
    unit: text.describe(
      "A currency's ISO 4217 code, ratio, pp, count, year, month, day, quarter, or a unit of your own."
    ),
    floor: z
      .number()
      .optional()
      .describe("The least a value can be: used in arithmetic, never printed.")
  })
);
export type MeasuresFile = z.infer<typeof MeasuresFile>;

/** `data/derived.yaml`: facts that are computed, or that nobody states, by fact id. */
export const DerivedFile = z.record(
  z.string(),
  z.strictObject({
    label: text.optional().describe("What the number is, in your words."),
    formula: text
      .optional()
      .describe("How it is computed: a - b, mean(series), share(part, whole), part(whole)."),
    edited: text
      .optional()
      .describe("Another formula: it stands beside the first, and its number shows as edited."),
    each: text.optional().describe("A slice of a series: one fact for each of its periods."),
    unstated: text
      .optional()
      .describe("Why the documents do not settle it; stands instead of a formula."),
    unit: text.optional().describe("The measure's unit again, for whoever reads the file."),
    reason: text.optional().describe("Why it is computed so.")
  })
);
export type DerivedFile = z.infer<typeof DerivedFile>;

/** `data/assumptions.yaml`: numbers that the story supposes and no source says, by fact id. */
export const AssumptionsFile = z.record(
  z.string(),
  z.strictObject({
    label: text.optional().describe("What the number is, in your words."),
    says: text.describe("The number, in words: between 40% and 50%."),
    edited: text
      .optional()
      .describe("Another number: it stands beside the first, and shows as edited."),
    reason: text.describe("Why the story supposes it.")
  })
);
export type AssumptionsFile = z.infer<typeof AssumptionsFile>;

const decision = z
  .strictObject({
    prefer: text.optional().describe("The claim that the fact prints."),
    reason: text.optional().describe("Why that one."),
    edited: text
      .optional()
      .describe("Another claim, to be printed instead: its number shows as edited.")
  })
  .superRefine(({prefer, reason, edited}, context) => {
    // Only what was never decided can be edited without a decision beside it.
    if (edited !== undefined && prefer === undefined && reason === undefined) return;
    for (const [key, value] of Object.entries({prefer, reason}))
      if (value === undefined)
        context.addIssue({code: "custom", path: [key], message: "is missing", input: undefined});
  });

/** `data/reconcile.yaml`: the editor's decisions, each with its reason. */
export const ReconcileFile = z.strictObject({
  decisions: section(decision).describe("Which of its claims a fact prints, by fact."),
  contrasts: section(ContrastInput).describe(
    "What does not sit together across documents, by a name of your own."
  )
});
export type ReconcileFile = z.infer<typeof ReconcileFile>;
