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
const whole = (more: object = {}): string =>
  JSON.stringify({story: "tour", file: "seeds/two.yaml", text: "a: 1\n", seen: text, ...more});
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
    for (const wanted of [body(), whole()])
      expect(await knock(wanted, changes), JSON.stringify(changes)).toEqual({
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
    body({seen: []}),
    whole({edits: []}),
    whole({text: 1}),
    whole({seen: {}}),
    whole({file: undefined})
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

test("a whole file goes through the same door, by the same rules of place", async () => {
  expect(await knock(whole({story: "../tour"}))).toMatchObject({status: 404});
  for (const file of ["stories/tour/story.md", "../two.yaml", "package.json"])
    expect(await knock(whole({file, seen: ""})), file).toMatchObject({
      status: 422,
      error: expect.stringContaining(" is not written: ") as unknown
    });
  expect(await knock(whole({seen: "a: 2\n"}))).toEqual({status: 409, error: null});
  expect(readFileSync(join(fixture.folder, "seeds/two.yaml"), "utf8")).toBe(text);
  const more = `${text}# as typed\n`;
  expect(await knock(whole({text: more}))).toEqual({status: 200, error: null});
  expect(readFileSync(join(fixture.folder, "seeds/two.yaml"), "utf8")).toBe(more);
  expect(await knock(whole({text, seen: more}))).toEqual({status: 200, error: null});
});

test("to the page that the server served it opens", async () => {
  expect(await knock(body())).toEqual({status: 200, error: null});
  expect(readFileSync(join(fixture.folder, "seeds/two.yaml"), "utf8")).toContain(
    "edited: around $3 billion"
  );
});
