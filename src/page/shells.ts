import {keepParameter, readAddress} from "./address.ts";
import type {Reader} from "./read.ts";
import {unpackElement} from "./unpack.ts";

/** What the panel's own script gives; it is no part of what a reader loads. */
interface TweakShell {
  startTweak(options: {
    readonly address: string;
    readonly reader: Reader | null;
    readonly token: string;
    readonly edits: string;
  }): Promise<Tweak>;
}

/** The panel, once it is loaded. */
interface Tweak {
  open(): void;
  renew(): Promise<void>;
}

/** Where the panel's script is, and the source of the page's story. */
export interface TweakPlace {
  load(): Promise<TweakShell>;
  readonly address: string;
  /** Whether addresses may carry changes. */
  readonly open: boolean;
  /** What lets the page save to the disk; "" where no server takes it. */
  readonly token: string;
}

/** What the offer has come to. */
export interface Offer {
  /** The panel; null as long as nobody has asked for it. */
  panel(): Promise<Tweak> | null;
}

/**
 * Offers to change the page's data, in the masthead: the panel is loaded when somebody asks for it, or
 * the address does (`?view=tweak`, and changes that it carries where the story takes them).
 */
export function offerTweak(
  document: Document,
  window: Window,
  reader: Reader | null,
  {load, address, open, token}: TweakPlace
): Offer {
  const {location} = window;
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "Change the data";
  const group = document.createElement("div");
  group.className = "pl-theme";
  group.style.marginLeft = "auto";
  group.append(button);
  document.querySelector(".pl-masthead > .pl-theme")?.before(group);
  const edits = (open && /&edits=([^&]+)/.exec(readAddress(location.hash).rest)?.[1]) || "";
  let panel: Promise<Tweak> | null = null;
  const start = (): Promise<Tweak> => {
    panel ??= load().then((shell) => shell.startTweak({address, reader, token, edits}));
    panel.catch(() => {
      panel = null;
      button.textContent = "The data cannot be loaded: try again";
    });
    return panel;
  };
  const show = (): void => {
    // A notebook stays one.
    if (!/[?&]view=/.test(location.search)) keepParameter(window, "view", "tweak");
    void start().then((tweak) => tweak.open());
  };
  button.onclick = show;
  if (/[?&]view=tweak(?:&|$)/.test(location.search)) show();
  else if (edits !== "" || waits(window, address)) void start();
  return {panel: () => panel};
}

/** Whether edits wait in the page or, from before, in this tab: no view of the page hides them. */
function waits(window: Window, address: string): boolean {
  if (window.document.getElementById("pl-edits") !== null) return true;
  try {
    const {pathname} = new URL(address, window.location.href);
    return window.sessionStorage.getItem(`plumbline edits ${pathname}`) !== null;
  } catch {
    return false;
  }
}

/**
 * The place that a built page names: script, its hash, source, and whether addresses may carry changes.
 * A page that is one file holds both, folded: "#" and an id. Null where it names none.
 */
export function placeOfTweak(document: Document): TweakPlace | null {
  const [src = "", integrity = "", address = "", open] =
    document.documentElement.dataset["tweak"]?.split(" ") ?? [];
  const folded = src.startsWith("#");
  // A page that is opened as a file may fetch nothing.
  if (address === "" || (document.location.protocol === "file:" && !folded)) return null;
  return {
    address,
    open: open === "public",
    token: "",
    async load() {
      const script = document.createElement("script");
      if (folded) {
        script.textContent = await unpackElement(document, src.slice(1));
        document.head.append(script);
      } else
        await new Promise((resolve, reject) => {
          Object.assign(script, {src, integrity, onerror: reject, onload: resolve});
          document.head.append(script);
        });
      return (globalThis as unknown as {plumblineTweak: TweakShell}).plumblineTweak;
    }
  };
}
