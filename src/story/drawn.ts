import {sortDiagnostics} from "../diagnostic.ts";
import type {Diagnostic, Position} from "../diagnostic.ts";
import type {Dataset} from "../facts/dataset.ts";
import {closureOf} from "../figure/records.ts";
import {formats} from "../format.ts";
import {isSameQuantity} from "../quantity.ts";
import type {Quantity} from "../quantity.ts";
import {isAdmitted} from "./admit.ts";
import type {BoundScene, BoundStory} from "./bind.ts";
import {typedIn} from "./checks.ts";
import {toDiagnostic} from "./codes.ts";
import {findLoose} from "./loose.ts";
import type {Loose} from "./loose.ts";
import type {Attribute} from "./story.ts";

/** A text that a figure gives its readers, and which of its parts has it. */
interface FigureText {
  readonly part: "drawing" | "description" | "measure line" | "table";
  readonly text: string;
}

type LooseQuantity = Extract<Loose, {kind: "quantity"}>;

/**
 * Reports quantities in what a figure tells its readers outside its axes, drawn or in words, that no
 * record of its scene has. `drawn` are whole texts and accessible names of its drawings, one for each
 * label. A quantity may stand as any format prints it, as the document words it, or as a bare numeral
 * of either where the figure states the unit; and so may what its kind says that it supposes. One
 * quantity is reported once, wherever it stands.
 */
export function lintDrawnText(
  bound: BoundStory,
  sceneId: string,
  drawn: readonly string[]
): Diagnostic[] {
  const found = bound.scenes.find(({scene}) => scene.id === sceneId);
  if (found === undefined) throw new Error(`no such scene: ${sceneId}`);
  const {scene, records, allowance} = found;
  const supposed = found.steps.flatMap((step) => step.supposed);
  const stated = statedBy(bound.dataset, records.ids, supposed);
  const attributes = [...scene.options, ...scene.steps.flatMap(({state}) => state)];
  // What an attribute types in so many words has been reported there.
  const typed = new Set(attributes.flatMap(typedIn).map(({text}) => plain(text)));
  const reported: LooseQuantity[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const {part, text} of [...drawn.map(drawnText), ...wordsOf(found)])
    for (const loose of findLoose(text)) {
      if (loose.kind !== "quantity" || isAdmitted(loose, allowance)) continue;
      if (typed.has(plain(loose.text)) || stated.has(loose.quantity, loose.text)) continue;
      if (reported.some(({quantity}) => isSameQuantity(quantity, loose.quantity))) continue;
      reported.push(loose);
      diagnostics.push(
        toDiagnostic(bound.story.file, {
          code: "PL374",
          message: `the ${part} of ${scene.id} says "${loose.text}", which none of its records states`,
          hint: "declare the fact in facts=, or say what is declared",
          ...(placeIn(attributes, loose.text) ?? {line: scene.line, column: scene.column})
        })
      );
    }
  return sortDiagnostics(diagnostics);
}

function drawnText(text: string): FigureText {
  return {part: "drawing", text};
}

/** The words that stand beside a figure's drawings. */
function wordsOf({measure, steps, table}: BoundScene): FigureText[] {
  const {caption, columns, rows} = table;
  const cells = rows.flat().map(({text}) => text);
  return [
    ...steps.flatMap(({description, controls}) =>
      [description, ...(controls?.variants ?? []).map((variant) => variant.description)].map(
        (text) => ({part: "description", text}) as const
      )
    ),
    {part: "measure line", text: measure},
    ...[caption, ...columns, ...cells].map((text) => ({part: "table", text}) as const)
  ];
}

/** The value of the attribute that some words of a figure come from; null where the kind has them. */
function placeIn(attributes: readonly Attribute[], text: string): Position | null {
  const source = attributes.find(({value}) => hasWords(plain(value), plain(text)));
  return source?.valueAt ?? null;
}

function statedBy(
  dataset: Dataset,
  ids: readonly string[],
  supposed: readonly Quantity[]
): {has(quantity: Quantity, text: string): boolean} {
  const quantities: Quantity[] = [...supposed];
  const fragments: string[] = [];
  for (const id of closureOf(dataset, ids)) {
    // A label has its own check, where its author wrote it.
    const fact = own(dataset.facts, id);
    if (fact !== undefined) fragments.push(plain(fact.label));
    const number = fact ?? own(dataset.claims, id);
    if (number !== undefined) quantities.push(number.quantity);
    const record =
      own(dataset.claims, id) ??
      own(dataset.statements, id) ??
      own(dataset.events, id) ??
      own(dataset.relations, id);
    // Whom a source has its words from is said in its own words too.
    if (record !== undefined) fragments.push(plain(record.says), ...record.by.map(plain));
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
      quantities.some((other) => isSameQuantity(quantity, other)) ||
      [...printed, ...fragments].some((other) => hasWords(other, plain(text))) ||
      (/^[+−-]?\d[\d.,]*$/.test(text) && numerals.has(text.replace(/^[+−-]/, "")))
  };
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
