/** As `src/story/controlshtml.ts` writes it. */
interface Variants {
  readonly sizes: readonly number[];
  readonly says: readonly string[];
  readonly parts: Readonly<
    Record<string, readonly (readonly [string, readonly string[], readonly number[]])[]>
  >;
}

/** What is known of a step's controls; and what its own picture says, which the page may replace. */
interface Known {
  readonly variants: Variants;
  readonly own: string;
}

const known = new WeakMap<Element, Known>();

/** The states of a step's controls, and which of them they are set to; null for a step without any. */
function setOf(step: Element): (Known & {readonly index: number}) | null {
  const script = step.querySelector(".pl-variants");
  if (script === null) return null;
  const found = known.get(script) ?? {
    variants: JSON.parse(script.textContent!) as Variants,
    own: ownWords(step)
  };
  known.set(script, found);
  const {variants} = found;
  const inputs = step.querySelectorAll<HTMLInputElement>(
    ".pl-controls :is([type=range], :checked)"
  );
  const index = [...inputs].reduce((sum, {value}, i) => sum * variants.sizes[i]! + +value, 0);
  return {...found, index};
}

/** Which of the states of its controls a step is set to; 0 where it has none. */
export function settingOf(step: Element): number {
  return setOf(step)?.index ?? 0;
}

/** What a step's picture says as its controls are set. */
export function saysOf(step: Element): string {
  const set = setOf(step);
  return set === null ? ownWords(step) : set.variants.says[set.index] || set.own;
}

function ownWords(step: Element): string {
  return step.querySelector(".pl-says")?.textContent ?? "";
}

/** Makes a copy of one of a step's drawings what the step's controls are set to. */
export function vary(drawing: Element, step: Element): void {
  const set = setOf(step);
  const width = drawing.getAttribute("data-width") ?? "";
  for (const [key, markups, of] of set?.variants.parts[width] ?? []) {
    const markup = markups[of[set!.index]! - 1];
    const element = drawing.querySelector(`[data-key="${CSS.escape(key)}"]`);
    if (markup && element) element.outerHTML = markup;
  }
}

/**
 * Starts to answer for the controls of all steps, until the signal. `show` is called with the step
 * and whether its marks travel to what is set: a slider's do not, they follow the hand. What is then
 * to be seen is told when the hand rests.
 */
export function startControls(
  document: Document,
  signal: AbortSignal,
  show: (step: HTMLElement, travels: boolean) => void
): void {
  const answer = ({type, target}: Event): void => {
    const input = target as HTMLInputElement;
    const controls = input.closest(".pl-controls");
    const step = controls?.closest<HTMLElement>(".step");
    if (!controls || !step) return;
    if (type === "change") controls.querySelector(".pl-told")!.textContent = saysOf(step);
    else {
      const texts = JSON.parse(input.dataset["texts"] ?? "[]") as string[];
      const text = texts[+input.value];
      if (text !== undefined) {
        input.setAttribute("aria-valuetext", text);
        input.parentElement!.querySelector("output")!.textContent = text;
      }
      show(step, text === undefined);
    }
  };
  for (const name of ["input", "change"]) document.addEventListener(name, answer, {signal});
}
