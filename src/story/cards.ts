import type {Element, ElementContent} from "hast";
import {h} from "hastscript";
import type {Claim, Dataset, Event, Fact, Relation, Statement} from "../facts/dataset.ts";
import {agreementLine} from "./agreeing.ts";
import {contrastsOf} from "./contrasts.ts";
import {derivationOf} from "./derivation.ts";
import {formatSpoken} from "../format.ts";
import {isStated} from "../quantity.ts";
import {cardId} from "./printed.ts";
import {numberWords, renderNumber} from "./printer.ts";
import type {CardOf} from "./printer.ts";
import {originOf, provenance, quote} from "./quoted.ts";
import type {CardPrinter, Places} from "./quoted.ts";
import * as voice from "./voice.ts";

/** The provenance cards of a page, made as they are asked for. */
export interface Cards {
  readonly cardOf: CardOf;
  /** Renders every card asked for, and those that they lead to. */
  render(): Element[];
  /** Ids of the sources that the rendered cards name. */
  sources(): string[];
}

/** Cards for one dataset. `cardOf` throws for an id that is no fact, statement, event, relation. */
export function createCards(dataset: Dataset, places: Places = {}): Cards {
  const asked = new Set<string>();
  const named = new Set<string>();
  const cardOf: CardOf = (id) => {
    const card = cardId(dataset, id);
    asked.add(id);
    return card;
  };
  const printer: CardPrinter = {dataset, cardOf, places, name: (source) => named.add(source)};
  return {
    cardOf,
    sources: () => [...named],
    render() {
      const cards: Element[] = [];
      // Cards lead to parents, whose cards join the end of the set while this reads it.
      for (const id of asked) cards.push(renderCard(id, printer));
      return cards;
    }
  };
}

function renderCard(id: string, printer: CardPrinter): Element {
  const {dataset} = printer;
  const own = <T>(table: Readonly<Record<string, T>>): T | undefined =>
    Object.hasOwn(table, id) ? table[id] : undefined;
  const fact = own(dataset.facts);
  const statement = own(dataset.statements);
  const event = own(dataset.events);
  const relation = own(dataset.relations);
  const content =
    fact !== undefined
      ? factCard(id, fact, printer)
      : statement !== undefined
        ? statementCard(id, statement, printer)
        : event !== undefined
          ? eventCard(id, event, printer)
          : relationCard(id, relation!, printer);
  return h(
    "div.pl-card",
    {
      popover: "auto",
      id: printer.cardOf(id),
      dataCard: id
    },
    [
      h("p.pl-card-title", voice.capital(content.title)),
      ...content.body,
      ...contrastsOf(id, fact?.claims ?? [], printer)
    ]
  );
}

interface CardContent {
  readonly title: string;
  readonly body: readonly ElementContent[];
}

function factCard(id: string, fact: Fact, printer: CardPrinter): CardContent {
  const computed = fact.claims.length === 0;
  const several = fact.claims.length > 1;
  const number = numberWords(id, printer);
  const why = fact.reason === null ? [] : [`Why: ${voice.sentence(fact.reason)}`];
  if (computed)
    return {
      title: fact.label,
      body: [
        h("p.pl-card-number", number),
        h(
          "p.pl-origin",
          isStated(fact.quantity) ? voice.originSentence(fact.origin) : voice.unstatedSentence
        ),
        ...why.map((words) => h("p.pl-reason", words)),
        ...derivationOf(fact, printer)
      ]
    };
  const decision = several ? [`Where one number stands for all, it is ${number}.`, ...why] : why;
  return {
    title: fact.label,
    body: [
      // Where several claims are listed, each begins with its own number.
      ...(several ? [] : [h("p.pl-card-number", number)]),
      h("p.pl-agreement", {dataAgreement: fact.agreement}, agreementLine(fact, printer.dataset)),
      h(
        "ul.pl-claims",
        fact.claims.map((claim) => claimItem(claim, fact, printer))
      ),
      ...(decision.length === 0 ? [] : [h("p.pl-reason", decision.join(" "))])
    ]
  };
}

function claimItem(id: string, fact: Fact, printer: CardPrinter): Element {
  const claim = printer.dataset.claims[id]!;
  const several = fact.claims.length > 1;
  const edited = claim.origin === "edited";
  return h("li.pl-claim", {dataClaim: id, dataOrigin: claim.origin}, [
    ...(several ? [h("p.pl-card-number", numberWords(id, printer))] : []),
    quote(id, claim, printer),
    ...provenance(id, claim, printer),
    ...(edited
      ? [note(`Read as ${formatSpoken(claim.quantity)}, edited from the words above.`)]
      : []),
    ...(claim.when === null ? [] : [note(`When: ${voice.timeWords(claim.when)}.`)]),
    ...wholeOf(claim, printer),
    ...claim.status.map((status) => note(voice.statusSentence(status))),
    ...originOf(claim, printer)
  ]);
}

function wholeOf({of}: Claim, printer: CardPrinter): ElementContent[] {
  const whole = of === null ? undefined : printer.dataset.facts[of];
  if (of === null || whole === undefined) return [];
  return [h("p.pl-reading", [`A share of ${whole.label}: `, renderNumber(of, printer), "."])];
}

function statementCard(id: string, statement: Statement, printer: CardPrinter): CardContent {
  const about = voice.namesFor(printer.dataset, statement.about);
  return {
    title: statement.gist,
    body: [
      quote(id, statement, printer),
      ...provenance(id, statement, printer),
      ...(about.length === 0 ? [] : [note(`About ${about.join(", ")}.`)]),
      ...originOf(statement, printer)
    ]
  };
}

function eventCard(id: string, event: Event, printer: CardPrinter): CardContent {
  const who = voice.namesFor(printer.dataset, event.who);
  const after = event.after.flatMap((id) => printer.dataset.events[id]?.what ?? []);
  return {
    title: event.what,
    body: [
      quote(id, event, printer),
      ...provenance(id, event, printer),
      note(`When: ${voice.timeWords(event.when)}.`),
      ...(after.length === 0 ? [] : [note(`The document puts it after: ${after.join("; ")}.`)]),
      ...(who.length === 0 ? [] : [note(`About ${who.join(", ")}.`)]),
      ...originOf(event, printer)
    ]
  };
}

function relationCard(id: string, relation: Relation, printer: CardPrinter): CardContent {
  const [from = "", to = ""] = voice.namesFor(printer.dataset, [relation.from, relation.to]);
  return {
    title: `${from} ${relation.type.replaceAll("-", " ")} ${to}`,
    body: [
      quote(id, relation, printer),
      ...provenance(id, relation, printer),
      ...(relation.when === null ? [] : [note(`When: ${voice.timeWords(relation.when)}.`)]),
      ...originOf(relation, printer)
    ]
  };
}

function note(text: string): Element {
  return h("p.pl-reading", text);
}
