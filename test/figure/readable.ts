/**
 * An SVG as indented text, for snapshots: attributes in one order, and colours and faces for those
 * who open the file, which a page would give.
 */
export function readable(svg: SVGSVGElement): string {
  const onFill = svg.outerHTML.includes("--pl-on-fill") ? styleOnFill : "";
  return `<svg xmlns="http://www.w3.org/2000/svg"${attributes(svg)}>\n${style}${onFill}${inner(svg, 1)}</svg>\n`;
}

const styleOnFill = `  <style>
    :root { --pl-on-fill: #ffffff }
    .pl-recede { --pl-on-fill: #16202a }
  </style>
`;

const style = `  <style>
    :root { background: #fbfaf7; --pl-paper: #fbfaf7; --pl-ink: #16202a; --pl-muted: #56616c;
      --pl-rule: #d5d3cb; --pl-accent: #1f5f7a; --pl-accent-soft: #dbe6e9; --pl-context: #646253;
      --pl-warm: #a63620; --pl-warm-soft: #f7e3dc; --pl-edited: #8c6200; font-family: sans-serif }
    .pl-strong { font-weight: 600 } .pl-quote { font-family: serif }
    .pl-halo { paint-order: stroke; stroke: var(--pl-paper); stroke-width: 4px }
    .pl-recede { --pl-ink: #56616c; --pl-accent: #858e96; --pl-context: #858e96; --pl-warm: #858e96;
      --pl-accent-soft: #eeedea }
  </style>
`;

const order = ["data-key", "data-fact", "data-claim", "data-record", "class"];

function attributes(node: Element): string {
  const rank = (name: string) => {
    const i = order.indexOf(name);
    return i < 0 ? order.length : i;
  };
  return [...node.attributes]
    .sort((a, b) => rank(a.name) - rank(b.name) || (a.name < b.name ? -1 : 1))
    .map(({name, value}) => ` ${name}="${escape(value)}"`)
    .join("");
}

function inner(node: Element, depth: number): string {
  const indent = "  ".repeat(depth);
  return [...node.children]
    .map((child) => {
      const name = child.tagName.toLowerCase();
      const open = `${indent}<${name}${attributes(child)}`;
      if (child.children.length > 0) {
        return `${open}>\n${inner(child, depth + 1)}${indent}</${name}>\n`;
      }
      const text = child.textContent ?? "";
      return text === "" ? `${open}/>\n` : `${open}>${escape(text)}</${name}>\n`;
    })
    .join("");
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
