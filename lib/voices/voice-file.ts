import "server-only";
import { getTranslations } from "next-intl/server";
import { today } from "@/lib/clock";
import { placeInList } from "@/lib/i18n/place-name";
import type { Locale } from "@/lib/i18n/routing";
import type { DistrictVoices } from "./queries";

type Cell = string | number | null;

/** Every action that was answered, with the words that were passed on; never one that waits or was withheld. */
export async function voiceFileRows(
  { actions, waiting }: DistrictVoices,
  { locale, district }: { locale: Locale; district: string },
): Promise<Cell[][]> {
  const [t, word] = await Promise.all([
    getTranslations({ locale, namespace: "voices" }),
    getTranslations({ locale, namespace: "plans.status" }),
  ]);
  const heads = (["village", "action", "official", "done", "answers", "latest", "words"] as const).map(
    (name) => t(`file.${name}`),
  );
  return [
    heads,
    ...actions.map(({ nameLo, nameEn, what, status, done, all, latest, words }) => [
      nameLo ? placeInList({ nameLo, nameEn: nameEn ?? "", level: "village" }, locale) : null,
      what,
      word(status),
      done,
      all,
      latest,
      words.join("\n") || null,
    ]),
    [],
    [t("file.district"), district],
    [t("file.date"), today()],
    [t("file.rule", { n: waiting.length })],
  ];
}
