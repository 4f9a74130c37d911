import type {Diagnostic} from "../diagnostic.ts";
import type {Dataset} from "../facts/dataset.ts";
import {evaluateGuard} from "../facts/guard.ts";
import {drawKey} from "../figure/key.ts";
import type {Artboard, Kind} from "../figure/kind.ts";
import {bindStory, kindHint} from "./bind.ts";
import type {BoundScene, BoundStory} from "./bind.ts";
import {lintDrawnText} from "./drawn.ts";
import {drawStates} from "./drawings.ts";
import type {Drawings} from "./drawings.ts";
import {renderStory} from "./html.ts";
import type {RenderedStory} from "./html.ts";
import {markupOf} from "./markup.ts";
import type {Memo} from "./memo.ts";
import type {Places} from "./quoted.ts";
import type {Story} from "./story.ts";

/** What one story's page shows. */
export interface PageContent extends RenderedStory {
  readonly lang: string;
}

/** What a story is compiled with. */
export interface CompileOptions {
  readonly kinds: Readonly<Record<string, Kind>>;
  /** Where the verified fragments stand in their documents. */
  readonly places?: Places | undefined;
  /** What is remembered from before; a second compilation makes only what is new. */
  readonly memo: Memo;
  /** Any document: figures are drawn as its elements and never put into it. */
  readonly document: Document;
  /** Where only a part of the page is wanted, at once. */
  readonly part?: PartOptions | undefined;
}

/** A part of a page, as long as nobody sees the rest. */
export interface PartOptions {
  /** Whether a scene is wanted, or a drawing of one that is. */
  wants(scene: string, step?: string, width?: Artboard): boolean;
  /** What there was before: its other scenes and drawings, index and cards stay. */
  readonly before: Pick<CompiledStory, "page" | "bound">;
  /** Whether what is not wanted is bound, and so checked, too. */
  readonly binds: "all" | "wanted";
}

/** A story's page, and what its figures were drawn from. */
export interface CompiledStory {
  readonly page: PageContent;
  readonly bound: BoundStory;
  readonly drawings: Drawings;
}

/**
 * Compiles a parsed story with a dataset into its page. Pure but for the memo, free of Node and of
 * Markdown: the build runs it, and so does a page whose data somebody edits. `compiled` is null where
 * something cannot be shown at all.
 */
export function compileStory(
  story: Story,
  dataset: Dataset,
  {kinds, places, memo, document, part}: CompileOptions
): {readonly compiled: CompiledStory | null; readonly diagnostics: readonly Diagnostic[]} {
  const guards = (expression: string): ReturnType<typeof evaluateGuard> =>
    evaluateGuard(expression, dataset, memo.get);
  const stays = (scene: string): BoundScene | undefined =>
    part?.binds === "wanted" && !part.wants(scene)
      ? part.before.bound.scenes.find((each) => each.scene.id === scene)
      : undefined;
  const {bound, diagnostics: problems} = bindStory(story, dataset, kinds, guards, {memo, stays});
  if (bound === null) return {compiled: null, diagnostics: problems};
  const diagnostics = [...problems];
  const drawings = drawStates(bound, memo, document, part?.wants);
  for (const each of bound.scenes) {
    const {scene, allowance} = each;
    // Reported when it was bound.
    if (each.failure !== null || part?.wants(scene.id) === false) continue;
    const failure = drawings.failure(scene.id);
    if (failure !== null) diagnostics.push(failureOf(each, story.file, failure));
    const texts = drawings.texts(scene.id);
    const read = JSON.stringify([scene, allowance, texts, drawings.reads(scene.id)]);
    diagnostics.push(...memo.get("lint", read, () => lintDrawnText(bound, scene.id, texts)));
  }
  const key = memo.get("key", "", () => markupOf(drawKey(document)));
  const order = memo.nameOf("order", JSON.stringify(orderOf(dataset)));
  const rendered = renderStory(bound, drawings.svg, {
    ...(places === undefined ? {} : {places}),
    key,
    variants: drawings.variants,
    failure: drawings.failure,
    part: part && {wants: part.wants, before: part.before.page},
    remember(scene, make) {
      if (drawings.isPart(scene.scene.id)) return make();
      const holds = [scene.holds, ...scene.steps.map((step) => step.holds)];
      const opens = scene === bound.scenes[0];
      const reads = drawings.reads(scene.scene.id);
      const read = JSON.stringify([scene.scene, holds, reads, order, opens]);
      return memo.get("scene", read, make);
    }
  });
  return {compiled: {page: {lang: story.front.lang, ...rendered}, bound, drawings}, diagnostics};
}

/** What the ordinals in a page's own ids follow from. */
function orderOf({sources, facts, statements, events, relations}: Dataset): string[][] {
  return [sources, facts, statements, events, relations].map((table) => Object.keys(table));
}

/** Where a kind's code throws while it draws. */
function failureOf({scene, kind}: BoundScene, file: string, message: string): Diagnostic {
  const {line, column} = scene.kind.valueAt;
  return {
    code: "PL404",
    severity: "error",
    message: `the kind ${kind.name} fails to draw: ${message}`,
    file,
    line,
    column,
    hint: kindHint
  };
}
