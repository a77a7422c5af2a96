import { useTranslations } from "next-intl";
import type { Came } from "@/lib/attention/responses";
import { catchmentName } from "@/lib/attention/words";
import { formatDate } from "@/lib/i18n/format";
import { placeName, villageName } from "@/lib/i18n/place-name";
import { StatusMark } from "../ui/status-mark";
import { useResponseText } from "./response-text";
import { type Spoken, useSpeech } from "./speech";

type Props = { came: readonly Came[]; given: Spoken };

/** Matters that left the list after something was done about them: what, and what came of it. */
export function CameList({ came, given }: Props) {
  const did = useResponseText();
  const { nameOf, outcomeOf } = useCameWords(given);
  return (
    <ul className="att">
      {came.map((one) => (
        <li key={one.key}>
          <span className="att-mark">
            <StatusMark status="done" size={24} />
          </span>
          <div>
            <p className="att-head">{nameOf(one)}</p>
            <p className="sm">{outcomeOf(one)}</p>
            {did({ ...one, since: null }).map((line) => (
              <p className="sm mut att-did" key={line}>
                {line}
              </p>
            ))}
          </div>
        </li>
      ))}
    </ul>
  );
}

function useCameWords(given: Spoken) {
  const speech = useSpeech(given);
  const t = useTranslations("attention");
  const status = useTranslations("plans.status");
  const { locale, villages, facilities } = speech;
  const nameOf = ({ kind, key, outcome, instructions }: Came): string => {
    if (outcome.kind === "action") return outcome.action.what;
    if (outcome.kind === "series") {
      const { facility, indicator } = outcome.series;
      const where = facility ? catchmentName(facility, speech) : t("place.district");
      return `${placeName(indicator, locale)} · ${where}`;
    }
    const [, subject] = key.split(":");
    const village = villages.find(({ id }) => id === subject || id === instructions[0]?.villageId);
    const facility = facilities.find(({ id }) => id === subject);
    const where = village ? villageName(village, locale) : facility && placeName(facility, locale);
    return [t(`kind.${kind}`), where].filter(Boolean).join(" · ");
  };
  const outcomeOf = ({ outcome }: Came): string => {
    if (outcome.kind === "gone") return t("came.gone");
    if (outcome.kind === "series") {
      const { since, series } = outcome;
      const now = t(series.verdict === "better" ? "came.better" : "came.ordinary");
      return since ? `${now} · ${t("did.since", { k: String(since.k), n: String(since.n) })}` : now;
    }
    const { status: reported, statusDate } = outcome.action;
    return [status(reported), statusDate && formatDate(statusDate, locale)].filter(Boolean).join(", ");
  };
  return { nameOf, outcomeOf };
}
