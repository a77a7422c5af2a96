"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PhoneShell } from "../shell/phone-shell";
import { Icon } from "../ui/icon";
import { AwayNotice, CaptureOnly } from "./capture-only";
import { type FieldTab, FieldTabs } from "./field-tabs";
import { NewVersion } from "./new-version";
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
  className?: string;
  /** Nothing is recorded here, so it stays as it is on a phone that has not met the server for a month. */
  reading?: boolean;
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
  className,
  reading = false,
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
          <NewVersion />
          <AwayNotice />
          {bar}
        </>
      }
      className={className}
      footer={footer ?? <FieldTabs active={tab} />}
    >
      {reading ? children : <CaptureOnly>{children}</CaptureOnly>}
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
