import { placeInList, placeName } from "@/lib/i18n/place-name";
import type { Kind } from "./schema";
import type { Speech } from "./words";

/** What a matter's key names. */
export type Matter = Readonly<{
  kind: Kind;
  nameLo: string;
  nameEn: string;
  level: string;
  serviceLo: string | null;
  serviceEn: string | null;
  /** The promise's own words. */
  text: string | null;
}>;

/** What the instruction is about, and the words it may begin with. */
export function subjectWords(
  { kind, level, nameLo, nameEn, serviceLo, serviceEn, text }: Matter,
  { t, locale }: Pick<Speech, "t" | "locale">,
): { about: string; text: string | undefined } {
  if (text) return { about: text, text: undefined };
  const place = placeInList({ level, nameLo, nameEn }, locale);
  const service = placeName({ nameLo: serviceLo ?? "", nameEn: serviceEn ?? "" }, locale);
  const about = [service || t(`kind.${kind}`), place].join(" · ");
  switch (kind) {
    case "signal":
      return { about, text: t("ask.signal", { name: service, place }) };
    case "trust":
      return { about, text: t(level === "district" ? "ask.trustDistrict" : "ask.trust", { place }) };
    case "report":
    case "dialogue":
    case "mentor_step":
      return { about, text: t(`ask.${kind}`, { place }) };
    case "visit":
    case "visit_due":
      return { about, text: t("ask.visit", { place }) };
    default:
      return { about, text: undefined };
  }
}
