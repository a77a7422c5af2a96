import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DemoAccounts } from "@/components/people/demo-accounts";
import { Entrance } from "@/components/people/entrance";
import { SignInForm } from "@/components/people/sign-in-form";
import { ClientMessages } from "@/components/shell/client-messages";
import { Button, ButtonAnchor, ButtonLink } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { institutionAction } from "@/lib/access/actions";
import { safeReturnPath } from "@/lib/access/return-path";
import { signInSettings } from "@/lib/access/settings";

type Query = Partial<Record<"return" | "callbackUrl" | "error" | "ended" | "again", string>>;
type Props = { searchParams: Promise<Query>; params: Promise<{ locale: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("access.signIn"))("title") };
}

export default async function SignInPage({ searchParams, params }: Props) {
  const [query, { locale }, t] = await Promise.all([searchParams, params, getTranslations("access.signIn")]);
  const back = safeReturnPath(query.return);
  const { demonstration, sharedPassword, oidc } = signInSettings();
  return (
    <Entrance>
      <h1 className="vh">{t("title")}</h1>
      {query.ended && <Notice tone="done" live="polite" title={t("ended")} />}
      {query.again && <Notice tone="done" live="polite" title={t("signInAgain")} />}
      {query.error && <Notice tone="late" live="assertive" title={t("institutionRefused")} />}
      <ClientMessages domains={["access"]}>
        <SignInForm back={back} />
      </ClientMessages>
      <p className="text-center font-medium">{t("forgot")}</p>
      {oidc && (
        <form action={institutionAction}>
          <input type="hidden" name="return" value={back ?? ""} />
          <Button type="submit" wide>
            {t("institution")}
          </Button>
        </form>
      )}
      <ButtonLink href="/invitation" kind="quiet" wide>
        {t("haveCode")}
      </ButtonLink>
      {demonstration && <DemoAccounts passwordShared={sharedPassword} />}
      <Notice
        tone="soon"
        icon="offline"
        title={t("offlineTitle")}
        action={
          <ButtonAnchor href={`/${locale}/field`} kind="dim">
            {t("offlineOpen")}
          </ButtonAnchor>
        }
      >
        {t("offlineText")}
      </Notice>
      <p className="sm mut text-center">
        <Link href="/about">{t("about")}</Link> · <Link href="/privacy">{t("privacy")}</Link>
      </p>
    </Entrance>
  );
}
