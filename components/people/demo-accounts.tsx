import { useLocale, useTranslations } from "next-intl";
import { demoAccounts, demoPassword } from "@/lib/people/demo-accounts";
import { Card } from "../ui/card";

/** Who can be tried out in the demonstration. Never shown, nor any of it loaded, where real work is done. */
export function DemoAccounts({ passwordShared }: { passwordShared: boolean }) {
  const t = useTranslations("access");
  const locale = useLocale();
  return (
    <Card title={t("demo.title")} className="sm">
      <p>{t("demo.text")}</p>
      <p>{t("demo.secondFactor")}</p>
      <details>
        <summary className="py-2 font-medium">{t("demo.accounts")}</summary>
        <p className="med">
          {passwordShared ? t("demo.sharedPassword", { password: demoPassword }) : t("demo.printed")}
        </p>
        <dl className="facts">
          {demoAccounts.map((account) => (
            <div key={account.login} className="contents">
              <dt className="nw">{account.login}</dt>
              <dd>{locale === "lo" ? account.nameLo : account.displayName}</dd>
            </div>
          ))}
        </dl>
      </details>
    </Card>
  );
}
