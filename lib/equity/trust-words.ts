import { placeName } from "@/lib/i18n/place-name";
import type { Equity } from "./queries";
import type { TrustLine } from "./trust-groups";
import { cameName, type EquityTranslator, type WorkshopTranslator } from "./words";

type Words = Readonly<{ t: EquityTranslator; workshops: WorkshopTranslator; locale: "lo" | "en" }>;

/** What a group of people of the trust card is called: as in the table of who came. */
export function trustLineName(
  { by, category }: Pick<TrustLine, "by" | "category">,
  groups: Equity["groups"],
  words: Words,
) {
  if (by === "all") return words.t("trustAll");
  if (category === "not_said") return words.t("trustNotSaid");
  if (by !== "ethnicGroup")
    return cameName({ by: by === "sex" ? "sex" : "age", part: category }, groups, words);
  const [, family] = category.split("family:");
  if (family !== undefined) return words.t(`family.${family as "other"}`);
  const group = groups.find(({ id }) => id === category);
  return group ? placeName(group, words.locale) : category;
}
