import type {Edits} from "../facts/edits.ts";

/** Edits as they are, as they were, and as they were before something was taken back. */
export interface History {
  readonly now: Edits;
  readonly past: readonly Edits[];
  readonly future: readonly Edits[];
  /** The id whose words are being typed: more of them make no step of their own. */
  readonly typing: string | null;
}

/** No edits, and nothing to take back. */
export const noHistory: History = {now: new Map(), past: [], future: [], typing: null};

/** Begins with edits that came from elsewhere: they can be taken back at once. */
export function startWith(edits: Edits): History {
  return replaceAll(noHistory, edits);
}

/**
 * Sets the words of one edit; null takes it away. While somebody is `typing` in one place, all that
 * they type there is one step.
 */
export function edit(history: History, id: string, words: string | null, typing = false): History {
  const {now} = history;
  if ((now.get(id) ?? null) === words) return history;
  const next = new Map(now);
  if (words === null) next.delete(id);
  else next.set(id, words);
  const goesOn = typing && history.typing === id;
  const past = goesOn ? history.past : [...history.past, now];
  return {now: next, past, future: [], typing: typing ? id : null};
}

/** Ends what is being typed: what comes next is a step of its own. */
export function pause(history: History): History {
  return history.typing === null ? history : {...history, typing: null};
}

/** Replaces all edits in one step. */
export function replaceAll(history: History, edits: Edits): History {
  if (history.now.size === 0 && edits.size === 0) return history;
  return {now: edits, past: [...history.past, history.now], future: [], typing: null};
}

/** Takes the last step back; the same where there is none. */
export function undo(history: History): History {
  const now = history.past.at(-1);
  if (now === undefined) return history;
  const past = history.past.slice(0, -1);
  return {now, past, future: [history.now, ...history.future], typing: null};
}

/** Does again what was last taken back; the same where there is none. */
export function redo(history: History): History {
  const [now, ...future] = history.future;
  if (now === undefined) return history;
  return {now, past: [...history.past, history.now], future, typing: null};
}
