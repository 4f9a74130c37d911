import {timingSafeEqual} from "node:crypto";
import type {IncomingMessage, ServerResponse} from "node:http";
import {z} from "zod";
import type {Folders} from "./save-place.ts";
import {saveText, TextRequest} from "./save-text.ts";
import {saveEdits, SaveRequest} from "./save.ts";
import type {SaveAnswer} from "./save.ts";

/** What the door needs to know. */
export interface SaveDoor {
  readonly root: string;
  /** What the server gave, at this start, to the pages that it served. */
  readonly token: string;
  /** What a story is made of; null where there is none of that name. */
  folders(story: string): Folders | null;
}

// A story's files with room to spare.
const longest = 16 * 1024 * 1024;

/**
 * Answers an open page that saves. The door opens only to a page that this server served, from the same
 * origin and with its token; whatever else comes is refused with a sentence.
 */
export async function answerSave(
  request: IncomingMessage,
  response: ServerResponse,
  {root, token, folders}: SaveDoor
): Promise<void> {
  const say = (status: number, answer: SaveAnswer): void => {
    response.writeHead(status, {"content-type": "application/json", "cache-control": "no-store"});
    response.end(JSON.stringify(answer));
  };
  const refuse = (status: number, error: string): void =>
    say(status, {saved: [], conflicts: [], error});
  if (request.method !== "POST") return refuse(405, "Edits are posted.");
  if (!isOwn(request, token)) return refuse(403, "Only the page that this server served may save.");
  if (!/^application\/json\b/.test(request.headers["content-type"] ?? ""))
    return refuse(415, "Edits are JSON.");
  const body = await readBody(request);
  if (body === null) return refuse(413, "That is too much to save at once.");
  let data: unknown;
  try {
    data = JSON.parse(body);
  } catch {
    return refuse(400, "The request is no JSON.");
  }
  const wanted = z.union([SaveRequest, TextRequest]).safeParse(data).data;
  if (wanted === undefined) return refuse(400, "The request is not one to save edits.");
  const own = folders(wanted.story);
  if (own === null) return refuse(404, "There is no such story.");
  const answer = "edits" in wanted ? saveEdits(root, own, wanted) : saveText(root, own, wanted);
  say(answer.conflicts.length > 0 ? 409 : answer.error === null ? 200 : 422, answer);
}

/** Whether a request comes from a page of this server: its origin, and the token that only it has. */
function isOwn({headers}: IncomingMessage, token: string): boolean {
  const {origin, host} = headers;
  if (host === undefined || (origin !== `http://${host}` && origin !== `https://${host}`))
    return false;
  const site = headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin") return false;
  const given = Buffer.from(String(headers["x-plumbline-token"] ?? ""));
  const wanted = Buffer.from(token);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

async function readBody(request: IncomingMessage): Promise<string | null> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > longest) return null;
    parts.push(part);
  }
  return Buffer.concat(parts).toString("utf8");
}
