import { useLocale, useTranslations } from "next-intl";
import { useId } from "react";
import { formatNumber } from "@/lib/i18n/format";
import { type KOfNCounts, kOfNOrder } from "./k-of-n";
import { KOfNShape } from "./k-of-n-shape";
import { StatusMark } from "./status-mark";

type Props = {
  counts: KOfNCounts;
  /** Without words the same figures must stand beside the bar. */
  words?: boolean;
  slim?: boolean;
  /** Number of items that would fill the whole width, so that bars below each other compare. */
  outOf?: number;
  /** Of its patterns, where the text outlives the request. */
  id?: string;
};

/** One cell per item up to 26, else proportional; the counts in words below. Never a single percent. */
export function KOfNBar({ counts, words = true, slim, outOf, id: given }: Props) {
  const t = useTranslations();
  const locale = useLocale();
  const own = useId();
  const id = given ?? own;
  const shown = kOfNOrder.filter((status) => (counts[status] ?? 0) > 0);
  const total = shown.reduce((sum, status) => sum + (counts[status] ?? 0), 0);
  const width = `${outOf ? Math.max(4, (total / outOf) * 100) : 100}%`;
  return (
    <div className={slim ? "kofn slim" : "kofn"}>
      <KOfNShape counts={counts} id={id} width={width} slim={slim} />
      {words && (
        <p className="kofn-words">
          {shown.map((status) => (
            <span key={status}>
              <StatusMark status={status} />
              <b>{formatNumber(counts[status] ?? 0, locale)}</b> {t(`status.${status}`)}
            </span>
          ))}
        </p>
      )}
    </div>
  );
}
