import { useLocale, useTranslations } from "next-intl";
import type { ReviewedInstruction } from "@/lib/districts/review";
import { formatDate, formatNumber } from "@/lib/i18n/format";
import { instructionMark } from "../instructions/instruction-list";
import { StatusMark } from "../ui/status-mark";

type Props = { instructions: readonly ReviewedInstruction[]; rows: number };

/** The latest instructions with what was answered. */
export function BriefInstructions({ instructions, rows }: Props) {
  const t = useTranslations("attention.brief");
  const status = useTranslations("instructions.status");
  const office = useTranslations("plans.office");
  const locale = useLocale();
  const shown = instructions.slice(0, rows);
  const rest = instructions.length - shown.length;
  return (
    <section>
      <h2>
        {t("instructions")}
        {rest > 0 && <span className="brief-more">{t("more", { n: formatNumber(rest, locale) })}</span>}
      </h2>
      {shown.length === 0 && <p>{t("noInstructions")}</p>}
      <table>
        <tbody>
          {shown.map((one) => (
            <tr key={one.id}>
              <td className="brief-mark">
                <StatusMark status={instructionMark(one.status)} />
              </td>
              <td>
                <span className="brief-one">{`${office(one.toOffice)}: ${one.text}`}</span>
              </td>
              <td className="nw">{formatDate(one.date, locale, "short")}</td>
              <td className="nw">
                {[
                  status(one.status as "given"),
                  one.statusDate && formatDate(one.statusDate, locale, "short"),
                ]
                  .filter(Boolean)
                  .join(" ")}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
