import { useLocale, useTranslations } from "next-intl";
import type { GroupUptake, Uptake } from "@/lib/evaluation/services";
import { changeText, levelText, rangeText, whyNone } from "@/lib/evaluation/words";
import { formatNumber } from "@/lib/i18n/format";
import type { ClusteredContrast } from "@/lib/statistics/clustered-contrast";
import { Card } from "../ui/card";

type Props = { name: string; year: number; uptake: Uptake };

/** Both groups before and after, the change of each, and the difference of the two changes with its interval. */
export function UptakeCard({ name, year, uptake }: Props) {
  const t = useTranslations("evaluation.uptake");
  const { unit, connect, others, difference } = uptake;
  const heads = ["before", "after", "change", "basis"] as const;
  return (
    <Card title={t("title", { name })} className="stack-s">
      <p className="sm mut">
        {t("when")} {t(`unit.${unit}`)}
      </p>
      <table className="t stacks">
        <thead>
          <tr>
            <th scope="col">{t("group")}</th>
            {heads.map((head) => (
              <th scope="col" key={head}>
                {t(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <GroupRow name={t("connect", { year: String(year) })} group={connect} unit={unit} />
          <GroupRow name={t("others")} group={others} unit={unit} />
          <tr>
            <th scope="row">{t("difference")}</th>
            <td className="none" />
            <td className="none" />
            <td data-label={t("change")}>
              <b>
                <Change of={difference} unit={unit} />
              </b>
            </td>
            <td data-label={t("basis")}>
              <Basis of={difference} unit={unit} />
            </td>
          </tr>
        </tbody>
      </table>
    </Card>
  );
}

type Shown = { of: ClusteredContrast; unit: Uptake["unit"] };

function GroupRow({ name, group, unit }: { name: string; group: GroupUptake; unit: Uptake["unit"] }) {
  const t = useTranslations("evaluation.uptake");
  const { before, after, change } = group;
  return (
    <tr>
      <th scope="row">{name}</th>
      <td data-label={t("before")}>
        <Level of={before} unit={unit} />
      </td>
      <td data-label={t("after")}>
        <Level of={after} unit={unit} />
      </td>
      <td data-label={t("change")}>
        <Change of={change} unit={unit} />
      </td>
      <td data-label={t("basis")}>
        <Basis of={change} unit={unit} />
      </td>
    </tr>
  );
}

function Level({ of, unit }: Shown) {
  const t = useTranslations("evaluation");
  const locale = useLocale();
  if (of.estimate === null) return whyNone(of, t);
  const range = rangeText(unit, of, locale);
  return `${levelText(unit, of.estimate, locale)}${range ? ` (${range})` : ""}`;
}

function Change({ of, unit }: Shown) {
  const t = useTranslations("evaluation");
  const locale = useLocale();
  if (of.estimate === null) return whyNone(of, t);
  return `${changeText(unit, of.estimate, { t, locale })} (${rangeText(unit, of, locale) ?? whyNone(of, t)})`;
}

function Basis({ of: { villages, cellSizes }, unit }: Shown) {
  const t = useTranslations("evaluation.uptake");
  const locale = useLocale();
  if (villages === null || cellSizes === null) return "–";
  const n = formatNumber(
    cellSizes.reduce((sum, one) => sum + one, 0),
    locale,
  );
  const told = t("villages", { count: villages, n: formatNumber(villages, locale) });
  return `${told} · ${t(unit === "share" ? "people" : "months", { n })}`;
}
