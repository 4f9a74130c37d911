import type {ElementContent} from "hast";
import {h} from "hastscript";
import type {Dataset} from "../facts/dataset.ts";
import {closureOf} from "../figure/records.ts";
import type {BoundScene} from "./bind.ts";
import {editedBriefly} from "./edited.ts";
import {sourceId} from "./sources.ts";

/** Names the sources, articles and context apart; each leads to its place in the colophon. */
export function sourceLine(bound: BoundScene, dataset: Dataset, longest: number): ElementContent[] {
  const ids = sourcesOf(bound, dataset);
  const edited = editedBriefly(bound.records);
  const first = edited === "" ? [] : [h("strong", edited), {type: "text", value: " "} as const];
  const lines = (["seed", "context"] as const).flatMap((origin): ElementContent[] => {
    const own = ids.filter((id) => dataset.sources[id]!.origin === origin);
    if (own.length === 0) return [];
    const word = origin === "context" ? "Context" : own.length === 1 ? "Source" : "Sources";
    const rest = own.length - longest;
    const named = own
      .slice(0, longest)
      .flatMap((id, i): ElementContent[] => [
        {type: "text", value: i === 0 ? "" : ", "},
        h("a", {href: `#${sourceId(id, dataset)}`}, dataset.sources[id]!.label)
      ]);
    const end = rest > 0 ? `, and ${rest} more in the data below. ` : ". ";
    return [{type: "text", value: `${word}: `}, ...named, {type: "text", value: end}];
  });
  if (lines.length > 0) return [...first, ...lines];
  return [...first, {type: "text", value: "No source: the numbers are assumed."}];
}

/** The whole source line as plain text, and how many sources it names. */
export function sourceText(bound: BoundScene, dataset: Dataset): {text: string; count: number} {
  const text = textOf(sourceLine(bound, dataset, Infinity)).trim();
  return {text, count: sourcesOf(bound, dataset).length};
}

function textOf(nodes: readonly ElementContent[]): string {
  return nodes
    .map((node) =>
      node.type === "text" ? node.value : "children" in node ? textOf(node.children) : ""
    )
    .join("");
}

/**
 * The sources of everything a scene declares and that this is computed from, in the order in which the
 * scene comes to them: a line may name only the first.
 */
function sourcesOf({records}: BoundScene, dataset: Dataset): string[] {
  const found = new Set<string>();
  const declared = records.ids.flatMap((id) =>
    records.kindOf(id) === "series" ? records.series(id).map((member) => member.id) : id
  );
  for (const id of declared.flatMap((id) => closureOf(dataset, [id])))
    for (const table of [dataset.claims, dataset.statements, dataset.events, dataset.relations])
      if (Object.hasOwn(table, id)) found.add(table[id]!.source);
  return [...found];
}
