const tag = /<[a-zA-Z](?:[^"'>]|"[^"]*"|'[^']*')*>/g;
const lists =
  /(\s(?:id|for|aria-(?:labelledby|describedby|controls|owns|details|activedescendant))=")([^"]*)"/g;
const fragments = /(\s(?:xlink:)?href="#)([^"]*)"/g;
const urls = /url\((&quot;|['"]?)#([^"')&]+)\1\)/g;

/**
 * Gives every id inside an SVG a suffix, and every reference to one: the same picture may then
 * stand twice in a page. A clash with a hidden copy would erase hatching, fades and arrows.
 */
export function suffixIds(svg: string, suffix: string): string {
  const ids = new Set<string>();
  for (const [element] of svg.matchAll(tag)) {
    const id = /\sid="([^"]+)"/.exec(element)?.[1];
    if (id !== undefined) ids.add(id);
  }
  if (ids.size === 0) return svg;
  const rename = (id: string): string => (ids.has(id) ? id + suffix : id);
  return svg.replace(tag, (element) =>
    element
      .replace(lists, (_, name: string, list: string) => {
        return `${name}${list.split(" ").map(rename).join(" ")}"`;
      })
      .replace(fragments, (_, name: string, id: string) => `${name}${rename(id)}"`)
      .replace(urls, (_, quote: string, id: string) => `url(${quote}#${rename(id)}${quote})`)
  );
}
