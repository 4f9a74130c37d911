import template from "../../index.html?raw";
import {toBase64} from "../packed.ts";
import {unpackElement} from "../page/unpack.ts";
import type {Pieces} from "../story/single.ts";

/** Where the development server gives the pieces of a page, which has none of its own there. */
export const piecesAddress = "/__plumbline/pieces";

/**
 * Gathers what a single file of the page is put together from: of a built page from itself and the
 * files that it names, in development from the server; `styles` are added to its own. Throws where one
 * cannot be had.
 */
export async function gatherPieces(styles: string): Promise<Pieces> {
  const style = document.querySelector("head > style")?.textContent;
  const [boot, reader] = ["head", "body"].map((part) =>
    document.querySelector(`${part} > script:not([src], [type])`)
  );
  const [panel = ""] = document.documentElement.dataset["tweak"]?.split(" ") ?? [];
  if (!style || !boot || !reader || panel === "") {
    const pieces = (await (await fetched(piecesAddress)).json()) as Pieces;
    return {...pieces, css: pieces.css + styles};
  }
  return {
    template,
    boot: boot.textContent,
    reader: reader.textContent,
    tweak: panel.startsWith("#")
      ? await unpackElement(document, panel.slice(1))
      : await (await fetched(panel)).text(),
    css: (await withFonts(style)) + (style.includes(styles) ? "" : styles)
  };
}

/** A style sheet with the font files that it names in it. */
async function withFonts(css: string): Promise<string> {
  const addresses = new Set([...css.matchAll(fontAddress)].map(([, address]) => address!));
  const inside = new Map<string, string>();
  for (const address of addresses)
    inside.set(address, toBase64(new Uint8Array(await (await fetched(address)).arrayBuffer())));
  return css.replaceAll(
    fontAddress,
    (_, address: string) => `url(data:font/woff2;base64,${inside.get(address)})`
  );
}

const fontAddress = /url\(["']?([^"'():]+\.woff2)["']?\)/g;

async function fetched(address: string): Promise<Response> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} cannot be fetched (${response.status})`);
  return response;
}
