import { useLocale, useTranslations } from "next-intl";
import { formatNumber } from "@/lib/i18n/format";
import { placeName } from "@/lib/i18n/place-name";
import { monthOf } from "@/lib/indicators/months";
import { improving, type Outcome, outcomeElements, outcomeOf } from "@/lib/mentorship/outcomes";
import type { FacilitiesPage } from "@/lib/mentorship/queries";
import { Card } from "../ui/card";
import { Notice } from "../ui/notice";

type Props = { page: FacilitiesPage; newest: number };

/** The three indicators that SCALING measured, by facility, before and since; and how many health centres increased. */
export function OutcomesCard({ page, newest }: Props) {
  const t = useTranslations("mentees.outcomes");
  const words = useTranslations("mentees.readiness");
  const locale = useLocale();
  const n = (value: number) => formatNumber(value, locale, { maxDecimals: 1 });
  const mentored = page.facilities.flatMap((one) => {
    if (!one.since) return [];
    const asked = { facilityId: one.id, since: monthOf(one.since), newest };
    return [{ ...one, outcomes: outcomeElements.map((element) => outcomeOf(page.values, element, asked)) }];
  });
  if (mentored.length === 0) return null;
  const said = ({ before, after, improved }: Outcome) =>
    before === null || after === null || improved === null
      ? t("noneSaid")
      : `${t("pair", { before: n(before), after: n(after) })} · ${t(improved ? "up" : "not")}`;
  return (
    <Card title={t("title")}>
      <p className="sm mut">{t("why")}</p>
      <table className="t stacks">
        <thead>
          <tr>
            <th scope="col">{words("facility")}</th>
            {outcomeElements.map((element) => (
              <th scope="col" key={element}>
                {t(`element.${element}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {mentored.map((one) => (
            <tr key={one.id}>
              <th scope="row">{placeName(one, locale)}</th>
              {outcomeElements.map((element, at) => (
                <td key={element} data-label={t(`element.${element}`)}>
                  {said(one.outcomes[at] as Outcome)}
                </td>
              ))}
            </tr>
          ))}
          <tr>
            <th scope="row">{t("centres")}</th>
            {outcomeElements.map((element, at) => {
              const { k, n: of } = improving(
                mentored
                  .filter(({ type }) => type.startsWith("health_centre"))
                  .map(({ outcomes }) => outcomes[at] as Outcome),
              );
              return (
                <td key={element} data-label={t(`element.${element}`)}>
                  <b>{t("share", { k: n(k), n: n(of) })}</b>
                </td>
              );
            })}
          </tr>
        </tbody>
      </table>
      <div className="mt-2">
        <Notice icon="info">{t("published")}</Notice>
      </div>
    </Card>
  );
}
