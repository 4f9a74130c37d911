// What a line says in full, and the width it was last fitted to.
const known = new WeakMap<Element, {readonly full: readonly Node[]; width: number}>();

/**
 * Leaves out the last sources of a line that is longer than its place and says how many: the style
 * sheet gives the line of a narrow pinned figure two rows. All of them stand in the workings.
 */
export function fitSources(figure: Element, again = false): void {
  const line = figure.querySelector(":scope > .pl-source");
  if (line === null) return;
  const state = known.get(line) ?? {full: [...line.childNodes], width: -1};
  known.set(line, state);
  const {full} = state;
  const width = line.clientWidth;
  if (width === state.width && !again) return;
  state.width = width;
  line.replaceChildren(...full);
  const links = full.filter((node) => node.nodeName === "A");
  const all = Number(figure.querySelector<HTMLElement>(".pl-sources")?.dataset["count"]);
  for (let shown = links.length - 1; shown > 0 && overflows(line); --shown) {
    const last = full.indexOf(links[shown - 1]!);
    line.replaceChildren(...full.slice(0, last + 1), `, and ${all - shown} more.`);
  }
}

function overflows({scrollHeight, clientHeight}: Element): boolean {
  return scrollHeight > clientHeight;
}
