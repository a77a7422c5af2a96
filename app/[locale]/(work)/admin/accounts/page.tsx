import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { PersonList } from "@/components/people/person-list";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { SearchForm } from "@/components/ui/search-form";
import { can } from "@/lib/access/can";
import { requireActor } from "@/lib/access/session";
import { formatNumber } from "@/lib/i18n/format";
import { peopleFor } from "@/lib/people/queries";
import { Frame } from "../../frame";

type Props = { searchParams: Promise<{ q?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("shell.tabs"))("accounts") };
}

export default async function AccountsPage({ searchParams }: Props) {
  const actor = await requireActor();
  const manages = can(actor, "account.manage");
  if (!manages && !can(actor, "person.reset")) forbidden();
  const { q = "" } = await searchParams;
  const search = String(q).slice(0, 80);
  const [list, t, locale] = await Promise.all([
    peopleFor(actor, search),
    getTranslations("people.accounts"),
    getLocale(),
  ]);
  const counted = (count: number) => ({ count, n: formatNumber(count, locale) });
  return (
    <Frame actor={actor} active="accounts">
      <PageHeader
        title={t(manages ? "title" : "supervisedTitle", counted(list.total))}
        action={
          manages && (
            <ButtonLink href="/admin/accounts/new" kind="pri" icon="plus">
              {t("add")}
            </ButtonLink>
          )
        }
      />
      <div className="stack">
        <SearchForm text={search} label={t("search")} find={t("find")} />
        {search && <p role="status">{t("found", counted(list.found))}</p>}
        <PersonList {...list} />
      </div>
    </Frame>
  );
}
