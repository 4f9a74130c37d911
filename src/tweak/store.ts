import type {Edits} from "../facts/edits.ts";
import {unpackElement} from "../page/unpack.ts";
import {readEditsFile, writeEditsFile} from "./share.ts";

/** The edits that a page which is one file was made with; null for none. */
export async function editsInFile(slug: string): Promise<ReturnType<typeof readEditsFile> | null> {
  if (document.getElementById("pl-edits") === null) return null;
  return readEditsFile(await unpackElement(document, "pl-edits"), slug);
}

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
        const edits = readEditsFile(sessionStorage.getItem(name) ?? "", slug);
        return "error" in edits ? null : edits;
      } catch {
        return null;
      }
    },
    keep(edits) {
      try {
        if (edits.size === 0) sessionStorage.removeItem(name);
        else sessionStorage.setItem(name, writeEditsFile(edits, slug));
      } catch {
        // A browser that keeps nothing: a reload forgets the edits.
      }
    }
  };
}
