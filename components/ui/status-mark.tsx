import type { JSX } from "react";

export const statuses = ["late", "soon", "done", "doing", "blocked", "todo", "dropped", "nodata"] as const;
export type Status = (typeof statuses)[number];

const ring = <circle cx="8" cy="8" r="6.5" fill="#fff" stroke="var(--todo)" strokeWidth="1.8" />;

const shapes: Record<Status, JSX.Element> = {
  late: (
    <>
      <path d="M8 1 15.5 15H.5Z" fill="var(--late)" />
      <path d="M8 5.5v4.5M8 12.2v.6" stroke="#fff" strokeWidth="1.8" />
    </>
  ),
  soon: (
    <>
      <path d="M8 .5 15.5 8 8 15.5.5 8Z" fill="var(--soon-mark)" stroke="var(--soon)" />
      <path d="M8 4v4.6M8 11v.6" stroke="var(--ink)" strokeWidth="1.8" />
    </>
  ),
  done: (
    <>
      <circle cx="8" cy="8" r="7.5" fill="var(--done)" />
      <path d="M4 8.3 7 11.2 12 5.3" fill="none" stroke="#fff" strokeWidth="2" />
    </>
  ),
  doing: (
    <>
      <circle cx="8" cy="8" r="6.7" fill="#fff" stroke="var(--doing-mark)" strokeWidth="1.8" />
      <path d="M8 1.3a6.7 6.7 0 0 0 0 13.4z" fill="var(--doing-mark)" />
    </>
  ),
  blocked: (
    <>
      <path d="M5 .7h6L15.3 5v6L11 15.3H5L.7 11V5Z" fill="var(--blocked)" />
      <path d="M4 8h8" stroke="#fff" strokeWidth="2.6" />
    </>
  ),
  todo: ring,
  dropped: (
    <>
      {ring}
      <path d="M3.5 12.5l9-9" stroke="var(--todo)" strokeWidth="1.8" />
    </>
  ),
  nodata: (
    <rect
      x="1.5"
      y="1.5"
      width="13"
      height="13"
      fill="#fff"
      stroke="var(--todo)"
      strokeWidth="1.6"
      strokeDasharray="2.6 2"
    />
  ),
};

type Props = { status: Status; size?: number; label?: string };

/** The shape of a status. Decorative beside its word; with `label` it can stand alone. */
export function StatusMark({ status, size = 16, label }: Props) {
  return (
    <svg
      className="mark"
      width={size}
      height={size}
      viewBox="0 0 16 16"
      role={label ? "img" : undefined}
      aria-label={label}
      aria-hidden={!label}
    >
      {shapes[status]}
    </svg>
  );
}

/** The bare shape on a 16 by 16 grid, for placing inside a map or chart. */
export function statusShape(status: Status): JSX.Element {
  return shapes[status];
}
