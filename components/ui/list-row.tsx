import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon";
import { Link } from "./link";
import { type Status, StatusMark } from "./status-mark";

type Props = {
  href: string;
  name: ReactNode;
  why?: ReactNode;
  datum?: ReactNode;
  status?: Status;
  statusLabel?: string;
  /** A round icon instead of a status shape, for things on this phone. */
  icon?: IconName;
  tone?: "need" | "done";
};

/** One row is one link: status shape, name, one line of why, one datum at the right. Put rows in `<ul><li>`. */
export function ListRow({ href, name, why, datum, status, statusLabel, icon, tone }: Props) {
  return (
    <Link href={href} className="list-row">
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
    </Link>
  );
}
