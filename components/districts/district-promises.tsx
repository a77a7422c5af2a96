import { useLocale, useTranslations } from "next-intl";
import type { ReviewedPromise, ReviewedVillage } from "@/lib/districts/review";
import { formatDate } from "@/lib/i18n/format";
import { villageName } from "@/lib/i18n/place-name";
import { StatusPill } from "../ui/status-pill";

type Props = { promises: readonly ReviewedPromise[]; villages: readonly ReviewedVillage[] };

export function DistrictPromises({ promises, villages }: Props) {
  const t = useTranslations("districts.plans");
  const level = useTranslations("plans.level");
  const locale = useLocale();
  const names = new Map(villages.map((village) => [village.id, villageName(village, locale)]));
  const pills = {
    kept: <StatusPill status="done">{t("promiseKept")}</StatusPill>,
    not_kept: <StatusPill status="late">{t("promiseNot")}</StatusPill>,
    open: <StatusPill status="todo">{t("promiseOpen")}</StatusPill>,
  };
  return (
    <table className="t stacks">
      <tbody>
        {promises.map((promise) => (
          <tr key={promise.id}>
            <th scope="row">{promise.text || t("unwritten")}</th>
            <td>
              {level.has(promise.party as "village") ? level(promise.party as "village") : promise.party}
            </td>
            <td className="nw">{names.get(promise.villageId ?? "")}</td>
            <td className="nw">{promise.due ? formatDate(promise.due, locale, "short") : t("noDue")}</td>
            <td>{pills[promise.kept ?? "open"]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
