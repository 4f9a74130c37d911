/**
 * What is wrong with the address of a link; null where it may stand: `https:`, `mailto:`, an
 * address relative to the page, or a place in it. Browsers drop control characters and read a
 * backslash as a slash, so this does too.
 */
export function linkFault(url: string): string | null {
  const read = url.replace(/[\u0000-\u0020\u007f-\u009f]/g, "").replaceAll("\\", "/");
  if (read === "") return "a link leads nowhere";
  const scheme = /^([^/?#:]*):/.exec(read)?.[1]?.toLowerCase();
  if (scheme !== undefined && scheme !== "https" && scheme !== "mailto")
    return `a link to ${/^[a-z][a-z0-9+.-]{0,20}$/.test(scheme) ? `${scheme}:` : "such an address"} is refused`;
  if (read.startsWith("//")) return "a link without https: is refused";
  if (read !== url) return "a link has spaces or control characters in its address";
  return null;
}

/** The address of a source as a reader may follow it; null for anything but `https:`. */
export function sourceLink(url: string | null): string | null {
  return url !== null && /^https:\/\//i.test(url) && linkFault(url) === null ? url : null;
}

/** The place of the index, which every story's page has. */
export const indexPlace = "pl-index";
