import {createServer} from "node:http";
import type {AddressInfo} from "node:net";
import {existsSync, readFileSync, statSync} from "node:fs";
import {extname, join, normalize} from "node:path";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".json": "application/json",
  ".csv": "text/csv; charset=utf-8",
  ".woff2": "font/woff2"
};

/** Serves a folder as a plain static host does, below a path. */
export async function serveFiles(
  folder: string,
  base = "/"
): Promise<{address: string; stop(): void}> {
  const server = createServer((request, response) => {
    const {pathname} = new URL(request.url ?? "/", "http://localhost");
    const name = normalize(decodeURIComponent(pathname.slice(base.length)));
    let path = join(folder, pathname.startsWith(base) ? name : "missing");
    if (existsSync(path) && statSync(path).isDirectory()) path = join(path, "index.html");
    if (!existsSync(path)) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {"content-type": types[extname(path)] ?? "application/octet-stream"});
    response.end(readFileSync(path));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const {port} = server.address() as AddressInfo;
  return {address: `http://127.0.0.1:${port}${base}`, stop: () => server.close()};
}
