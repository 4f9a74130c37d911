import type {z} from "zod";
import {didYouMean} from "../diagnostic.ts";
import type {Position} from "../diagnostic.ts";
import type {Problem} from "./codes.ts";
import {attributesOf} from "./story.ts";
import type {Attribute} from "./story.ts";

/** What a schema made of attributes, or why it could not. */
export type ReadBySchema =
  | {readonly ok: true; readonly value: unknown; readonly problems: readonly Problem[]}
  | {readonly ok: false; readonly problems: readonly Problem[]};

/**
 * Reads attributes, whose values are all text, by a kind's schema. Unknown names are reported
 * whether the schema is strict or not; what is missing is reported at `at`.
 */
export function readBySchema(
  schema: z.ZodType,
  attributes: readonly Attribute[],
  at: Position,
  owner: string,
  what: "option" | "state"
): ReadBySchema {
  const problems: Problem[] = [];
  const known = keysOf(schema);
  const read = attributes.filter((attribute) => {
    const {name, line, column} = attribute;
    if (known === null || known.includes(name)) return true;
    const otherwise = known.length === 0 ? "remove it" : `there are ${known.join(", ")}`;
    problems.push({
      code: "PL343",
      message: `${owner} has no ${what} "${name}"`,
      hint: didYouMean(name, known, otherwise),
      line,
      column
    });
    return false;
  });
  const result = schema.safeParse(attributesOf(read));
  for (const issue of result.error?.issues ?? []) {
    const name = issue.path[0];
    const attribute = read.find((other) => other.name === name);
    const {line, column} = attribute?.valueAt ?? at;
    const value = attribute === undefined ? "is missing" : `is "${attribute.value}"`;
    problems.push({
      code: "PL344",
      message: name === undefined ? issue.message : `${String(name)} ${value}`,
      hint: hintOf(issue, name),
      line,
      column
    });
  }
  if (!result.success || problems.length > 0) return {ok: false, problems};
  return {ok: true, value: result.data, problems};
}

function hintOf(issue: z.core.$ZodIssue, name: PropertyKey | undefined): string {
  if (issue.code === "invalid_value") return `it may be ${issue.values.map(String).join(", ")}`;
  return name === undefined ? "" : issue.message;
}

/** The names that an object schema admits; null for a schema that is no object. */
function keysOf(schema: z.ZodType): string[] | null {
  const def = schema._zod.def as unknown as {
    shape?: Record<string, unknown>;
    innerType?: z.ZodType;
    in?: z.ZodType;
    catchall?: z.ZodType;
  };
  const inner = def.innerType ?? def.in;
  if (inner !== undefined) return keysOf(inner);
  if (def.shape === undefined) return null;
  const open = def.catchall !== undefined && def.catchall._zod.def.type !== "never";
  return open ? null : Object.keys(def.shape);
}
