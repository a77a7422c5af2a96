import { useLocale, useTranslations } from "next-intl";
import { formatDate, formatNumber } from "@/lib/i18n/format";
import { changeSince, type VillageRound } from "@/lib/trust/results";
import { Card } from "../ui/card";
import { useTrustWords } from "./trust-words";

/** Every round of one questionnaire, newest first; cards on a phone. */
export function RoundsTable({ rounds }: { rounds: readonly VillageRound[] }) {
  const t = useTranslations("trust");
  const columns = ["date", "interviewer", "answers", "index", "change"] as const;
  return (
    <Card title={t("rounds.title")}>
      <table className="t stacks">
        <thead>
          <tr>
            <th scope="col">{t("rounds.round")}</th>
            {columns.map((column) => (
              <th scope="col" key={column}>
                {t(`rounds.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rounds.map((round, at) => (
            <RoundRow key={round.id} round={round} before={rounds.slice(at + 1)} />
          ))}
        </tbody>
      </table>
    </Card>
  );
}

function RoundRow({ round, before }: { round: VillageRound; before: readonly VillageRound[] }) {
  const t = useTranslations();
  const locale = useLocale();
  const { meanWords, change } = useTrustWords();
  const { result } = round;
  const earlier = before.find((one) => one.result?.total)?.result?.total ?? null;
  const by = changeSince(result?.total ?? null, earlier);
  const n = (value: number) => formatNumber(value, locale);
  const answers = [
    t("trust.people", { count: round.submitted, n: n(round.submitted) }),
    result && result.leftOut > 0 && t("trust.rounds.leftOut", { n: n(result.leftOut) }),
    round.declined > 0 && t("trust.rounds.declined", { n: n(round.declined) }),
  ];
  const index = round.closed ? meanWords(result?.total ?? null) : t("trust.rounds.open");
  return (
    <tr>
      <th scope="row">{t(`interviews.wave.${round.wave}`)}</th>
      <td data-label={t("trust.rounds.date")} className="nw">
        {formatDate(round.startDate, locale, "short")}
      </td>
      <td data-label={t("trust.rounds.interviewer")}>{t(`plans.office.${round.interviewer}`)}</td>
      <td data-label={t("trust.rounds.answers")}>{answers.filter(Boolean).join(" · ")}</td>
      <td data-label={t("trust.rounds.index")}>{index}</td>
      <td data-label={t("trust.rounds.change")}>{by === null ? "–" : change(by)}</td>
    </tr>
  );
}
