import type { ComponentProps } from "react";
import { Link } from "./link";

/** A choice that is on or off; `pressed` undefined makes it a plain small action. */
export function Chip({ pressed, ...props }: ComponentProps<"button"> & { pressed?: boolean }) {
  return (
    <button type="button" {...props} aria-pressed={pressed} className={`chip ${props.className ?? ""}`} />
  );
}

export function ChipLink({ current, ...props }: ComponentProps<typeof Link> & { current?: boolean }) {
  return (
    <Link
      {...props}
      aria-current={current ? "true" : undefined}
      className={`chip ${props.className ?? ""}`}
    />
  );
}
