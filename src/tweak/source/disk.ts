/** A file as it is on the disk: its text, null where there is none; or why it cannot be read. */
export type OnDisk = {readonly text: string | null} | {readonly error: string};

/** Reads a file of the project as the development server gives it. */
export async function readDisk(file: string): Promise<OnDisk> {
  const address = `/${file.split("/").map(encodeURIComponent).join("/")}`;
  let response: Response;
  try {
    response = await fetch(address, {cache: "no-store"});
  } catch {
    return {error: "The development server does not answer."};
  }
  if (response.status === 404) return {text: null};
  if (!response.ok) return {error: `${file} cannot be read (${response.status}).`};
  try {
    const text = new TextDecoder("utf-8", {fatal: true}).decode(await response.arrayBuffer());
    return {text};
  } catch {
    return {error: `${file} is not UTF-8 text: save it as UTF-8.`};
  }
}
