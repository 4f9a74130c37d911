import {readAddress} from "./address.ts";
import {askFor, cardOf} from "./cards.ts";
import type {Interaction} from "./interaction.ts";
import {openCard} from "./open.ts";
import type {Reader} from "./read.ts";

/** Goes where the address says: to its step, and to the card of its fact. */
export function arrive(
  document: Document,
  hash: string,
  reader: Pick<Reader, "stateOf" | "goTo">,
  interaction: Interaction
): void {
  const {step, fact} = readAddress(hash);
  // After a reload or a step back the browser has restored the very place: leave it.
  if (step !== "" && reader.stateOf()?.step !== step) reader.goTo(step);
  const card = fact === "" ? null : cardOf(document, fact);
  if (card === null || card.matches(":popover-open")) return;
  const [id, at] = [CSS.escape(fact), CSS.escape(step || "pl-story")];
  const number = document.querySelector(
    `#${at} .fact:is([data-fact="${id}"], [data-claim="${id}"]) > button`
  );
  if (number === null) interaction.open(card);
  else openCard(card, number);
  askFor(card, fact);
}
