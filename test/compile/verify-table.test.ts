import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, expect, test} from "vitest";
import {sha256} from "../../src/compile/harvest.ts";
import {verifySources} from "../../src/compile/verify.ts";
import {formatDiagnostic} from "../../src/diagnostic.ts";

const documents = mkdtempSync(join(tmpdir(), "plumbline-verify-"));
afterAll(() => rmSync(documents, {recursive: true, force: true}));

const document = `Cloud revenue

March 2022   12%   18,971 million yuan
June 2022    10%   about 20,100 million yuan
September 2022   4%   20,757 million yuan
December 2022   4%   20,200 million yuan
`;
writeFileSync(join(documents, "a.txt"), document);
const head = `source: {id: A, title: t, document: a.txt, sha256: ${sha256(document)}}\n`;

function verify(text: string) {
  return verifySources([{path: "seeds/a.yaml", text: `${head}${text}`}], documents);
}

test("verifySources(…) finds the fragment of each cell, and locks it as it would any other", async () => {
  const table = await verify(`tables:
  cloud:
    subject: cloud
    columns: [growth, revenue]
    by: ann
    rows:
      2022-03: ["12%", "18,971 million yuan"]
      2022-06: [null, {says: "about 20,100 million yuan", status: provisional}]
      2022-12: [{says: 4%, near: "4% 20,200 million yuan"}, null]
`);
  const claims = await verify(`quantities:
  cloud.growth/2022-03: {says: 12%, when: 2022-03, by: ann}
  cloud.revenue/2022-03: {says: "18,971 million yuan", when: 2022-03, by: ann}
  cloud.revenue/2022-06: {says: "about 20,100 million yuan", when: 2022-06, by: ann, status: provisional}
  cloud.growth/2022-12: {says: 4%, near: "4% 20,200 million yuan", when: 2022-12, by: ann}
`);
  expect(table.diagnostics).toEqual([]);
  expect(JSON.stringify(table)).toBe(JSON.stringify(claims));
  expect(table.lock.fragments["A:cloud.growth/2022-12"]).toMatchObject({line: 5, says: "4%"});
});

test("verifySources(…) tells at a cell what is absent, ambiguous, or cut off from its hedge", async () => {
  const {diagnostics} = await verify(`tables:
  cloud:
    subject: cloud
    columns: [growth, revenue]
    rows:
      2022-03: [13%, "18,971 million yuan"]
      2022-06: ["10%", "20,100 million yuan"]
      2022-09: [4%, {says: "20,757 million yuan", near: October}]
`);
  expect(diagnostics.map(formatDiagnostic)).toEqual([
    'seeds/a.yaml:7:17 PL121 cloud.growth/2022-03.says — "13%" is not in the document (copy the words as the document prints them)',
    "seeds/a.yaml:8:24 PL129 warning: cloud.revenue/2022-06.says — reads as RMB 20.1 billion, but with the document's words around it as about RMB 20.1 billion (quote the hedge too: about 20,100 million yuan)",
    'seeds/a.yaml:9:17 PL122 cloud.growth/2022-09.says — "4%" stands in the document more than once (add near: with words beside it: {says: …, near: …})',
    'seeds/a.yaml:9:57 PL121 cloud.revenue/2022-09.near — "October" is not in the document (copy the words as the document prints them)'
  ]);
});
