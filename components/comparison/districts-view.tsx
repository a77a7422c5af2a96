import "./comparison.css";
import { useLocale, useTranslations } from "next-intl";
import type { ComparedDistrict, DistrictFunnel } from "@/lib/comparison/district-funnel";
import type { ComparedDistricts } from "@/lib/comparison/district-queries";
import { formatList, formatNumber, formatPercent } from "@/lib/i18n/format";
import { placeName } from "@/lib/i18n/place-name";
import { FunnelChart } from "../chart/funnel-chart";
import { Select } from "../form/select";
import { useDenominatorText, useRateText } from "../indicators/rate-text";
import { Button } from "../ui/button";
import { Card } from "../ui/card";
import { Link } from "../ui/link";
import { Written } from "../ui/written";
import { ShareLine } from "./share-line";

/** Districts by one indicator: the funnel that says who differs beyond chance, and every number behind it. */
export function DistrictsByIndicator({ compared }: { compared: ComparedDistricts }) {
  const t = useTranslations("comparison.choose");
  const locale = useLocale();
  return (
    <>
      <form className="cmp-form noprint" aria-label={t("label")}>
        <div className="cmp-fields">
          <Select
            name="indicator"
            label={t("indicator")}
            defaultValue={compared.indicator.code}
            options={compared.indicators.map((one) => ({ value: one.code, label: placeName(one, locale) }))}
          />
          <Button type="submit">{t("show")}</Button>
        </div>
      </form>
      <Written name="compared" className="stack" of={compared}>
        {compared.benchmark !== null && (
          <Card>
            <Funnel compared={compared} />
          </Card>
        )}
        <DistrictsTable compared={compared} />
      </Written>
    </>
  );
}

const outsideOf = ({ districts }: DistrictFunnel, flag: "low" | "high") =>
  districts.filter(({ inner }) => inner === flag);

function Funnel({ compared }: { compared: ComparedDistricts }) {
  const t = useTranslations("comparison.districts");
  const locale = useLocale();
  const { benchmark, districts, limits, overdispersed, indicator } = compared;
  const names = (list: readonly ComparedDistrict[]) =>
    formatList(
      list.map((one) => placeName(one, locale)),
      locale,
    );
  const [low, high] = [outsideOf(compared, "low"), outsideOf(compared, "high")];
  const found = [
    low.length > 0 && t("low", { names: names(low) }),
    high.length > 0 && t("high", { names: names(high) }),
  ].filter(Boolean);
  const name = placeName(indicator, locale);
  const title = overdispersed
    ? t("overdispersed", { name })
    : t(found.length > 0 ? "outside" : "inside", { name, n: formatNumber(low.length + high.length, locale) });
  return (
    <FunnelChart
      title={title}
      summary={[...found, t("together", { share: formatPercent(benchmark ?? 0, locale) })].join(" ")}
      limits={limits}
      benchmark={benchmark ?? 0}
      dots={districts.flatMap((one) => {
        const { k, n, share } = one.year.rate;
        if (one.year.estimated || k === null || n === null || share === null || share < 0 || share > 1)
          return [];
        const outside = one.inner === "low" || one.inner === "high";
        return [{ key: one.id, n, share, outside, label: outside ? placeName(one, locale) : null }];
      })}
      words={{ people: t("people"), inner: t("innerRule"), outer: t("outerRule") }}
      format={(share) => formatPercent(share, locale)}
      count={(n) => formatNumber(n, locale, { maxDecimals: 0 })}
    />
  );
}

function DistrictsTable({ compared }: { compared: ComparedDistricts }) {
  const t = useTranslations("comparison.districts");
  const locale = useLocale();
  const { indicator, districts, benchmark } = compared;
  const name = placeName(indicator, locale);
  const chance = benchmark !== null;
  return (
    <Card title={t("table", { name })}>
      <table className="t stacks">
        <thead>
          <tr>
            <th scope="col">{t("district")}</th>
            <th scope="col">{t("year")}</th>
            <th scope="col">{t("denominator")}</th>
            {chance && <th scope="col">{t("chance")}</th>}
          </tr>
        </thead>
        <tbody>
          {districts.map((one) => (
            <Row key={one.id} district={one} compared={compared} chance={chance} />
          ))}
        </tbody>
      </table>
      <p className="sm mut mt-2">{t(chance ? "rule" : "estimates")}</p>
    </Card>
  );
}

type RowProps = { district: ComparedDistrict; compared: ComparedDistricts; chance: boolean };

function Row({ district, compared: { indicator, benchmark }, chance }: RowProps) {
  const t = useTranslations("comparison.districts");
  const locale = useLocale();
  const told = useRateText()(indicator, district.year);
  const people = useDenominatorText()(district.year);
  const { shown, inner, outer } = district;
  const far = outer === "low" ? "lowFar" : outer === "high" ? "highFar" : null;
  const href = `/indicators?district=${district.code ?? district.id}&indicator=${indicator.code}`;
  return (
    <tr>
      <th scope="row">
        <Link href={href} className="nw">
          {placeName(district, locale)}
        </Link>
      </th>
      <td data-label={t("year")}>
        <div>
          <ShareLine shown={shown} reference={benchmark} />
          {told.main}
          {told.remarks && <span className="block xs mut">{told.remarks}</span>}
        </div>
      </td>
      <td data-label={t("denominator")} className="xs mut">
        {people ?? (shown.n === null ? "" : t("sameMonths"))}
      </td>
      {chance && <td data-label={t("chance")}>{t(`flag.${far ?? inner ?? "none"}`)}</td>}
    </tr>
  );
}
