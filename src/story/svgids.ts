/**
 * Gives every id inside an SVG a suffix, and every reference to one: the same picture may then
 * stand twice in a page. A clash with a hidden copy would erase hatching, fades and arrows.
 */
export function suffixIds(svg: string, suffix: string): string {
  const ids = new Set([...svg.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]!));
  if (ids.size === 0) return svg;
  const rename = (list: string): string =>
    list
      .split(/\s+/)
      .map((id) => (ids.has(id) ? id + suffix : id))
      .join(" ");
  return svg.replace(
    /(\s(?:id|for|aria-(?:labelledby|describedby|controls|owns|details|activedescendant))=")([^"]*)"|(\s(?:xlink:)?href="#)([^"]*)"|url\((&quot;|["']?)#([^"')&]+)\5\)/g,
    (all, list?: string, ids?: string, href?: string, target?: string, quote = "", url?: string) =>
      list !== undefined
        ? `${list}${rename(ids!)}"`
        : href !== undefined
          ? `${href}${rename(target!)}"`
          : url !== undefined
            ? `url(${quote}#${rename(url)}${quote})`
            : all
  );
}
