"use client";

import { useLocale, useTranslations } from "next-intl";
import { formatNumber } from "@/lib/i18n/format";
import type { SealedRound } from "@/lib/trust/phone";
import { FieldRow } from "../field/field-row";

/** Interviews that lie here, by round: not submitted yet, on their way, or refused. Nothing of them can be read. */
export function SealedRows({ rounds }: { rounds: readonly SealedRound[] }) {
  const t = useTranslations("interviews");
  const locale = useLocale();
  if (rounds.length === 0) return null;
  const why = ({ refused, waiting }: SealedRound) =>
    refused ? t("batchRefused", { code: refused }) : waiting ? t("batchWaiting") : t("notSubmitted");
  return (
    <ul className="card list">
      {rounds.map((round) => (
        <li key={round.roundId}>
          <FieldRow
            to={`/field/trust/${round.roundId}`}
            icon="lock"
            tone={round.refused ? "need" : undefined}
            name={t("sealed", { count: round.interviews, n: formatNumber(round.interviews, locale) })}
            why={why(round)}
          />
        </li>
      ))}
    </ul>
  );
}
