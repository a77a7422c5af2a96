import { getLocale, getTranslations } from "next-intl/server";
import { DistrictsByIndicator } from "@/components/comparison/districts-view";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { StatusMark } from "@/components/ui/status-mark";
import { Written } from "@/components/ui/written";
import { requireActor } from "@/lib/access/session";
import { comparedDistricts } from "@/lib/comparison/district-queries";
import { reviewedDistricts } from "@/lib/districts/province-queries";
import { formatDate, formatNumber } from "@/lib/i18n/format";
import { placeName } from "@/lib/i18n/place-name";
import { Frame } from "../frame";

type Props = { searchParams: Promise<{ indicator?: string | string[] }> };

export default async function DistrictsPage({ searchParams }: Props) {
  const actor = await requireActor("district.review");
  const [indicator] = [(await searchParams).indicator].flat();
  const [districts, compared] = await Promise.all([
    reviewedDistricts(actor),
    comparedDistricts(actor, indicator ?? null),
  ]);
  const [locale, t, word] = [
    await getLocale(),
    await getTranslations("districts"),
    await getTranslations("status"),
  ];
  const n = (value: number) => formatNumber(value, locale);
  const late = districts.filter((district) => district.late > 0).length;
  if (districts.length === 0) {
    return (
      <Frame actor={actor} active="districts">
        <EmptyState title={t("province.empty")} why={t("villages.emptyWhy")} />
      </Frame>
    );
  }
  return (
    <Frame actor={actor} active="districts">
      <PageHeader title={t("province.title", { late: n(late), n: n(districts.length) })} />
      <div className="stack">
        <Written name="plans" of={districts}>
          <Card>
            <table className="t stacks">
              <thead>
                <tr>
                  <th scope="col">{t("province.district")}</th>
                  <th scope="col">{t("province.villages")}</th>
                  <th scope="col">{t("province.done")}</th>
                  <th scope="col">{t("province.late")}</th>
                  <th scope="col">{t("province.last")}</th>
                </tr>
              </thead>
              <tbody>
                {districts.map((district) => (
                  <tr key={district.id}>
                    <th scope="row">
                      <span className="row">
                        <StatusMark
                          status={district.late > 0 ? "late" : district.actions > 0 ? "doing" : "nodata"}
                          label={word(district.late > 0 ? "late" : district.actions > 0 ? "doing" : "nodata")}
                        />
                        <Link href={`/today?district=${district.code ?? district.id}`} className="nw">
                          {placeName(district, locale)}
                        </Link>
                      </span>
                    </th>
                    <td data-label={t("province.villages")}>{n(district.villages)}</td>
                    <td data-label={t("province.done")} className="nw">
                      {t("promises.ofN", { k: n(district.done), n: n(district.actions) })}
                    </td>
                    <td data-label={t("province.late")}>{n(district.late)}</td>
                    <td data-label={t("province.last")} className="nw">
                      {district.lastWorkshop
                        ? formatDate(district.lastWorkshop, locale, "short")
                        : t("villages.noVisit")}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Card>
        </Written>
        {compared && <DistrictsByIndicator compared={compared} />}
      </div>
    </Frame>
  );
}
