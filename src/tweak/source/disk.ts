/** A file as it is on the disk: its text, null where there is none; or why it cannot be read. */
export type OnDisk = {readonly text: string | null} | {readonly error: string};

/** Reads a file of the project as the development server gives it. */
export async function readDisk(file: string): Promise<OnDisk> {
  const address = `/${file.split("/").map(encodeURIComponent).join("/")}`;
  // What changes while it is sent comes cut short.
  const found = (await fetched(address)) ?? (await fetched(address, 100));
  if (found === null) return {error: "The development server does not answer."};
  const {status, bytes} = found;
  if (status === 404) return {text: null};
  if (status !== 200) return {error: `${file} cannot be read (${status}).`};
  try {
    return {text: new TextDecoder("utf-8", {fatal: true}).decode(bytes)};
  } catch {
    return {error: `${file} is not UTF-8 text: save it as UTF-8.`};
  }
}

/** What the server answers after so many ms; null where it does not, or not all of it arrives. */
async function fetched(
  address: string,
  after = 0
): Promise<{readonly status: number; readonly bytes: ArrayBuffer} | null> {
  try {
    if (after > 0) await new Promise((done) => setTimeout(done, after));
    const response = await fetch(address, {cache: "no-store"});
    return {status: response.status, bytes: await response.arrayBuffer()};
  } catch {
    return null;
  }
}
