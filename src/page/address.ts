/** What the fragment of an address says: `#<step>[&fact=<id>][&cut=<name>][&edits=1.<base64url>]`. */
export interface Address {
  /** Step id; "" for the opening. */
  readonly step: string;
  /** Id of the fact or record whose card is open; "" for none. */
  readonly fact: string;
  /** The other parts, as they are, each with its "&". */
  readonly rest: string;
}

const longest = 4096;
const parts: Readonly<Record<string, RegExp>> = {
  fact: /^[A-Za-z0-9][\w.:@/~-]{0,199}$/,
  cut: /^[a-z][a-z0-9-]{0,63}$/,
  edits: /^1\.[\w-]+$/
};

/** Reads a fragment (with its "#"). What is not of the form is left out; too long a one is empty. */
export function readAddress(hash: string): Address {
  const [step = "", ...pairs] = hash.length > longest ? [] : hash.slice(1).split("&");
  let fact = "";
  let rest = "";
  for (const pair of pairs) {
    const at = pair.indexOf("=");
    const name = pair.slice(0, at);
    const value = pair.slice(at + 1);
    if (!(Object.hasOwn(parts, name) && parts[name]!.test(value))) continue;
    if (name === "fact") fact = value;
    else rest += `&${pair}`;
  }
  return {step: /^[a-z][a-z0-9-]{0,63}$/.test(step) ? step : "", fact, rest};
}

/** Writes a fragment with its "#"; "" where it says nothing. */
export function writeAddress({step, fact, rest}: Address): string {
  const text = step + (fact === "" ? "" : `&fact=${fact}`) + rest;
  return text === "" ? "" : `#${text}`;
}
