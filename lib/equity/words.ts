import type { useTranslations } from "next-intl";
import { placeName } from "@/lib/i18n/place-name";
import type { Locale } from "@/lib/i18n/routing";
import type { CameLine } from "./attendance";
import type { Equity } from "./queries";
import type { EquityLine } from "./rules";

export type EquityTranslator = ReturnType<typeof useTranslations<"equity">>;
export type WorkshopTranslator = ReturnType<typeof useTranslations<"workshops">>;

export const partName = (t: EquityTranslator, { dimension, part }: Pick<EquityLine, "dimension" | "part">) =>
  t(`part.${dimension}.${part}` as "part.family.other");

type Words = { t: EquityTranslator; workshops: WorkshopTranslator; locale: Locale };

export function cameName(
  line: Pick<CameLine, "by" | "part">,
  groups: Equity["groups"],
  { t, workshops, locale }: Words,
): string {
  if (line.by === "sex") return workshops(`sex.${line.part as "female"}`);
  if (line.by === "age") return workshops(`age.${line.part as "50plus"}`);
  if (line.by === "family") return t(`family.${line.part as "other"}`);
  const group = groups.find(({ id }) => id === line.part);
  return group ? placeName(group, locale) : line.part;
}
