import {request} from "node:http";
import {readFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, expect, test} from "vitest";
import {fixtureProject, startServer} from "./command.ts";

let fixture: ReturnType<typeof fixtureProject>;
let server: Awaited<ReturnType<typeof startServer>>;
let token = "";
let text = "";

beforeAll(async () => {
  fixture = fixtureProject();
  server = await startServer(fixture.folder);
  const page = await (await fetch(server.address)).text();
  token = /data-save="([^"]+)"/.exec(page)?.[1] ?? "";
  text = readFileSync(join(fixture.folder, "seeds/two.yaml"), "utf8");
});
afterAll(() => {
  server?.stop();
  fixture?.remove();
});

interface Answer {
  readonly status: number;
  readonly error: string | null;
}

/** Posts to the door as a page would; `changes` are to its headers, null takes one away. */
function knock(
  body: string,
  changes: Readonly<Record<string, string | null>> = {},
  method = "POST"
): Promise<Answer> {
  const {origin} = new URL(server.address);
  const own: Record<string, string | null> = {
    origin,
    "content-type": "application/json",
    "x-plumbline-token": token,
    "sec-fetch-site": "same-origin",
    ...changes
  };
  const headers = Object.fromEntries(
    Object.entries(own).flatMap(([name, value]) => (value === null ? [] : [[name, value]]))
  );
  return new Promise((resolve, reject) => {
    const sent = request(
      `${origin}/__plumbline/save`,
      {method, headers, agent: false},
      (response) => {
        let answer = "";
        response.on("data", (part: Buffer) => (answer += part.toString()));
        response.on("end", () => {
          const json = /^\{/.test(answer) ? (JSON.parse(answer) as {error: string | null}) : null;
          resolve({status: response.statusCode!, error: json?.error ?? null});
        });
      }
    );
    sent.on("error", reject);
    sent.end(method === "GET" ? undefined : body);
  });
}

const body = (more: object = {}): string =>
  JSON.stringify({
    story: "tour",
    edits: [["TWO:beta.valuation", "around $3 billion"]],
    seen: {"seeds/two.yaml": text},
    ...more
  });
const own = "Only the page that this server served may save.";

test("the door opens to no other site, and to nobody without the token of this start", async () => {
  const others: readonly Readonly<Record<string, string | null>>[] = [
    {origin: "https://example.org"},
    {origin: "http://localhost:1"},
    {origin: "null"},
    {origin: null},
    {"x-plumbline-token": null},
    {"x-plumbline-token": ""},
    {"x-plumbline-token": `${token}x`},
    {"x-plumbline-token": token.replace(/^./, (c) => (c === "a" ? "b" : "a"))},
    {"sec-fetch-site": "cross-site"},
    {"sec-fetch-site": "same-site"}
  ];
  for (const changes of others)
    expect(await knock(body(), changes), JSON.stringify(changes)).toEqual({
      status: 403,
      error: own
    });
  expect(readFileSync(join(fixture.folder, "seeds/two.yaml"), "utf8")).toBe(text);
});

test("what is no request to save is refused with a sentence", async () => {
  expect(await knock("", {}, "GET")).toEqual({status: 405, error: "Edits are posted."});
  expect(await knock(body(), {"content-type": "text/plain"})).toEqual({
    status: 415,
    error: "Edits are JSON."
  });
  expect(await knock("{")).toEqual({status: 400, error: "The request is no JSON."});
  for (const wrong of [
    "null",
    "[]",
    "{}",
    body({more: 1}),
    body({edits: [["a"]]}),
    body({seen: []})
  ])
    expect(await knock(wrong), wrong).toEqual({
      status: 400,
      error: "The request is not one to save edits."
    });
  expect(await knock(body({story: "../tour"}))).toEqual({
    status: 404,
    error: "There is no such story."
  });
  expect(await knock(" ".repeat(17 * 1024 * 1024))).toEqual({
    status: 413,
    error: "That is too much to save at once."
  });
  expect(readFileSync(join(fixture.folder, "seeds/two.yaml"), "utf8")).toBe(text);
});

test("to the page that the server served it opens", async () => {
  expect(await knock(body())).toEqual({status: 200, error: null});
  expect(readFileSync(join(fixture.folder, "seeds/two.yaml"), "utf8")).toContain(
    "edited: around $3 billion"
  );
});
