import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type Status, StatusMark } from "./status-mark";

/** Shape, word and tint; `children` replaces the standard word where another says more ("47 days late"). */
export function StatusPill({ status, children }: { status: Status; children?: ReactNode }) {
  const t = useTranslations("status");
  return (
    <span className={`pill ${status}`}>
      <StatusMark status={status} />
      {children ?? t(status)}
    </span>
  );
}
