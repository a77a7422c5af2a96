import "./money.css";
import { useLocale, useTranslations } from "next-intl";
import { formatDate, formatDateRange, formatNumber } from "@/lib/i18n/format";
import { placeName } from "@/lib/i18n/place-name";
import type { KeptActivity, PartnerPlace, PartnerRegister } from "@/lib/money/partner-queries";
import type { Cell, Matrix } from "@/lib/money/partner-rules";
import { partnerThemes } from "@/lib/money/vocabularies";
import { Link } from "../ui/link";
import { StatusMark } from "../ui/status-mark";
import { WrittenTable } from "../ui/written-table";

/** Places × themes: how many partners, a gap or an overlap in words. */
export function PartnerMatrix({ matrix }: { matrix: Matrix<PartnerPlace> }) {
  const t = useTranslations("money");
  const locale = useLocale();
  const text = ({ partners, overlap }: Cell) => {
    if (partners.length === 0) return <span className="gap">{t("partners.gap")}</span>;
    const n = formatNumber(partners.length, locale);
    return overlap ? (
      <span className="money-overlap">
        <StatusMark status="soon" size={12} /> {t("partners.overlap", { n })}
      </span>
    ) : (
      n
    );
  };
  const row = (key: string, name: string, cells: readonly Cell[]) => (
    <tr key={key}>
      <th scope="row">{name}</th>
      {cells.map((cell) => (
        <td key={cell.theme} data-label={t(`theme.${cell.theme}`)}>
          {text(cell)}
        </td>
      ))}
    </tr>
  );
  return (
    <WrittenTable
      className="t stacks money-matrix"
      head={t("partners.place")}
      columns={partnerThemes.map((theme) => t(`theme.${theme}`))}
      rows={[
        ...matrix.rows.map(({ place, cells }) => row(place.id, placeName(place, locale), cells)),
        row("nation", t("partners.nationWide"), matrix.nation),
      ]}
    />
  );
}

type ListProps = Omit<PartnerRegister, "out"> & { records: boolean };

/** Who does what, where, and since when. */
export function ActivityList({ activities, places, institutions, records }: ListProps) {
  const t = useTranslations("money.partners");
  const theme = useTranslations("money.theme");
  const locale = useLocale();
  if (activities.length === 0) return <p className="mut">{t("empty")}</p>;
  const name = (list: readonly { id: string; nameLo: string; nameEn: string }[], id: string | null) => {
    const found = list.find((one) => one.id === id);
    return found && placeName(found, locale);
  };
  const where = ({ districtId, provinceId }: KeptActivity) =>
    [name(places, provinceId) ?? t("nation"), name(places, districtId)].filter(Boolean).join(" › ");
  const period = ({ from, to }: KeptActivity) =>
    to ? formatDateRange(from, to, locale) : t("since", { from: formatDate(from, locale) });
  return (
    <table className="t stacks">
      <thead>
        <tr>
          {(["partner", "theme", "where", "period", "source"] as const).map((head) => (
            <th scope="col" key={head}>
              {t(head)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {activities.map((one) => {
          const partner = name(institutions, one.institutionId) ?? "–";
          return (
            <tr key={one.id}>
              <th scope="row">
                {records ? <Link href={`/partners?activity=${one.id}`}>{partner}</Link> : partner}
              </th>
              <td data-label={t("theme")}>{theme(one.theme)}</td>
              <td data-label={t("where")}>{where(one)}</td>
              <td data-label={t("period")}>{period(one)}</td>
              <td data-label={t("source")}>{[one.source, one.note].filter(Boolean).join(" · ") || "–"}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
