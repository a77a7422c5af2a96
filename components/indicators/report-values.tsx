import { useLocale, useTranslations } from "next-intl";
import { formatList, formatNumber } from "@/lib/i18n/format";
import { placeName } from "@/lib/i18n/place-name";
import type { OfficeReport } from "@/lib/indicators/report-queries";
import { elementGroups } from "@/lib/indicators/schema";
import { type Warning, warningsOf } from "@/lib/indicators/validation";
import { Notice } from "../ui/notice";

/** Every number of a month with the month before, missing and not known apart from 0, and what looks wrong. */
export function ReportValues({ report }: { report: OfficeReport }) {
  const t = useTranslations("indicators");
  const asked = report.elements.filter(
    ({ code, reporters }) => reporters.includes(report.kind) || report.values[code] !== undefined,
  );
  const warnings = warningsOf(asked, report.values);
  return (
    <>
      {warnings.map((warning) => (
        <WarningLine key={`${warning.code} ${warning.rule}`} warning={warning} report={report} />
      ))}
      <table className="t">
        <thead>
          <tr>
            <th scope="col">{t("office.counted")}</th>
            <th scope="col" className="num">
              {t("office.thisMonth")}
            </th>
            <th scope="col" className="num">
              {t("office.monthBefore")}
            </th>
          </tr>
        </thead>
        {elementGroups
          .map((group) => ({ group, elements: asked.filter((element) => element.group === group) }))
          .filter(({ elements }) => elements.length > 0)
          .map(({ group, elements }) => (
            <tbody key={group}>
              <tr>
                <th scope="colgroup" colSpan={3}>
                  {t(`group.${group}`)}
                </th>
              </tr>
              {elements.map((element) => (
                <ValueRow
                  key={element.code}
                  element={element}
                  value={report.values[element.code]}
                  before={report.before[element.code]}
                  odd={warnings.some(({ code }) => code === element.code)}
                />
              ))}
            </tbody>
          ))}
      </table>
    </>
  );
}

type Value = number | null | undefined;
type RowProps = { element: OfficeReport["elements"][number]; value: Value; before: Value; odd: boolean };

function ValueRow({ element, value, before, odd }: RowProps) {
  const t = useTranslations("indicators.office");
  const locale = useLocale();
  const shown = (one: Value) =>
    one === undefined ? (
      <span className="mut sm">{t("missing")}</span>
    ) : one === null ? (
      <span className="mut sm">{t("notKnown")}</span>
    ) : (
      formatNumber(one, locale)
    );
  return (
    <tr>
      <th scope="row" className="font-normal">
        {placeName(element, locale)}
        {odd && <b className="sm"> · {t("lookAgain")}</b>}
      </th>
      <td className="num">{shown(value)}</td>
      <td className="num">{shown(before)}</td>
    </tr>
  );
}

function WarningLine({ warning, report }: { warning: Warning; report: OfficeReport }) {
  const t = useTranslations("indicators.warning");
  const locale = useLocale();
  const element = (code: string) => report.elements.find((one) => one.code === code);
  const name = (code: string) => placeName(element(code) ?? { nameLo: code, nameEn: code }, locale);
  const n = (value: number) => formatNumber(value, locale);
  const told = { name: name(warning.code), value: n(warning.value), limit: n(warning.limit) };
  const advice = locale === "en" ? element(warning.code)?.adviceEn : element(warning.code)?.adviceLo;
  const title =
    warning.rule === "maximum"
      ? t("maximum", told)
      : t("atMost", { ...told, of: formatList(warning.of.map(name), locale) });
  return (
    <Notice tone="soon" title={title}>
      {advice ?? t("lookAgain")}
    </Notice>
  );
}
