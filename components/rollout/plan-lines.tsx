import "./rollout.css";
import { daysBetween } from "@/lib/i18n/format";
import { placeName, villageName } from "@/lib/i18n/place-name";
import type { PlanLine } from "@/lib/rollout/plan-queries";
import type { SheetInstitution } from "@/lib/rollout/plan-sheet";
import type { RolloutWords } from "@/lib/rollout/words";
import { Link } from "../ui/link";
import { WrittenTable } from "../ui/written-table";

type Props = {
  lines: readonly PlanLine[];
  institutions: readonly SheetInstitution[];
  today: string;
  /** The address of a line to change it; null for who only reads. */
  href: ((line: PlanLine) => string) | null;
  words: RolloutWords;
};

/** The name of where a line is. */
export function linePlace({ locale }: RolloutWords, line: PlanLine): string {
  const { villageLo, villageEn, districtLo, districtEn } = line;
  return villageLo === null
    ? placeName({ nameLo: districtLo, nameEn: districtEn }, locale)
    : villageName({ nameLo: villageLo, nameEn: villageEn ?? "" }, locale);
}

export function PlanLines({ lines, ...rest }: Props) {
  const { t } = rest.words;
  const columns = ["what", "date", "became", "pays", "cost"] as const;
  return (
    <WrittenTable
      className="t stacks"
      head={t("plan.place")}
      columns={columns.map((column) => t(`plan.${column}`))}
      rows={lines.map((line) => <Row key={line.id} line={line} {...rest} />)}
    />
  );
}

function Row({ line, institutions, today, href, words }: Omit<Props, "lines"> & { line: PlanLine }) {
  const { t, n, day, kip, locale } = words;
  const funder = institutions.find(({ id }) => id === line.funderId);
  const late = daysBetween(line.plannedDate, today);
  const became = line.heldOn
    ? t("plan.held", { date: day(line.heldOn) })
    : late > 0
      ? t("plan.late", { n: n(late) })
      : t("plan.later");
  const pays = [line.funding && t(`pays.${line.funding}`), funder && placeName(funder, locale)];
  const cost = [
    line.costKip !== null && kip(line.costKip),
    line.spentKip !== null && t("plan.spent", { kip: kip(line.spentKip) }),
  ];
  return (
    <tr>
      <th scope="row">
        {linePlace(words, line)}
        {href && (
          <Link
            className="block xs"
            href={href(line)}
            aria-label={t("plan.edit", { place: linePlace(words, line) })}
          >
            {t("plan.change")}
          </Link>
        )}
      </th>
      <td data-label={t("plan.what")}>
        {t("plan.moduleAt", { module: line.module, level: t(`level.${line.level}`) })}
      </td>
      <td data-label={t("plan.date")} className="nw">
        {day(line.plannedDate)}
      </td>
      <td data-label={t("plan.became")} className={!line.heldOn && late > 0 ? "ro-behind" : undefined}>
        {became}
      </td>
      <td data-label={t("plan.pays")}>{pays.filter(Boolean).join(", ") || t("pays.none")}</td>
      <td data-label={t("plan.cost")}>{cost.filter(Boolean).join(" · ")}</td>
    </tr>
  );
}
