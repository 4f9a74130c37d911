import type {Heading, RootContent} from "mdast";
import type {Position} from "../diagnostic.ts";
import type {RawAttribute} from "./attributes.ts";
import type {Opening} from "./fences.ts";
import type {Flat} from "./flat.ts";
import {splitBound} from "./line.ts";
import {isMasked} from "./manuscript.ts";
import type {Manuscript} from "./manuscript.ts";
import {endOf, startOf} from "./markdown.ts";
import type {ContainerDirective} from "./markdown.ts";
import {isPlaceId, suggestId} from "./places.ts";
import {readProse, readWords} from "./prose.ts";
import type {ProseContext} from "./prose.ts";
import type {Attribute, Inline, Ref, Scene, Step} from "./story.ts";

type Openings = ReadonlyMap<number, Opening>;

/** Reads a scene with its title and steps; null where the directive is none. */
export function readScene(
  node: ContainerDirective,
  openings: Openings,
  context: ProseContext
): Scene | null {
  const {manuscript} = context;
  if (node.name !== "scene") {
    misplaced(node, context, `a ${node.name} stands outside a scene`);
    return null;
  }
  const start = startOf(node);
  const attributes = readAttributeList(node, openings, manuscript);
  const {id, ...at} = readId(attributes, start, "scene", manuscript);
  const titles: Heading[] = [];
  const steps: Step[] = [];
  for (const child of node.children) {
    if (child.type === "containerDirective") {
      if (child.name === "step") steps.push(readStep(child, openings, context));
      else misplaced(child, context, `a ${child.name} stands inside a scene`);
    } else if (child.type === "heading") titles.push(child);
    else if (!isComments(child, manuscript)) {
      manuscript.report("PL333", startOf(child), "prose stands outside the steps", "move it");
      readProse([child], context);
    }
  }
  const kind = attributes.get("kind");
  if (kind === undefined)
    manuscript.report("PL341", start, "the scene names no kind", "write kind=number-line");
  if (steps.length === 0)
    manuscript.report("PL332", start, "the scene has no step", "add :::step{#id}");
  const title = readTitle(titles, start, context);
  const own = ["id", "kind", "facts", "holds", "picture"];
  return {
    type: "scene",
    id,
    ...at,
    kind: kind ?? {name: "kind", value: "", ...at, valueAt: at, literal: true},
    title: title.children,
    typed: title.typed,
    facts: readRefs(attributes.get("facts"), manuscript),
    holds: attributes.get("holds") ?? null,
    picture: readPicture(attributes.get("picture"), steps, manuscript),
    options: [...attributes.values()].filter(({name}) => !own.includes(name)),
    steps
  };
}

/** The step whose state stands for the scene where there is room for one: its last, unless it says. */
function readPicture(
  attribute: Attribute | undefined,
  steps: readonly Step[],
  manuscript: Manuscript
): string | null {
  const ids = steps.map(({id}) => id);
  if (attribute === undefined || ids.includes(attribute.value))
    return attribute?.value ?? ids.at(-1) ?? null;
  manuscript.problems.push({
    code: "PL344",
    message: `picture — the scene has no step "${attribute.value}"`,
    hint: `name one of ${ids.join(", ")}`,
    ...attribute.valueAt
  });
  return null;
}

function readTitle(
  titles: readonly Heading[],
  start: number,
  context: ProseContext
): ReturnType<typeof readWords> {
  const {manuscript} = context;
  const [title, ...more] = titles;
  for (const heading of more)
    manuscript.report("PL331", startOf(heading), "the scene has a title", "put ### in a step");
  if (title === undefined) {
    manuscript.report("PL330", start, "the scene has no title", "write ## and what it finds");
    return {children: [], typed: []};
  }
  if (title.depth !== 2)
    manuscript.report("PL331", startOf(title), "the title of a scene is a ##", "write ##");
  const read = readWords(title, context);
  if (read.children.length === 0)
    manuscript.report("PL330", startOf(title), "the title says nothing", "write what it finds");
  return read;
}

function readStep(node: ContainerDirective, openings: Openings, context: ProseContext): Step {
  const {manuscript, used} = context;
  const start = startOf(node);
  const attributes = readAttributeList(node, openings, manuscript);
  const {id, ...at} = readId(attributes, start, "step", manuscript);
  const children = node.children.filter((child) => {
    if (child.type !== "containerDirective") return true;
    misplaced(child, context, `a ${child.name} stands inside a step`);
    return false;
  });
  for (const child of children)
    if (child.type === "heading" && child.depth === 2)
      manuscript.report("PL331", startOf(child), "a title belongs to the scene", "write ###");
  const {blocks, typed} = readProse(children, context);
  if (blocks.length === 0)
    manuscript.report("PL334", start, "the step says nothing", "write a sentence");
  const notes: Inline[][] = [];
  for (const comment of manuscript.comments) {
    if (comment.start < start || comment.end > endOf(node)) continue;
    const lead = /^\s*notes:\s*/.exec(comment.body)?.[0];
    if (lead === undefined) continue;
    used.add(comment);
    notes.push(readNotes(comment.body.slice(lead.length), comment.bodyAt + lead.length));
  }
  const own = ["id", "highlight", "holds", "measure", "minutes", "talk"];
  return {
    id,
    ...at,
    highlight: readRefs(attributes.get("highlight"), manuscript),
    holds: attributes.get("holds") ?? null,
    measure: attributes.get("measure") ?? null,
    state: [...attributes.values()].filter(({name}) => !own.includes(name)),
    minutes: readMinutes(attributes.get("minutes"), manuscript),
    skip: readTalk(attributes.get("talk"), manuscript),
    blocks,
    typed,
    notes
  };

  function readNotes(text: string, from: number): Inline[] {
    const flat: Flat = {text: "", offsets: []};
    const body = text.trimEnd();
    const offsets = Array.from({length: body.length}, (_, i) => from + i);
    return splitBound(manuscript, body, offsets, flat);
  }
}

