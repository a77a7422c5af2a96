"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PhoneShell } from "../shell/phone-shell";
import { Icon } from "../ui/icon";
import { type FieldTab, FieldTabs } from "./field-tabs";
import { FieldLink } from "./router";
import { SyncLine } from "./sync-line";

type Props = {
  title: ReactNode;
  subtitle?: ReactNode;
  /** Where the arrow leads (`/field/…`); none on the first screens. */
  back?: string;
  after?: ReactNode;
  /** The step bar, under the sync strip. */
  bar?: ReactNode;
  /** Back and Next; the four tabs when left out. */
  footer?: ReactNode;
  tab?: FieldTab;
  /** Home says the same in its first card. */
  strip?: boolean;
  children: ReactNode;
};

/** The frame of every capture screen: title, where the data is, the work, one step on. */
export function FieldScreen({
  title,
  subtitle,
  back,
  after,
  bar,
  footer,
  tab,
  strip = true,
  children,
}: Props) {
  return (
    <PhoneShell
      title={title}
      subtitle={subtitle}
      before={back && <BackLink to={back} />}
      after={after}
      strips={
        <>
          {strip && <SyncLine />}
          {bar}
        </>
      }
      footer={footer ?? <FieldTabs active={tab} />}
    >
      {children}
    </PhoneShell>
  );
}

function BackLink({ to }: { to: string }) {
  const t = useTranslations("common.action");
  return (
    <FieldLink to={to} className="iconbtn" aria-label={t("back")}>
      <Icon name="back" />
    </FieldLink>
  );
}
