import type { ReactNode } from "react";
import { Link } from "./link";

type Option<T extends string> = { value: T; label: ReactNode; className?: string };

type Props<T extends string> = {
  name: string;
  label: string;
  options: readonly Option<T>[];
  value?: T;
  defaultValue?: T;
  onChange?: (value: T) => void;
};

/** Two to four exclusive choices side by side; radio buttons underneath, so arrows and forms work. */
export function Segments<T extends string>({
  name,
  label,
  options,
  value,
  defaultValue,
  onChange,
}: Props<T>) {
  return (
    <fieldset className="seg" aria-label={label}>
      {options.map((option) => (
        <label key={option.value} className={option.className}>
          <input
            type="radio"
            className="vh"
            name={name}
            value={option.value}
            checked={value === undefined ? undefined : value === option.value}
            defaultChecked={value === undefined ? defaultValue === option.value : undefined}
            onChange={onChange && (() => onChange(option.value))}
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  );
}

type LinkProps = { label: string; items: readonly { href: string; label: ReactNode; current?: boolean }[] };

/** The same look where each choice is a page of its own. */
export function SegmentLinks({ label, items }: LinkProps) {
  return (
    <nav className="seg" aria-label={label}>
      {items.map((item) => (
        <Link key={item.href} href={item.href} aria-current={item.current ? "true" : undefined}>
          {item.label}
        </Link>
      ))}
    </nav>
  );
}
