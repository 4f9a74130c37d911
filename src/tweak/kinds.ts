import {kindsIn} from "../figure/kind.ts";
import type {Kind} from "../figure/kind.ts";

type Module = Readonly<Record<string, unknown>>;
type Loader = () => Promise<Module>;

const builtIn = import.meta.glob<Module>("../figure/kinds/*.ts");
const ofStories = import.meta.glob<Module>("../../stories/*/figures/*.ts");

// A figure that is new would have the whole page loaded again, which takes it from the server.
import.meta.hot?.accept();

/** The kinds that a story can use, by name; code of the story's that cannot be run gives none. */
export async function loadKinds(slug: string): Promise<Readonly<Record<string, Kind>>> {
  const own = Object.entries(ofStories).filter(([path]) => path.includes(`/stories/${slug}/`));
  const loaders: Loader[] = [...Object.values(builtIn), ...own.map(([, load]) => load)];
  const loaded = await Promise.allSettled(loaders.map((load) => load()));
  return kindsIn(loaded.flatMap((each) => (each.status === "fulfilled" ? [each.value] : [])));
}
