import { daysBetween, formatDate, formatNumber } from "@/lib/i18n/format";
import { truncate } from "@/lib/i18n/lao";
import { placeName } from "@/lib/i18n/place-name";
import type { Entry } from "./entries";
import type { Attention } from "./responses";
import { type Speech, signalRule, wordsOf } from "./words";

/** So many matters are named; the rest is counted. */
const NAMED = 5;
/** Longest text of an action or promise that travels, its ellipsis counted. */
const LETTERS = 91;

type Given = Readonly<{
  attention: Attention;
  speech: Speech;
  district: Readonly<{ nameLo: string; nameEn: string }>;
  /** Where the list is read; null: no address is known. */
  address: string | null;
}>;

/**
 * The week in a message that may end in anybody's hands: no text that somebody wrote about people, no counts of a health
 * centre, no village's trust. Those stand on the page it leads to.
 */
export function digestText({ attention, speech, district, address }: Given): string {
  const { t, locale, today } = speech;
  const n = (value: number) => formatNumber(value, locale);
  const { open, waiting, came } = attention;
  const named = open.filter(({ entry }) => !ofVillageTrust(entry)).slice(0, NAMED);
  const trust = open.filter(({ entry }) => ofVillageTrust(entry)).length;
  const rest = open.length - named.length - trust;
  return [
    t("digest.head", { district: placeName(district, locale), date: formatDate(today, locale) }),
    t("title", { count: open.length, n: n(open.length) }),
    ...named.map(({ entry }, at) => `${n(at + 1)}. ${lineOf(entry, speech)}`),
    trust > 0 && t("digest.trust", { count: trust, n: n(trust) }),
    rest > 0 && t("digest.more", { n: n(rest) }),
    t("digest.done", { waiting: n(waiting.length), came: n(came.length) }),
    address,
  ]
    .filter(Boolean)
    .join("\n");
}

const ofVillageTrust = (entry: Entry) => entry.kind === "trust" && entry.villageId !== null;

function lineOf(entry: Entry, speech: Speech): string {
  const { t, office, locale, today } = speech;
  const { place, head, why } = wordsOf(entry, speech);
  switch (entry.kind) {
    case "no_answer": {
      const date = formatDate(entry.instruction.date, locale);
      const days = formatNumber(daysBetween(entry.instruction.date, today), locale);
      const given = t("noAnswer.why", { date, days });
      return `${place}: ${t("noAnswer.head", { office: office(entry.instruction.toOffice) })} · ${given}`;
    }
    case "signal":
      return `${place}: ${head} · ${signalRule(entry.series, speech)}`;
    case "mentor_step":
      return `${place}: ${head}`;
    default:
      return `${place}: ${truncate(head, LETTERS)} · ${why}`;
  }
}
