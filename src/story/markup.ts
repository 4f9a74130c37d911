/**
 * A drawing, or a part of one, as markup: documents close elements that hold nothing in ways of their
 * own, and what the server and a page make of one drawing must be one text.
 */
export function markupOf(element: Element): string {
  return element.outerHTML
    .replaceAll(" />", "/>")
    .replaceAll(/<(\w+)( [^<>]*)?><\/\1>/g, "<$1$2/>");
}
