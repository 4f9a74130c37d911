import {parseHTML} from "linkedom";
import {compileSite} from "../../../src/compile/site.ts";
import type {Site} from "../../../src/compile/site.ts";
import {pageBody} from "../../../src/story/html.ts";
import {root, slug} from "./flagship.ts";

export const site: Site = compileSite(root);
const story = site.stories.find((each) => each.slug === slug);
if (story?.page == null) throw new Error("the story has no page");
export const {dataset, page} = {dataset: story.dataset, page: story.page};
export const {document} = parseHTML(`<html><body>${pageBody(page)}</body></html>`);

/** The one element of a selector; throws where there is none or another. */
export function one(selector: string, within: ParentNode = document): Element {
  const found = [...within.querySelectorAll(selector)];
  if (found.length !== 1) throw new Error(`${found.length} of ${selector}`);
  return found[0]!;
}

/** The description of a step's state. */
export function says(step: string): string {
  return one(`#${step} .pl-says`).textContent;
}

/** The two drawings of a step, the narrow one first. */
export function artboards(step: string): Element[] {
  return [...document.querySelectorAll(`#${step} > .state > svg`)];
}
