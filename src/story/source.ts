import type {Inputs} from "../facts/assemble.ts";
import type {Story} from "./story.ts";

/**
 * All that a story's page is compiled from but its kinds' code, as plain data: `<slug>/tweak.json`, with
 * which an open page compiles itself again. The story is parsed, so that no Markdown code is needed.
 */
export interface StorySource {
  /** Of this form. */
  readonly version: 1;
  readonly story: Story;
  readonly inputs: Inputs;
}
