import {make} from "./make.ts";
import type {Session} from "./session.ts";
import type {SourceOptions, SourceView} from "./source/view.ts";

/** The view's own script; it is no part of a built page. */
export interface SourceScript {
  makeSourceView(options: SourceOptions): SourceView;
}

/** What opens the view of whole files. */
export interface SourceOffer {
  /**
   * Opens it at a record of the data; null for the file that was last open. The focus goes back to
   * `from` when it is closed.
   */
  open(id: string | null, from?: HTMLElement): void;
  isOpen(): boolean;
  /** Follows a story that is published anew, and a panel that is made anew. */
  renew(): Promise<void>;
}

interface OfferOptions {
  load(): Promise<SourceScript>;
  readonly session: Session;
  readonly token: string;
  /** The panel as it is now, which the view lies over. */
  panel(): HTMLElement;
  /** Changes the page around what is read. */
  keepPlace(change: () => void): void;
  /** Says what is amiss where somebody reads it. */
  told(words: string): void;
}

// As source.css has it.
const fills = matchMedia("(max-width: 47.99rem)");

/** Offers the source view, which is loaded when it is first opened. */
export function offerSource({
  load,
  session,
  token,
  panel,
  keepPlace,
  told
}: OfferOptions): SourceOffer {
  let view: SourceView | null = null;
  let loading: Promise<SourceView> | null = null;
  let opener: HTMLElement | null = null;
  const isOpen = (): boolean => view !== null && !view.element.hidden;
  // What the view lies over takes no focus: the panel, and where it fills the screen the page.
  const cover = (): void => {
    for (const element of document.body.children)
      if (element instanceof HTMLElement && element !== view?.element)
        element.inert = isOpen() && (fills.matches || element === panel());
    document.documentElement.toggleAttribute("data-source", isOpen());
  };
  fills.addEventListener("change", cover);
  const close = (): void => {
    keepPlace(() => {
      view!.element.hidden = true;
      cover();
    });
    focusAgain(opener, panel());
    const left = view!.unsaved();
    if (left.length > 0) told(`Typed in the source and not saved yet: ${left.join(", ")}.`);
  };
  const start = (): Promise<SourceView> =>
    (loading ??= load().then(({makeSourceView}) => {
      view = makeSourceView({session, token, close});
      view.element.hidden = true;
      document.body.append(view.element);
      return view;
    }));
  return {
    isOpen,
    open(id, from) {
      if (from !== undefined) opener = from;
      start().then(
        ({element, show}) => {
          keepPlace(() => {
            element.hidden = false;
            cover();
          });
          void show(id);
        },
        () => {
          loading = null;
          told("The source view cannot be loaded: try again.");
        }
      );
    },
    async renew() {
      cover();
      await view?.renew();
    }
  };
}

/** A button that opens the file of an id at its line, or the view as it was; none without a view. */
export function makeSourceButton(
  id: string | null,
  {compiler}: Session,
  files: SourceOffer | null
): HTMLElement[] {
  const place = id === null ? null : compiler.published.assembled.placeOf(id);
  if (files === null || (id !== null && place === null)) return [];
  const words = place === null ? "Source" : `Source: ${place.file}:${place.line}`;
  const button = make("button", {type: "button", "data-source": id ?? ""}, words);
  button.addEventListener("click", () => files.open(id, button));
  return [button];
}

/** Gives the focus back to where the view was opened from, or to what has taken its place. */
function focusAgain(opener: HTMLElement | null, panel: HTMLElement): void {
  const id = opener?.dataset["source"] ?? "";
  const same = panel.querySelector<HTMLElement>(`[data-source="${CSS.escape(id)}"]`);
  const held = opener?.isConnected === true ? opener : same;
  (held ?? panel).focus({preventScroll: true});
}
