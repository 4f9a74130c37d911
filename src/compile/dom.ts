import {parseHTML} from "linkedom";

/** An empty document to draw into. One is enough for any number of figures: they are detached. */
export function createDocument(): Document {
  // linkedom's types are its own; what Plot uses of a document is there.
  return parseHTML("<!doctype html><html><body></body></html>").document as unknown as Document;
}
