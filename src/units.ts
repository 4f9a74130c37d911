/** Currencies by ISO code, with the names that mean no other one. */
export const money: Readonly<Record<string, readonly string[]>> = {
  USD: ["dollar", "dollars"],
  EUR: ["euro", "euros"],
  GBP: ["pound", "pounds", "sterling"],
  CNY: ["yuan", "renminbi"],
  JPY: ["yen"],
  KRW: ["won"],
  INR: ["rupee", "rupees"],
  CHF: ["franc", "francs"],
  HKD: [],
  TWD: [],
  SGD: [],
  AUD: [],
  CAD: [],
  NZD: [],
  SEK: ["krona", "kronor"],
  NOK: [],
  DKK: [],
  RUB: ["rouble", "roubles", "ruble", "rubles"],
  BRL: ["reais"],
  MXN: [],
  ZAR: ["rand"],
  THB: ["baht"],
  IDR: ["rupiah"],
  MYR: ["ringgit"],
  PHP: [],
  VND: ["dong"],
  SAR: ["riyal", "riyals"],
  AED: ["dirham", "dirhams"],
  ILS: ["shekel", "shekels"],
  TRY: ["lira"],
  PLN: ["zloty", "zlotys"],
  HUF: ["forint", "forints"],
  CZK: ["koruna"],
  UAH: ["hryvnia"],
  NGN: ["naira"],
  GHS: ["cedi", "cedis"],
  KZT: ["tenge"],
  BDT: ["taka"],
  BGN: [],
  ISK: [],
  EGP: [],
  PKR: [],
  LKR: [],
  KES: [],
  ARS: [],
  CLP: [],
  QAR: [],
  KWD: [],
  BHD: [],
  OMR: []
};

/** What stands for a currency that the words leave open, or that has no code: pesos, kr, bitcoin. */
export const someCurrency = "XXX";

/** Names that several currencies have, and money that no state issues. */
export const shared =
  "peso pesos krone kroner dinar dinars rial rials shilling shillings leu lei leva manat kwacha " +
  "escudo escudos bitcoin bitcoins ether tether stablecoin stablecoins";

/** Codes of others, in capitals. */
export const rareCodes =
  "pen cop ron mad xrp ugx tzs zmw mzn aoa xof xaf mmk khr npr afn iqd lbp jod tnd dzd lyd syp yer " +
  "azn byn mdl rsd mkd uyu pyg gtq hnl dop jmd ttd";

/** Short forms of what several currencies are called, and of money that no state issues. */
export const rareMarks = "kr skr nkr dkr ikr sfr ksh tsh ush tk btc eth usdt usdc";

/** Currencies that are named with a country, as they are printed; read back by `currencyOf`. */
export const national: Readonly<Record<string, string>> = {
  HKD: "Hong Kong dollars",
  SGD: "Singapore dollars",
  AUD: "Australian dollars",
  CAD: "Canadian dollars",
  NZD: "New Zealand dollars",
  TWD: "New Taiwan dollars",
  MXN: "Mexican pesos"
};

/** What "¥" alone is: the yen or the yuan, which its measure or a name behind it has to say. */
export const yenOrYuan = "¥";

/** Signs of currencies. "$" alone is the US dollar. */
export const signs: ReadonlyMap<string, string> = new Map(
  Object.entries({
    $: "USD",
    "€": "EUR",
    "£": "GBP",
    "¥": yenOrYuan,
    "₩": "KRW",
    "₹": "INR",
    "₽": "RUB",
    "₺": "TRY",
    "₫": "VND",
    "฿": "THB",
    "₪": "ILS",
    "₱": "PHP",
    "₦": "NGN",
    "₴": "UAH",
    "₸": "KZT",
    "₵": "GHS",
    "₨": someCurrency,
    "₿": someCurrency,
    "¤": someCurrency
  })
);

