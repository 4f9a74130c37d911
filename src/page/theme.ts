import {keepParameter} from "./address.ts";

/**
 * Starts the masthead's words for the theme (`.pl-theme button[value]`), until the signal: they set it
 * and keep it in the address.
 */
export function startTheme(document: Document, window: Window, signal?: AbortSignal): void {
  const root = document.documentElement;
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  const buttons = document.querySelectorAll<HTMLButtonElement>(".pl-theme button");
  const show = (): void => {
    const theme = root.dataset["theme"] ?? (dark.matches ? "dark" : "light");
    for (const button of buttons)
      button.setAttribute("aria-pressed", String(button.value === theme));
  };
  const choose = ({currentTarget}: Event): void => {
    const {value} = currentTarget as HTMLButtonElement;
    root.dataset["theme"] = value;
    show();
    keepParameter(window, "theme", value);
  };
  for (const button of buttons) button.addEventListener("click", choose, {signal});
  dark.addEventListener("change", show, {signal});
  show();
}
