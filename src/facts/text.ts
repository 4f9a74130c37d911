/** Text cut for a message. */
export function shortenQuote(text: string, length = 60): string {
  const line = text.replace(/\s+/g, " ");
  return line.length <= length ? line : `${line.slice(0, length)}…`;
}

const cjk = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/g;

/**
 * How many words a fragment has. Two characters count as a word in scripts written without
 * spaces, where a word is about that long.
 */
export function countWords(text: string): number {
  // No fragment of any use is this long, and counting on would only cost time.
  if (text.length > 2000) return text.length;
  const dense = text.match(cjk)?.length ?? 0;
  const spaced = dense === 0 ? text : text.replace(cjk, " ");
  const words = spaced.match(/\S+/g)?.length ?? 0;
  return words + Math.ceil(dense / 2);
}

/**
 * What makes a text unfit to show: a tag, or the address of a script. Text is always shown as
 * text, so this guards readers of the data elsewhere and tells the author of a paste gone wrong.
 */
export function findMarkup(text: string): "markup" | "the address of a script" | null {
  if (/<\/?[a-z][^<>]*>|<!--|<!\[CDATA\[/i.test(text)) return "markup";
  if (/\b(?:javascript|vbscript|data)\s*:\s*[\w(/]/i.test(text) && !/\bdata: /i.test(text))
    return "the address of a script";
  return null;
}
