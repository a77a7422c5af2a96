import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon";
import { StatusMark } from "./status-mark";

type Props = {
  /** `soon` is amber: offline, or "needs you". `late` is refused or wrong. */
  tone?: "plain" | "soon" | "late" | "done";
  icon?: IconName;
  title?: ReactNode;
  action?: ReactNode;
  /** Announced when it appears: polite for states, assertive only for what stopped the reader. */
  live?: "polite" | "assertive";
  children?: ReactNode;
};

export function Notice({ tone = "plain", icon, title, action, live, children }: Props) {
  return (
    <div
      className={tone === "plain" ? "notice" : `notice ${tone}`}
      role={live && (live === "polite" ? "status" : "alert")}
    >
      {icon ? <Icon name={icon} /> : tone !== "plain" && <StatusMark status={tone} />}
      <div className="grow">
        {title && <p className="font-bold">{title}</p>}
        {children && <div className="sm">{children}</div>}
        {action && <div className="row wrap mt-2">{action}</div>}
      </div>
    </div>
  );
}
