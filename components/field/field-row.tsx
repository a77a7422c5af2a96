import type { ReactNode } from "react";
import { Icon, type IconName } from "../ui/icon";
import { type Status, StatusMark } from "../ui/status-mark";
import { FieldLink } from "./router";

type Props = {
  to: string;
  name: ReactNode;
  why?: ReactNode;
  datum?: ReactNode;
  status?: Status;
  statusLabel?: string;
  icon?: IconName;
  tone?: "need" | "done";
};

/** One row is one link, as in the office's lists, but it never leaves the phone. Put rows in `<ul><li>`. */
export function FieldRow({ to, name, why, datum, status, statusLabel, icon, tone }: Props) {
  return (
    <FieldLink to={to} className="list-row">
      {status && <StatusMark status={status} size={22} label={statusLabel} />}
      {icon && (
        <span className={tone ? `row-disc ${tone}` : "row-disc"}>
          <Icon name={icon} small />
        </span>
      )}
      <span className="grow">
        <span className="list-name">{name}</span>
        {why && <span className="list-why">{why}</span>}
      </span>
      {datum && <span className="nw sm">{datum}</span>}
      <Icon name="forward" />
    </FieldLink>
  );
}