function readAttributeList(
  node: ContainerDirective,
  openings: Openings,
  manuscript: Manuscript
): Map<string, Attribute> {
  const found = new Map<string, Attribute>();
  for (const raw of openings.get(startOf(node))?.attributes ?? []) {
    const {name, nameAt} = raw;
    if (found.has(name)) {
      const message = `${name} stands twice in this ${node.name}`;
      manuscript.report("PL313", nameAt, message, "write it once");
    } else if (/^(?:on.*|style|class|__proto__|constructor|prototype)$/i.test(name)) {
      const hint = "style belongs to the page, script to no story";
      manuscript.report("PL340", nameAt, `${name} is no attribute of a ${node.name}`, hint);
    } else found.set(name, toAttribute(raw, node, manuscript));
  }
  return found;
}

function toAttribute(
  {name, value, nameAt, valueAt}: RawAttribute,
  node: ContainerDirective,
  manuscript: Manuscript
): Attribute {
  // Only a value with character references reads otherwise than it is written.
  const decoded = value?.includes("&") === true ? (node.attributes?.[name] ?? value) : value;
  return {
    name,
    value: decoded ?? "true",
    ...manuscript.position(nameAt),
    valueAt: manuscript.position(valueAt),
    literal: decoded === value
  };
}

function readId(
  attributes: ReadonlyMap<string, Attribute>,
  start: number,
  what: string,
  manuscript: Manuscript
): {id: string} & Position {
  const attribute = attributes.get("id");
  if (attribute === undefined) {
    manuscript.report("PL320", start, `the ${what} has no id`, `write :::${what}{#id}`);
    return {id: "", ...manuscript.position(start)};
  }
  const {value: id, valueAt} = attribute;
  if (!isPlaceId(id)) {
    const reserved = id.startsWith("pl-");
    manuscript.problems.push({
      code: "PL321",
      message: reserved ? `"${id}" is one of the page's own ids` : `"${id}" is no id`,
      hint: suggestId(id),
      ...valueAt
    });
  }
  return {id, ...valueAt};
}

function readRefs(attribute: Attribute | undefined, manuscript: Manuscript): Ref[] {
  if (attribute === undefined) return [];
  const {value, valueAt, literal} = attribute;
  const refs: Ref[] = [];
  for (const match of value.matchAll(/\S+/g)) {
    const ref = {
      id: match[0],
      line: valueAt.line,
      column: valueAt.column + (literal ? match.index : 0)
    };
    if (refs.some(({id}) => id === ref.id)) {
      const {id: _, ...at} = ref;
      manuscript.problems.push({code: "PL348", message: `${ref.id} is listed twice`, ...at});
    } else refs.push(ref);
  }
  return refs;
}

function readMinutes(attribute: Attribute | undefined, manuscript: Manuscript): number | null {
  if (attribute === undefined) return null;
  const minutes = Number(attribute.value);
  if (/^\d+(?:\.\d+)?$/.test(attribute.value) && minutes > 0 && minutes <= 600) return minutes;
  manuscript.problems.push({
    code: "PL344",
    message: `minutes is "${attribute.value}"`,
    hint: "write a number, such as 1.5",
    ...attribute.valueAt
  });
  return null;
}

function readTalk(attribute: Attribute | undefined, manuscript: Manuscript): boolean {
  if (attribute === undefined) return false;
  if (attribute.value === "skip") return true;
  manuscript.problems.push({
    code: "PL344",
    message: `talk is "${attribute.value}"`,
    hint: "write talk=skip, or leave it out",
    ...attribute.valueAt
  });
  return false;
}

function isComments(node: RootContent, manuscript: Manuscript): boolean {
  return isMasked(manuscript.text.slice(startOf(node), endOf(node)));
}

function misplaced(node: ContainerDirective, context: ProseContext, message: string): void {
  const {manuscript, used} = context;
  for (const comment of manuscript.comments)
    if (comment.start > startOf(node) && comment.end < endOf(node)) used.add(comment);
  const hint =
    node.name === "step" ? "a step belongs in a scene" : "scenes stand one after another";
  manuscript.report("PL316", startOf(node), message, hint);
}
