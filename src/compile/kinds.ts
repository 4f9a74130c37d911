import type {Kind} from "../figure/kind.ts";

type Module = Readonly<Record<string, unknown>>;

// Eager, because the commands' module runner is closed once a command's modules are loaded.
const builtIn = import.meta.glob<Module>("../figure/kinds/*.ts", {eager: true});
const ofStories = import.meta.glob<Module>("../../stories/*/figures/*.ts", {eager: true});

/** The kinds that a story can use: ours, and those in its own `figures/` folder, by name. */
export function kindsFor(slug: string): Readonly<Record<string, Kind>> {
  const own = Object.entries(ofStories)
    .filter(([path]) => path.startsWith(`../../stories/${slug}/`))
    .map(([, module]) => module);
  const kinds: Record<string, Kind> = {};
  for (const module of [...Object.values(builtIn), ...own])
    for (const value of Object.values(module)) if (isKind(value)) kinds[value.name] = value;
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
