import { useLocale, useTranslations } from "next-intl";
import { formatNumber } from "@/lib/i18n/format";
import type { WorkshopPage } from "@/lib/villages/views";

type Row = { role: string; women: number; men: number };

/** Who came, by role and sex; all totals are sums of the tallies. */
export function AttendanceTable({ rows }: { rows: WorkshopPage["attendance"] }) {
  const t = useTranslations("villages.workshop");
  const words = useTranslations();
  const locale = useLocale();
  const number = (value: number) => formatNumber(value, locale);
  if (rows.length === 0) return <p className="mut">{words("villages.workshops.nobody")}</p>;
  const roles = new Map<string, Row>();
  for (const { role, sex, people } of rows) {
    const row = roles.get(role) ?? { role, women: 0, men: 0 };
    row[sex === "female" ? "women" : "men"] += people;
    roles.set(role, row);
  }
  const all = [...roles.values()].sort((a, b) => b.women + b.men - a.women - a.men);
  const sum = (of: "women" | "men") => all.reduce((total, row) => total + row[of], 0);
  const disabled = rows.reduce((total, row) => total + row.disability, 0);
  const cells = (women: number, men: number) => (
    <>
      <td className="n">{number(women)}</td>
      <td className="n">{number(men)}</td>
      <td className="n">{number(women + men)}</td>
    </>
  );
  return (
    <>
      <table className="t">
        <thead>
          <tr>
            <th scope="col">{t("role")}</th>
            {(["women", "men", "total"] as const).map((key) => (
              <th key={key} scope="col" className="n">
                {t(key)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {all.map(({ role, women, men }) => (
            <tr key={role}>
              <th scope="row">{words(`workshops.role.${role}` as "workshops.role.villager")}</th>
              {cells(women, men)}
            </tr>
          ))}
          <tr>
            <th scope="row">{t("total")}</th>
            {cells(sum("women"), sum("men"))}
          </tr>
        </tbody>
      </table>
      {disabled > 0 && <p className="sm mut">{t("disability", { count: disabled, n: number(disabled) })}</p>}
    </>
  );
}
