import type {Diagnostic} from "../diagnostic.ts";
import type {Edits} from "../facts/edits.ts";
import type {Reader} from "../page/read.ts";
import {allOf, parseElement, takeStory} from "../page/take.ts";
import type {Made} from "../page/take.ts";
import type {CompiledStory, PartOptions} from "../story/compile.ts";
import {changesBetween} from "../story/changes.ts";
import {withoutConsequences} from "../story/consequences.ts";
import {plainText} from "../story/printer.ts";
import {differencesOf} from "./difference.ts";
import type {Difference} from "./difference.ts";
import {edit, noHistory, pause, redo, replaceAll, startWith, undo} from "./history.ts";
import type {History} from "./history.ts";
import type {Compiler, Edited} from "./recompile.ts";
import type {Rendered} from "./rooms.ts";

/** Why an edit is not taken, as a sentence, and what helps. */
export interface Refusal {
  readonly message: string;
  readonly hint: string;
}

/** One page's edits: what they are, and the page that follows them. */
export interface Session {
  /** Of the story as it is published now. */
  readonly compiler: Compiler;
  readonly history: History;
  /** The data with the edits. */
  readonly edited: Edited;
  /** The story with the edits, all of it. */
  readonly compiled: CompiledStory;
  /** What of the story's words holds no more: the scene or step, and its title. */
  readonly unheld: readonly {readonly id: string; readonly title: string}[];
  /** Tries other words for an input; null takes an edit back. The page follows if they can be read. */
  set(id: string, words: string | null, typing?: boolean): Refusal | null;
  pause(): void;
  undo(): void;
  redo(): void;
  /** Replaces all edits; those that cannot be taken are left out and told. */
  replace(edits: Edits): readonly (Refusal & {readonly id: string})[];
  differences(): readonly Difference[];
  /** Takes a story that was published anew, as after a save; gives the edits that no longer fit. */
  renew(compiler: Compiler): readonly (Refusal & {readonly id: string})[];
  /** Brings the whole page up to date now, for whoever needs more of it than is seen. */
  finish(): void;
  /** Calls back after each change. */
  onChange(call: () => void): void;
}

/** Where the page is seen, and when the rest of it can be brought up to date. */
export interface Seen {
  /** Whether a scene is on the screen, or nearly, and which of its drawings are. */
  readonly sees: PartOptions["wants"];
  /** Calls back once when somebody may see more, or soon; a second call takes the place of the first. */
  later(call: () => void): void;
  /** What the page was made of, where it may be older than the story; the story as it is where absent. */
  readonly shown?: Made | undefined;
}

/**
 * Starts a session on an open page that shows the story as it was published. After each change the
 * page follows where it is seen, at once; the rest follows before it is seen.
 */
