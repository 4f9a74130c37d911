import {didYouMean} from "../diagnostic.ts";
import type {Position} from "../diagnostic.ts";
import type {Manuscript} from "./manuscript.ts";
import type {Prose, Scene} from "./story.ts";

/** The ids that a scene's figure, title and description have in the page. */
export function derivedIds(scene: string): string[] {
  return [`${scene}-figure`, `${scene}-title`, `${scene}-description`];
}

/** Whether an id may name a scene or step. */
export function isPlaceId(id: string): boolean {
  return /^[a-z][a-z0-9-]{0,63}$/.test(id) && !id.startsWith("pl-");
}

/** Every id that the story gives the page; two of the same are reported. */
export function findPlaces(
  parts: readonly (Prose | Scene)[],
  manuscript: Manuscript
): ReadonlySet<string> {
  const taken = new Map<string, string>();
  const places = new Set<string>();
  const add = (id: string, what: string, at: Position): void => {
    const other = taken.get(id);
    if (id === "") return;
    if (other === undefined) taken.set(id, what);
    else
      manuscript.problems.push({
        code: "PL322",
        message: `the id "${id}" is taken by ${other}`,
        hint: "an id is unique in a story",
        line: at.line,
        column: at.column
      });
    places.add(id);
  };
  for (const part of parts)
    if (part.type === "scene") {
      add(part.id, "a scene", part);
      for (const step of part.steps) add(step.id, `a step of ${part.id}`, step);
    }
  // A scene's own elements give way to what the author named.
  for (const part of parts)
    if (part.type === "scene" && part.id !== "")
      for (const id of derivedIds(part.id)) {
        if (!taken.has(id)) taken.set(id, `scene ${part.id}`);
        else add(id, `the figure of scene ${part.id}`, placeOf(parts, id) ?? part);
        places.add(id);
      }
  return places;
}

function placeOf(parts: readonly (Prose | Scene)[], id: string): Position | undefined {
  const scenes = parts.filter((part) => part.type === "scene");
  return (
    scenes.find((scene) => scene.id === id) ??
    scenes.flatMap(({steps}) => steps).find((step) => step.id === id)
  );
}

/** The nearest id that may stand, for one that may not. */
export function suggestId(id: string): string {
  const plain = id
    .toLowerCase()
    .replace(/^pl-/, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^[^a-z]+|-+$/g, "");
  return isPlaceId(plain) ? `write ${plain}` : didYouMean(id, [], "write a-name-like-this");
}
