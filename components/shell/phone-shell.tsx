import type { ReactNode } from "react";
import { Band } from "./band";
import { BrandMark } from "./brand-mark";

type Props = {
  title: ReactNode;
  subtitle?: ReactNode;
  /** Replaces the mark: a back link on inner screens. */
  before?: ReactNode;
  after?: ReactNode;
  /** Sync strip and step bar, directly under the title. */
  strips?: ReactNode;
  /** Back and Next, or the four tabs. */
  footer?: ReactNode;
  className?: string;
  children: ReactNode;
};

/** One column for capture: title bar, where the data is, the work, one step on. The title is the page's `h1`. */
export function PhoneShell({ title, subtitle, before, after, strips, footer, className, children }: Props) {
  return (
    <div className={className ? `phone ${className}` : "phone"}>
      <Band />
      <header>
        <div className="topbar">
          {before ?? <BrandMark />}
          <div className="ttl">
            <h1>{title}</h1>
            {subtitle && <span>{subtitle}</span>}
          </div>
          {after}
        </div>
        {strips}
      </header>
      <main id="content" className="main stack">
        {children}
      </main>
      {footer}
    </div>
  );
}
