"use client";

import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { formatNumber } from "@/lib/i18n/format";
import type { BoxStep } from "@/lib/media/cover";

type Props = { number: number; onChange: (step: BoxStep) => void; onRemove: () => void };

const moves = [
  { key: "left", icon: "back", step: { x: -1 } },
  { key: "up", icon: "up", step: { y: -1 } },
  { key: "down", icon: "down", step: { y: 1 } },
  { key: "right", icon: "forward", step: { x: 1 } },
] as const;
const sizes = [
  { key: "wider", step: { width: 1 } },
  { key: "narrower", step: { width: -1 } },
  { key: "taller", step: { height: 1 } },
  { key: "shorter", step: { height: -1 } },
] as const;

/** What dragging does, by buttons. */
export function BoxTools({ number, onChange, onRemove }: Props) {
  const t = useTranslations("maps");
  const n = formatNumber(number, useLocale());
  return (
    <fieldset className="stack-s" aria-label={t("cover.box", { n })}>
      <div className="nudges">
        {moves.map(({ key, icon, step }) => (
          <Button
            key={key}
            kind="dim"
            icon={icon}
            aria-label={t(`feature.${key}`)}
            onClick={() => onChange(step)}
          />
        ))}
      </div>
      <div className="row wrap">
        {sizes.map(({ key, step }) => (
          <Button key={key} kind="dim" small onClick={() => onChange(step)}>
            {t(`cover.${key}`)}
          </Button>
        ))}
      </div>
      <Button kind="quiet" icon="trash" onClick={onRemove}>
        {t("cover.remove", { n })}
      </Button>
    </fieldset>
  );
}
