import type {EmittedFile} from "../story/emit.ts";
import {singleFile} from "../story/single.ts";
import type {Pieces} from "../story/single.ts";
import type {Site} from "./site.ts";

/** Tells the plugin that single files are wanted: Vite's command line refuses a flag of ours. */
export const singleVariable = "PLUMBLINE_SINGLE_FILE";

/** Each story as one file beside its page: `<slug>/<slug>.html`. */
export async function renderSingle(site: Site, pieces: Pieces): Promise<EmittedFile[]> {
  const files = site.stories.map(async ({slug, page, source}): Promise<EmittedFile[]> => {
    if (page === null || source === null) return [];
    const content = await singleFile(page, source, pieces);
    return [{path: `${slug}/${slug}.html`, content}];
  });
  return (await Promise.all(files)).flat();
}
