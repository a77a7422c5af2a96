import "./districts.css";
import { useLocale, useTranslations } from "next-intl";
import type { ReviewedAction, ReviewedVillage } from "@/lib/districts/review";
import { countActions, markOf, totalOf, type VillageMark } from "@/lib/districts/summary";
import { formatDate, formatNumber } from "@/lib/i18n/format";
import { placeName, villageName } from "@/lib/i18n/place-name";
import { KOfNBar } from "../ui/k-of-n-bar";
import { Link } from "../ui/link";
import { StatusMark } from "../ui/status-mark";

export type VillageRow = { village: ReviewedVillage; actions: readonly ReviewedAction[] };
type Props = { rows: readonly VillageRow[]; today: string };

/** A table on a desk, cards on a phone; both carry the same facts. */
export function VillagesTable({ rows, today }: Props) {
  const t = useTranslations("districts.villages");
  return (
    <>
      <div className="vill-table">
        <table className="t">
          <thead>
            <tr>
              <th scope="col">{t("village")}</th>
              <th scope="col">{t("plan")}</th>
              <th scope="col">{t("late")}</th>
              <th scope="col">{t("workshop")}</th>
              <th scope="col">{t("visit")}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <TableRow key={row.village.id} row={row} today={today} />
            ))}
          </tbody>
        </table>
      </div>
      <ul className="vill-cards">
        {rows.map((row) => (
          <VillageCard key={row.village.id} row={row} today={today} />
        ))}
      </ul>
    </>
  );
}

function useFacts({ village, actions }: VillageRow, today: string) {
  const t = useTranslations("districts.villages");
  const status = useTranslations("status");
  const of = useTranslations("districts.promises");
  const locale = useLocale();
  const counts = countActions(actions, today);
  const n = totalOf(counts);
  const mark: VillageMark = markOf(village, actions, today);
  return {
    counts,
    mark,
    markWord: status(mark),
    name: villageName(village, locale),
    group: village.mainEthnicGroup ? placeName(village.mainEthnicGroup, locale) : null,
    plan:
      n > 0 ? of("ofN", { k: formatNumber(counts.done, locale), n: formatNumber(n, locale) }) : t("noPlan"),
    hasPlan: n > 0,
    late: counts.late > 0 ? formatNumber(counts.late, locale) : t("none"),
    workshop: village.workshop
      ? `${formatDate(village.workshop.startDate, locale, "short")}${village.workshop.status === "under_way" ? ` · ${t("underWay")}` : ""}`
      : "",
    visit: village.lastVisit ? formatDate(village.lastVisit, locale, "short") : t("noVisit"),
    href: `/places/${village.code ?? village.id}`,
  };
}

function TableRow({ row, today }: { row: VillageRow; today: string }) {
  const facts = useFacts(row, today);
  return (
    <tr>
      <th scope="row">
        <span className="row">
          <StatusMark status={facts.mark} size={20} label={facts.markWord} />
          <span>
            <Link href={facts.href} className="nw">
              {facts.name}
            </Link>
            {facts.group && <span className="block xs mut">{facts.group}</span>}
          </span>
        </span>
      </th>
      <td>
        {facts.hasPlan && <KOfNBar counts={facts.counts} words={false} slim />}
        <span className="nw">{facts.plan}</span>
      </td>
      <td>{facts.late}</td>
      <td className="nw">{facts.workshop}</td>
      <td className="nw">{facts.visit}</td>
    </tr>
  );
}

function VillageCard({ row, today }: { row: VillageRow; today: string }) {
  const t = useTranslations("districts.villages");
  const facts = useFacts(row, today);
  const lines = [
    ["late", facts.late],
    ["workshop", facts.workshop],
    ["visit", facts.visit],
  ] as const;
  return (
    <li className="card">
      <p className="row">
        <StatusMark status={facts.mark} size={20} label={facts.markWord} />
        <Link href={facts.href} className="font-bold nw">
          {facts.name}
        </Link>
        {facts.group && <span className="sm mut">{facts.group}</span>}
      </p>
      <dl>
        <div>
          <dt className="mut">{t("plan")}</dt>
          <dd>
            {facts.hasPlan && <KOfNBar counts={facts.counts} words={false} slim />}
            {facts.plan}
          </dd>
        </div>
        {lines.map(([key, value]) => (
          <div key={key}>
            <dt className="mut">{t(key)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </li>
  );
}
