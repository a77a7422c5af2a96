import { useLocale, useTranslations } from "next-intl";
import { formatDate, formatNumber } from "@/lib/i18n/format";
import { placeName } from "@/lib/i18n/place-name";
import type { ProvinceReach } from "@/lib/rollout/reach";

/** The list twin of the tile grid: every province, reached or not. Narrow screens read each row as a card. */
export function ProvinceTable({ provinces }: { provinces: readonly ProvinceReach[] }) {
  const t = useTranslations("rollout");
  const locale = useLocale();
  const n = (value: number | undefined) => formatNumber(value ?? 0, locale);
  const columns = ["villages", "districts", "module1", "module2", "module3", "moduleOther", "last"] as const;
  const cells = (row: ProvinceReach) => ({
    villages: n(row.villages),
    districts: t("ofN", { k: n(row.districts), n: n(row.districtsInAll) }),
    module1: n(row.byModule["1"]),
    module2: n(row.byModule["2"]),
    module3: n(row.byModule["3"]),
    moduleOther: n(row.byModule.custom),
    last: row.lastOn ? formatDate(row.lastOn, locale, "short") : t("none"),
  });
  return (
    <table className="t stacks">
      <thead>
        <tr>
          <th scope="col">{t("province")}</th>
          {columns.map((column) => (
            <th scope="col" key={column}>
              {t(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {provinces.map((row) => {
          const values = cells(row);
          return (
            <tr key={row.id}>
              <th scope="row" className="nw">
                {placeName(row, locale)}
              </th>
              {columns.map((column) => (
                <td key={column} data-label={t(column)} className="nw">
                  {values[column]}
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
