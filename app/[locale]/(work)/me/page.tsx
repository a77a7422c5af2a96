import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ApiTokens } from "@/components/exchange/api-tokens";
import { DeviceList, DigestForm, LocaleForm, SessionList } from "@/components/people/me-parts";
import { SecondFactorState } from "@/components/people/second-factor-state";
import { SignOutForm } from "@/components/people/sign-out-form";
import { WorkPlaces } from "@/components/people/work-places";
import { Button, ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/access/can";
import { secondFactorStanding } from "@/lib/access/second-factor";
import { currentSession, requireActor } from "@/lib/access/session";
import { apiTokensOf, maySpeak } from "@/lib/access/token-commands";
import { formatNumber } from "@/lib/i18n/format";
import { endAllSessionsAction } from "@/lib/people/actions";
import { meFor } from "@/lib/people/queries";
import { Frame } from "../frame";

type Props = { searchParams: Promise<{ changed?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("shell.tabs"))("me") };
}

export default async function MePage({ searchParams }: Props) {
  const actor = await requireActor();
  const session = await currentSession();
  const speaks = maySpeak(actor);
  const [me, tokens, standing, t, locale] = await Promise.all([
    meFor(actor),
    speaks ? apiTokensOf(actor) : [],
    secondFactorStanding(session?.token ?? ""),
    getTranslations("people.me"),
    getLocale(),
  ]);
  const count = me.sessions.length;
  return (
    <Frame actor={actor} active="me">
      <PageHeader title={t("title", { name: actor.displayName })} />
      <div className="stack max-w-[720px]">
        {(await searchParams).changed && <Notice tone="done" live="polite" title={t("changed")} />}
        <Card title={t("workTitle")}>
          <WorkPlaces assignments={actor.assignments} />
        </Card>
        {can(actor, "person.reset") && (
          <Card title={t("peopleTitle")}>
            <ButtonLink href="/admin/accounts">{t("people")}</ButtonLink>
          </Card>
        )}
        {can(actor, "device.supervise") && (
          <Card title={t("phonesTitle")}>
            <ButtonLink href="/admin/devices">{t("phones")}</ButtonLink>
          </Card>
        )}
        <Card title={t("languageTitle")}>
          <LocaleForm chosen={session?.person.locale ?? "lo"} />
        </Card>
        {can(actor, "attention.note") && (
          <Card title={t("digestTitle")}>
            <DigestForm {...me.digest} />
          </Card>
        )}
        <Card title={t("passwordTitle")}>
          <ButtonLink href="/sign-in/new-password">{t("change")}</ButtonLink>
        </Card>
        <Card title={t("secondFactorTitle")}>
          <SecondFactorState {...standing} />
        </Card>
        <Card title={t("sessionsTitle", { count, n: formatNumber(count, locale) })}>
          <SessionList sessions={me.sessions} current={actor.sessionId} />
          <form action={endAllSessionsAction} className="stack-s pt-2">
            <p className="sm">{t("endAllHelp")}</p>
            <Button type="submit" kind="danger">
              {t("endAll")}
            </Button>
          </form>
        </Card>
        <Card title={t("devicesTitle")}>
          <DeviceList devices={me.devices} />
        </Card>
        {speaks && <ApiTokens tokens={tokens} sends={can(actor, "values.import")} />}
        <SignOutForm />
      </div>
    </Frame>
  );
}