export function startSession(
  first: Compiler,
  reader: Reader | null,
  {sees, later, shown}: Seen
): Session {
  let compiler = first;
  const page = compiler.published.compiled!.page;
  const made = shown ?? {
    blocks: page.blocks.map(parseElement),
    cards: page.cards.map(parseElement)
  };
  if (shown !== undefined) takeStory(allOf(page, made), made, reader);
  const calls: (() => void)[] = [];
  let history = startWith(new Map());
  let edited: Edited = compiler.published;
  let rendered: Rendered = compiler.published;

  /** The first mistake of an edit itself, none that only follows from it. */
  const wrongIn = ({assembled: {diagnostics, refused}}: Edited): Diagnostic | undefined =>
    newErrors(
      withoutConsequences(diagnostics, [refused]),
      compiler.published.assembled.diagnostics
    )[0];
  const attempt = (edits: Edits): Refusal | {edited: Edited; rendered: Rendered} => {
    const tried = compiler.assemble(edits);
    const wrong = wrongIn(tried);
    if (wrong !== undefined) return refusalOf(wrong);
    const before = rendered.compiled!;
    const shown = compiler.render(tried, {wants: sees, before, binds: "all"});
    if (shown.compiled === null) {
      const why = newErrors(shown.diagnostics, compiler.published.diagnostics)[0];
      return why === undefined
        ? {message: "nothing can be shown with it", hint: ""}
        : refusalOf(why);
    }
    return {edited: tried, rendered: shown};
  };
  /** Takes a step of the history, unless the page cannot follow it. */
  const go = (next: History): Refusal | null => {
    if (next.now === history.now) {
      history = next;
      return null;
    }
    const result = attempt(next.now);
    if ("message" in result) return result;
    const before = rendered.compiled!.page;
    history = next;
    ({edited, rendered} = result);
    takeStory(changesBetween(before, rendered.compiled!.page), made, reader);
    for (const call of calls) call();
    later(finish);
    return null;
  };
  /** Brings all of the page up to date, what nobody sees too. */
  const finish = (): void => {
    const before = rendered.compiled!.page;
    rendered = compiler.render(edited);
    takeStory(changesBetween(before, rendered.compiled!.page), made, reader);
    for (const call of calls) call();
  };
  /** What of some edits can be taken, and what not. */
  const fitting = (edits: Edits): {fits: Edits; refused: (Refusal & {readonly id: string})[]} => {
    const refused: (Refusal & {readonly id: string})[] = [];
    const known = [...edits].filter(([id, words]) => {
      const old = compiler.wordsOf(id);
      if (old === null) refused.push({id, message: "is not in this story's data", hint: ""});
      else if (unseen.test(words))
        refused.push({id, message: "holds signs that cannot be seen", hint: ""});
      else return words !== old;
      return false;
    });
    // Nearly always all of them can be taken; one at a time they take as many compilations.
    const all = new Map(known);
    if (wrongIn(compiler.assemble(all)) === undefined) return {fits: all, refused};
    let fits: Edits = new Map();
    for (const [id, words] of known) {
      const more = new Map([...fits, [id, words]]);
      const tried = compiler.assemble(more);
      const wrong = wrongIn(tried);
      if (wrong !== undefined) refused.push({id, ...refusalOf(wrong)});
      else fits = more;
    }
    return {fits, refused};
  };
  return {
    get compiler() {
      return compiler;
    },
    get history() {
      return history;
    },
    get edited() {
      return edited;
    },
    get compiled() {
      finish();
      return rendered.compiled!;
    },
    get unheld() {
      const {scenes, dataset} = rendered.compiled!.bound;
      return scenes.flatMap(({scene, holds, steps}) => {
        const title = plainText(scene.title, dataset);
        if (!holds) return [{id: scene.id, title}];
        return steps.flatMap((step) => (step.holds ? [] : [{id: step.step.id, title}]));
      });
    },
    set(id, words, typing = false) {
      if (words !== null && unseen.test(words))
        return {message: "holds signs that cannot be seen", hint: "type it anew"};
      const same = words === compiler.wordsOf(id);
      return go(edit(history, id, same ? null : words, typing));
    },
    pause: () => void (history = pause(history)),
    undo: () => void go(undo(history)),
    redo: () => void go(redo(history)),
    replace(edits) {
      const {fits, refused} = fitting(edits);
      const refusal = go(replaceAll(history, fits));
      return refusal === null ? refused : [...refused, {id: "", ...refusal}];
    },
    renew(next) {
      const before = rendered.compiled!.page;
      compiler = next;
      const {fits, refused} = fitting(history.now);
      // Steps back would lead to words that are published no more.
      history = startWith(fits);
      edited = compiler.assemble(fits);
      rendered = compiler.render(edited);
      if (rendered.compiled === null) {
        history = noHistory;
        edited = rendered = compiler.published;
      }
      takeStory(changesBetween(before, rendered.compiled!.page), made, reader);
      for (const call of calls) call();
      return refused;
    },
    finish,
    differences: () => differencesOf(compiler, history.now),
    onChange: (call) => void calls.push(call)
  };
}

// Control characters, marks of direction, halves of characters: they would go into the files.
const unseen = /[\p{Cc}\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

function newErrors(now: readonly Diagnostic[], before: readonly Diagnostic[]): Diagnostic[] {
  const known = new Set(before.map(({code, message}) => `${code} ${message}`));
  return now.filter(
    ({code, severity, message}) => severity === "error" && !known.has(`${code} ${message}`)
  );
}

/** A diagnostic without the record's id, which the field beside it shows. */
function refusalOf({message, hint}: Diagnostic): Refusal {
  // In a field there is no place for the keys of a file.
  const ours =
    hint === "write value: and hedge:" ? "write a number, as in: about $700 million" : hint;
  return {message: message.replace(/^\S+ — /, ""), hint: ours};
}
