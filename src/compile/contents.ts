import {isPdf, pdfText} from "./pdf.ts";
import {decodeText} from "./text.ts";

/** Something that keeps a document from being read, and what its holder may do. */
export interface Unreadable {
  /** What is wrong, to stand behind the file's name: "is empty". */
  readonly error: string;
  readonly hint: string;
}

/** The text of a document: of a PDF what its pages say, of any other file what is in it as UTF-8. */
export async function textOf(bytes: Uint8Array): Promise<{text: string} | Unreadable> {
  if (isPdf(bytes)) {
    const read = await pdfText(bytes);
    if ("error" in read) return {...read, hint: "save it anew, without a password, and try again"};
    if (read.text.trim() !== "") return read;
    return {error: "has no text that can be read", hint: "its pages may be pictures"};
  }
  const text = decodeText(bytes);
  if (text === null || text.includes("\0"))
    return {error: "is neither UTF-8 text nor a PDF", hint: "save it as UTF-8 and try again"};
  return text.trim() === "" ? {error: "is empty", hint: "give one with words in it"} : {text};
}