/** Letters in front of "$" or "¥" that make another currency of it. */
export const prefixed: ReadonlyMap<string, string> = new Map(
  Object.entries({
    us$: "USD",
    usd$: "USD",
    hk$: "HKD",
    hkd$: "HKD",
    s$: "SGD",
    sg$: "SGD",
    a$: "AUD",
    au$: "AUD",
    aud$: "AUD",
    c$: "CAD",
    ca$: "CAD",
    can$: "CAD",
    cad$: "CAD",
    nt$: "TWD",
    nz$: "NZD",
    r$: "BRL",
    mx$: "MXN",
    "cn¥": "CNY",
    "cny¥": "CNY",
    "rmb¥": "CNY",
    "jp¥": "JPY",
    "jpy¥": "JPY"
  })
);

/** A country's word before a currency's name, both in the singular. */
const named: ReadonlyMap<string, string> = new Map(
  Object.entries({
    "us dollar": "USD",
    "american dollar": "USD",
    "hong kong dollar": "HKD",
    "singapore dollar": "SGD",
    "singaporean dollar": "SGD",
    "australian dollar": "AUD",
    "canadian dollar": "CAD",
    "new zealand dollar": "NZD",
    "taiwan dollar": "TWD",
    "taiwanese dollar": "TWD",
    "new taiwan dollar": "TWD",
    "chinese yuan": "CNY",
    "chinese renminbi": "CNY",
    "japanese yen": "JPY",
    "korean won": "KRW",
    "south korean won": "KRW",
    "indian rupee": "INR",
    "swiss franc": "CHF",
    "british pound": "GBP",
    "mexican peso": "MXN",
    "swedish krona": "SEK",
    "turkish lira": "TRY",
    "russian rouble": "RUB",
    "russian ruble": "RUB"
  })
);

/** The ISO code of a currency named with its country, "hong kong dollars"; null for no such name. */
export function currencyOf(name: string): string | null {
  return named.get(name.replace(/s$/, "")) ?? null;
}

/** Spans of time in the units that quantities have; a week is seven days, a decade ten years. */
export const spans: Readonly<Record<string, readonly [unit: string, times: number]>> = {
  year: ["year", 1],
  years: ["year", 1],
  yr: ["year", 1],
  yrs: ["year", 1],
  decade: ["year", 10],
  decades: ["year", 10],
  century: ["year", 100],
  centuries: ["year", 100],
  quarter: ["quarter", 1],
  quarters: ["quarter", 1],
  month: ["month", 1],
  months: ["month", 1],
  mth: ["month", 1],
  mths: ["month", 1],
  fortnight: ["day", 14],
  fortnights: ["day", 14],
  week: ["day", 7],
  weeks: ["day", 7],
  wk: ["day", 7],
  wks: ["day", 7],
  day: ["day", 1],
  days: ["day", 1],
  hour: ["hour", 1],
  hours: ["hour", 1],
  hr: ["hour", 1],
  hrs: ["hour", 1],
  minute: ["minute", 1],
  minutes: ["minute", 1],
  min: ["minute", 1],
  mins: ["minute", 1],
  seconds: ["second", 1]
};

/** Other units, by the symbol that a quantity in them carries, with the words for them. */
export const measures: Readonly<Record<string, readonly string[]>> = {
  GB: ["gb", "gigabyte", "gigabytes"],
  TB: ["tb", "terabyte", "terabytes"],
  PB: ["pb", "petabyte", "petabytes"],
  MB: ["mb", "megabyte", "megabytes"],
  kW: ["kw", "kilowatt", "kilowatts"],
  MW: ["mw", "megawatt", "megawatts"],
  GW: ["gw", "gigawatt", "gigawatts"],
  TW: ["tw", "terawatt", "terawatts"],
  W: ["watt", "watts"],
  kWh: ["kwh"],
  MWh: ["mwh"],
  GWh: ["gwh"],
  TWh: ["twh"],
  GHz: ["ghz", "gigahertz"],
  MHz: ["mhz", "megahertz"],
  Hz: ["hz", "hertz"],
  nm: ["nm", "nanometre", "nanometres", "nanometer", "nanometers"],
  cm: ["cm"],
  km: ["km", "kilometre", "kilometres", "kilometer", "kilometers"],
  mile: ["mile", "miles"],
  kg: ["kg", "kilogram", "kilograms"],
  tonne: ["tonne", "tonnes"],
  barrel: ["barrel", "barrels"],
  hectare: ["hectare", "hectares"],
  bit: ["bit", "bits"]
};
