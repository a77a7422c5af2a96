import { getTranslations } from "next-intl/server";
import { today } from "@/lib/clock";
import { formatDate } from "@/lib/i18n/format";
import { placeName } from "@/lib/i18n/place-name";
import { partnerRegister } from "@/lib/money/partner-queries";
import { partnerView } from "@/lib/money/partner-view";
import { route } from "@/lib/route";
import { fileAnswer, fileAsked } from "@/lib/table-file";

export const dynamic = "force-dynamic";

/** The register with its gaps and overlaps, a line for each partner's work and for each gap: `?format=csv|xlsx&year=&within=`. */
export const GET = route("rollout.read", async (actor, request) => {
  const { format, locale, query } = fileAsked(request);
  const [register, t, theme, made] = await Promise.all([
    partnerRegister(actor),
    getTranslations({ locale, namespace: "money.partners" }),
    getTranslations({ locale, namespace: "money.theme" }),
    getTranslations({ locale, namespace: "money.file" }),
  ]);
  const { year, within, matrix } = partnerView(register, actor, query, today());
  const name = (list: readonly { id: string; nameLo: string; nameEn: string }[], id: string | null) => {
    const found = list.find((one) => one.id === id);
    return found ? placeName(found, locale) : null;
  };
  const cells = matrix.rows.flatMap(({ place, cells }) =>
    cells
      .filter(({ partners, overlap }) => partners.length === 0 || overlap)
      .map(({ theme: about, partners }) => [
        String(year),
        partners.map((id) => name(register.institutions, id)).join(", ") || null,
        theme(about),
        placeName(place, locale),
        null,
        null,
        null,
        partners.length === 0 ? t("gap") : t("overlap", { n: String(partners.length) }),
      ]),
  );
  const rows = [
    [
      t("year"),
      t("partner"),
      t("theme"),
      t("province"),
      t("district"),
      t("period"),
      t("source"),
      t("record"),
    ],
    ...register.activities.map((one) => [
      String(year),
      name(register.institutions, one.institutionId),
      theme(one.theme),
      name(register.places, one.provinceId) ?? t("nation"),
      name(register.places, one.districtId),
      `${one.from} – ${one.to ?? ""}`,
      one.source,
      null,
    ]),
    ...cells,
    [],
    [t("year"), String(year)],
    [t("place"), within ? placeName(within, locale) : t("provinces")],
    [made("made"), formatDate(today(), locale)],
    [made("rule"), t("rule")],
  ];
  return fileAnswer({ rows, format, name: `connect-partners-${year}-${today()}`, sheet: `partners ${year}` });
});
