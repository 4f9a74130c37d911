/** What the fragment of an address says: `#<step>[&fact=<id>][&cut=<name>][&edits=1.<base64url>]`. */
export interface Address {
  /** Step id; "" for the opening. */
  readonly step: string;
  /** Id of the fact or record whose card is open; "" for none. */
  readonly fact: string;
  /** The other parts, decoded, each with its "&". */
  readonly rest: string;
}

const longest = 4096;
const parts: Readonly<Record<string, RegExp>> = {
  fact: /^[A-Za-z0-9][\w.:@/~-]{0,199}$/,
  cut: /^[a-z][a-z0-9-]{0,63}$/,
  edits: /^1\.[\w-]+$/
};

/**
 * Reads a fragment (with its "#"); values may be percent-encoded, as programs that make links write
 * them. What is not of the form is left out; too long a one is empty.
 */
export function readAddress(hash: string): Address {
  const [step = "", ...pairs] = hash.length > longest ? [] : hash.slice(1).split("&");
  let fact = "";
  let rest = "";
  for (const pair of pairs) {
    const at = pair.indexOf("=");
    const name = pair.slice(0, at);
    const value = decode(pair.slice(at + 1));
    if (!(Object.hasOwn(parts, name) && parts[name]!.test(value))) continue;
    if (name === "fact") fact = value;
    else rest += `&${name}=${value}`;
  }
  return {step: /^[a-z][a-z0-9-]{0,63}$/.test(step) ? step : "", fact, rest};
}

/** Text of a value; "" where its percent signs encode nothing. */
function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return "";
  }
}

/** Writes a fragment with its "#"; "" where it says nothing. */
export function writeAddress({step, fact, rest}: Address): string {
  const text = step + (fact === "" ? "" : `&fact=${fact}`) + rest;
  return text === "" ? "" : `#${text}`;
}

/** Keeps a value of the address's query, which a reload brings back; "" takes it away. */
export function keepParameter({location, history}: Window, name: string, value: string): void {
  const url = new URL(location.href);
  if (value === "") url.searchParams.delete(name);
  else url.searchParams.set(name, value);
  history.replaceState(history.state, "", url);
}
