/** The text that an element of the page holds folded, as `packText` folds it. */
export function unpackElement(document: Document, id: string): Promise<string> {
  const folded = document.getElementById(id)!.textContent;
  const bytes = Uint8Array.from(atob(folded), (char) => char.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return new Response(stream).text();
}
