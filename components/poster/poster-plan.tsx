import { useLocale, useTranslations } from "next-intl";
import { formatDate, formatNumber } from "@/lib/i18n/format";
import type { PosterAction, PosterProblem, PosterPromise } from "@/lib/publishing/views";

type ProblemsProps = { problems: readonly PosterProblem[]; single?: boolean };

export function PosterProblems({ problems, single }: ProblemsProps) {
  const t = useTranslations("poster");
  const locale = useLocale();
  return (
    <>
      <h2>{t("problems")}</h2>
      <ul className={single ? "poster-problems single" : "poster-problems"}>
        {problems.map(({ id, number, statement }) => (
          <li key={id}>
            <b className="poster-no">{formatNumber(number, locale)}</b>
            <span>{statement}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

const boxes = ["3", "6", "done"] as const;

/** What, who, when, and three boxes to tick by pen: after 3 months, after 6, done. */
export function PosterActions({ actions, more }: { actions: readonly PosterAction[]; more?: boolean }) {
  const t = useTranslations("poster");
  const locale = useLocale();
  return (
    <>
      <h2>{more ? t("actionsMore") : t("actions")}</h2>
      <table className="poster-table">
        <thead>
          <tr>
            <th scope="col">
              <span className="vh">{t("number")}</span>
            </th>
            <th scope="col">
              <span className="vh">{t("what")}</span>
            </th>
            <th scope="col">{t("who")}</th>
            <th scope="col">{t("when")}</th>
            {boxes.map((box) => (
              <th key={box} scope="col" className="box">
                {box === "done" ? t("done") : t("after", { n: formatNumber(Number(box), locale) })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {actions.map((action) => (
            <ActionRow key={action.id} action={action} />
          ))}
        </tbody>
      </table>
    </>
  );
}

function ActionRow({ action: { problem, what, lead, due } }: { action: PosterAction }) {
  const t = useTranslations();
  const locale = useLocale();
  return (
    <tr>
      <td>{problem !== null && <b className="poster-no ring">{formatNumber(problem, locale)}</b>}</td>
      <th scope="row">{what}</th>
      <td>{lead && t(`plans.office.${lead}`)}</td>
      <td>{due ? formatDate(due, locale, "short") : t("poster.noDate")}</td>
      {boxes.map((box) => (
        <td key={box} className="box">
          <i />
        </td>
      ))}
    </tr>
  );
}

/** Promises with a line to sign on, by office and never by name. */
export function PosterPromises({ promises }: { promises: readonly PosterPromise[] }) {
  const t = useTranslations("poster");
  return (
    <div className="poster-promises">
      {promises.map(({ id, party, text }) => (
        <div key={id}>
          <b>{t(`promise.${party}`)}</b>
          <p>{text}</p>
          <i />
          <span>{t(`signs.${party}`)}</span>
        </div>
      ))}
    </div>
  );
}
