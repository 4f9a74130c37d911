import {countHarvest, harvestedLines, harvestedNote, quoteYaml} from "../harvest.ts";
import type {Harvested} from "../harvest.ts";
import {schemaComment} from "../schemas.ts";
import type {Candidate, Measure} from "./candidates.ts";
import {vagueness} from "./candidates.ts";

/** Claims that one scene shows: of one measure on a number line, or shares in rows. */
export interface DraftScene {
  readonly kind: "number-line" | "shares";
  readonly claims: readonly Candidate[];
}

/** A claim under its neutral name. */
export interface DraftClaim extends Candidate {
  /** The entity that it is said of, `subject-a`, and how that is called until it has a name. */
  readonly subject: string;
  readonly name: string;
  /** The fact's id. */
  readonly fact: string;
}

const most = {lines: 3, claims: 3} as const;

/**
 * What a first draft can show of a document: number lines for what is counted or measured most often,
 * and the shares whose whole the words name.
 */
export function draftScenes(candidates: readonly Candidate[]): DraftScene[] {
  const shares = candidates.filter(({measure}) => measure.whole !== null);
  const byMeasure = new Map<string, Candidate[]>();
  for (const candidate of candidates)
    if (!shares.includes(candidate)) {
      const {id} = candidate.measure;
      byMeasure.set(id, [...(byMeasure.get(id) ?? []), candidate]);
    }
  const lines = [...byMeasure.values()].sort(
    (a, b) => vagueness(a[0]!.measure) - vagueness(b[0]!.measure) || b.length - a.length
  );
  // A line is for comparing: one number alone has one only where there is little else to show.
  const shown = lines.filter((claims) => claims.length > 1).slice(0, most.lines);
  for (const claims of lines) {
    const count = [...shown.flat(), ...shares].length;
    if (claims.length === 1 && count < most.claims) shown.push(claims);
  }
  return [
    ...shown.map((claims): DraftScene => ({kind: "number-line", claims})),
    ...(shares.length === 0 ? [] : [{kind: "shares", claims: shares} as const])
  ].map(({kind, claims}) => ({kind, claims: claims.slice(0, most.claims)}));
}

/** The claims of all scenes, in the document's order, each of a subject of its own. */
export function nameClaims(scenes: readonly DraftScene[]): DraftClaim[] {
  return scenes
    .flatMap(({claims}) => claims)
    .sort((a, b) => a.harvested.start - b.harvested.start)
    .map((candidate, i) => {
      const letter = String.fromCharCode(97 + i);
      const subject = `subject-${letter}`;
      const name = `Subject ${letter.toUpperCase()}`;
      return {...candidate, subject, name, fact: `${subject}.${candidate.measure.id}`};
    });
}

/** The document's source file: its claims, then what else was found in it, as comments. */
export function draftSource(
  slug: string,
  document: {readonly name: string; readonly sha256: string},
  harvest: readonly Harvested[],
  claims: readonly DraftClaim[]
): string {
  const rest = harvest.filter((found) => claims.every(({harvested}) => harvested !== found));
  return [
    schemaComment(`stories/${slug}/seeds/document.yaml`).trim(),
    "# The document, and what it says. The document itself stays outside of the repository.",
    "source:",
    `  id: ${sourceId(slug)} # names its claims; letters, digits, hyphens`,
    `  title: ${quoteYaml(document.name)} # its own title, when you have it`,
    "  label: the document # how the story calls it, in a sentence",
    "  # Who publishes it, when and where, as far as you know:",
    "  # producer: …",
    "  # datePublished: 2024-05-21",
    "  # url: https://…",
    `  document: ${quoteYaml(document.name)}`,
    `  sha256: ${document.sha256}`,
    "",
    "quantities:",
    ...(claims.length === 0
      ? []
      : [
          "  # Each key is subject.measure; rename both, here and in data/. says: is the document's wording,",
          "  # of eight words at most; number and hedge are read from it."
        ]),
    ...claims.flatMap(({harvested, fact, says}) => [
      harvestedNote(harvested),
      `  ${fact}:`,
      `    says: ${quoteYaml(says)}`
    ]),
    ...(claims.length === 0 ? [] : [""]),
    `  # ${countHarvest(rest)} ${claims.length === 0 ? "" : "besides "}found; take away the # and name the fact as subject.measure`,
    ...rest.flatMap(harvestedLines),
    ""
  ].join("\n");
}

