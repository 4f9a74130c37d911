import "./page.css";
import {startReader} from "./read.ts";
import type {Reader} from "./read.ts";
import {offerTweak, placeOfTweak} from "./shells.ts";
import {startTheme} from "./theme.ts";

startTheme(document, window);

/** The page's reader, for the shells that load later; null where the page has no story. */
export const reader: Reader | null =
  document.querySelector(".pl-story") === null ? null : startReader(document, window);

const tweak = placeOfTweak(document);
if (tweak !== null) offerTweak(document, window, reader, tweak);
