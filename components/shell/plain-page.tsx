import type { ReactNode } from "react";
import { Band } from "./band";
import { BrandMark } from "./brand-mark";

/** One statement and one way on: not found, not allowed, signed out, broken. */
export function PlainPage({
  title,
  text,
  action,
}: {
  title: ReactNode;
  text?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <>
      <Band />
      <main id="content" className="plain-page">
        <div className="card stack-s">
          <BrandMark />
          <h1>{title}</h1>
          {text && <p className="text-ink-2">{text}</p>}
          {action && <div className="row wrap pt-2">{action}</div>}
        </div>
      </main>
    </>
  );
}
