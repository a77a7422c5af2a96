import "./money.css";
import { useLocale, useTranslations } from "next-intl";
import { type Payer, payers } from "@/lib/counts/stages";
import { formatKip, formatNumber, formatPercent } from "@/lib/i18n/format";
import type { MentorshipUnit, SessionCost, Unit } from "@/lib/money/budget-queries";
import { sessionSums } from "@/lib/money/budget-rules";
import type { MoneyView } from "@/lib/money/view";
import { FactList } from "../ui/fact-list";

const amounts = ["planned", "approved", "disbursed", "spent"] as const;

/** Planned, approved, disbursed and spent, by whose money it is. */
export function PayerTable({ view: { byPayer } }: { view: MoneyView }) {
  const t = useTranslations("money");
  const locale = useLocale();
  return (
    <table className="t stacks">
      <thead>
        <tr>
          <th scope="col">{t("budget.payerHead")}</th>
          {amounts.map((amount) => (
            <th scope="col" key={amount} className="n">
              {t(`amount.${amount}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {payers.map((payer) => (
          <tr key={payer}>
            <th scope="row">{t(`payer.${payer}`)}</th>
            {amounts.map((amount) => (
              <td key={amount} className="n" data-label={t(`amount.${amount}`)}>
                {payer === "none" && amount !== "spent" ? "–" : formatKip(byPayer[payer][amount], locale)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const fill: Readonly<Record<Payer, string>> = {
  own: "var(--seq-5)",
  partner: "var(--seq-2)",
  none: "url(#money-unknown)",
};

/** How many villages whose money reached: a bar for each payer, its count of all beside it. */
export function VillagesPaid({ view: { villages }, year }: { view: MoneyView; year: number }) {
  const t = useTranslations("money");
  const locale = useLocale();
  const n = payers.reduce((sum, payer) => sum + villages[payer], 0);
  if (n === 0) return <p className="mut">{t("budget.noVillages", { year: String(year) })}</p>;
  return (
    <>
      <table className="t">
        <tbody>
          {payers.map((payer) => (
            <tr key={payer}>
              <th scope="row">{t(`payer.${payer}`)}</th>
              <td>
                <svg className="money-bar" viewBox="0 0 240 18" preserveAspectRatio="none" aria-hidden="true">
                  {payer === "none" && <Hatch />}
                  <rect
                    width={(villages[payer] / n) * 238 + 2}
                    height="18"
                    fill={fill[payer]}
                    stroke="var(--edge)"
                  />
                </svg>
              </td>
              <td className="n">
                {t("budget.ofN", { k: formatNumber(villages[payer], locale), n: formatNumber(n, locale) })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="xs mut mt-2">{t("budget.villagesRule")}</p>
    </>
  );
}

const Hatch = () => (
  <defs>
    <pattern
      id="money-unknown"
      width="6"
      height="6"
      patternUnits="userSpaceOnUse"
      patternTransform="rotate(45)"
    >
      <rect width="6" height="6" fill="#fff" />
      <rect width="1.4" height="6" fill="var(--edge)" />
    </pattern>
  </defs>
);

/** What was spent and whose share was own, year by year. */
export function YearsTable({ view: { years } }: { view: MoneyView }) {
  const t = useTranslations("money");
  const locale = useLocale();
  const heads = [t("amount.planned"), t("amount.spent"), t("budget.share")];
  return (
    <>
      <table className="t stacks">
        <thead>
          <tr>
            <th scope="col">{t("budget.year")}</th>
            {heads.map((head) => (
              <th scope="col" key={head} className="n">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {years.map(({ year, planned, spent, share }) => (
            <tr key={year}>
              <th scope="row">{year}</th>
              {[
                formatKip(planned, locale),
                formatKip(spent, locale),
                share === null ? t("budget.noShare") : formatPercent(share, locale),
              ].map((cell, index) => (
                <td key={heads[index]} className="n" data-label={heads[index]}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="xs mut mt-2">{t("budget.yearsRule")}</p>
    </>
  );
}

/** What a workshop and a village cost, and for how many of them that is known. */
export function UnitCosts({
  workshops,
  villages,
  mentorship,
  sessions,
}: {
  workshops: Unit;
  villages: Unit;
  mentorship: MentorshipUnit;
  sessions: readonly SessionCost[];
}) {
  const t = useTranslations("money.budget");
  const locale = useLocale();
  const n = (value: number) => formatNumber(value, locale);
  const text = ({ held, costed, kip }: Unit) =>
    costed === 0
      ? t("unitNone", { held: n(held) })
      : t("unitText", {
          kip: formatKip(Math.round(kip / costed), locale),
          costed: n(costed),
          held: n(held),
        });
  const { held, costed, kip, mentees } = mentorship;
  const perMentee =
    mentees === 0
      ? t("menteeNone", { held: n(held) })
      : t("menteeText", {
          kip: formatKip(Math.round(kip / mentees), locale),
          mentees: n(mentees),
          costed: n(costed),
          held: n(held),
        });
  const { inLine, apart, unsaid, silent } = sessionSums(sessions);
  const sums = {
    line: formatKip(inLine, locale),
    apart: formatKip(apart, locale),
    unsaid: formatKip(unsaid, locale),
    silent: n(silent),
  };
  return (
    <>
      <FactList
        facts={[
          { key: "workshop", term: t("perWorkshop"), value: text(workshops) },
          { key: "village", term: t("perVillage"), value: text(villages) },
          { key: "mentee", term: t("perMentee"), value: perMentee },
        ]}
      />
      <p className="xs mut mt-2">{t("unitRule")}</p>
      {sessions.length > 0 && <p className="xs mut mt-2">{t("menteeRule", sums)}</p>}
    </>
  );
}
