import { useTranslations } from "next-intl";
import type { AccountView } from "@/lib/people/queries";
import { Card } from "../ui/card";
import { FactList } from "../ui/fact-list";
import { AccountActs } from "./account-acts";
import { CodePanel } from "./code-panel";
import { DetailForm } from "./detail-form";
import { EraseContactForm } from "./erase-contact-form";
import { EventList } from "./event-list";
import { RoleForm } from "./role-form";
import { WorkList } from "./work-list";

type Props = {
  account: AccountView;
  /** An administrator; an office that may only give a code sees the rest without buttons. */
  manages: boolean;
  own: boolean;
  today: string;
  origin: string;
};

export function AccountCards({ account, manages, own, today, origin }: Props) {
  const t = useTranslations("people.account");
  const facts = [
    { key: "login", term: t("login"), value: account.login },
    { key: "office", term: t("office"), value: account.office || "–" },
    { key: "phone", term: t("phone"), value: account.phone ?? "–" },
    { key: "email", term: t("email"), value: account.email ?? "–" },
  ];
  return (
    <div className="grid items-start gap-4 lg:grid-cols-2">
      <Card title={t("facts")}>
        <FactList facts={facts} />
      </Card>
      <Card title={t("rolesTitle")}>
        <WorkList works={account.works} today={today} canEnd={manages && !own} />
      </Card>
      {!own && !account.closed && (
        <Card title={t("codeTitle")}>
          <CodePanel account={account} origin={origin} />
        </Card>
      )}
      {manages && <Management account={account} own={own} today={today} />}
    </div>
  );
}

function Management({ account, own, today }: Pick<Props, "account" | "own" | "today">) {
  const t = useTranslations("people.account");
  return (
    <>
      <Card title={t("edit")}>
        <DetailForm account={account} />
      </Card>
      <Card title={t("addRole")}>
        <RoleForm userId={account.id} today={today} />
      </Card>
      <Card title={t("historyTitle")}>
        <EventList events={account.events} />
      </Card>
      <Card title={t("eraseTitle")}>
        <EraseContactForm userId={account.id} />
      </Card>
      {!own && (
        <Card title={t("farReaching")}>
          <AccountActs userId={account.id} closed={account.closed} />
        </Card>
      )}
    </>
  );
}
