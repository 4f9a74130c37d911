/** One scene of the page and what the reader moves in it. */
export interface Scene {
  readonly element: HTMLElement;
  readonly stage: HTMLElement;
  readonly steps: readonly HTMLElement[];
  /** How much of the window, from its top, the stage covers over the words, px. */
  covered(): number;
  /** Makes the figure's description that of a step. */
  describe(step: Element): void;
  /** Where a step's words begin, px below the scene's top. */
  wordsOf(step: Element): number;
}

/** The scenes of a page in its order; one without a stage or a step is none. */
export function collectScenes(document: Document): Scene[] {
  return [...document.querySelectorAll<HTMLElement>(".scene")].flatMap((element) => {
    const figure = element.querySelector<HTMLElement>(":scope > .figure");
    const stage = figure?.querySelector<HTMLElement>(".pl-stage");
    const steps = [...element.querySelectorAll<HTMLElement>(":scope > .step")];
    return figure && stage && steps[0] ? [makeScene(element, figure, stage, steps)] : [];
  });
}

/** Whether the page is pinned: the stage is there. */
export function isPinned({stage}: Scene): boolean {
  return stage.getClientRects().length > 0;
}

function makeScene(
  element: HTMLElement,
  figure: HTMLElement,
  stage: HTMLElement,
  steps: readonly HTMLElement[]
): Scene {
  return {
    element,
    stage,
    steps,
    covered() {
      const {right, bottom} = figure.getBoundingClientRect();
      const over = steps[0]!.getBoundingClientRect().left < right;
      return over && stage.getClientRects().length > 0 ? bottom : 0;
    },
    describe(step) {
      const description = figure.querySelector(".pl-description");
      if (description !== null)
        description.textContent = step.querySelector(".pl-says")?.textContent ?? "";
    },
    wordsOf(step) {
      const words = step.querySelector(".pl-words") ?? step;
      return words.getBoundingClientRect().top - element.getBoundingClientRect().top;
    }
  };
}
