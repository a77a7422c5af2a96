import "./rollout.css";
import { whereItStands } from "@/lib/counts/stages";
import { villageName } from "@/lib/i18n/place-name";
import type { PlannedVillage } from "@/lib/rollout/village-queries";
import { lateTexts, type RolloutWords } from "@/lib/rollout/words";
import { placeHref } from "@/lib/villages/place-head";
import { StatusMark } from "../ui/status-mark";
import { WrittenTable } from "../ui/written-table";

type Props = { villages: readonly PlannedVillage[]; on: string; words: RolloutWords };

/** Every village of the plan with the last step it took and why it is behind. */
export function PlannedVillages({ villages, on, words }: Props) {
  const { t } = words;
  return (
    <WrittenTable
      className="t stacks ro-board"
      head={t("place.village")}
      columns={[t("place.now"), t("place.why")]}
      rows={villages.map((village) => <Row key={village.id} village={village} on={on} words={words} />)}
    />
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
          <a href={`/${locale}${placeHref(village)}`}>{villageName(village, locale)}</a>
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
