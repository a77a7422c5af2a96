import type { ReactNode } from "react";

type Props = { title: ReactNode; lead?: ReactNode; action?: ReactNode };

/** The heading is a sentence with the number in it; the lead names count, period and completeness. */
export function PageHeader({ title, lead, action }: Props) {
  return (
    <div className="page-head">
      <div>
        <h1>{title}</h1>
        {lead && <p>{lead}</p>}
      </div>
      {action && <div className="row wrap noprint">{action}</div>}
    </div>
  );
}
