import { useTranslations } from "next-intl";
import type { Standing } from "@/lib/attention/responses";
import { wordsOf } from "@/lib/attention/words";
import { formatNumber } from "@/lib/i18n/format";
import { StatusMark } from "../ui/status-mark";
import { type Spoken, useSpeech } from "./speech";

type Props = { open: readonly Standing[]; rows: number; given: Spoken };

/** The first matters of the list; who acts, an empty column for the day, a box to tick by pen. */
export function Decide({ open, rows, given }: Props) {
  const t = useTranslations("attention.brief");
  const speech = useSpeech(given);
  const shown = open.slice(0, rows);
  const rest = open.length - shown.length;
  return (
    <section>
      <h2>
        {t("decide")}
        {rest > 0 && (
          <span className="brief-more">{t("more", { n: formatNumber(rest, speech.locale) })}</span>
        )}
      </h2>
      {shown.length === 0 ? (
        <p>{t("nothing")}</p>
      ) : (
        <table>
          <thead>
            <tr>
              <td className="brief-mark" />
              <th scope="col">{t("matter")}</th>
              <th scope="col" className="brief-who">
                {t("who")}
              </th>
              <th scope="col" className="brief-by">
                {t("by")}
              </th>
              <th scope="col" className="brief-tick">
                {t("agreed")}
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ entry }) => {
              const { place, head, why } = wordsOf(entry, speech);
              return (
                <tr key={entry.key}>
                  <td>
                    <StatusMark status={entry.mark} />
                  </td>
                  <td>
                    <b className="brief-one">{head}</b>
                    <span className="brief-one sm">{`${place} · ${why}`}</span>
                  </td>
                  <td className="brief-who">{entry.who ? speech.office(entry.who) : ""}</td>
                  <td className="brief-by" />
                  <td className="brief-tick">
                    <span className="brief-box" aria-hidden="true" />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </section>
  );
}
