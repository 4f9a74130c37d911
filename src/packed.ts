/** Packs bytes of text as base64: `deflate-raw`, which every browser of today can fold and unfold. */
export async function packText(text: string): Promise<string> {
  const bytes = new TextEncoder().encode(text);
  const folded = await new Response(
    new Blob([bytes]).stream().pipeThrough(new CompressionStream("deflate-raw"))
  ).arrayBuffer();
  return toBase64(new Uint8Array(folded));
}

/** Bytes as base64. */
export function toBase64(bytes: Uint8Array): string {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}
