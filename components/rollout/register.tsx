import { placeName } from "@/lib/i18n/place-name";
import type { FacilitatorLine } from "@/lib/rollout/facilitator-queries";
import type { RolloutWords } from "@/lib/rollout/words";
import { Link } from "../ui/link";
import { WrittenTable } from "../ui/written-table";

type Props = {
  facilitators: readonly FacilitatorLine[];
  words: RolloutWords;
  /** The address that opens one to be corrected; null for who only reads. */
  href: ((line: FacilitatorLine) => string) | null;
};

/** One line a person, by district and name; what stands beside it is about records, not about how good somebody is. */
export function FacilitatorRegister({ facilitators, words, href }: Props) {
  const { t } = words;
  const columns = ["district", "trainings", "load", "complete", "women"] as const;
  return (
    <WrittenTable
      className="t stacks"
      head={t("team.name")}
      columns={columns.map((column) => t(`team.${column}`))}
      rows={facilitators.map((line) => <Row key={line.id} line={line} words={words} href={href} />)}
    />
  );
}

function Row({ line, words, href }: Omit<Props, "facilitators"> & { line: FacilitatorLine }) {
  const { t, n, day, locale } = words;
  const district = placeName({ nameLo: line.districtLo, nameEn: line.districtEn }, locale);
  const of = (k: number) => (line.workshops === 0 ? "–" : t("ofN", { k: n(k), n: n(line.workshops) }));
  return (
    <tr>
      <th scope="row">
        {href ? <Link href={href(line)}>{line.name}</Link> : line.name}
        <span className="block xs mut">{line.office}</span>
        {(line.from || line.to) && (
          <span className="block xs mut">
            {[line.from, line.to].map((one) => (one ? day(one) : "…")).join(" – ")}
          </span>
        )}
      </th>
      <td data-label={t("team.district")}>{district}</td>
      <td data-label={t("team.trainings")}>
        <div>
          {line.trainings.length === 0 && t("team.untrained")}
          {line.trainings.map(({ id, date, topic }) => (
            <span key={id} className="block">
              {day(date)} · {topic}
            </span>
          ))}
        </div>
      </td>
      <td data-label={t("team.load")}>
        {t("team.loadValue", { workshops: n(line.workshops), villages: n(line.villages) })}
      </td>
      <td data-label={t("team.complete")}>{of(line.complete)}</td>
      <td data-label={t("team.women")}>{of(line.women)}</td>
    </tr>
  );
}
