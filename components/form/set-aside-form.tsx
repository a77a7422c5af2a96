import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { ActionForm } from "./action-form";

type Props = Pick<ComponentProps<typeof ActionForm>, "action"> & {
  record: Readonly<{ subject: string; place?: string | null }>;
  /** It is out already: the button brings it back. */
  out: boolean;
  changeId: string;
};

/** Takes a wrongly entered record out, or brings it back; what it said stays in its history. */
export function SetAsideForm({ action, record, out, changeId }: Props) {
  const t = useTranslations("history.setAside");
  const { subject, place } = record;
  const hidden = { subject, changeId, ...(place ? { place } : {}), ...(out ? { back: "yes" } : {}) };
  return (
    <ActionForm
      key={changeId}
      action={action}
      hidden={hidden}
      help={t(out ? "backHelp" : "outHelp")}
      kind={out ? "plain" : "danger"}
    >
      {t(out ? "back" : "out")}
    </ActionForm>
  );
}
