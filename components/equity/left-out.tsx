import { useLocale, useTranslations } from "next-intl";
import type { Equity } from "@/lib/equity/queries";
import { partName } from "@/lib/equity/words";
import { formatNumber } from "@/lib/i18n/format";
import { placeName, villageName } from "@/lib/i18n/place-name";
import { placeHref } from "@/lib/villages/place-head";
import { Link } from "../ui/link";

const MOST = 20;

/** Districts with villages that are not reached, those with the most that are hard to reach first. */
export function LeftOutTable({
  equity: { leftOut, districts },
  indicator,
}: {
  equity: Equity;
  indicator: string | null;
}) {
  const t = useTranslations("equity");
  const locale = useLocale();
  const n = (value: number) => formatNumber(value, locale);
  if (leftOut.length === 0) return <p>{t("everybody")}</p>;
  const columns = ["open", "far", "cutOff", "poor"] as const;
  return (
    <table className="t stacks">
      <thead>
        <tr>
          <th scope="col">{t("district")}</th>
          {columns.map((column) => (
            <th scope="col" key={column}>
              {t(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {leftOut.slice(0, MOST).map((line) => {
          const district = districts.find(({ id }) => id === line.districtId);
          if (!district) return null;
          const query = new URLSearchParams({ place: district.code, ...(indicator ? { indicator } : {}) });
          return (
            <tr key={line.districtId}>
              <th scope="row">
                <Link href={`/equity?${query}#open`}>{placeName(district, locale)}</Link>
              </th>
              {columns.map((column) => (
                <td key={column} data-label={t(column)}>
                  {column === "open" ? t("ofN", { k: n(line.open), n: n(line.villages) }) : n(line[column])}
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** The villages of one district by name, with what makes them hard to reach. */
export function OpenVillages({ open }: Pick<Equity, "open">) {
  const t = useTranslations("equity");
  const locale = useLocale();
  const hard = { travel: "far", season: "cut_off", poverty: "poor" } as const;
  return (
    <ul className="cols">
      {open.map((village) => (
        <li key={village.id}>
          <Link href={placeHref(village)} className="nw">
            {villageName(village, locale)}
          </Link>
          <span className="block xs mut">
            {(["travel", "season", "poverty"] as const)
              .filter((dimension) => village.parts[dimension] === hard[dimension])
              .map((dimension) => partName(t, { dimension, part: hard[dimension] }))
              .join(" · ")}
          </span>
        </li>
      ))}
    </ul>
  );
}