/** The subjects, each a thing of its own until somebody says that two are one. */
export function draftEntities(claims: readonly DraftClaim[]): string {
  return [
    "# The document's: rename each, the id here and where it is used, the name as the story prints it.",
    ...claims.flatMap(({subject, name, harvested, says}) => [
      `# line ${harvested.line}: ${says}`,
      `${subject}:`,
      `  name: ${name}`,
      "  kind: not named yet # company, place, person"
    ]),
    ""
  ].join("\n");
}

/** The measures, of which a program knows no more than the unit. */
export function draftMeasures(claims: readonly DraftClaim[]): string {
  const measures = new Map(claims.map(({measure}) => [measure.id, measure]));
  return [
    "# The document's: rename each, and say in label: what it is that is measured.",
    ...[...measures.values()].flatMap(({id, label, unit}: Measure) => [
      `${id}:`,
      `  label: ${label}`,
      `  unit: ${unit}`
    ]),
    ""
  ].join("\n");
}

/** The scenes in Markdown. */
export function draftProse(
  slug: string,
  scenes: readonly DraftScene[],
  claims: readonly DraftClaim[]
): string {
  return scenes
    .map(({kind, claims: shown}) => {
      const own = claims.filter(({harvested}) => shown.some((one) => one.harvested === harvested));
      return kind === "shares" ? sharesScene(slug, own) : lineScene(slug, own);
    })
    .join("\n");
}

function lineScene(slug: string, claims: readonly DraftClaim[]): string {
  const {measure} = claims[0]!;
  const ids = claims.map(({fact}) => `${sourceId(slug)}:${fact}`);
  return `<!-- number-line: numbers of one unit on one line. Name its id, #${measure.id}, after what it shows. -->

::::scene{#${measure.id} kind=number-line facts="${ids.join(" ")}"}

## The document says ${listed(ids.map((id) => `{{${id}}}`))}

:::step{#${measure.id}-all}

${claims.length === 1 ? "This is in the document’s own words" : "Each row has the document’s own words"}. What they speak of has no name here yet.

:::
${claims.length === 1 ? "" : firstStep(measure, ids[0]!)}
::::
`;
}

function firstStep(measure: Measure, id: string): string {
  return `
<!-- A step is one thing said. This one has a row stand out. -->

:::step{#${measure.id}-first highlight="${id}"}

The first of these in the document is {{${id}}}.

:::
`;
}

function sharesScene(slug: string, claims: readonly DraftClaim[]): string {
  const ids = claims.map(({fact}) => `${sourceId(slug)}:${fact}`);
  const said = claims.map(({measure}, i) => `{{${ids[i]!}}} of ${measure.whole!}`);
  return `<!-- shares: each of a whole of its own. Where a claim gives the whole, name it with of: in seeds/. -->

::::scene{#shares kind=shares facts="${ids.join(" ")}"}

## The document speaks of ${listed(said)}

:::step{#shares-all}

${claims.length === 1 ? "The bar is the whole" : "Each bar is a whole of its own"}. How large it is has not been looked up yet.

:::

::::
`;
}

/** The id of a document's source in a draft. */
export function sourceId(slug: string): string {
  return `${slug}-document`;
}

function listed(items: readonly string[]): string {
  return items.length < 2
    ? items.join("")
    : `${items.slice(0, -1).join(", ")} and ${items.at(-1)!}`;
}
