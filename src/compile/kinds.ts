import type {Kind} from "../figure/kind.ts";

type Module = Readonly<Record<string, unknown>>;

const builtIn = import.meta.glob<Module>("../figure/kinds/*.ts");
const ofStories = import.meta.glob<Module>("../../stories/*/figures/*.ts");

/** The kinds that a story can use: ours, and those in its own `figures/` folder, by name. */
export async function loadKinds(slug: string): Promise<Readonly<Record<string, Kind>>> {
  const own = Object.entries(ofStories)
    .filter(([path]) => path.startsWith(`../../stories/${slug}/`))
    .map(([, load]) => load);
  const kinds: Record<string, Kind> = {};
  for (const load of [...Object.values(builtIn), ...own])
    for (const value of Object.values(await load())) if (isKind(value)) kinds[value.name] = value;
  return kinds;
}

function isKind(value: unknown): value is Kind {
  return (
    typeof value === "object" &&
    value !== null &&
    "draw" in value &&
    "describe" in value &&
    "name" in value
  );
}
