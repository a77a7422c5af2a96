import type { ReactNode } from "react";

/** Why it is empty, and the one step that fills it. */
export function EmptyState({
  title,
  why,
  action,
}: {
  title: ReactNode;
  why?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="card empty">
      <h2>{title}</h2>
      {why && <p className="sm mut mt-1">{why}</p>}
      {action && <div className="mt-4">{action}</div>}
    </div>
  );
}
