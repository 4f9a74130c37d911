import {sortDiagnostics} from "../diagnostic.ts";
import type {Diagnostic} from "../diagnostic.ts";
import type {Dataset} from "../facts/dataset.ts";
import {closureOf} from "../figure/records.ts";
import {formats} from "../format.ts";
import type {Quantity} from "../quantity.ts";
import {isAdmitted} from "./admit.ts";
import type {BoundStory} from "./bind.ts";
import {toDiagnostic} from "./codes.ts";
import {findLoose} from "./loose.ts";

/**
 * Reports quantities in what a figure draws outside its axes, or says in its description, that no
 * record of its scene has. `texts` are whole texts as a reader sees them, one for each label. A
 * quantity may stand as any format prints it, as the document words it, or as a bare numeral of
 * either where the figure states the unit.
 */
export function lintDrawnText(
  bound: BoundStory,
  sceneId: string,
  texts: readonly string[]
): Diagnostic[] {
  const found = bound.scenes.find(({scene}) => scene.id === sceneId);
  if (found === undefined) throw new Error(`no such scene: ${sceneId}`);
  const {scene, records, allowance} = found;
  const stated = statedBy(bound.dataset, records.ids);
  const reported = new Set<string>();
  for (const text of texts)
    for (const loose of findLoose(text)) {
      if (loose.kind !== "quantity" || isAdmitted(loose, allowance)) continue;
      if (stated.has(loose.quantity, loose.text)) continue;
      reported.add(loose.text);
    }
  return sortDiagnostics(
    [...reported].map((text) =>
      toDiagnostic(bound.story.file, {
        code: "PL374",
        message: `the figure of ${scene.id} draws "${text}", which none of its records states`,
        hint: "declare the fact in facts=, or draw what is declared",
        line: scene.line,
        column: scene.column
      })
    )
  );
}

function statedBy(
  dataset: Dataset,
  ids: readonly string[]
): {has(quantity: Quantity, text: string): boolean} {
  const quantities: Quantity[] = [];
  const fragments: string[] = [];
  for (const id of closureOf(dataset, ids)) {
    const number = own(dataset.facts, id) ?? own(dataset.claims, id);
    if (number !== undefined) quantities.push(number.quantity);
    const record =
      own(dataset.claims, id) ??
      own(dataset.statements, id) ??
      own(dataset.events, id) ??
      own(dataset.relations, id);
    if (record !== undefined) fragments.push(plain(record.says));
    const statement = own(dataset.statements, id);
    if (statement !== undefined) fragments.push(plain(statement.gist));
    const event = own(dataset.events, id);
    if (event !== undefined) fragments.push(plain(event.what));
  }
  const printed = quantities.flatMap((quantity) =>
    Object.values(formats).map((format) => plain(format(quantity)))
  );
  const numerals = new Set(printed.flatMap((text) => text.match(/\d[\d.,]*/g) ?? []));
  return {
    has: (quantity, text) =>
      quantities.some((other) => same(quantity, other)) ||
      [...printed, ...fragments].some((other) => hasWords(other, plain(text))) ||
      (/^[+−-]?\d[\d.,]*$/.test(text) && numerals.has(text.replace(/^[+−-]/, "")))
  };
}

function same(a: Quantity, b: Quantity): boolean {
  return (
    a.value === b.value &&
    a.lower === b.lower &&
    a.upper === b.upper &&
    a.unit === b.unit &&
    a.hedge === b.hedge
  );
}

/** Whether some words stand in a text, not as a part of other words or numerals. */
function hasWords(text: string, words: string): boolean {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    const before = text.slice(0, at);
    const after = text.slice(at + words.length);
    if (!/[\p{L}\p{N}][.,]?$/u.test(before) && !/^[.,]?\p{N}|^\p{L}/u.test(after)) return true;
  }
  return false;
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[\s\u00a0\u202f\u2009]+/g, " ");
}

function own<T>(table: Readonly<Record<string, T>>, id: string): T | undefined {
  return Object.hasOwn(table, id) ? table[id] : undefined;
}
