import {z} from "zod";
import type {Diagnostic, Position} from "../diagnostic.ts";
import {readYaml} from "../facts/yaml.ts";
import type {Path} from "../facts/places.ts";
import type {YamlFile} from "../facts/yaml.ts";
import {readTime} from "../time.ts";
import {readLine} from "./line.ts";
import type {Manuscript} from "./manuscript.ts";
import type {Inline, Typed} from "./story.ts";

const words = z.string().trim().min(1, "is empty");
const list = z.union([words.transform((one) => [one]), z.array(words)]);

/** The front matter as an author writes it. */
export const FrontInput = z.strictObject({
  title: words,
  /** What stands under the title; may hold bound numbers, as the title may. */
  standfirst: words.optional(),
  /** What search engines and link previews show; the standfirst where absent. */
  description: words.optional(),
  /** Folders or files of source documents, from the project's root. */
  seeds: list.default(["seeds"]),
  /** Folders or files of what the story adds, from the project's root. */
  data: list.default(["data"]),
  /** Whether this is the story at the address of the whole site. */
  home: z.boolean().default(false),
  /** The absolute address that the built pages will have. */
  site: words.optional(),
  license: words.optional(),
  authors: list.default([]),
  /** EDTF. */
  date: words.optional(),
  /** BCP 47. */
  lang: words.default("en"),
  /** What a presenter plans for the whole, min. */
  talk: z.number().positive().optional(),
  /** Whether readers may change data on the published page, or only the author at home. */
  tweak: z.enum(["local", "public"]).default("local")
});

/** The front matter, read. */
export interface Front {
  readonly title: readonly Inline[];
  readonly standfirst: readonly Inline[];
  readonly description: readonly Inline[];
  /** Numbers typed in these three. */
  readonly typed: readonly Typed[];
  readonly seeds: readonly string[];
  readonly data: readonly string[];
  readonly home: boolean;
  readonly site: string | null;
  readonly license: string | null;
  readonly authors: readonly string[];
  readonly date: string | null;
  readonly lang: string;
  readonly talk: number | null;
  readonly tweak: "local" | "public";
}

type Input = z.output<typeof FrontInput>;

/**
 * Reads the front matter. Mistakes of YAML and of its keys are PL1xx diagnostics, as in every YAML
 * file; those of values are PL301. Gives null where title or shape are missing.
 */
export function readFront(manuscript: Manuscript): {
  front: Front | null;
  diagnostics: Diagnostic[];
} {
  if (manuscript.front === null) return {front: null, diagnostics: []};
  const yaml = readYaml({path: manuscript.file, text: manuscript.front}, FrontInput, {prose: true});
  const {value: input} = yaml;
  // A key that is missing is reported at every attempt to do without it.
  const diagnostics = [...new Map(yaml.diagnostics.map((d) => [JSON.stringify(d), d])).values()];
  if (input === null) return {front: null, diagnostics};
  diagnostics.push(...checkValues(input, yaml));
  const typed: Typed[] = [];
  const line = (key: "title" | "standfirst" | "description"): Inline[] => {
    const value = input[key];
    if (value === undefined) return [];
    const place = yaml.report({code: "", path: [key], message: ""});
    const read = readLine(manuscript, value, offsetsOf(manuscript, value, place));
    typed.push(...read.typed);
    return read.children;
  };
  const front: Front = {
    ...input,
    title: line("title"),
    standfirst: line("standfirst"),
    description: line("description"),
    typed,
    site: input.site ?? null,
    license: input.license ?? null,
    date: input.date ?? null,
    talk: input.talk ?? null
  };
  return {front, diagnostics};
}

function checkValues(input: Input, yaml: YamlFile<Input>): Diagnostic[] {
  const refused: Diagnostic[] = [];
  const refuse = (path: Path, message: string, hint: string): void => {
    refused.push(yaml.report({code: "PL301", path, message, hint}));
  };
  for (const key of ["seeds", "data"] as const)
    for (const [i, folder] of input[key].entries()) {
      if (!leavesProject(folder)) continue;
      // A single folder is written without a list: then there is no item to point at.
      const [item, own] = [[key, i], [key]].map((path) =>
        yaml.report({code: "", path, message: ""})
      );
      const inList = item!.line !== own!.line || item!.column >= own!.column;
      refuse(inList ? [key, i] : [key], `"${folder}" leaves the project`, "name one inside it");
    }
  const {site, date, lang} = input;
  if (site !== undefined && !(URL.canParse(site) && new URL(site).protocol === "https:"))
    refuse(["site"], "is not an https address", "write https://example.org/stories/");
  const time = date === undefined ? null : readTime(date);
  if (time !== null && "error" in time)
    refuse(["date"], time.error, "write an EDTF date, such as 2024-05");
  if (!/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(lang))
    refuse(["lang"], "is not a language tag", "write en");
  return refused;
}

function leavesProject(folder: string): boolean {
  return /^[/~]|^[A-Za-z]:|[\\\0]/.test(folder) || folder.split("/").includes("..");
}

/** Where each character of a YAML text stands: exact where it is written as it reads. */
function offsetsOf(manuscript: Manuscript, value: string, {line, column}: Position): number[] {
  const lines = manuscript.source.split("\n");
  const start = lines.slice(0, line - 1).reduce((sum, {length}) => sum + length + 1, column - 1);
  const found = manuscript.source.indexOf(value, start);
  // A quote mark may stand before the value; a folded or escaped text is nowhere as it reads.
  const exact = found >= 0 && found - start <= 1;
  return Array.from({length: value.length}, (_, i) => (exact ? found + i : start));
}
