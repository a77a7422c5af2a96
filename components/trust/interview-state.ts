import type { Instrument, TrustAnswer, TrustRound } from "@/lib/trust/schema";
import { DONT_KNOW, REFUSED } from "@/lib/trust/schema";

export const aboutPerson = ["exposure", "sex", "ageBand", "ethnicGroup"] as const;
export type AboutPerson = (typeof aboutPerson)[number];

/** What is asked next: the consent, something about the person, an item by its place, or whether all is right. */
export type Question = "consent" | AboutPerson | number | "last";

export type Interview = Readonly<{
  at: number;
  about: Readonly<Partial<Record<AboutPerson, string | null>>>;
  /** By the item's place; what is missing was left out. */
  values: Readonly<Record<number, number>>;
}>;
export const freshInterview: Interview = { at: 0, about: {}, values: {} };

/** Consent first; groups only where they are known; then every item, one at a time. */
export function questionsOf(
  { exposureGroups }: Pick<TrustRound, "exposureGroups">,
  { items }: Pick<Instrument, "items">,
): Question[] {
  const about = aboutPerson.filter((name) => name !== "exposure" || exposureGroups.length > 0);
  return ["consent", ...about, ...items.keys(), "last"];
}

const step = (interview: Interview, by: number): Interview => ({
  ...interview,
  at: Math.max(0, interview.at + by),
});
export const backFrom = (interview: Interview) => step(interview, -1);
export const forwardFrom = (interview: Interview) => step(interview, 1);

export const answeredAbout = (interview: Interview, name: AboutPerson, value: string | null) =>
  forwardFrom({ ...interview, about: { ...interview.about, [name]: value } });

export const answeredItem = (interview: Interview, item: number, value: number) =>
  forwardFrom({ ...interview, values: { ...interview.values, [item]: value } });

const isAnswer = (value: number | undefined) =>
  value !== undefined && value !== REFUSED && value !== DONT_KNOW;

export const leftOut = ({ values }: Interview, { items }: Pick<Instrument, "items">): number =>
  items.filter((_item, at) => !isAnswer(values[at])).length;

/** As it is sealed: nothing but what was said and about which group of people. */
export function answerOf(
  { about, values }: Interview,
  { roundId, instrumentId, items }: { roundId: string; instrumentId: string } & Pick<Instrument, "items">,
): TrustAnswer {
  return {
    roundId,
    instrumentId,
    exposure: (about.exposure ?? null) as TrustAnswer["exposure"],
    sex: (about.sex ?? null) as TrustAnswer["sex"],
    ageBand: (about.ageBand ?? null) as TrustAnswer["ageBand"],
    ethnicGroupId: about.ethnicGroup ?? null,
    values: items.map((_item, at) => values[at] ?? REFUSED),
  };
}
