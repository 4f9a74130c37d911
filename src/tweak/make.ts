type Child = Node | string;

/** Makes an element: attributes as they are written, `onclick` and the like as listeners. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string | ((event: Event) => void)>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes))
    if (typeof value === "string") element.setAttribute(name, value);
    else element.addEventListener(name.slice(2), value);
  element.append(...children);
  return element;
}

/** Sets a text where it is another. */
export function say(element: Element, words: string): void {
  if (element.textContent !== words) element.textContent = words;
}

/** A style sheet that is made by script needs no leave of the page's policy. */
export function adopt(css: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets.push(sheet);
  return sheet;
}
