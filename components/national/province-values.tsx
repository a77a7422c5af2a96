import { useLocale, useTranslations } from "next-intl";
import { placeName } from "@/lib/i18n/place-name";
import { nationalIndicators } from "@/lib/national/indicators";
import type { Figures } from "@/lib/national/queries";
import { nationalRows } from "@/lib/national/view";
import { StatusMark } from "../ui/status-mark";
import { useFigureText, useReading } from "./reading-words";

type Props = { figures: Figures; year: number };

/** What is known of single provinces: a line for each that has a value, a column for each indicator that has one. */
export function ProvinceValues({ figures, year }: Props) {
  const t = useTranslations("national");
  const locale = useLocale();
  const figure = useFigureText();
  const reading = useReading(year);
  const known = figures.values.filter(({ provinceId, to }) => provinceId && to.startsWith(String(year)));
  const provinces = figures.provinces.filter(({ id }) => known.some(({ provinceId }) => provinceId === id));
  const columns = nationalIndicators.filter(({ code }) => known.some(({ indicator }) => indicator === code));
  if (provinces.length === 0) return <p className="sm mut">{t("provinces.empty", { year: String(year) })}</p>;
  return (
    <>
      <p className="sm mut mb-2">{t("provinces.lead")}</p>
      <table className="t stacks">
        <thead>
          <tr>
            <th scope="col">{t("provinces.province")}</th>
            {columns.map(({ code }) => (
              <th scope="col" key={code}>
                {t(`name.${code}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {provinces.map((province) => {
            const rows = nationalRows(figures, year, province.id);
            return (
              <tr key={province.id}>
                <th scope="row">{placeName(province, locale)}</th>
                {columns.map(({ code }) => (
                  <td key={code} data-label={t(`name.${code}`)}>
                    {rows
                      .filter(({ indicator, value }) => indicator.code === code && value)
                      .map((row) => {
                        const { status, text } = reading(row);
                        return (
                          <span key={row.value?.kind} className="row top">
                            <StatusMark status={status} />
                            <span>
                              <b>{figure(row.value?.value ?? 0, row.indicator)}</b> {text}
                              <span className="block xs mut">{row.value?.source}</span>
                            </span>
                          </span>
                        );
                      })}
                    {!rows.some(({ indicator, value }) => indicator.code === code && value) && (
                      <span className="mut">{t("provinces.none")}</span>
                    )}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}
