import type {Edits} from "../facts/edits.ts";
import {unpackElement} from "../page/unpack.ts";
import {readEditsFile, writeEditsFile} from "./share.ts";

/** The edits that a page which is one file was made with; null for none. */
export async function editsInFile(slug: string): Promise<ReturnType<typeof readEditsFile> | null> {
  if (document.getElementById("pl-edits") === null) return null;
  return readEditsFile(await unpackElement(document, "pl-edits"), slug);
}

// What is kept where a page brings edits of its own, and none are wanted: it would show them again.
const takenBack = "";

/** Keeps edits over a reload of the page in its tab, where the browser lets it. */
export function storeOf(
  address: string,
  slug: string
): {kept(): Edits | null; keep(edits: Edits): void} {
  // The page looks there too, before any of this is loaded.
  const name = `plumbline edits ${new URL(address, location.href).pathname}`;
  return {
    kept() {
      try {
        const text = sessionStorage.getItem(name);
        if (text === takenBack) return new Map();
        const edits = readEditsFile(text ?? "", slug);
        return "error" in edits ? null : edits;
      } catch {
        return null;
      }
    },
    keep(edits) {
      try {
        if (edits.size > 0) sessionStorage.setItem(name, writeEditsFile(edits, slug));
        else if (document.getElementById("pl-edits") === null) sessionStorage.removeItem(name);
        else sessionStorage.setItem(name, takenBack);
      } catch {
        // A browser that keeps nothing: a reload forgets the edits.
      }
    }
  };
}
