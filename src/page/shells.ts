import {keepParameter} from "./address.ts";
import type {Reader} from "./read.ts";

/** What the panel's own script gives; it is no part of what a reader loads. */
interface TweakShell {
  startTweak(address: string, reader: Reader | null): Promise<{open(): void; close(): void}>;
}

/** Where the panel's script is, and the source of the page's story. */
export interface TweakPlace {
  load(): Promise<TweakShell>;
  readonly address: string;
}

/**
 * Offers to change the page's data, in the masthead: the panel is loaded when somebody asks for it, or
 * the address does (`?view=tweak`).
 */
export function offerTweak(
  document: Document,
  window: Window,
  reader: Reader | null,
  {load, address}: TweakPlace
): void {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "Change the data";
  const group = document.createElement("div");
  group.className = "pl-theme";
  group.style.marginLeft = "auto";
  group.append(button);
  document.querySelector(".pl-masthead > .pl-theme")?.before(group);
  let shell: ReturnType<TweakShell["startTweak"]> | null = null;
  const open = (): void => {
    keepParameter(window, "view", "tweak");
    shell ??= load().then((tweak) => tweak.startTweak(address, reader));
    shell.then(
      (tweak) => tweak.open(),
      (error: unknown) => {
        shell = null;
        button.textContent = "The data cannot be loaded: try again";
        throw error;
      }
    );
  };
  button.onclick = open;
  if (/[?&]view=tweak(?:&|$)/.test(window.location.search)) open();
}

/** The place that a built page names: script, its hash, source. Null where it names none. */
export function placeOfTweak(document: Document): TweakPlace | null {
  const [src = "", integrity = "", address = ""] =
    document.documentElement.dataset["tweak"]?.split(" ") ?? [];
  // A page that is opened as a file may fetch nothing.
  if (address === "" || document.location.protocol === "file:") return null;
  return {
    address,
    load: () =>
      new Promise((resolve, reject) => {
        const script = document.createElement("script");
        Object.assign(script, {src, integrity, onerror: reject});
        script.onload = () =>
          resolve((globalThis as unknown as {plumblineTweak: TweakShell}).plumblineTweak);
        document.head.append(script);
      })
  };
}
