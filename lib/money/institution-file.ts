import "server-only";
import { getTranslations } from "next-intl/server";
import { formatDate } from "@/lib/i18n/format";
import { placeName } from "@/lib/i18n/place-name";
import type { Locale } from "@/lib/i18n/routing";
import type { Register } from "./institution-queries";
import { standingOn } from "./institutions";

/** Institutions and, below them, what they agreed: as the page has them on that day. */
export async function institutionFileRows(
  { institutions, agreements }: Register,
  { locale, on }: { locale: Locale; on: string },
) {
  const t = await getTranslations({ locale, namespace: "money" });
  const named = (id: string | null) => {
    const found = institutions.find((one) => one.id === id);
    return found ? placeName(found, locale) : null;
  };
  const form = (name: "nameLo" | "nameEn" | "kind" | "from" | "to" | "source" | "note") => t(`form.${name}`);
  return [
    [
      ...(["nameLo", "nameEn", "kind", "from", "to"] as const).map(form),
      t("institutions.now"),
      t("institutions.successor"),
      form("source"),
      form("note"),
    ],
    ...institutions.map((one) => [
      one.nameLo,
      one.nameEn,
      t(`institutionKind.${one.kind}`),
      one.from,
      one.to,
      standingOn(one, on) === "ended" ? t("agreements.standing.ended") : t("institutions.stands"),
      named(one.successorId),
      one.source,
      one.note,
    ]),
    [],
    [
      ...(["name", "parties", "scope", "signed"] as const).map((name) => t(`agreements.${name}`)),
      ...(["kind", "from", "to"] as const).map(form),
      t("agreements.amountKip"),
      t("agreements.amountUsd"),
      form("source"),
    ],
    ...agreements.map((one) => [
      one.title,
      (one.parties ?? []).map((id) => named(id) ?? t("agreements.unknownParty")).join("\n"),
      one.scope,
      one.signed,
      t(`agreementKind.${one.kind}`),
      one.from,
      one.to,
      one.amountKip,
      one.amountUsd,
      one.source,
    ]),
    [],
    [t("file.made"), formatDate(on, locale)],
  ];
}
