"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { parseNumberTyped } from "@/lib/i18n/typed-number";
import { Icon } from "./icon";

type Props = {
  /** What is counted; also the name of the − and + buttons. */
  label: string;
  name?: string;
  /** Null: nothing entered yet. */
  value?: number | null;
  defaultValue?: number;
  min?: number;
  max?: number;
  /** Shown above the control unless the row already says it. */
  showLabel?: boolean;
  onChange?: (value: number) => void;
};

/** − count +, 48 px, and typing in Lao or Latin digits. */
export function Stepper(props: Props) {
  const { label, name, value, defaultValue = 0, min = 0, max = 9999, showLabel, onChange } = props;
  const t = useTranslations("common.form");
  const id = useId();
  const [own, setOwn] = useState(defaultValue);
  const [typed, setTyped] = useState<string | null>(null);
  const count = value === undefined ? own : value;
  const step = (by: number) => set(count === null ? Math.max(min, by) : count + by);
  const set = (next: number) => {
    const kept = Math.min(max, Math.max(min, Math.round(next)));
    setOwn(kept);
    onChange?.(kept);
  };
  const type = (text: string) => {
    setTyped(text);
    const parsed = parseNumberTyped(text);
    if (parsed !== null) set(parsed);
  };
  return (
    <div>
      <label htmlFor={id} className={showLabel ? "lab" : "vh"}>
        {label}
      </label>
      <div className="count">
        <button
          type="button"
          className="btn sq dim"
          aria-label={t("fewer", { label })}
          disabled={count !== null && count <= min}
          onClick={() => step(-1)}
        >
          <Icon name="minus" />
        </button>
        <input
          id={id}
          inputMode="numeric"
          placeholder={count === null ? "–" : undefined}
          autoComplete="off"
          value={typed ?? (count === null ? "" : String(count))}
          onChange={(event) => type(event.target.value)}
          onBlur={() => setTyped(null)}
          onFocus={(event) => event.target.select()}
        />
        {name && <input type="hidden" name={name} value={count ?? ""} />}
        <button
          type="button"
          className="btn sq pri"
          aria-label={t("more", { label })}
          disabled={count !== null && count >= max}
          onClick={() => step(1)}
        >
          <Icon name="plus" />
        </button>
      </div>
    </div>
  );
}
