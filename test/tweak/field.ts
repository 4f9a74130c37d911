import type {Locator, Page} from "playwright-core";

/** The input for the words of a source about a fact, in its row of the panel, which is opened. */
export async function openField(page: Page, entry: string, source: string): Promise<Locator> {
  const row = page.locator(".tw-entry", {has: page.getByText(entry, {exact: true})});
  if ((await row.getAttribute("open")) === null) await row.locator("summary").click();
  return page.getByLabel(`Words of ${source} for ${entry}`);
}
