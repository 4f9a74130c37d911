import {unpackElement} from "../page/unpack.ts";
import type {StorySource} from "../story/source.ts";

/**
 * Loads the source of a story from its address, or from the page where that is one file: "#" and an
 * id. Throws where it cannot be had.
 */
export async function loadSource(address: string): Promise<StorySource> {
  if (address.startsWith("#"))
    return JSON.parse(await unpackElement(document, address.slice(1))) as StorySource;
  const response = await fetch(address, {cache: "no-cache"});
  if (!response.ok) throw new Error(`${address} cannot be fetched (${response.status})`);
  return (await response.json()) as StorySource;
}
