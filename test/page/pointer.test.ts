import {afterAll, beforeAll, expect, test, vi} from "vitest";
import {openFixture, settled} from "./fixture/open.ts";
import type {Fixture} from "./fixture/open.ts";
import {findDead, findDeadMarks, windows} from "./fixture/pointer.ts";
import {stepIds} from "./fixture/story.ts";

vi.setConfig({testTimeout: 60_000});

let fixture: Fixture;
beforeAll(async () => {
  fixture = await openFixture();
}, 60_000);
afterAll(() => fixture.close());

for (const [width, height] of windows) {
  test(`${width} px: whatever opens or leads somewhere answers the pointer`, async () => {
    for (const javaScriptEnabled of [true, false]) {
      const {page, close} = await fixture.visit("", {
        viewport: {width, height},
        javaScriptEnabled
      });
      expect(await findDead(page), javaScriptEnabled ? "" : "without scripts").toEqual([]);
      await close();
    }
  });

  test(`${width} px: every mark with a card opens it under the pointer`, async () => {
    const {page, close} = await fixture.visit("", {viewport: {width, height}});
    for (const [scene, steps] of Object.entries(stepIds)) {
      await page.evaluate((id) => document.getElementById(id)!.scrollIntoView(), steps.at(-1)!);
      await settled(page);
      expect(await findDeadMarks(page, scene), scene).toEqual([]);
    }
    await close();
  });
}
