import "./villages.css";
import { useLocale, useTranslations } from "next-intl";
import { formatDate, formatDateRange, formatKip, formatList, formatNumber } from "@/lib/i18n/format";
import { placeName } from "@/lib/i18n/place-name";
import { placeHref } from "@/lib/villages/place-head";
import type { WorkshopPage } from "@/lib/villages/views";
import { ButtonLink } from "../ui/button";
import { FactList } from "../ui/fact-list";
import { Notice } from "../ui/notice";
import { PageHeader } from "../ui/page-header";
import { StatusMark } from "../ui/status-mark";
import { AttendanceTable } from "./attendance-table";

type Props = { page: WorkshopPage; mayReadHistory: boolean };

/** One workshop: when and where, who came, what was held, what the meeting allowed. */
export function WorkshopView({ page, mayReadHistory }: Props) {
  const t = useTranslations("villages.workshop");
  const words = useTranslations();
  const locale = useLocale();
  const { head, line, districtThen } = page;
  const now = head.path.find(({ level }) => level === "district");
  const date = formatDateRange(line.startDate, line.endDate ?? line.startDate, locale);
  const number = (value: number) => formatNumber(value, locale);
  const lead = words("villages.workshops.came", { people: number(line.people), women: number(line.women) });
  return (
    <>
      <PageHeader
        title={t("title", {
          module: words(`workshops.module.${line.module}`),
          village: placeName(head, locale),
          date,
        })}
        lead={line.people > 0 ? lead : words("villages.workshops.nobody")}
      />
      {districtThen && (
        <Notice icon="info">
          {t("then", {
            district: placeName(districtThen, locale),
            now: now ? placeName(now, locale) : "",
          })}
        </Notice>
      )}
      <div className="village-grid mt-4">
        <Facts page={page} />
        <section className="card">
          <h2>{t("people")}</h2>
          <AttendanceTable rows={page.attendance} />
        </section>
        <Sessions sessions={page.sessions} />
        <Consents consents={page.consents} />
      </div>
      <nav className="row wrap mt-4 noprint" aria-label={t("see")}>
        {line.planId && (
          <ButtonLink href={`${placeHref(head, "plan")}?plan=${line.planId}`}>
            {words("shell.tabs.plan")}
          </ButtonLink>
        )}
        {(["map", "problems"] as const).map((tab) => (
          <ButtonLink key={tab} href={`${placeHref(head, tab)}?workshop=${line.id}`}>
            {words(`shell.tabs.${tab}`)}
          </ButtonLink>
        ))}
        {mayReadHistory && (
          <ButtonLink kind="quiet" href={`${placeHref(head, "history")}?subject=${line.id}`}>
            {t("history")}
          </ButtonLink>
        )}
      </nav>
    </>
  );
}

function Facts({ page: { facts, line } }: { page: WorkshopPage }) {
  const t = useTranslations("villages.workshop");
  const words = useTranslations("workshops");
  const locale = useLocale();
  const languages = facts.languages.map((language) => placeName(language, locale));
  const spoken = [formatList(languages, locale), facts.interpreter && t("interpreter")]
    .filter(Boolean)
    .join(", ");
  const paid = [facts.fundSource && words(`fund.${facts.fundSource}`), facts.funder]
    .filter(Boolean)
    .join(": ");
  const counted = (value: number | null) => (value === null ? t("notCounted") : formatNumber(value, locale));
  const spokeText = ({ speakersWomen: women, speakersMen: men }: WorkshopPage["facts"]) =>
    women === null && men === null
      ? t("notCounted")
      : t("spokeSexes", { women: counted(women), men: counted(men) });
  const all = [
    { key: "status", value: words(`status.${line.status}`) },
    { key: "venue", value: facts.venue },
    { key: "languages", value: spoken },
    { key: "paid", value: paid },
    { key: "cost", value: facts.costKip === null ? null : formatKip(facts.costKip, locale) },
    { key: "spoke", value: spokeText(facts) },
    { key: "note", value: facts.note },
    { key: "source", value: line.source },
  ] as const;
  return (
    <section className="card">
      <h2>{t("facts")}</h2>
      <FactList
        facts={all.filter(({ value }) => value).map(({ key, value }) => ({ key, term: t(key), value }))}
      />
    </section>
  );
}

function Sessions({ sessions }: Pick<WorkshopPage, "sessions">) {
  const t = useTranslations("villages.workshop");
  const kind = useTranslations("workshops.session");
  const locale = useLocale();
  return (
    <section className="card">
      <h2>{t("sessions")}</h2>
      {sessions.length === 0 && <p className="mut">{t("noSessions")}</p>}
      <ul className="village-rows">
        {sessions.map((session) => (
          <li key={session.id}>
            <StatusMark
              status={session.held ? "done" : "todo"}
              size={20}
              label={session.held ? t("held") : t("notHeld")}
            />
            <span className="grow">{kind(session.kind)}</span>
            {session.minutes !== null && (
              <span className="nw sm mut">{t("minutes", { n: formatNumber(session.minutes, locale) })}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Consents({ consents }: Pick<WorkshopPage, "consents">) {
  const t = useTranslations("villages.workshop");
  const use = useTranslations("workshops.consent.use");
  const locale = useLocale();
  return (
    <section className="card">
      <h2>{t("consents")}</h2>
      {consents.length === 0 && <p className="mut">{t("noConsent")}</p>}
      <ul className="village-rows">
        {consents.map((consent) => (
          <li key={consent.id}>
            <StatusMark
              status={consent.stands ? "done" : "dropped"}
              size={20}
              label={consent.stands ? t("stands") : t("standsNot")}
            />
            <span className="grow">
              {use(consent.use)}
              <span className="block sm mut">
                {t("given", { by: consent.givenBy, date: formatDate(consent.date, locale) })}
                {consent.withdrawnOn &&
                  ` · ${t("withdrawn", { date: formatDate(consent.withdrawnOn, locale) })}`}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
