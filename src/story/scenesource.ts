import {attributesOf} from "./story.ts";
import type {Attribute, Scene, Step} from "./story.ts";

/** A scene and its steps as an author writes them, prose left out: what its figure is made from. */
export function sceneSource(scene: Scene): string {
  const {id, kind, facts, holds, options, steps} = scene;
  const own = {kind: kind.value, ...attributesOf(options), facts: idsOf(facts)};
  const lines = steps.map((step) => opening("  :::step", step.id, stepAttributes(step)));
  return [opening("::::scene", id, {...own, ...guard(holds)}), ...lines].join("\n");
}

function stepAttributes({state, highlight, holds}: Step): Record<string, string> {
  const stressed = idsOf(highlight);
  return {
    ...attributesOf(state),
    ...(stressed === "" ? {} : {highlight: stressed}),
    ...guard(holds)
  };
}

function guard(holds: Attribute | null): Record<string, string> {
  return holds === null ? {} : {holds: holds.value};
}

function idsOf(refs: Scene["facts"]): string {
  return refs.map(({id}) => id).join(" ");
}

function opening(name: string, id: string, attributes: Readonly<Record<string, string>>): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}=${quote(value)}`);
  return `${name}{#${id}${written.join("")}}`;
}

function quote(value: string): string {
  if (/^[\w.:/@-]+$/.test(value)) return value;
  return value.includes('"') ? `'${value}'` : `"${value}"`;
}
