import {z} from "zod";
import {ContrastInput} from "./source.ts";

const text = z.string().min(1, "is empty").max(2000, "is longer than 2,000 characters");

/** `data/entities.yaml`: who and what the documents speak of, by id. */
export const EntitiesFile = z.record(
  z.string(),
  z.strictObject({
    name: text,
    kind: text,
    aliases: z.array(text).default([])
  })
);
export type EntitiesFile = z.infer<typeof EntitiesFile>;

/** `data/measures.yaml`: what is measured, by the name that stands after the dot of a fact's id. */
export const MeasuresFile = z.record(
  z.string(),
  z.strictObject({
    label: text,
    /** ISO 4217 code, `ratio`, `pp`, `count`, a span of time, or a unit of the author's own. */
    unit: text,
    /** The least a value can be, where it cannot be negative. Used in arithmetic, never printed. */
    floor: z.number().optional()
  })
);
export type MeasuresFile = z.infer<typeof MeasuresFile>;

/** `data/derived.yaml`: facts that are computed, or that nobody states, by fact id. */
export const DerivedFile = z.record(
  z.string(),
  z.strictObject({
    label: text.optional(),
    formula: text.optional(),
    /** A slice of a series: one derived fact for each of its periods. */
    each: text.optional(),
    /** Why the documents do not settle it; stands instead of a formula. */
    unstated: text.optional(),
    unit: text.optional(),
    reason: text.optional()
  })
);
export type DerivedFile = z.infer<typeof DerivedFile>;

/** `data/assumptions.yaml`: numbers that the story supposes and no source says, by fact id. */
export const AssumptionsFile = z.record(
  z.string(),
  z.strictObject({label: text.optional(), says: text, reason: text})
);
export type AssumptionsFile = z.infer<typeof AssumptionsFile>;

/** `data/reconcile.yaml`: the editor's decisions, each with its reason. */
export const ReconcileFile = z.strictObject({
  /** Which claim a fact prints, by fact id. */
  decisions: z.record(z.string(), z.strictObject({prefer: text, reason: text})).default({}),
  contrasts: z.record(z.string(), ContrastInput).default({})
});
export type ReconcileFile = z.infer<typeof ReconcileFile>;
