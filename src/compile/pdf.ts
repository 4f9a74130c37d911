import {getDocumentProxy} from "unpdf";

/** Whether a file's bytes begin as a PDF's do. */
export function isPdf(bytes: Uint8Array): boolean {
  return new TextDecoder("latin1").decode(bytes.subarray(0, 1024)).includes("%PDF-");
}

/**
 * The text of a PDF, page after page, in the lines that it is set in; empty where its pages are
 * pictures. An error in words where it cannot be opened.
 */
export async function pdfText(bytes: Uint8Array): Promise<{text: string} | {error: string}> {
  try {
    // A copy, because the reader takes no Buffer and keeps what it is given.
    const pdf = await getDocumentProxy(Uint8Array.from(bytes), {verbosity: 0});
    const pages: string[] = [];
    for (let number = 1; number <= pdf.numPages; ++number) {
      const {items} = await (await pdf.getPage(number)).getTextContent();
      const text = items.map((item) => ("str" in item ? item.str + (item.hasEOL ? "\n" : "") : ""));
      pages.push(text.join(""));
    }
    await pdf.loadingTask.destroy();
    return {text: pages.join("\n")};
  } catch (error) {
    const locked = error instanceof Error && error.name === "PasswordException";
    return {error: locked ? "is locked with a password" : "is a broken PDF"};
  }
}
