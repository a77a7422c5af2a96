import type { ReactNode } from "react";

type Props = {
  title?: ReactNode;
  action?: ReactNode;
  /** `list` has no padding above and below its rows; `hero` is the one dark card of a first screen. */
  kind?: "plain" | "flat" | "list" | "hero";
  as?: "section" | "article" | "div";
  className?: string;
  children: ReactNode;
};

export function Card({ title, action, kind = "plain", as: Tag = "section", className, children }: Props) {
  const names = ["card", kind !== "plain" && kind, className].filter(Boolean).join(" ");
  return (
    <Tag className={names}>
      {title && (
        <div className="row between wrap mb-2">
          <h2>{title}</h2>
          {action}
        </div>
      )}
      {children}
    </Tag>
  );
}
