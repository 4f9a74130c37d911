/**
 * Starts to copy a figure's program for Plot when its button is pressed, until the signal. The program
 * is a file beside the page; where it cannot be read, as from a folder, the link to it remains.
 */
export function startCopies(document: Document, window: Window, signal: AbortSignal): void {
  const copy = async (button: HTMLElement): Promise<void> => {
    const link = button.parentElement?.querySelector<HTMLAnchorElement>('a[href$=".plot.js"]');
    try {
      const answer = await window.fetch(link?.href ?? "");
      if (!answer.ok) throw new Error(answer.statusText);
      await window.navigator.clipboard.writeText(await answer.text());
      button.textContent = "Copied";
    } catch {
      button.textContent = "Could not copy: take the file";
    }
  };
  const press = ({target}: Event): void => {
    const button = target instanceof Element ? target.closest<HTMLElement>(".pl-copy") : null;
    if (button !== null) void copy(button);
  };
  document.addEventListener("click", press, {signal});
}
