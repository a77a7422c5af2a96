import { useLocale, useTranslations } from "next-intl";
import { formatDateTime, formatNumber } from "@/lib/i18n/format";
import type { PersonList as People, PersonRow } from "@/lib/people/queries";
import { EmptyState } from "../ui/empty-state";
import { ListRow } from "../ui/list-row";

/** Status shape, name, where they work, when last seen; open accounts first. */
export function PersonList({ people, found }: People) {
  const t = useTranslations("people.accounts");
  const locale = useLocale();
  const number = (value: number) => formatNumber(value, locale);
  if (people.length === 0) return <EmptyState title={t("none")} />;
  return (
    <>
      <ul className="card list">
        {people.map((person) => (
          <li key={person.id}>
            <Person person={person} />
          </li>
        ))}
      </ul>
      {found > people.length && (
        <p className="sm mut">{t("shownOf", { k: number(people.length), n: number(found) })}</p>
      )}
    </>
  );
}

function Person({ person }: { person: PersonRow }) {
  const t = useTranslations();
  const locale = useLocale();
  const works = person.works.map((work) =>
    t("people.me.roleAt", {
      role: t(`access.role.${work.role}`),
      place: locale === "en" && work.nameEn ? work.nameEn : work.nameLo,
    }),
  );
  const seen = person.last_seen
    ? t("people.accounts.lastSeen", { date: formatDateTime(person.last_seen, locale, "short") })
    : t("people.accounts.never");
  return (
    <ListRow
      href={`/admin/accounts/${person.id}`}
      status={person.closed ? "dropped" : works.length > 0 ? "done" : "todo"}
      statusLabel={t(person.closed ? "people.accounts.disabled" : "people.accounts.active")}
      name={person.display_name}
      why={
        <>
          {person.login} · {works.join("; ") || t("people.accounts.noRole")}
          <span className="block">{seen}</span>
        </>
      }
    />
  );
}
