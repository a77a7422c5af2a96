import type { ComponentProps, ReactNode } from "react";
import { Icon, type IconName } from "./icon";
import { Link } from "./link";

type Look = {
  /** One filled button per screen or row group. */
  kind?: "pri" | "plain" | "quiet" | "dim" | "danger";
  icon?: IconName;
  iconAfter?: IconName;
  wide?: boolean;
  small?: boolean;
  className?: string;
  children?: ReactNode;
};

function classes({ kind = "plain", wide, small, className, children }: Look): string {
  return ["btn", kind !== "plain" && kind, wide && "wide", small && "sm", !children && "sq", className]
    .filter(Boolean)
    .join(" ");
}

function Content({ icon, iconAfter, children }: Look) {
  return (
    <>
      {icon && <Icon name={icon} small />}
      {children}
      {iconAfter && <Icon name={iconAfter} small />}
    </>
  );
}

/** Without children it is square and needs an `aria-label`. */
export function Button(props: Look & ComponentProps<"button">) {
  const {
    kind: _k,
    icon: _i,
    iconAfter: _a,
    wide: _w,
    small: _s,
    className: _c,
    children: _ch,
    ...rest
  } = props;
  return (
    <button type="button" {...rest} className={classes(props)}>
      <Content {...props} />
    </button>
  );
}

/** A link that looks like a button; `href` without the locale. */
export function ButtonLink(props: Look & ComponentProps<typeof Link>) {
  const {
    kind: _k,
    icon: _i,
    iconAfter: _a,
    wide: _w,
    small: _s,
    className: _c,
    children: _ch,
    ...rest
  } = props;
  return (
    <Link {...rest} className={classes(props)}>
      <Content {...props} />
    </Link>
  );
}

/** A download or a page outside the localised ones (`/api/…`). */
export function ButtonAnchor(props: Look & ComponentProps<"a">) {
  const {
    kind: _k,
    icon: _i,
    iconAfter: _a,
    wide: _w,
    small: _s,
    className: _c,
    children: _ch,
    ...rest
  } = props;
  return (
    <a {...rest} className={classes(props)}>
      <Content {...props} />
    </a>
  );
}
