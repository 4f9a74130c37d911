import {editableOf, filesOf} from "../facts/edits.ts";
import type {Session} from "./session.ts";

/** What the development server answers; `src/compile/save.ts` says what the fields are. */
export interface SaveAnswer {
  readonly saved: readonly string[];
  readonly conflicts: readonly {
    readonly file: string;
    readonly disk: string;
    readonly page: string;
  }[];
  readonly error: string | null;
}

/** The files that a session's edits change, in their order. */
export function changedFiles({compiler, edited}: Session): string[] {
  const before = filesOf(compiler.source.inputs);
  return [...filesOf(edited.inputs)].flatMap(([path, text]) =>
    before.get(path) === text ? [] : [path]
  );
}

/** Asks the development server to write a session's edits to one file, or to all that they change. */
export async function saveToDisk(
  {compiler, history}: Session,
  token: string,
  only?: string
): Promise<SaveAnswer> {
  const {source, published} = compiler;
  const before = filesOf(source.inputs);
  const edits = [...history.now].filter(
    ([id]) =>
      only === undefined || editableOf(published.assembled, id, source.inputs)?.file === only
  );
  const files = new Set(
    edits.map(([id]) => editableOf(published.assembled, id, source.inputs)!.file)
  );
  const seen = Object.fromEntries([...files].map((file) => [file, before.get(file) ?? ""]));
  const {slug} = source.story;
  return askToSave({story: slug, edits, seen, ...(only === undefined ? {} : {only})}, token);
}

/**
 * Asks the development server to write edits or a whole file; `src/compile/save.ts` and `save-text.ts`
 * say what the fields are.
 */
export async function askToSave(wanted: object, token: string): Promise<SaveAnswer> {
  try {
    const response = await fetch("/__plumbline/save", {
      method: "POST",
      headers: {"content-type": "application/json", "x-plumbline-token": token},
      body: JSON.stringify(wanted)
    });
    return (await response.json()) as SaveAnswer;
  } catch {
    return {saved: [], conflicts: [], error: "The development server does not answer."};
  }
}
