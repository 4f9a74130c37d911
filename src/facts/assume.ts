import {didYouMean} from "../diagnostic.ts";
import {readTime} from "../time.ts";
import {warnEdited} from "./checks.ts";
import type {Collected} from "./collect.ts";
import type {Fact} from "./dataset.ts";
import {readFactKey} from "./ids.ts";
import type {AssumptionsFile} from "./inputs.ts";
import {readClaim} from "./reading.ts";
import {describeFact} from "./reconcile.ts";
import {complain} from "./registry.ts";
import type {Registry} from "./registry.ts";
import type {Path} from "./places.ts";
import type {YamlFile} from "./yaml.ts";

/** Adds the numbers that the story supposes. */
export function assume(
  registry: Registry,
  collected: Collected,
  facts: Map<string, Fact>,
  file: YamlFile<AssumptionsFile>
): void {
  for (const [id, input] of Object.entries(file.value ?? {})) {
    const measure = checkId(registry, facts, file, id);
    if (measure === null) continue;
    const {says, edited} = input;
    const key = edited === undefined ? "says" : "edited";
    const quantity = readClaim(edited ?? says, measure.unit);
    if ("error" in quantity) {
      const {code, error: message, hint} = quantity;
      complain(registry, file, {code, path: [id, key], message, hint});
      continue;
    }
    if (edited !== undefined) warnEdited({registry, file}, [id, "edited"]);
    facts.set(id, {
      ...describeFact(registry, collected, id, input.label),
      origin: edited === undefined ? "assumed" : "edited",
      quantity,
      agreement: "single",
      preferred: null,
      reason: input.reason,
      claims: [],
      formula: null,
      parents: []
    });
  }
}

/** Checks that an id can be a new fact's and is free; gives its measure, or null after complaining. */
export function checkId(
  registry: Registry,
  facts: ReadonlyMap<string, Fact>,
  file: YamlFile<unknown>,
  id: string,
  path: Path = [id]
): {readonly unit: string} | null {
  const parts = readFactKey(id);
  const refuse = (code: string, message: string, hint = ""): null => {
    complain(registry, file, {code, path, atKey: true, message, hint});
    return null;
  };
  if (parts === null || parts.place !== null)
    return refuse(
      "PL115",
      "is not a fact's id",
      "write subject.measure, then /period where needed"
    );
  if (facts.has(id)) return refuse("PL102", `the fact "${id}" is claimed by a source already`);
  if (!registry.entities.has(parts.subject))
    return refuse(
      "PL111",
      `unknown entity "${parts.subject}"`,
      didYouMean(parts.subject, registry.entities.keys(), "add it to data/entities.yaml")
    );
  if (parts.period !== null) {
    const time = readTime(parts.period);
    if ("error" in time) return refuse("PL114", time.error);
  }
  return (
    registry.measures.get(parts.measure) ??
    refuse(
      "PL116",
      `unknown measure "${parts.measure}"`,
      didYouMean(parts.measure, registry.measures.keys(), "add it to data/measures.yaml")
    )
  );
}
