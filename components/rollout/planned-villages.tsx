import "./rollout.css";
import { isBehind, whereItStands } from "@/lib/counts/stages";
import { placeName, villageName } from "@/lib/i18n/place-name";
import { byCentre, type Centre } from "@/lib/rollout/centres";
import type { PlannedVillage } from "@/lib/rollout/village-queries";
import { centreText, lateTexts, type RolloutWords } from "@/lib/rollout/words";
import { placeHref } from "@/lib/villages/place-head";
import { Link } from "../ui/link";
import { StatusMark } from "../ui/status-mark";
import { WrittenTable } from "../ui/written-table";

type Props = { villages: readonly PlannedVillage[]; on: string; words: RolloutWords };

/** Every village of the plan below its health centre, with the last step it took and why it is behind. */
export function PlannedVillages({ villages, on, words }: Props) {
  const { t } = words;
  return (
    <WrittenTable
      className="t stacks ro-board"
      head={t("place.village")}
      columns={[t("place.now"), t("place.why")]}
      rows={byCentre(villages, on).flatMap((centre) => [
        <CentreRow key={centre.centre?.id ?? "none"} centre={centre} on={on} words={words} />,
        ...centre.villages.map((village) => <Row key={village.id} village={village} on={on} words={words} />),
      ])}
    />
  );
}

/** How far the health centre itself is: its module comes before its villages'. */
function CentreRow({
  centre: { centre, villages, hc },
  on,
  words,
}: Omit<Props, "villages"> & { centre: Centre }) {
  const { locale, t, n } = words;
  const status = hc.on !== null ? "done" : isBehind(hc, on) ? "late" : "todo";
  return (
    <tr className="ro-centre">
      <th scope="row" colSpan={3}>
        <span className="row top">
          {centre && <StatusMark status={status} size={20} />}
          <span>
            {centre ? (
              <Link href={`/facilities/${centre.id}`}>{placeName(centre, locale)}</Link>
            ) : (
              t("place.noCentre")
            )}
            <span className="block sm mut">
              {t("place.served", { n: n(villages.length) })}
              {centre && ` · ${centreText(words, hc, on)}`}
            </span>
          </span>
        </span>
      </th>
    </tr>
  );
}

function Row({ village, on, words }: Omit<Props, "villages"> & { village: PlannedVillage }) {
  const { locale, t, day } = words;
  const { at, since } = whereItStands(village.stages, on);
  const late = lateTexts(words, village.stages, on);
  return (
    <tr>
      <th scope="row">
        <span className="row top">
          <StatusMark status={late.length > 0 ? "late" : at ? "doing" : "todo"} size={20} />
          <Link href={placeHref(village)}>{villageName(village, locale)}</Link>
        </span>
      </th>
      <td data-label={t("place.now")}>
        <div>
          {at ? t(`stage.${at}`) : t("wait.none")}
          {since && <span className="block xs mut">{t("place.since", { date: day(since) })}</span>}
        </div>
      </td>
      <td data-label={t("place.why")}>
        {late.length === 0 ? (
          t("place.onTime")
        ) : (
          <ul>
            {late.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        )}
      </td>
    </tr>
  );
}
